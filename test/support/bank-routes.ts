/** Routes of the bank side by operationId, with the permission that opens each. */
export const BANK_ROUTES = {
  listStatementAccounts: 'bank-statement.read',
  openStatementAccount: 'statement-account.open',
  listBankStatements: 'bank-statement.read',
  importBankStatement: 'bank-statement.import',
  pasteBankStatement: 'bank-statement.import',
  receiveBankMessage: 'bank-statement.import',
  listBankLines: 'bank-statement.read',
  confirmBankMatch: 'bank-match.confirm',
  explainBankLine: 'bank-line.explain',
  undoBankMatch: 'bank-match.undo',
  listBalanceDays: 'bank-statement.read',
  listReconciliationExceptions: 'bank-statement.read',
} as const;
