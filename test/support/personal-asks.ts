import { importedLines, keptAccount, ownAmount, recordedCapital } from './bank.js';
import { Client, type Answer, type Login } from './client.js';
import { receivedApplication } from './grant-applications.js';
import { concludedAgreement, made, openedCall } from './grants.js';
import { nextSecond } from './packs.js';
import { concludedProject, openedPool, provenDeposit, receiptLine, recordedDeposit, withdraw } from './matching-money.js';
import { formFund } from './funds.js';
import { issued, take } from './issues.js';
import { draftedRun, owedTranche, payingCall } from './payments.js';
import { endedStage, settled, TV13, UNIVERSITY_FORM } from './settlements.js';

/** How a route that shows personal data is asked so that it shows some, by whom, and under which deed that is on record. */
export interface PersonalAsk {
  readonly as: Login;
  readonly action: string;
  ask(client: Client): Promise<Answer>;
}

const REASON = '개인정보 접속기록 시험';
const IN_2024 = 'from=2024-01-01&to=2024-12-31';

const agreement = async (): Promise<string> => (await concludedAgreement((await openedCall()).id)).id;
/** A stage that is over, led by somebody. */
const settledStage = async (): Promise<string> => settled((await endedStage({ ...TV13, form: { ...UNIVERSITY_FORM, investigator: '오책임' } })).agreement.id);
const otherLeader = { decidedOn: '2021-06-01', reason: '연구책임자 퇴직', investigator: '박책임' };

async function bannedResearcher(): Promise<void> {
  made('a ban', await Client.as('finance').post('/grant-bans', { researcher: '박제재', researcherNumber: '12345678', fromOn: '2021-01-01', toOn: '2022-12-31', ground: '연구비 용도 외 사용', source: '제재처분 통보 2021-7' }));
}

/** A receipt of capital on an account, from a partner who is named in the statement. */
async function statedReceipt(): Promise<string> {
  const amountWon = ownAmount();
  const { partner } = await recordedCapital(amountWon);
  return (await importedLines({ on: '2024-03-04', deposit: amountWon, from: partner })).accountId;
}

/** A report tells what was known by the second in which it is asked for. */
const report = async (client: Client, kind: string, id: string): Promise<Answer> => nextSecond().then(() => client.post(`/reports/${kind}/${id}/downloads`, { format: 'csv', reason: REASON }));
const payable = async (): Promise<{ book: string; payableId: string; payeeId: string }> => {
  const { id, book } = await payingCall();
  const { payableId, payeeId } = await owedTranche(id);
  return { book, payableId, payeeId };
};

/** A project of a pool, with a deposit, and a person whose payment may be its receipt. */
async function depositedProject(): Promise<{ readonly callId: string; readonly projectId: string; readonly depositId: string }> {
  const pool = await openedPool();
  const project = await concludedProject(pool);
  const amountWon = ownAmount();
  const depositId = await recordedDeposit(project, amountWon);
  await receiptLine(amountWon, project.company);
  return { callId: pool.id, projectId: project.id, depositId };
}

async function withdrawnPool(): Promise<string> {
  const pool = await openedPool();
  const project = await concludedProject(pool);
  await provenDeposit(project, '2000000');
  made('a withdrawal', await withdraw(project, '1000000'));
  return pool.id;
}

