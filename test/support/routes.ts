import { expect, it } from '@jest/globals';
import { Client, type Answer, type Ask, type Login } from './client.js';

/**
 * Every route of the contract by operationId with the permission that opens it; null: everybody. Written down a second
 * time on purpose: a route that opens to somebody else by mistake is seen here.
 */
export const PERMISSION_OF = {
  getHealth: null,
  startSession: null,
  completeSession: null,
  startPasskeySession: null,
  challengePasskey: null,
  redeemInvitation: null,
  readSession: 'session.read',
  endSession: 'session.read',
  listSessions: 'session.read',
  revokeSession: 'session.revoke',
  revokeOtherSessions: 'session.revoke',
  confirmIdentity: 'identity.confirm',
  changePassword: 'password.change',
  listFactors: 'session.read',
  offerTotp: 'totp.offer',
  confirmTotp: 'totp.confirm',
  removeTotp: 'totp.remove',
  offerPasskey: 'passkey.offer',
  enrolPasskey: 'passkey.enrol',
  removePasskey: 'passkey.remove',
  renewRecoveryCodes: 'recovery-code.renew',
  streamEvents: 'fund.read',
  listSignInMethods: null,
  startProviderSession: null,
  finishProviderSession: null,
  linkOwnProvider: 'own-provider.link',
  stepUpByProvider: 'session.read',
  listProviderLinks: 'session.read',
  linkProvider: 'provider.link',
  unlinkProvider: 'provider.unlink',
  listApiTokens: 'api-token.read',
  createApiToken: 'api-token.create',
  revokeApiToken: 'api-token.revoke',
  listUsers: 'user.manage',
  createUser: 'user.create',
  deactivateUser: 'user.deactivate',
  inviteUser: 'user.invite',
  restrictUser: 'user.restrict',
  disconnectUser: 'user.disconnect',
  listRoleHolders: 'role.read',
  listScopes: 'role.read',
  listRolePairs: 'role.read',
  listRoleDecisions: 'role.read',
  grantRole: 'role.grant',
  rescopeRole: 'role.rescope',
  revokeRole: 'role.revoke',
  promoteUser: 'user.promote',
  listCommands: 'command.read',
  listParties: 'party.read',
  listBankAccounts: 'bank-account.read',
  listBanks: 'bank-account.read',
  registerBankAccount: 'bank-account.register',
  findBankAccounts: 'bank-account.find',
  closeBankAccount: 'bank-account.close',
  unmaskBankAccount: 'bank-account.unmask',
  listAccess: 'access-log.read',
  getAccessFigures: 'access-log.read',
  getAccessLogRetention: 'access-log.read',
  exportAccessLog: 'access-log.export',
  purgeAccessLog: 'access-log.purge',
  listAccessReviews: 'access-log.read',
  completeAccessReview: 'access-review.complete',
  uploadDocument: 'document.upload',
  readDocument: 'document.read',
  downloadDocument: 'document.read',
  listAccounts: 'ledger.read',
  listEntries: 'ledger.read',
  listLedgerWords: 'ledger.read',
  closePeriod: 'period.close',
  listProgrammes: 'programme.read',
  createProgramme: 'programme.create',
  addVintage: 'vintage.add',
  getProgrammeObligation: 'programme.read',
  listFunds: 'fund.read',
  formFund: 'fund.form',
  getFund: 'fund.read',
  getObligation: 'fund.read',
  getPerformance: 'fund.read',
  decidePolicy: 'policy.decide',
  listCapitalCalls: 'fund.read',
  issueCapitalCall: 'capital-call.issue',
  receiveCapital: 'capital-call.receive',
  listInvestments: 'investment.read',
  recordInvestment: 'investment.record',
  getInvestment: 'investment.read',
  voidInvestment: 'investment.void',
  listRecognitionRoutes: 'fund.read',
  decideClassification: 'classification.decide',
  attachEvidence: 'evidence.attach',
  importFundRegister: 'fund-register.import',
  pasteFundRegister: 'fund-register.import',
  listImports: 'import.read',
  getImport: 'import.read',
  listAuditPacks: 'audit-pack.read',
  listAuditPackDownloads: 'audit-pack.read',
  getAuditPack: 'audit-pack.read',
  unmaskAuditPack: 'audit-pack.unmask',
  downloadAuditPack: 'audit-pack.download',
  getDecisions: 'decision.read',
  downloadEvidenceBundle: 'evidence-bundle.download',
  getRatioSeries: 'ratio-series.read',
  getSealStatus: 'seal.read',
  listSealBatches: 'seal.read',
  anchorSeal: 'seal.anchor',
  verifySeals: 'seal.verify',
  listApprovals: 'approval.read',
  countApprovals: 'approval.read',
  getApproval: 'approval.read',
  signApproval: 'approval.sign',
  signApprovals: 'approval.sign',
  returnApproval: 'approval.return',
  recallApproval: 'approval.recall',
  resubmitApproval: 'approval.resubmit',
  listApprovalPolicies: 'approval.read',
  listCommandKinds: 'approval.read',
  decideApprovalPolicy: 'approval-policy.decide',
  listDeputies: 'approval.read',
  listPossibleDeputies: 'deputy.appoint',
  appointDeputy: 'deputy.appoint',
  endDeputy: 'deputy.end',
  listBreakGlasses: 'break-glass.read',
  openBreakGlass: 'break-glass.open',
  listHistory: 'history.read',
  reopenPeriod: 'period.reopen',
  listVoucherYears: 'voucher.read',
  getVoucherYear: 'voucher.read',
  openVoucherYear: 'voucher-year.open',
  listVoucherBudget: 'voucher.read',
  decideVoucherBudget: 'voucher-budget.decide',
  listVoucherTerms: 'voucher.read',
  decideVoucherTerm: 'voucher-term.decide',
  closeVoucherYear: 'voucher-year.close',
  getVoucherYearOverview: 'voucher.read',
  listServiceProviders: 'voucher.read',
  registerServiceProvider: 'service-provider.register',
  suspendServiceProvider: 'service-provider.suspend',
  resumeServiceProvider: 'service-provider.resume',
  listBrokers: 'voucher.read',
  registerBroker: 'broker.register',
  renewBroker: 'broker.renew',
  strikeOffBroker: 'broker.strike-off',
  listBusinessStatuses: 'voucher.read',
  recordBusinessStatus: 'business-status.record',
  listApplications: 'voucher.read',
  receiveApplication: 'application.receive',
  screenApplication: 'application.screen',
  getApplication: 'voucher.read',
  rejectApplication: 'application.reject',
  declareEvaluation: 'evaluation.declare',
  scoreEvaluation: 'evaluation.score',
  getRanking: 'voucher.read',
  decideSelection: 'selection.decide',
  promoteSelection: 'selection.promote',
  agreeVoucher: 'voucher.agree',
  depositOwnMoney: 'own-money.deposit',
  returnOwnMoney: 'own-money.return',
  listIssuableVouchers: 'voucher.read',
  issueVouchers: 'voucher.issue',
  getVoucherLetter: 'voucher.read',
  downloadVoucherLetters: 'voucher.read',
  importVoucherRoster: 'voucher-roster.import',
  pasteVoucherRoster: 'voucher-roster.import',
  listVouchers: 'voucher.read',
  exportVouchers: 'voucher.read',
  getVoucher: 'voucher.read',
  listClawbacks: 'voucher.read',
  getClawback: 'voucher.read',
  calculateClawback: 'voucher.read',
  getClawbackNotice: 'voucher.read',
  listWarningSigns: 'voucher.read',
  withdrawVoucher: 'voucher.withdraw',
  cancelVoucher: 'voucher.cancel',
  expireVoucher: 'voucher.expire',
  suspendVoucher: 'voucher.suspend',
  resumeVoucher: 'voucher.resume',
  extendVoucher: 'voucher.extend',
  topUpVoucher: 'voucher.top-up',
  splitVoucher: 'voucher.split',
  decideClawback: 'clawback.decide',
  receiveClawback: 'clawback.receive',
  offsetClawback: 'clawback.offset',
  surchargeClawback: 'clawback.surcharge',
  writeOffClawback: 'clawback.write-off',
  decideWarningSign: 'warning-sign.decide',
  listServices: 'voucher.read',
  getService: 'voucher.read',
  contractService: 'service.contract',
  reassignService: 'service.reassign',
  cancelService: 'service.cancel',
  deliverService: 'service.deliver',
  acceptService: 'service.accept',
  inspectService: 'service.inspect',
  sendBackService: 'service.send-back',
  claimService: 'service.claim',
  captureService: 'service.capture',
  captureServices: 'service.capture',
  refundService: 'service.refund',
  reverseCaptureService: 'service.reverse-capture',
  listPaymentBatches: 'voucher.read',
  getPaymentBatch: 'payment-batch.read',
  draftPaymentBatch: 'payment-batch.draft',
  releasePaymentBatch: 'payment-batch.release',
  cancelPaymentBatch: 'payment-batch.cancel',
  downloadPaymentBatch: 'payment-batch.download',
  unmaskPaymentBatch: 'bank-account.unmask',
  listReportDownloads: 'report.log',
  getFundComplianceReport: 'report.read',
  downloadFundComplianceReport: 'report.download',
  getVoucherSettlementReport: 'report.read',
  downloadVoucherSettlementReport: 'report.download',
} as const;

