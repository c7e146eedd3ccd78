import { amendment, dissolution, extension, transfer } from './formation.js';
import { CLAIM, deal, decision, fundForm } from './funds.js';
import { assumptions, waterfallTerms } from './distributions.js';
import { mandateForm, ruleTerms } from './mandates.js';
import { examined, exit, feeTerms, payment, sheet, valued } from './outcomes.js';
import { overviewSheet } from './register.js';
import type { OperationId } from './routes.js';
import type { Target } from './scoped.js';
import { GRANT_ROUTES } from './grant-routes.js';
import { BANK_ROUTES } from './bank-routes.js';
import { PAYMENT_ROUTES } from './payment-routes.js';
import { VOUCHER_ROUTES } from './voucher-routes.js';

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

/** A programme year of vouchers lies in a programme and never in a fund. */
export const IN_A_YEAR = 'of a programme year: test/api/voucher-scopes asks every such route';

const OF_A_YEAR = Object.fromEntries(Object.keys(VOUCHER_ROUTES).map((operationId) => [operationId, free(IN_A_YEAR)]));

/** A call for grants lies in a programme and never in a fund. */
export const IN_A_CALL = 'of a call for grants: test/api/grant-scopes asks every such route';

const OF_A_CALL = Object.fromEntries(Object.keys(GRANT_ROUTES).map((operationId) => [operationId, free(IN_A_CALL)]));

/** What a book owes lies in its call or programme and never in a fund. */
export const IN_A_BOOK = 'of the book of a call: test/api/payment-scopes asks every such route';

const OF_A_BOOK = Object.fromEntries(Object.keys(PAYMENT_ROUTES).map((operationId) => [operationId, free(IN_A_BOOK)]));

/** An account of the house carries the money of every book: who does not see all of them sees none of its lines. */
export const IN_THE_HOUSE = 'of an account of the house: test/api/bank-statement/scopes asks every such route';

const OF_THE_HOUSE = Object.fromEntries(Object.keys(BANK_ROUTES).map((operationId) => [operationId, free(IN_THE_HOUSE)]));

