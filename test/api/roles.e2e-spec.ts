import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { baseUrl, Client, LOGINS } from '../support/client.js';
import { aimed, PERMISSION_OF, readContract, type Operation, type OperationId } from '../support/routes.js';
import { holdRole, newAccount } from '../support/scoped.js';
import { withSql } from '../support/sql.js';

/** Those whose turn it is: one of each role. */
const ONE_OF_EACH = [...LOGINS, 'director', 'committee1'] as const;
type OneOfEach = (typeof ONE_OF_EACH)[number];

/** Before somebody is signed in. */
const AT_THE_DOOR = ['challengePasskey', 'completeSession', 'redeemInvitation', 'startPasskeySession', 'startSession'];
const OPEN_TO_STRANGERS = [...AT_THE_DOOR, 'finishProviderSession', 'getHealth', 'listSignInMethods', 'startProviderSession', 'readCalendarFeed', 'verifyReport'];
/** What everybody does about their own account. */
const ABOUT_ONESELF = [
  ...['changePassword', 'confirmIdentity', 'endSession', 'revokeOtherSessions', 'revokeSession'],
  ...['confirmTotp', 'enrolPasskey', 'offerPasskey', 'offerTotp', 'removePasskey', 'removeTotp', 'renewRecoveryCodes'],
  ...['linkOwnProvider', 'stepUpByProvider', 'unlinkProvider'],
];
/** Whoever drafts or signs: everybody but the auditor. What a signature is worth is decided by policy, role and rank. */
const SIGNING = ['appointDeputy', 'endDeputy', 'openBreakGlass', 'recallApproval', 'resubmitApproval', 'returnApproval', 'signApproval', 'signApprovals'];
const TOKENS = ['createApiToken', 'revokeApiToken'];
/** Whoever has deadlines of grants to keep may have them in a calendar of their own. */
const CALENDAR = ['createCalendarFeed', 'revokeCalendarFeed'];
const REPORTS = ['downloadReportIssue', 'downloadFundQuarterlyReport', 'downloadIlpaPerformance', 'downloadIlpaReporting', 'downloadPartnerStatement', 'downloadPartnerStatements', 'downloadAgreementSettlementReport', 'downloadGrantForm', 'downloadGrantSettlementReport', 'downloadAnnualReport', 'downloadMatchingReport', 'downloadLedgerExtract', 'downloadSettlementBundle'];
/** Looking at something in a way that is kept on record: no write. */
const ON_RECORD = ['downloadDocument', 'downloadFundComplianceReport', 'downloadVoucherSettlementReport', 'exportAccessLog', 'downloadAuditPack', 'downloadEvidenceBundle', 'findBankAccounts', 'unmaskAuditPack', 'unmaskBankAccount', 'verifySeals', 'downloadPaymentRun', 'downloadVoucherLetters', 'downloadCallNotices', ...REPORTS];
/** Questions too long for an address: they read and write nothing. */
const QUESTIONS = ['calculateClawback', 'exportVouchers', 'replayObligation', 'runForecast', 'simulateDeals', 'readGrantApplicationFile', 'readGrantExpenses', 'readGrantExpenseFile'];