/** Routes of matching projects and of reports that were issued. */
const ASKS_OF_MATCHING: Readonly<Record<string, PersonalAsk>> = {
  getMatchingProject: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/matching-projects/${(await depositedProject()).projectId}`) },
  listMatchingDeposits: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/matching-pools/${(await depositedProject()).callId}/deposits`) },
  listMatchingReceipts: { as: 'auditor', action: 'bank-statement.read', ask: async (client) => client.get(`/matching-deposits/${(await depositedProject()).depositId}/receipts`) },
  listMatchingWithdrawals: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/matching-pools/${await withdrawnPool()}/withdrawals`) },
  downloadMatchingReport: { as: 'auditor', action: 'report.download', ask: async (client) => report(client, 'matching', (await openedPool()).id) },
  downloadAnnualReport: { as: 'auditor', action: 'report.download', ask: async (client) => report(client, 'annual', '2021') },
  downloadLedgerExtract: { as: 'auditor', action: 'report.download', ask: async (client) => client.post('/reports/ledger-extracts', { book: (await openedPool()).book, reason: REASON }) },
  downloadReportIssue: { as: 'auditor', action: 'report.download', ask: async (client) => take((await issued((await formFund(Client.as('manager'))).id, '2025-06-30')).id as string, 'csv', client) },
};

/** Routes of grants, of what pays them, and of the statements of the bank. */
export const ASKS_OF_GRANTS: Readonly<Record<string, PersonalAsk>> = {
  ...ASKS_OF_MATCHING,
  getGrantApplication: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/grant-applications/${await receivedApplication((await openedCall()).id)}`) },
  listGrantBans: { as: 'auditor', action: 'grant.read', ask: async (client) => bannedResearcher().then(() => client.get('/grant-bans')) },
  listGrantAgreements: {
    as: 'auditor',
    action: 'grant.read',
    ask: async (client) => {
      const { id } = await openedCall();
      await concludedAgreement(id);
      return client.get(`/grant-calls/${id}/agreements`);
    },
  },
  getGrantAgreement: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/grant-agreements/${await agreement()}`) },
  amendGrantAgreement: { as: 'finance', action: 'grant-agreement.amend', ask: async (client) => client.post(`/grant-agreements/${await agreement()}/amendments`, { ...otherLeader, dryRun: true }) },
  notifyGrantAgreement: { as: 'finance', action: 'grant-agreement.notify', ask: async (client) => client.post(`/grant-agreements/${await agreement()}/notices`, { ...otherLeader, dryRun: true }) },
  compareGrantVersions: {
    as: 'auditor',
    action: 'grant.read',
    ask: async (client) => {
      const id = await agreement();
      made('another leader', await Client.as('finance').post(`/grant-agreements/${id}/amendments`, otherLeader));
      return client.get(`/grant-agreements/${id}/changes`);
    },
  },
  getSettlementWorksheet: { as: 'auditor', action: 'grant.read', ask: async (client) => client.get(`/grant-agreements/${await agreement()}/settlement-worksheet`) },
  // The auditor reads the worksheet on the way.
  getGrantSettlement: { as: 'compliance', action: 'grant.read', ask: async (client) => client.get(`/grant-settlements/${await settledStage()}`) },
  downloadGrantSettlementReport: { as: 'auditor', action: 'report.download', ask: async (client) => report(client, 'grant-settlement', (await openedCall()).id) },
  downloadAgreementSettlementReport: { as: 'auditor', action: 'report.download', ask: async (client) => report(client, 'agreement-settlement', await agreement()) },
  downloadSettlementBundle: { as: 'compliance', action: 'settlement-bundle.download', ask: async (client) => client.post(`/grant-settlements/${await settledStage()}/bundle`, { reason: REASON }) },
  downloadGrantForm: { as: 'auditor', action: 'report.download', ask: async (client) => report(client, 'grant-form', await settledStage()) },
  listPartyAddresses: {
    as: 'auditor',
    action: 'bank-account.read',
    ask: async (client) => {
      const { payeeId: partyId } = await payable();
      made('recording an address', await Client.as('finance').post('/party-addresses', { partyId, effectiveFrom: '2021-01-04', postCode: '34129', street: '가정로', building: '1', town: '대전광역시 유성구' }));
      return client.get(`/party-addresses?partyId=${partyId}`);
    },
  },
  listPayables: { as: 'auditor', action: 'payment-run.read', ask: async (client) => client.get(`/payables?book=${encodeURIComponent((await payable()).book)}`) },
  listPayingAccounts: { as: 'auditor', action: 'payment-run.read', ask: async (client) => payingCall().then(() => client.get('/paying-accounts')) },
  draftPaymentRun: { as: 'finance', action: 'payment-run.draft', ask: async (client) => client.post('/payment-runs', { book: (await payable()).book, dryRun: true }) },
  getPaymentRun: {
    as: 'auditor',
    action: 'payment-run.read',
    ask: async (client) => {
      const { book, payableId } = await payable();
      return client.get(`/payment-runs/${(await draftedRun(book, [payableId], '1000000')).id}`);
    },
  },
  listStatementAccounts: { as: 'auditor', action: 'bank-statement.read', ask: async (client) => keptAccount().then(() => client.get('/statement-accounts')) },
  listBankLines: { as: 'auditor', action: 'bank-statement.read', ask: async (client) => client.get(`/bank-lines?accountId=${await statedReceipt()}&${IN_2024}`) },
  listReconciliationExceptions: { as: 'auditor', action: 'bank-statement.read', ask: async (client) => client.get(`/reconciliation/exceptions?accountId=${await statedReceipt()}&${IN_2024}`) },
};
