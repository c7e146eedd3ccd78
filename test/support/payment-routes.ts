/** Routes of payment runs by operationId, with the permission that opens each. */
export const PAYMENT_ROUTES = {
  listPayables: 'payment-run.read',
  listBooksToPay: 'payment-run.read',
  listPayingAccounts: 'payment-run.read',
  designatePayingAccount: 'paying-account.designate',
  listPaymentRuns: 'payment-run.read',
  getPaymentRun: 'payment-run.read',
  downloadPaymentRun: 'payment-run.download',
  draftPaymentRun: 'payment-run.draft',
  releasePaymentRun: 'payment-run.release',
  exportPaymentRun: 'payment-run.export',
  confirmPaymentRun: 'payment-run.confirm',
  answerPaymentRun: 'payment-run.answer',
  rejectLinePaymentRun: 'payment-run.reject-line',
  returnLinePaymentRun: 'payment-run.return-line',
  voidPaymentRun: 'payment-run.void',
} as const;