/** The segregation of duties (직무분리) as it is meant to be: who writes what. */
const WRITES_OF: Readonly<Record<OneOfEach, readonly string[]>> = {
  manager: [
    ...['addVintage', 'attachEvidence', 'recordRecognitionException', 'withdrawRecognitionException', 'createProgramme', 'formFund', 'importFundRegister', 'issueCapitalCall', 'pasteFundRegister'],
    ...['amendAgreement', 'transferCommitment', 'extendFund', 'dissolveFund', 'fulfilFundDuty'],
    ...['convertInvestment', 'rescindInvestment', 'recordDealTrait', 'grantWaiver', 'revokeWaiver', 'recordRelatedParty', 'endRelatedParty'],
    ...['issueReport', 'reissueReport', 'layReportSchedule', 'draftReportSchedule', 'endReportSchedule', 'decideReportText', 'payDistribution', 'saveScenario', 'recordValuation', 'recordExit', 'billFee', 'waiveOverdueInterest'],
    ...['recordInvestment', 'uploadDocument', 'voidInvestment', ...SIGNING, ...TOKENS, ...CALENDAR],
  ],
  finance: [
    ...['closeBankAccount', 'issueCapitalCall', 'receiveCapital', 'registerBankAccount', 'uploadDocument', ...SIGNING, ...TOKENS, ...CALENDAR],
    ...['payDistribution', 'reverseDistribution', 'clawBackCarry', 'issueReport', 'reissueReport', 'layReportSchedule', 'draftReportSchedule', 'endReportSchedule'],
    ...['registerCustodianAccount', 'reverseCapitalReceipt', 'receiveOverdueInterest', 'reverseOverdueInterest'],
    ...['recordValuation', 'receiveEscrow', 'billFee', 'voidFee', 'payExpense', 'voidExpense', 'settleDueDiligence'],
    ...['receiveGrantApplication', 'importGrantApplications', 'answerGrantApplication', 'checkGrantApplication', 'rejectGrantApplication', 'withdrawGrantApplication'],
    ...['recordGrantBan', 'decideGrantSelection', 'promoteGrantSelection', 'fileGrantObjection'],
    ...['openGrantCall', 'passFeasibility', 'decideGrantBudget', 'openVoucherYear', 'decideVoucherBudget', 'closeVoucherYear', 'registerServiceProvider', 'suspendServiceProvider', 'resumeServiceProvider'],
    ...['registerBroker', 'renewBroker', 'strikeOffBroker', 'recordBusinessStatus'],
    ...['recordGrantExpenses', 'voidGrantExpense', 'attachGrantEvidence', 'recordGrantInterest', 'useGrantInterest', 'voidGrantInterest', 'importGrantRegister', 'pasteGrantRegister'],
    ...['receiveApplication', 'screenApplication', 'rejectApplication', 'decideSelection', 'promoteSelection', 'agreeVoucher', 'depositOwnMoney', 'returnOwnMoney'],
    ...['withdrawVoucher', 'cancelVoucher', 'expireVoucher', 'suspendVoucher', 'resumeVoucher', 'extendVoucher', 'topUpVoucher', 'splitVoucher'],
    ...['reportGrantSettlement', 'decideGrantSettlement', 'objectGrantSettlement', 'answerGrantSettlement', 'finalizeGrantSettlement', 'recordGrantVerification'],
    ...['receiveGrantRecovery', 'reverseGrantRecoveryReceipt', 'surchargeGrantRecovery', 'remindGrantRecovery', 'writeOffGrantRecovery', 'remitGrantRecovery'],
    ...['decideClawback', 'receiveClawback', 'reverseClawbackReceipt', 'offsetClawback', 'surchargeClawback', 'writeOffClawback'],
    ...['contractService', 'reassignService', 'cancelService', 'deliverService', 'acceptService', 'inspectService', 'sendBackService', 'claimService'],
    ...['refundService', 'reverseCaptureService', 'recordPartyAddress'],
    ...['designatePayingAccount', 'draftPaymentRun', 'exportPaymentRun', 'confirmPaymentRun', 'answerPaymentRun', 'rejectLinePaymentRun', 'returnLinePaymentRun', 'voidPaymentRun'],
    ...['openStatementAccount', 'importBankStatement', 'pasteBankStatement', 'receiveBankMessage', 'confirmBankMatch', 'explainBankLine', 'undoBankMatch'],
    ...['issueVouchers', 'importVoucherRoster', 'pasteVoucherRoster'],
    ...['openMatchingPool', 'planMatchingProject', 'decideQueueMatchingPool', 'concludeMatchingProject', 'importMatchingRegister', 'pasteMatchingRegister', 'setOffGrantRecovery'],
    ...['recordMatchingDeposit', 'proveMatchingDeposit', 'reverseMatchingDeposit', 'recordMatchingWithdrawal', 'reverseMatchingWithdrawal', 'requestMatchingRelease', 'sendBackMatchingRelease', 'voidMatchingRelease', 'proposeMatchingClawback'],
    ...['concludeGrantAgreement', 'fundYearGrantAgreement', 'amendGrantAgreement', 'notifyGrantAgreement', 'suspendGrantAgreement', 'resumeGrantAgreement', 'completeGrantAgreement', 'terminateGrantAgreement', 'closeGrantAgreement'],
    ...['planGrantTranches', 'confirmGrantTranche', 'requestGrantTranche', 'sendBackGrantTranche', 'voidGrantTranche', 'receiveGrantOwnShare', 'reverseGrantOwnShare', 'closeGrantYear'],
    ...['registerGrantAsset', 'confirmGrantAsset', 'approveDisposalGrantAsset', 'disposeGrantAsset', 'fulfilGrantDeadline'],
    ...['registerAccreditedLab', 'requestServiceOrder', 'acceptServiceOrder', 'declineServiceOrder', 'certifyServiceOrder', 'approveServiceOrder', 'cancelServiceOrder'],
    ...['registerGrantRoyalty', 'declareGrantRoyalty', 'notifyGrantRoyalty', 'divideGrantRoyalty', 'receiveOutcomeClaim', 'remitOutcomeClaim', 'reverseOutcomeReceipt'],
  ],
  checker: ['decideMatchingClawback', 'decideMatchingRelease', 'proveMatchingDeposit', 'sendBackMatchingRelease', 'reviewGrantExpenses', 'sendBackGrantTranche', 'decideGrantTranche', 'sendBackService', 'captureService', 'captureServices', 'releasePaymentRun', 'exportPaymentRun', 'voidPaymentRun', 'confirmBankMatch', 'explainBankLine', 'undoBankMatch', ...SIGNING, ...TOKENS, ...CALENDAR],
  compliance: [
    ...['decideMatchingFlag', 'recordMatchingZone'],
    ...['anchorSeal', 'closePeriod', 'completeAccessReview', 'decideApprovalPolicy', 'decidePolicy', 'decideVoucherTerm', 'decideGrantTerm', 'decideGrantObjection', 'decideGrantSanction', 'objectGrantSanction', 'answerGrantSanction', 'decideWarningSign', 'purgeAccessLog', 'reopenPeriod'],
    ...['endReportSchedule', 'withdrawReport', 'printReport', 'decideReportText', 'decideMandate', 'endMandate', 'recordStatutoryProfile', 'recordGeneralPartnerProfile', 'decideFeeTerm', 'decideWaterfallTerm', 'revokeWaiver', 'recordRelatedParty', 'endRelatedParty'],
    ...['decideClassification', 'invalidateEvidence', 'withdrawRecognitionException', 'recordPublicInstitutes', 'importPublicInstitutes', 'pastePublicInstitutes', 'endPublicInstitute', ...SIGNING, ...TOKENS, ...CALENDAR],
  ],
  director: [...SIGNING, ...CALENDAR, 'releasePaymentRun'],
  committee1: [...SIGNING, 'declareGrantEvaluation', 'scoreGrantEvaluation', 'declareEvaluation', 'scoreEvaluation'],
  auditor: [],
  admin: [
    ...['createUser', 'deactivateUser', 'disconnectUser', 'inviteUser', 'linkProvider', 'promoteUser', 'restrictUser'],
    ...['grantRole', 'rescopeRole', 'revokeApiToken', 'revokeRole', ...SIGNING],
  ],
};