/** For each route of the contract: how it is aimed at a fund, or why it cannot be. */
export const AIMS: Readonly<Partial<Record<OperationId, Aim | Free>>> = {
  ...OF_A_YEAR,
  ...OF_A_CALL,
  ...OF_A_BOOK,
  ...OF_THE_HOUSE,
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
  listLedgerWords: free('words of the program', '/ledger/words'),
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
  getAgreement: look(({ fundId }) => `/funds/${fundId}/agreement`),
  amendAgreement: aim(({ fundId }) => ({ path: `/funds/${fundId}/agreement/versions`, body: amendment({ title: '범위 시험' }) })),
  listTransfers: look(({ fundId }) => `/funds/${fundId}/transfers`),
  transferCommitment: aim(({ fundId, partnerId }) => ({ path: `/funds/${fundId}/transfers`, body: transfer(partnerId) })),
  getFundLife: look(({ fundId }) => `/funds/${fundId}/life`),
  extendFund: aim(({ fundId }) => ({ path: `/funds/${fundId}/extensions`, body: extension() })),
  dissolveFund: aim(({ fundId }) => ({ path: `/funds/${fundId}/dissolution`, body: { ...dissolution(), dryRun: true } })),
  listFundDuties: look(({ fundId }) => `/funds/${fundId}/duties`),
  fulfilFundDuty: aim(({ fundId }) => ({ path: `/funds/${fundId}/duties`, body: { duty: 'CLOSING_STATEMENTS:2025', doneOn: '2026-03-20' } })),
  decidePolicy: aim(({ fundId }) => ({
    path: `/funds/${fundId}/policies`,
    body: { key: 'fund.lifetime-expenses-won', value: '2400000000', effectiveFrom: '2025-01-01', clause: '규약', source: 'AGREEMENT', reason: '범위 시험' },
  })),
  listDealDimensions: free('words of the program', '/deal-dimensions'),
  listPublishedMandates: free('what notices published', '/published-mandates'),
  listMandates: look(({ fundId }) => `/mandates/${fundId}`, 'EMPTY'),
  decideMandate: aim(({ fundId }) => ({ path: '/mandates', body: mandateForm(fundId) })),
  endMandate: aim(({ ruleId }) => ({ path: `/mandates/${ruleId}/end`, body: { endedOn: '2025-01-01', reason: '범위 시험' } })),
  listObligations: free('only rules of funds in one’s scope', '/obligations'),
  getFundObligations: look(({ fundId }) => `/funds/${fundId}/obligations`),
  listObligationDeals: look(({ fundId }) => `/funds/${fundId}/obligation-deals`),
  simulateDeals: aim(({ fundId }) => ({ path: '/deal-simulations', body: { deals: [{ fundId, amountWon: '1000', traits: [] }] } }), 'UNTOUCHED'),
  replayObligation: aim(({ fundId }) => ({ path: `/funds/${fundId}/obligation-replay`, body: { ...ruleTerms(), from: '2024-02-01', to: '2024-03-01' } })),
  listStatutoryObligations: free('only managers of funds in one’s scope', '/statutory-obligations', 'PARTIES'),
  recordStatutoryProfile: aim(({ fundId }) => ({ path: `/funds/${fundId}/statutory-profiles`, body: { purpose: 'GENERAL', specialRatio: true, clause: '규약', effectiveFrom: '2024-06-01' } })),
  recordGeneralPartnerProfile: free('of a party that manages funds; stated by those who hold everywhere'),
  getWaterfallTerms: look(({ fundId }) => `/funds/${fundId}/waterfall-terms`),
  decideWaterfallTerm: aim(({ fundId }) => ({ path: `/funds/${fundId}/waterfall-terms`, body: waterfallTerms() })),
  listDistributions: look(({ fundId }) => `/funds/${fundId}/distributions`),
  payDistribution: aim(({ fundId }) => ({ path: `/funds/${fundId}/distributions`, body: { amountWon: '1000', paidOn: '2024-04-01', source: '범위 시험' } })),
  reverseDistribution: free('a distribution of a fund; test/api/distribution/reverse asks it'),
  clawBackCarry: aim(({ fundId }) => ({ path: `/funds/${fundId}/carry/clawbacks`, body: { paidOn: '2024-04-01', taxWon: '0' } })),
  listDealPerformance: look(({ fundId }) => `/funds/${fundId}/performance/deals`),
  getJCurve: look(({ fundId }) => `/funds/${fundId}/performance/j-curve`),
  getCapitalAccounts: look(({ fundId }) => `/funds/${fundId}/performance/capital-accounts?from=2024-01-01`),
  listScenarios: look(({ fundId }) => `/funds/${fundId}/scenarios`),
  saveScenario: aim(({ fundId }) => ({ path: `/funds/${fundId}/scenarios`, body: { name: '범위 시험', assumptions: assumptions() } })),
  runForecast: aim(({ fundId }) => ({ path: `/funds/${fundId}/forecast`, body: { name: '범위 시험', assumptions: assumptions() } })),
  listCapitalCalls: look(({ fundId }) => `/funds/${fundId}/capital-calls`),
  issueCapitalCall: aim(({ fundId }) => ({ path: `/funds/${fundId}/capital-calls`, body: { amountWon: '1000000', purpose: '범위 시험', noticeOn: '2024-02-01', dueOn: '2024-03-04' } })),
  receiveCapital: aim(({ callId, partnerId }) => ({ path: `/capital-calls/${callId}/receipts`, body: { partnerId, amountWon: '1000', valueOn: '2024-03-04' } })),
  reverseCapitalReceipt: aim(({ receiptId }) => ({ path: `/capital-receipts/${receiptId}/reversal`, body: { reason: '범위 시험', dryRun: true } })),
  receiveOverdueInterest: aim(({ callId, partnerId }) => ({ path: `/capital-calls/${callId}/overdue-interest`, body: { partnerId, amountWon: '1', valueOn: '2024-03-05', dryRun: true } })),
  waiveOverdueInterest: aim(({ callId, partnerId }) => ({ path: `/capital-calls/${callId}/overdue-interest-waivers`, body: { partnerId, amountWon: '1', waivedOn: '2024-03-05', reason: '범위 시험', dryRun: true } })),
  reverseOverdueInterest: aim(({ interestId }) => ({ path: `/overdue-interest/${interestId}/reversal`, body: { reason: '범위 시험', dryRun: true } })),
  getCallNotice: look(({ callId, partnerId }) => `/capital-calls/${callId}/notices/${partnerId}`),
  downloadCallNotices: aim(({ callId }) => ({ path: `/capital-calls/${callId}/notices`, body: { format: 'PDF' } })),
  listCustodianAccounts: look(({ fundId }) => `/funds/${fundId}/custodian-accounts`),
  registerCustodianAccount: aim(({ fundId }) => ({ path: `/funds/${fundId}/custodian-accounts`, body: { bankCode: '088', accountNumber: '100200300400', holder: '범위 시험', effectiveFrom: '2024-02-01' } })),
  importCustodianStatement: aim(({ fundId }) => ({ path: `/funds/${fundId}/custodian-statements`, file: { bytes: Buffer.from('거래일,입금액,입금자\n2024-03-04,1000,범위 시험'), name: '거래내역.csv' } })),
  pasteCustodianStatement: aim(({ fundId }) => ({ path: `/funds/${fundId}/custodian-statements/paste`, body: { text: '거래일\t입금액\t입금자\n2024-03-04\t1000\t범위 시험' } })),
  listCustodianLines: look(({ fundId }) => `/funds/${fundId}/custodian-lines`),
  matchCapital: aim(({ fundId, callId, partnerId, lineId }) => ({ path: `/funds/${fundId}/capital-matches`, body: { items: [{ lineId, callId, partnerId, capitalWon: '1' }], dryRun: true } })),
  listValuations: look(({ fundId }) => `/funds/${fundId}/valuations`),
  recordValuation: aim(({ fundId, investmentId }) => ({ path: `/funds/${fundId}/valuations`, body: sheet([valued(investmentId, '1000')]) })),
  listExits: look(({ fundId }) => `/funds/${fundId}/exits`),
  recordExit: aim(({ fundId, investmentId }) => ({ path: `/funds/${fundId}/exits`, body: exit(investmentId, '1000') })),
  receiveEscrow: aim(({ fundId, investmentId }) => ({ path: `/funds/${fundId}/escrow-receipts`, body: { exitId: investmentId, settledOn: '2025-01-02', receivedWon: '1' } })),
  getFeeSchedule: look(({ fundId }) => `/funds/${fundId}/fee-schedule`),
  decideFeeTerm: aim(({ fundId }) => ({ path: `/funds/${fundId}/fee-terms`, body: feeTerms([]) })),
  billFee: aim(({ fundId }) => ({ path: `/funds/${fundId}/fee-bills`, body: { periodTo: '2024-03-31', billedOn: '2024-03-31' } })),
  voidFee: aim(({ fundId, investmentId }) => ({ path: `/funds/${fundId}/fee-bills/${investmentId}/void`, body: { reason: '범위 시험' } })),
  listExpenses: look(({ fundId }) => `/funds/${fundId}/expenses`),
  payExpense: aim(({ fundId }) => ({ path: `/funds/${fundId}/expenses`, body: payment('1000') })),
  voidExpense: aim(({ fundId, investmentId }) => ({ path: `/funds/${fundId}/expenses/${investmentId}/void`, body: { reason: '범위 시험' } })),
  settleDueDiligence: aim(({ fundId }) => ({ path: `/funds/${fundId}/due-diligence`, body: examined('1000') })),
  listInvestments: look(({ fundId }) => `/funds/${fundId}/investments`),
  recordInvestment: aim(({ fundId }) => ({ path: `/funds/${fundId}/investments`, body: deal('1000', CLAIM) })),
  convertInvestment: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/conversions`, body: { instrument: 'COMMON', convertedOn: '2024-06-04', shares: '10' } })),
  rescindInvestment: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/rescission`, body: { rescindedOn: '2024-06-04', reason: '범위 시험' } })),
  recordDealTrait: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/traits`, body: { dimension: 'region', value: '대전', effectiveOn: '2024-06-04', reason: '범위 시험' } })),
  listPortfolio: look(({ fundId }) => `/funds/${fundId}/portfolio`),
  getCompany: free('a company shows only the funds in one’s scope; test/api/company asks it'),
  listWaivers: look(({ fundId }) => `/funds/${fundId}/waivers`),
  grantWaiver: aim(({ fundId }) => ({ path: `/funds/${fundId}/waivers`, body: { rule: 'overseas-stays-within-limit', validFrom: '2024-06-03', validTo: '2024-12-31', reason: '범위 시험' } })),
  revokeWaiver: free('test/api/waiver asks it: a waiver outside one’s scope is not found'),
  listRelatedParties: free('who stands how to whom, which all funds share; it says nothing of who put money where', '/related-parties', 'PARTIES'),
  recordRelatedParty: free('relations of parties, which all funds share'),
  endRelatedParty: free('relations of parties, which all funds share'),
  getInvestment: look(({ investmentId }) => `/investments/${investmentId}`),
  voidInvestment: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/void`, body: { reason: '범위 시험' } })),
  decideClassification: aim(({ investmentId }) => ({ path: `/investments/${investmentId}/classifications`, body: decision('NOT_QUALIFIED') })),
  attachEvidence: aim(({ investmentId, documentId }) => ({ path: `/investments/${investmentId}/evidence`, body: { evidence: [{ kind: '정관', documentId }] } })),
  getRecognition: look(({ investmentId }) => `/investments/${investmentId}/recognition`),
  getRecognitionSnapshot: look(({ investmentId, snapshotSha256 }) => `/investments/${investmentId}/snapshots/${snapshotSha256}`),
  invalidateEvidence: aim(({ investmentId, documentId }) => ({ path: `/investments/${investmentId}/evidence/${documentId}/turns`, body: { turn: 'FALSE_DOCUMENT', happenedOn: '2024-07-01', reason: '범위 시험' } })),
  listRecognitionExceptions: look(({ fundId }) => `/funds/${fundId}/recognition-exceptions`),
  recordRecognitionException: aim(({ fundId }) => ({ path: `/funds/${fundId}/recognition-exceptions`, body: { number: '범위-1', issuer: '자문위', subject: '범위 시험', validFrom: '2024-01-01' } })),
  withdrawRecognitionException: aim(({ fundId, documentId }) => ({ path: `/funds/${fundId}/recognition-exceptions/${documentId}/withdrawal`, body: { withdrawnFrom: '2024-02-01', reason: '범위 시험' } })),
  listPublicInstitutes: free('the public institutes of the country', '/public-institutes'),
  recordPublicInstitutes: free('the public institutes of the country'),
  importPublicInstitutes: free('the public institutes of the country'),
  pastePublicInstitutes: free('the public institutes of the country'),
  endPublicInstitute: free('the public institutes of the country'),
  getEvidenceDesk: look(({ fundId }) => `/evidence-desk?fundId=${fundId}`),
  listRecognitionRoutes: free('the law', '/recognition-routes'),
  importFundRegister: aim(({ fundNumber }) => ({ path: '/imports/fund-register', file: { bytes: Buffer.from(overviewSheet(fundNumber)), name: '조합개요.csv' } }), 'UNTOUCHED'),
  pasteFundRegister: aim(({ fundNumber }) => ({ path: '/imports/fund-register/paste', body: { sheet: '조합개요', text: overviewSheet(fundNumber) } }), 'UNTOUCHED'),
  listImports: free('one’s own imports', '/imports'),
  getImport: look(({ importId }) => `/imports/${importId}`),
  listReportDownloads: free('only reports about funds in one’s scope', '/reports/downloads'),
  getFundComplianceReport: look(({ fundId }) => `/reports/fund-compliance/${fundId}`),
  getPartnerStatement: look(({ partnerId }) => `/reports/partner-statement/${partnerId}`),
  getPartnerStatements: look(({ fundId }) => `/reports/partner-statements/${fundId}`),
  getFundQuarterlyReport: look(({ fundId }) => `/reports/fund-quarterly/${fundId}`),
  getIlpaReporting: look(({ partnerId }) => `/reports/ilpa-reporting/${partnerId}`),
  getIlpaPerformance: look(({ fundId }) => `/reports/ilpa-performance/${fundId}`),
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

  listVoucherYears: free('only years of programmes in one’s scope', '/voucher-years'),
  listBusinessStatuses: free('what the tax office says of parties, which all programmes share'),
  recordBusinessStatus: free('what the tax office says of parties, which all programmes share'),

  getSealStatus: free('digests', '/seals/status'),
  listSealBatches: free('digests', '/seals/batches'),
  anchorSeal: free('digests'),
  verifySeals: free('digests'),
  downloadPartnerStatement: aim(({ partnerId }) => ({ path: `/reports/partner-statement/${partnerId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
  downloadPartnerStatements: aim(({ fundId }) => ({ path: `/reports/partner-statements/${fundId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
  downloadFundQuarterlyReport: aim(({ fundId }) => ({ path: `/reports/fund-quarterly/${fundId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
  downloadIlpaReporting: aim(({ partnerId }) => ({ path: `/reports/ilpa-reporting/${partnerId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
  downloadIlpaPerformance: aim(({ fundId }) => ({ path: `/reports/ilpa-performance/${fundId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
  downloadFundComplianceReport: aim(({ fundId }) => ({ path: `/reports/fund-compliance/${fundId}/downloads`, body: { format: 'csv', reason: '범위 시험' } })),
};