export type OperationId = keyof typeof PERMISSION_OF;

export interface Operation {
  readonly method: string;
  /** With its parameters: '/funds/{fundId}', without the prefix /api. */
  readonly path: string;
  readonly operationId: string;
  /** What the body is sent as; null where there is none. */
  readonly mediaType: string | null;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId: string; requestBody?: { content: object } }>>>>;
}

/** The routes as the server states them, by path. */
export async function readContract(): Promise<Operation[]> {
  const { paths } = (await Client.anonymous().get('/openapi.json')).body as Contract;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api', ''),
      operationId,
      mediaType: requestBody === undefined ? null : (Object.keys(requestBody.content)[0] ?? null),
    })),
  );
}

/** A path with an identifier that nobody has for every parameter. */
export const NOWHERE = '7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00';
export const aimed = (path: string): string => path.replace(/\{\w+\}/g, NOWHERE);

/** Strangers and people without the permission are turned away, and are told which permission it takes. */
export function itIsClosedTo(login: Login, operationId: OperationId, send: (client: Client) => Promise<Answer>): void {
  it(`is closed to strangers and to the ${login}`, async () => {
    const [stranger, refused] = [await send(Client.anonymous()), await send(Client.as(login))];
    expect([stranger.status, stranger.body.code]).toEqual([401, 'session.missing']);
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([403, 'permission.missing', { permission: PERMISSION_OF[operationId] }]);
  });
}