/** What is not about the business of the funds: accounts, roles, signatures, oneself. */
const ADMINISTRATION = /^(session|user|role|identity|password|totp|passkey|recovery-code|api-token|provider|own-provider|approval|deputy|break-glass)\./;
/** What somebody who does business would see: the administrator may not. */
const BUSINESS = Object.entries(PERMISSION_OF)
  .filter(([, permission]) => permission !== null && !ADMINISTRATION.test(permission))
  .map(([operationId]) => operationId);

interface Turn {
  readonly status: number;
  readonly code: string | null;
  /** The permission that a refusal says is missing. */
  readonly missing: string | null;
}

/** Knocks with nothing in hand: no key, an empty body, identifiers that nobody has. Whoever is let in gets no further. */
async function knock({ method, path, mediaType }: Operation, client: Client): Promise<Turn> {
  const abort = new AbortController();
  const isJson = mediaType === 'application/json';
  const response = await fetch(`${baseUrl()}/api${aimed(path)}`, {
    method,
    headers: client.headers({ key: null, ...(isJson ? { body: {} } : {}) }),
    ...(isJson ? { body: '{}' } : {}),
    signal: abort.signal,
  });
  const streams = response.headers.get('content-type') === 'text/event-stream';
  const text = streams ? '' : await response.text();
  abort.abort();
  const isProblem = /problem\+json/.test(response.headers.get('content-type') ?? '');
  const problem = isProblem ? (JSON.parse(text) as { code: string; details?: { permission?: string } }) : null;
  return { status: response.status, code: problem?.code ?? null, missing: problem?.details?.permission ?? null };
}

