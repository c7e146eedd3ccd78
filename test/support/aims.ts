import { CLAIM, deal, decision, fundForm } from './funds.js';
import { overviewSheet } from './register.js';
import type { OperationId } from './routes.js';
import type { Target } from './scoped.js';

/** A request as somebody would send it who knows the ids of a fund. */
export interface AimedAsk {
  readonly path: string;
  readonly body?: unknown;
  readonly file?: { readonly bytes: Buffer; readonly name: string };
}

export interface Aim {
  readonly ask: (target: Target) => AimedAsk;
  /**
   * How a fund that lies outside one's scope answers: as if it were not there (403 or 404), with nothing in it, or by
   * leaving it alone (the answer is about the request itself).
   */
  readonly outside: 'ABSENT' | 'EMPTY' | 'UNTOUCHED';
}

/** Names no fund: asked all the same, to see that nothing of a fund comes back. `path` is left out where asking would change the asker. */
export interface Free {
  readonly because: string;
  readonly path?: string;
  /** What of a fund it may show all the same, to whom and why. */
  readonly shows?: 'PARTIES' | 'NAMES_TO_ADMIN';
}

const aim = (ask: (target: Target) => AimedAsk, outside: Aim['outside'] = 'ABSENT'): Aim => ({ ask, outside });
const look = (path: (target: Target) => string, outside: Aim['outside'] = 'ABSENT'): Aim => aim((target) => ({ path: path(target) }), outside);
const free = (because: string, path?: string, shows?: Free['shows']): Free => ({ because, ...(path === undefined ? {} : { path }), ...(shows === undefined ? {} : { shows }) });