/** The same key gives the same answer and writes once; for another input it is refused; and there has to be one. */
export function itWritesOncePerKey(send: (ask: Pick<Ask, 'key'>, variation: 'first' | 'other') => Promise<Answer>): void {
  it('writes once for the same key and refuses the key for anything else', async () => {
    const key = `once-${crypto.randomUUID()}`;
    const first = await send({ key }, 'first');
    const again = await send({ key }, 'first');
    const other = await send({ key }, 'other');
    expect([Math.floor(first.status / 100), again.status, again.body]).toEqual([2, first.status, first.body]);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.key-reused']);
  });

  it('asks for an idempotency key of 8 to 100 visible characters', async () => {
    const codes = await Promise.all([null, 'short', 'k'.repeat(101), 'with blank in it'].map(async (key) => (await send({ key }, 'first')).body.code as string));
    expect(codes).toEqual(['idempotency.key-missing', 'idempotency.key-malformed', 'idempotency.key-malformed', 'idempotency.key-malformed']);
  });
}

/** What names nothing is not found, whether or not it could be a name. */
export function itFindsNothingAt(send: (id: string) => Promise<Answer>): void {
  it('answers 404 for an identifier that nobody has and for one that is none', async () => {
    const [unknown, malformed] = [await send(NOWHERE), await send('not-an-identifier')];
    expect([unknown.status, unknown.body.code, malformed.status, malformed.body.code]).toEqual([404, 'resource.not-found', 404, 'id.malformed']);
  });
}
