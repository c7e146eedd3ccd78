import { expect, it } from '@jest/globals';
import { Client, type Answer, type Ask, type Login } from './client.js';
import { BANK_ROUTES } from './bank-routes.js';
import { GRANT_ROUTES } from './grant-routes.js';
import { MATCHING_ROUTES } from './matching-routes.js';
import { PAYMENT_ROUTES } from './payment-routes.js';
import { REPORT_ROUTES } from './report-routes.js';
import { VOUCHER_ROUTES } from './voucher-routes.js';

/**
 * Every route of the contract by operationId with the permission that opens it; null: everybody. Written down a second
 * time on purpose: a route that opens to somebody else by mistake is seen here.
 */
export const PERMISSION_OF = {
  ...VOUCHER_ROUTES,
  ...GRANT_ROUTES, ...MATCHING_ROUTES, ...PAYMENT_ROUTES, ...BANK_ROUTES,
  getHealth: null,
  startSession: null,
  completeSession: null,
  startPasskeySession: null,
  challengePasskey: null,
  redeemInvitation: null,
  verifyReport: null,
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
  listGivablePermissions: 'api-token.create',
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
  listPartyAddresses: 'bank-account.read',
  recordPartyAddress: 'party-address.record',
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
  getAgreement: 'policy.read',
  amendAgreement: 'agreement.amend',
  listTransfers: 'fund.read',
  transferCommitment: 'commitment.transfer',
  getFundLife: 'fund.read',
  extendFund: 'fund.extend',
  dissolveFund: 'fund.dissolve',
  listFundDuties: 'fund.read',
  fulfilFundDuty: 'fund-duty.fulfil',
  listDealDimensions: 'fund.read',
  listPublishedMandates: 'fund.read',
  listMandates: 'fund.read',
  decideMandate: 'mandate.decide',
  endMandate: 'mandate.end',
  listObligations: 'fund.read',
  getFundObligations: 'fund.read',
  listObligationDeals: 'investment.read',
  simulateDeals: 'fund.read',
  replayObligation: 'fund.read',
  listStatutoryObligations: 'fund.read',
  recordStatutoryProfile: 'statutory-profile.record',
  recordGeneralPartnerProfile: 'general-partner-profile.record',
  getWaterfallTerms: 'fund.read',
  decideWaterfallTerm: 'waterfall-term.decide',
  listDistributions: 'fund.read',
  payDistribution: 'distribution.pay',
  reverseDistribution: 'distribution.reverse',
  clawBackCarry: 'carry.claw-back',
  listDealPerformance: 'fund.read',
  getJCurve: 'fund.read',
  getCapitalAccounts: 'fund.read',
  listScenarios: 'fund.read',
  saveScenario: 'scenario.save',
  runForecast: 'fund.read',
  listCapitalCalls: 'fund.read',
  issueCapitalCall: 'capital-call.issue',
  receiveCapital: 'capital-call.receive',
  listValuations: 'fund.read',
  recordValuation: 'valuation.record',
  listExits: 'fund.read',
  recordExit: 'exit.record',
  receiveEscrow: 'escrow.receive',
  getFeeSchedule: 'fund.read',
  decideFeeTerm: 'fee-term.decide',
  billFee: 'fee.bill',
  voidFee: 'fee.void',
  listExpenses: 'fund.read',
  payExpense: 'expense.pay',
  voidExpense: 'expense.void',
  settleDueDiligence: 'due-diligence.settle',
  reverseCapitalReceipt: 'capital-receipt.reverse',
  receiveOverdueInterest: 'overdue-interest.receive',
  waiveOverdueInterest: 'overdue-interest.waive',
  reverseOverdueInterest: 'overdue-interest.reverse',
  getCallNotice: 'fund.read',
  downloadCallNotices: 'fund.read',
  listCustodianAccounts: 'fund.read',
  registerCustodianAccount: 'custodian-account.register',
  listInvestments: 'investment.read',
  recordInvestment: 'investment.record',
  getInvestment: 'investment.read',
  convertInvestment: 'investment.convert',
  rescindInvestment: 'investment.rescind',
  recordDealTrait: 'deal-trait.record',
  listPortfolio: 'investment.read',
  getCompany: 'investment.read',
  listWaivers: 'investment.read',
  grantWaiver: 'waiver.grant',
  revokeWaiver: 'waiver.revoke',
  listRelatedParties: 'related-party.read',
  recordRelatedParty: 'related-party.record',
  endRelatedParty: 'related-party.end',
  voidInvestment: 'investment.void',
  listRecognitionRoutes: 'fund.read',
  decideClassification: 'classification.decide',
  attachEvidence: 'evidence.attach',
  invalidateEvidence: 'evidence.invalidate',
  getRecognition: 'investment.read',
  getRecognitionSnapshot: 'investment.read',
  listRecognitionExceptions: 'investment.read',
  recordRecognitionException: 'recognition-exception.record',
  withdrawRecognitionException: 'recognition-exception.withdraw',
  listPublicInstitutes: 'investment.read',
  recordPublicInstitutes: 'public-institute.record',
  importPublicInstitutes: 'public-institute.import',
  pastePublicInstitutes: 'public-institute.import',
  getPublicInstituteForm: 'public-institute.import',
  endPublicInstitute: 'public-institute.end',
  getEvidenceDesk: 'investment.read',
  importFundRegister: 'fund-register.import',
  pasteFundRegister: 'fund-register.import',
  getFundRegisterForm: 'fund-register.import',
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
  ...REPORT_ROUTES,
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
export const aimed = (path: string): string => path.replace('{year}', '2021').replace(/\{\w+\}/g, NOWHERE);

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