/** For each route of the contract: how it is aimed at a fund, or why it cannot be. */
export const AIMS: Readonly<Partial<Record<OperationId, Aim | Free>>> = {
  getHealth: free('about the server', '/health'),
  startSession: free('about oneself'),
  readSession: free('about oneself', '/session'),
  endSession: free('about oneself'),
  streamEvents: free('test/api/event/stream asks it: an event about a fund reaches only who may see it'),
  listUsers: free('accounts', '/users'),
  createUser: free('accounts'),
  deactivateUser: free('accounts'),
  listRoleHolders: free('accounts; places outside one’s scope are left out', '/roles', 'NAMES_TO_ADMIN'),
  listScopes: free('only what lies in one’s scope; whoever gives out roles has to choose among the names', '/scopes', 'NAMES_TO_ADMIN'),
  listRolePairs: free('the segregation of duties', '/role-pairs'),
  listRoleDecisions: look(({ userId }) => `/users/${userId}/role-decisions`, 'UNTOUCHED'),
  grantRole: free('the administrator’s, who holds everywhere'),
  rescopeRole: free('the administrator’s, who holds everywhere'),
  revokeRole: free('the administrator’s, who holds everywhere'),
  promoteUser: free('accounts'),
  listCommands: free('only what names something in one’s scope', '/commands?limit=200'),
  uploadDocument: free('a file belongs to who hands it in until it is attached'),
  readDocument: look(({ documentId }) => `/documents/${documentId}`),
  downloadDocument: aim(({ documentId }) => ({ path: `/documents/${documentId}/download`, body: { reason: '범위 시험' } })),
  listAccounts: look(({ book }) => `/ledger/accounts?book=${encodeURIComponent(book)}`, 'EMPTY'),
  listEntries: look(({ book }) => `/ledger/entries?book=${encodeURIComponent(book)}`, 'EMPTY'),
  closePeriod: aim(({ book }) => ({ path: '/ledger/periods', body: { book, closedThrough: '2021-12-31' } })),
  listProgrammes: free('programmes by name', '/programmes'),
  createProgramme: free('founded by those who hold everywhere; test/database/scopes asks it'),
  addVintage: aim(({ programmeId }) => ({ path: `/programmes/${programmeId}/vintages`, body: { year: 2050 } })),
  listFunds: free('only funds in one’s scope', '/funds'),
  formFund: aim(({ vintageId }) => ({ path: '/funds', body: fundForm(vintageId) })),
  getFund: look(({ fundId }) => `/funds/${fundId}`),
  getObligation: look(({ fundId }) => `/funds/${fundId}/obligation`),
  getPerformance: look(({ fundId }) => `/funds/${fundId}/performance`),
  getProgrammeObligation: look(({ programmeId }) => `/programmes/${programmeId}/obligation`, 'UNTOUCHED'),
  decidePolicy: aim(({ fundId }) => ({
    path: `/funds/${fundId}/policies`,
    body: { key: 'fund.lifetime-expenses-won', value: '2400000000', effectiveFrom: '2025-01-01', clause: '규약', source: 'AGREEMENT', reason: '범위 시험' },
  })),
  listCapitalCalls: look(({ fundId }) => `/funds/${fundId}/capital-calls`),
  issueCapitalCall: aim(({ fundId }) => ({ path: `/funds/${fundId}/capital-calls`, body: { amountWon: '1000000', purpose: '범위 시험', noticeOn: '2024-02-01', dueOn: '2024-03-04' } })),
  receiveCapital: aim(({ callId, partnerId }) => ({ path: `/capital-calls/${callId}/receipts`, body: { partnerId, amountWon: '1000', valueOn: '2024-03-04' } })),
  listInvestments: look(({ fundId }) => `/funds/${fundId}/investments`),
  recordInvestment: aim(({ fundId }) => ({ path: `/funds/${fundId}/investments`, body: deal('1000', CLAIM) })),
  getInvestment: look(({ investmentId }) => `/investments/${investmentId}`),
  voidInvestment: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/void`, body: { reason: '범위 시험' } })),
  decideClassification: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/classifications`, body: decision('NOT_QUALIFIED') })),
  attachEvidence: aim(({ investmentId, documentId }) => ({ path: `/investments/${investmentId}/evidence`, body: { evidence: [{ kind: '정관', documentId }] } })),
  listRecognitionRoutes: free('the law', '/recognition-routes'),
  importFundRegister: aim(({ fundNumber }) => ({ path: '/imports/fund-register', file: { bytes: Buffer.from(overviewSheet(fundNumber)), name: '조합개요.csv' } }), 'UNTOUCHED'),
  pasteFundRegister: aim(({ fundNumber }) => ({ path: '/imports/fund-register/paste', body: { sheet: '조합개요', text: overviewSheet(fundNumber) } }), 'UNTOUCHED'),
  listImports: free('one’s own imports', '/imports'),
  getImport: look(({ importId }) => `/imports/${importId}`),
  listReportDownloads: free('only reports about funds in one’s scope', '/reports/downloads'),
  getFundComplianceReport: look(({ fundId }) => `/reports/fund-compliance/${fundId}`),
  reopenPeriod: aim(({ book }) => ({ path: '/ledger/periods/reopen', body: { book, closedThrough: '2020-12-31', reason: '범위 시험' } })),

  listApprovals: free('only requests about funds in one’s scope, and one’s own', '/approvals?box=open'),
  countApprovals: free('only requests about funds in one’s scope', '/approvals/count'),
  getApproval: look(({ approvalId }) => `/approvals/${approvalId}`),
  signApproval: aim(({ approvalId, contentHash }) => ({ path: `/approvals/${approvalId}/sign`, body: { contentHash } })),
  signApprovals: aim(({ approvalId, contentHash }) => ({ path: '/approvals/sign-batch', body: { items: [{ id: approvalId, contentHash }] } }), 'UNTOUCHED'),
  returnApproval: aim(({ approvalId, contentHash }) => ({ path: `/approvals/${approvalId}/return`, body: { contentHash, opinion: '범위 시험' } })),
  resubmitApproval: aim(({ approvalId }) => ({ path: `/approvals/${approvalId}/resubmit` })),
  recallApproval: aim(({ approvalId }) => ({ path: `/approvals/${approvalId}/recall`, body: { reason: '범위 시험' } })),
  listApprovalPolicies: free('policies for all funds, and for those in one’s scope', '/approval-policies'),
  listCommandKinds: free('the commands of the program', '/command-kinds'),
  decideApprovalPolicy: free('test/api/approval-policy asks it; a policy for a fund outside one’s scope is refused by the database'),
  listDeputies: free('who stands in for whom', '/deputies'),
  listPossibleDeputies: free('people', '/deputies/candidates'),
  appointDeputy: free('about oneself'),
  endDeputy: free('about oneself'),
  listBreakGlasses: free('emergencies by person; what was done in them is left out where one does not see it', '/break-glass'),
  openBreakGlass: free('about oneself'),
  listHistory: look(({ investmentId }) => `/history/${investmentId}`, 'EMPTY'),

  listSessions: free('about oneself', '/sessions'),
  revokeSession: free('about oneself'),
  revokeOtherSessions: free('about oneself'),
  completeSession: free('about oneself'),
  startPasskeySession: free('about oneself'),
  challengePasskey: free('about oneself'),
  redeemInvitation: free('about oneself'),
  confirmIdentity: free('about oneself'),
  changePassword: free('about oneself'),
  listFactors: free('about oneself', '/factors'),
  offerTotp: free('about oneself'),
  confirmTotp: free('about oneself'),
  removeTotp: free('about oneself'),
  offerPasskey: free('about oneself'),
  enrolPasskey: free('about oneself'),
  removePasskey: free('about oneself'),
  renewRecoveryCodes: free('about oneself'),
  inviteUser: free('accounts'),
  restrictUser: free('accounts'),
  disconnectUser: free('accounts'),
  listSignInMethods: free('about the server', '/sign-in-methods'),
  startProviderSession: free('about oneself'),
  finishProviderSession: free('about oneself'),
  linkOwnProvider: free('about oneself'),
  stepUpByProvider: free('about oneself'),
  listProviderLinks: free('about oneself', '/provider-links'),
  linkProvider: free('accounts'),
  unlinkProvider: free('accounts'),
  listApiTokens: free('about oneself', '/api-tokens'),
  createApiToken: free('about oneself'),
  revokeApiToken: free('about oneself'),

  listParties: free('the directory of companies and institutions that all funds share; it says nothing of who put money where', '/parties', 'PARTIES'),
  listBankAccounts: free('accounts of parties, which all funds share; numbers are covered', '/bank-accounts', 'PARTIES'),
  listBanks: free('the banks of the country', '/bank-accounts/banks'),
  registerBankAccount: free('accounts of parties'),
  findBankAccounts: free('accounts of parties'),
  closeBankAccount: free('accounts of parties'),
  unmaskBankAccount: free('accounts of parties'),
  listAccess: free('who looked at what: whole for those who see everything, otherwise one’s own', '/access-log?month=2026-01'),
  getAccessFigures: free('counts by person', '/access-log/figures?month=2026-01'),
  getAccessLogRetention: free('about the log', '/access-log/retention'),
  exportAccessLog: free('the same rows as listAccess'),
  purgeAccessLog: free('about the log'),
  listAccessReviews: free('about the log', '/access-reviews'),
  completeAccessReview: free('about the log'),

  listAuditPacks: free('the recurring requests by name', '/audit/packs'),
  listAuditPackDownloads: free('who took which pack away', '/audit/packs/downloads'),
  getAuditPack: free('each pack is asked for what lies outside one’s scope by a spec of its own'),
  unmaskAuditPack: free('each pack is asked for what lies outside one’s scope by a spec of its own'),
  downloadAuditPack: free('the same rows as unmaskAuditPack'),
  getDecisions: look(({ investmentId }) => `/audit/decisions/${investmentId}`),
  downloadEvidenceBundle: aim(({ investmentId }) => ({ path: `/audit/decisions/${investmentId}/evidence`, body: { reason: '범위 시험' } })),
  getRatioSeries: look(({ fundId }) => `/audit/funds/${fundId}/ratio-series`),

  getSealStatus: free('digests', '/seals/status'),
  listSealBatches: free('digests', '/seals/batches'),
  anchorSeal: free('digests'),
  verifySeals: free('digests'),
  downloadFundComplianceReport: aim(({ fundId }) => ({ path: `/reports/fund-compliance/${fundId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
};

