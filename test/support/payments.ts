import { randomUUID } from 'node:crypto';
import { registered } from './bank-accounts.js';
import { Client, type Answer, type Ask, type Json } from './client.js';
import { agreementForm, concludedAgreement, made, openedCall, type TestCall } from './grants.js';
import { designated } from './paying-accounts.js';
import { today } from './services.js';
import { withSql } from './sql.js';

export { ADDRESS, designated } from './paying-accounts.js';

const YEAR = Number(today().slice(0, 4));

/** The agreement of `agreementForm`, in the year of today: what is paid today comes out of this year's money. */
function formOfToday(changes: Json = {}): Json {
  const form = agreementForm() as { sources: Json[]; lines: Json[] };
  const inYear = (each: Json): Json => ({ ...each, fiscalYear: YEAR });
  return { ...form, agreedOn: `${YEAR}-01-04`, periodFrom: `${YEAR}-01-04`, periodTo: `${YEAR}-12-31`, sources: form.sources.map(inYear), lines: form.lines.map(inYear), ...changes };
}

export interface PayingCall extends TestCall {
  /** The agency's account that the call pays from. */
  readonly accountId: string;
  readonly accountNumber: string;
}

/** A call of this year that can pay. */
export async function payingCall(): Promise<PayingCall> {
  const call = await openedCall({ fiscalYear: YEAR });
  return { ...call, ...(await designated(call.book)) };
}

export interface Debt {
  readonly payableId: string;
  readonly trancheId: string;
  readonly agreementId: string;
  readonly payeeId: string;
  readonly payee: string;
  /** Null where the payee has none. */
  readonly bankAccountId: string | null;
  readonly accountNumber: string | null;
}

export interface DebtOptions {
  readonly amountWon?: string;
  readonly payFrom?: string;
  /** Default: an account in the payee's own name. Null: none. */
  readonly account?: Readonly<Record<string, string>> | null;
  readonly name?: string;
}

/** A tranche whose payment was decided: what a call owes an institution of its own. */
export async function owedTranche(callId: string, { amountWon = '1000000', payFrom = today(), account = {}, name = `(주)수취 ${randomUUID().slice(0, 8)}` }: DebtOptions = {}): Promise<Debt> {
  const organisation = { ...(agreementForm() as { organisation: Json }).organisation, name };
  const agreement = await concludedAgreement(callId, { organisation }, formOfToday);
  const trancheId = await decidedTranche(agreement.id, amountWon, payFrom);
  const found = await withSql('OWNER', async (sql) => (await sql.query<{ id: string; payee: string }>('select id, payee_id as payee from payable where subject_id = $1', [trancheId])).rows[0]);
  if (found === undefined) throw new Error(`the decision on ${trancheId} left no debt`);
  const bank = account === null ? null : await registered({ partyId: found.payee, holder: name, ...account });
  return { payableId: found.id, trancheId, agreementId: agreement.id, payeeId: found.payee, payee: name, bankAccountId: bank?.id ?? null, accountNumber: bank?.number ?? null };
}

async function decidedTranche(agreementId: string, amountWon: string, payFrom: string): Promise<string> {
  const finance = Client.as('finance');
  made('planning a tranche', await finance.post(`/grant-agreements/${agreementId}/tranches`, { tranches: [{ fiscalYear: YEAR, label: '선급', amountWon, plannedOn: `${YEAR}-01-05` }] }));
  const { tranches } = made('the tranches', await finance.get(`/grant-agreements/${agreementId}/tranches`)) as { tranches: { id: string }[] };
  const trancheId = tranches[0]?.id ?? '';
  made('asking for a tranche', await finance.post(`/grant-tranches/${trancheId}/request`, {}));
  made('deciding a tranche', await Client.as('checker').post(`/grant-tranches/${trancheId}/decision`, { amountWon, payFrom }));
  return trancheId;
}

export const draftRun = (book: string, body: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> => Client.as('finance').post('/payment-runs', { book, ...body }, ask);
export const stepRun = (runId: string, verb: string, body: Json = {}, ask: Omit<Ask, 'body'> = {}, login: 'finance' | 'checker' | 'director' = verb === 'release' ? 'checker' : 'finance'): Promise<Answer> =>
  Client.as(login).post(`/payment-runs/${runId}/${verb}`, body, ask);
export const exportRun = (runId: string, format: 'PAIN_001' | 'BULK_TRANSFER' = 'PAIN_001', ask: Omit<Ask, 'body'> = {}): Promise<Answer> => stepRun(runId, 'export', { format, reason: '은행 이체 접수' }, ask);
export const runPage = async (runId: string): Promise<Json> => (await Client.as('auditor').get(`/payment-runs/${runId}`)).body as Json;

/** A run of these debts, drafted. */
export async function draftedRun(book: string, payableIds: readonly string[], totalWon: string, body: Json = {}): Promise<{ id: string; number: string }> {
  return made('drafting a run', await draftRun(book, { payableIds, totalWon, ...body })) as { id: string; number: string };
}

/** A run that a third person released. */
export async function releasedRun(book: string, payableIds: readonly string[], totalWon: string): Promise<{ id: string; number: string }> {
  const run = await draftedRun(book, payableIds, totalWon);
  made('releasing a run', await stepRun(run.id, 'release'));
  return run;
}

/** A run that the bank knows of. */
export async function exportedRun(book: string, payableIds: readonly string[], totalWon: string): Promise<{ id: string; number: string }> {
  const run = await releasedRun(book, payableIds, totalWon);
  const answer = await exportRun(run.id);
  if (answer.status !== 200) throw new Error(`exporting a run answered ${answer.status}: ${answer.bytes.toString()}`);
  return run;
}

/** Where a debt stands by the database. */
export async function stateOfDebt(payableId: string): Promise<string> {
  return withSql('OWNER', async (sql) => (await sql.query<{ state: string }>('select state from payable_state where payable_id = $1', [payableId])).rows[0]?.state ?? '');
}