describe('who may do what', () => {
  let contract: Operation[];

  beforeAll(async () => {
    contract = await readContract();
  });

  it('is written down for every route of the contract, and for no other', () => {
    expect(contract.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(PERMISSION_OF).sort());
  });

  it('gives every write the permission of its own name', () => {
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && PERMISSION_OF[operationId as OperationId] !== null && operationId !== 'endSession');
    const verb = (text: string): string => text.replace(/^(upload|download|paste|import).*/, '$1');
    const strange = writes.filter(({ operationId }) => {
      const action = PERMISSION_OF[operationId as OperationId]?.split('.')[1] ?? '';
      // 'strike-off' opens strikeOffBroker.
      const camel = action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return !new RegExp(`^${camel}([A-Z]|$)`).test(operationId) && verb(operationId.replace(/[A-Z].*/, '')) !== action;
    });
    // Handing out a file reads it, so does a question by POST; a pasted sheet and a message of the bank are imports, the provider's proof is one for the session.
    expect(strange.map(({ operationId }) => operationId).sort()).toEqual([
      ...['calculateClawback', 'downloadCallNotices', 'downloadDocument', 'downloadVoucherLetters', 'exportVouchers', 'pasteBankStatement', 'pasteFundRegister', 'pasteGrantRegister', 'pasteMatchingRegister', 'pastePublicInstitutes'],
      ...['pasteVoucherRoster', 'readGrantApplicationFile', 'receiveBankMessage', 'replayObligation', 'runForecast', 'simulateDeals', 'stepUpByProvider'],
    ]);
  });

  it.each(ONE_OF_EACH)('turns the %s away exactly where the permission is missing', async (login) => {
    // Signing out would end the session that everybody of that name shares.
    const client = await Client.signIn(login);
    const held = (await client.get('/session')).body.user.permissions as readonly string[];
    const others = contract.filter(({ operationId }) => operationId !== 'endSession' && operationId in PERMISSION_OF);
    const outcomes = await Promise.all(
      others.map(async (operation) => {
        const permission = PERMISSION_OF[operation.operationId as OperationId];
        const holds = permission === null || held.includes(permission);
        const { status, code, missing } = await knock(operation, client);
        const turnedAway = status === 403 && code === 'permission.missing' && missing === permission;
        return { operationId: operation.operationId, holds, turnedAway, letIn: status !== 401 && status !== 403 };
      }),
    );
    expect(outcomes.filter(({ holds, turnedAway, letIn }) => turnedAway === holds || letIn !== holds)).toEqual([]);
    const forEverybody = [...AT_THE_DOOR, ...ABOUT_ONESELF, ...ON_RECORD, ...QUESTIONS];
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && !forEverybody.includes(operationId)).map(({ operationId }) => operationId);
    expect(outcomes.filter(({ operationId, letIn }) => letIn && writes.includes(operationId)).map(({ operationId }) => operationId).sort()).toEqual([...WRITES_OF[login]].sort());
    expect((await client.ask('DELETE', '/session')).status).toBe(204);
  });

  it('turns strangers away from everything but health and the door', async () => {
    const open = await Promise.all(contract.map(async (operation) => ({ ...operation, ...(await knock(operation, Client.anonymous())) })));
    expect(open.filter(({ status }) => status !== 401).map(({ operationId, status }) => [operationId, status])).toEqual(
      expect.arrayContaining([
        ['getHealth', 200],
        ['startSession', 400],
      ]),
    );
    expect(open.filter(({ status, code }) => status !== 401 || code !== 'session.missing').map(({ operationId }) => operationId).sort()).toEqual([...OPEN_TO_STRANGERS].sort());
  });

  it('takes no write without the token of the session, whatever else is right', async () => {
    const client = Client.as('manager');
    const writes = contract.filter(({ method, operationId }) => method !== 'GET' && !AT_THE_DOOR.includes(operationId));
    const answers = await Promise.all(writes.map(({ method, path }) => client.ask(method, aimed(path), { headers: { 'x-csrf-token': '' } })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.code as string}`))).toEqual(new Set(['403 csrf.missing']));
    expect(answers.length).toBeGreaterThan(15);
  });

  it('shows the administrator nothing of the business', async () => {
    const answers = await Promise.all(
      contract.filter(({ operationId }) => BUSINESS.includes(operationId)).map(async (operation) => [operation.operationId, (await knock(operation, Client.as('admin'))).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
    expect(answers.length).toBe(BUSINESS.length);
  });

  it('is asked anew on every request: a role that is not held any more opens nothing', async () => {
    const { id, login } = await newAccount();
    await holdRole(id, 'FUND_MANAGER', ['*']);
    const client = await Client.signIn(login);
    expect((await client.get('/funds')).status).toBe(200);
    await holdRole(id, 'FUND_MANAGER', []);
    expect([(await client.get('/funds')).status, (await client.get('/session')).status]).toEqual([403, 200]);
  });

  it('keeps a refused attempt on record, and every step of an auditor', async () => {
    const marker = randomUUID();
    await Client.as('admin').get(`/funds/${marker}`);
    await Client.as('auditor').get(`/funds/${marker}`);
    const rows = await withSql('AUDITOR', async (sql) => (await sql.query('select login, action from access_log where subject_label like $1 order by login', [`%${marker}%`])).rows as object[]);
    expect(rows).toEqual([
      { login: 'admin', action: 'permission.refused' },
      { login: 'auditor', action: 'fund.read' },
    ]);
  });
});
