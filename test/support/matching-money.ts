import { randomInt, randomUUID } from 'node:crypto';
import { registered } from './bank-accounts.js';
import { confirmItems, keptAccount, pasteLines } from './bank.js';
import { Client, type Answer, type Json } from './client.js';
import { statement } from './statement.js';
import { made } from './grants.js';
import * as pools from './matching.js';
import { designated } from './payments.js';
import { today } from './services.js';
import { withSql } from './sql.js';

const YEAR = Number(today().slice(0, 4));
const finance = Client.as('finance');

export interface TestPool {
  readonly id: string;
  readonly book: string;
}

/** A pool of this year with 900 million won, in a programme of its own, whose payments can leave an account. */
export async function openedPool(budgetWon = '900000000'): Promise<TestPool> {
  const { id, book } = await pools.openedPool({ fiscalYear: YEAR, budgetWon });
  await designated(book);
  return { id, book };
}

export interface TestProject {
  readonly id: string;
  readonly number: string;
  readonly company: string;
  readonly performer: string;
  readonly governmentWon: string;
  readonly privateWon: string;
  /** The key of one of its accounts. */
  readonly account: (chart: string) => string;
}

/** What a company plans for this year: its own cash, and the government's by the ratio given. */
function planForm(company: string, performer: string, changes: Json): Json {
  const plan = pools.planForm() as { company: Json; performer: Json };
  const inDaedeok = { zone: 'DAEDEOK', place: '대전광역시 유성구 가정로 1' };
  return {
    ...{ ...plan, receivedOn: `${YEAR}-01-04`, periodFrom: `${YEAR}-01-05`, periodTo: `${YEAR}-12-31`, matchBasisPoints: 8_000 },
    ...{ company: { ...plan.company, ...inDaedeok, name: company }, performer: { ...plan.performer, ...inDaedeok, name: performer }, ...changes },
  };
}

/** A project that its company planned, the queue selected and an agreement concluded. TV-16: 250 million of its own, 200 of the government. */
export async function concludedProject(pool: TestPool, changes: Json = {}): Promise<TestProject> {
  const [company, performer] = [`(주)참여 ${randomUUID().slice(0, 8)}`, `시험연구원 ${randomUUID().slice(0, 8)}`];
  const plan = planForm(company, performer, changes);
  const applicationId = await pools.evaluatedPlan(pool.id, plan, '90');
  const { places } = made('deciding the queue', await pools.decidedQueue(pool.id, { decidedOn: `${YEAR}-01-05`, notifiedOn: `${YEAR}-01-05` })) as { places: Json[] };
  const governmentWon = places.find((place) => place.applicationId === applicationId)?.governmentWon as string;
  const whole = `${BigInt(governmentWon) + BigInt(plan.privateWon as string)}`;
  const form = pools.projectForm(applicationId, { agreedOn: `${YEAR}-01-05`, periodFrom: `${YEAR}-01-05`, periodTo: `${YEAR}-12-31`, amountWon: governmentWon, lines: [{ stage: 1, fiscalYear: YEAR, code: 'D4', resource: 'CASH', amountWon: whole }] });
  const { id, number } = made('concluding', await finance.post(`/matching-pools/${pool.id}/projects`, form)) as { id: string; number: string };
  return { id, number, company, performer, governmentWon, privateWon: plan.privateWon as string, account: (chart) => `${pool.book}/${chart}/${id}` };
}

/** A day of this year on which private money came. */
export const DEPOSITED_ON = `${YEAR}-01-10`;

/** A deposit of the company's own money, as finance records it. */
export const depositForm = (project: TestProject, amountWon: string, changes: Json = {}): Json => ({ depositedOn: DEPOSITED_ON, amountWon, depositor: project.company, relation: 'COMPANY', source: 'OWN', ...changes });

export async function recordedDeposit(project: TestProject, amountWon: string, changes: Json = {}): Promise<string> {
  return made('recording a deposit', await finance.post(`/matching-projects/${project.id}/deposits`, depositForm(project, amountWon, changes))).id as string;
}

/** A line of a statement by which this much came from `from`. */
export async function receiptLine(amountWon: string, from: string, on = DEPOSITED_ON): Promise<{ readonly accountId: string; readonly lineId: string }> {
  const { accountId } = await keptAccount(`${YEAR}-01-01`);
  made('importing a statement', await pasteLines(accountId, statement({ on, deposit: amountWon, from, reference: `${randomInt(1_000_000_000)}` })));
  const { lines } = made('the lines', await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=${YEAR}-01-01&to=${YEAR}-12-31`)) as { lines: Json[] };
  return { accountId, lineId: lines[0]?.id as string };
}

/** A deposit whose receipt was found on a statement at the desk of the bank. */
export async function provenDeposit(project: TestProject, amountWon: string, changes: Json = {}): Promise<{ readonly depositId: string; readonly lineId: string; readonly matchId: string; readonly accountId: string }> {
  const depositId = await recordedDeposit(project, amountWon, changes);
  const { accountId, lineId } = await receiptLine(amountWon, (changes.depositor as string | undefined) ?? project.company, (changes.depositedOn as string | undefined) ?? DEPOSITED_ON);
  const { matches } = made('confirming', await confirmItems([{ lineId, records: [{ kind: 'matching.deposit', recordId: depositId }] }])) as { matches: { id: string }[] };
  return { depositId, lineId, accountId, matchId: matches[0]?.id ?? '' };
}

export const releaseForm = (amountWon: string, changes: Json = {}): Json => ({ amountWon, label: '1차 지급', milestone: '시제품 설계 완료', milestoneMetOn: DEPOSITED_ON, ...changes });

export const askRelease = (project: TestProject, amountWon: string, changes: Json = {}): Promise<Answer> => finance.post(`/matching-projects/${project.id}/releases`, releaseForm(amountWon, changes));
export const decideRelease = (releaseId: string, amountWon: string, changes: Json = {}): Promise<Answer> => Client.as('checker').post(`/matching-releases/${releaseId}/decision`, { amountWon, ...changes });

export async function requestedRelease(project: TestProject, amountWon: string): Promise<string> {
  return made('asking for a release', await askRelease(project, amountWon)).releaseId as string;
}

/** A release that somebody asked for and somebody else decided. */
export async function decidedRelease(project: TestProject, amountWon: string): Promise<string> {
  const id = await requestedRelease(project, amountWon);
  made('deciding a release', await decideRelease(id, amountWon));
  return id;
}

export const withdraw = (project: TestProject, amountWon: string, changes: Json = {}): Promise<Answer> =>
  finance.post(`/matching-projects/${project.id}/withdrawals`, { withdrawnOn: today(), amountWon, paidTo: project.company, reason: '기업의 자금 사정', ...changes });

/** Balances of a project by the database. */
export async function roomOf(project: TestProject): Promise<{ allowed: string; room: string; released: string; over: string }> {
  return withSql('OWNER', async (sql) => {
    const { rows } = await sql.query<{ key: string; balance: string }>('select a.key, b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = any($1)', [
      ['matching.allowed', 'matching.room', 'matching.released', 'matching.over-released'].map(project.account),
    ]);
    const of = (chart: string): string => rows.find(({ key }) => key === project.account(chart))?.balance ?? '0';
    return { allowed: of('matching.allowed'), room: of('matching.room'), released: of('matching.released'), over: of('matching.over-released') };
  });
}

/** The account of the performer, in its own name, to which releases are paid. */
export async function payeeAccount(project: TestProject): Promise<void> {
  const partyId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select party_id as id from grant_agreement where id = $1', [project.id])).rows[0]?.id ?? '');
  await registered({ partyId, holder: project.performer });
}
