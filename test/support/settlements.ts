import { registered } from './bank-accounts.js';
import { Client, type Answer, type Ask, type Json } from './client.js';
import { expenseRow, record, review } from './expenses.js';
import { agreementForm, concludedAgreement, made, type CallOptions, type TestAgreement, type TestCall, openedCall } from './grants.js';
import { designated, exportedRun, stepRun } from './payments.js';
import { today } from './services.js';
import { withSql } from './sql.js';

const YEAR = Number(today().slice(0, 4));
/** Yesterday of the Seoul clock: the stage is over. */
export const ENDED = new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);

const line = (code: string, amountWon: string, resource = 'CASH'): Json => ({ stage: 1, fiscalYear: YEAR, code, resource, amountWon });
const source = (name: string, resource: string, amountWon: string): Json => ({ stage: 1, fiscalYear: YEAR, source: name, resource, amountWon });

/** TV-12: an SME at both limits, over the year of today, whose only stage ended yesterday. */
export const SME_FORM: Json = {
  ...{ agreedOn: `${YEAR}-01-05`, periodFrom: `${YEAR}-01-05`, periodTo: ENDED },
  sources: [source('GOVERNMENT', 'CASH', '150000000'), source('OWN', 'CASH', '5000000'), source('OWN', 'IN_KIND', '45000000')],
  lines: [
    ...[line('D1', '40000000'), line('D3', '22000000'), line('D4', '58000000'), line('D8', '15000000'), line('D9', '5000000'), line('I1', '15000000')],
    ...[line('D1', '30000000', 'IN_KIND'), line('D3', '10000000', 'IN_KIND'), line('D4', '5000000', 'IN_KIND')],
  ],
};

/** TV-13: a university that hardly began. */
export const UNIVERSITY_FORM: Json = {
  ...{ agreedOn: `${YEAR}-01-05`, periodFrom: `${YEAR}-01-05`, periodTo: ENDED, institution: 'NON_PROFIT' },
  sources: [source('GOVERNMENT', 'CASH', '120000000')],
  lines: [line('D2', '30000000'), line('D3', '40000000'), line('D4', '20000000'), line('D8', '10000000'), line('I2', '20000000')],
};

export type Spent = readonly [code: string, amountWon: string, disallowedWon?: string, resource?: string];

export interface StageFacts {
  readonly form: Json;
  readonly paidWon: string;
  readonly ownWon?: string;
  readonly spent: readonly Spent[];
  readonly interest?: readonly (readonly [time: 'DURING' | 'AFTER', earnedWon: string])[];
  readonly call?: CallOptions;
}

/** TV-12 as its rows: 6,200,000 unused, 3,100,000 not accepted, 2,000,000 short in kind. */
export const TV12: StageFacts = {
  ...{ form: SME_FORM, paidWon: '150000000', ownWon: '5000000' },
  spent: [
    ...[['D1', '39200000'], ['D3', '19500000'], ['D4', '54200000'], ['D4', '3100000', '3100000'], ['D8', '13600000'], ['D9', '5000000'], ['I1', '14200000']] as Spent[],
    ...[['D1', '29000000', '0', 'IN_KIND'], ['D3', '9500000', '0', 'IN_KIND'], ['D4', '4500000', '0', 'IN_KIND']] as Spent[],
  ],
  interest: [['DURING', '310000'], ['AFTER', '15500']],
};

/** TV-13: direct cost used to 40 %, 18 of 20 million of indirect cost. */
export const TV13: StageFacts = {
  ...{ form: UNIVERSITY_FORM, paidWon: '120000000' },
  spent: [['D2', '14000000'], ['D3', '12500000'], ['D4', '9500000'], ['D8', '4000000'], ['I2', '18000000']],
  interest: [['DURING', '88321']],
};

const ofStage = (stage: number, plan: Json): Json => ({ ...plan, stage });

/** A university whose first stage ended yesterday and whose second began today. */
export const TWO_STAGES: StageFacts = {
  form: {
    ...{ agreedOn: `${YEAR}-01-05`, periodFrom: `${YEAR}-01-05`, periodTo: `${YEAR}-12-31`, institution: 'NON_PROFIT' },
    stages: [{ beginsOn: `${YEAR}-01-05`, endsOn: ENDED }, { beginsOn: today(), endsOn: `${YEAR}-12-31` }],
    sources: [1, 2].map((stage) => ofStage(stage, source('GOVERNMENT', 'CASH', '10000000'))),
    lines: [1, 2].flatMap((stage) => [ofStage(stage, line('D4', '6000000')), ofStage(stage, line('D8', '4000000'))]),
  },
  paidWon: '10000000',
  spent: [['D4', '5000000'], ['D8', '1000000', '400000']],
  interest: [['DURING', '12345']],
};

export interface TestStage {
  readonly call: TestCall;
  readonly agreement: TestAgreement;
}

/** A stage that is over, with its money paid, spent and reviewed. */
export async function endedStage(facts: StageFacts = TV12): Promise<TestStage> {
  const call = await openedCall({ fiscalYear: YEAR, ...facts.call });
  const agreement = await concludedAgreement(call.id, facts.form, agreementForm);
  if (facts.paidWon !== '0') await paid(call, agreement.id, facts.paidWon);
  const finance = Client.as('finance');
  if (facts.ownWon !== undefined) made('own cash', await finance.post(`/grant-agreements/${agreement.id}/own-shares`, { amountWon: facts.ownWon, receivedOn: `${YEAR}-02-01`, reference: '기관부담금 1' }));
  await spent(call.id, agreement.id, facts.spent);
  for (const [time, earnedWon] of facts.interest ?? []) {
    made('interest', await finance.post(`/grant-agreements/${agreement.id}/interest`, { time, earnedOn: time === 'DURING' ? `${YEAR}-06-30` : today(), earnedWon }));
  }
  return { call, agreement };
}

/** Expenses by line, each reviewed as it is said. */
export async function spent(callId: string, agreementId: string, rows: readonly Spent[]): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const items = rows.map(([code, amountWon, , resource = 'CASH']) =>
    expenseRow(agreementId, {
      ...{ line: code, resource, spentOn: `${YEAR}-03-10`, supplyWon: amountWon },
      ...(resource === 'CASH' ? { vatWon: '0' } : { vatWon: '0', evidenceKind: 'IN_KIND', evidenceNumber: `K-${code}` }),
    }),
  );
  const { recorded, refused } = made('expenses', await record(callId, items)) as { recorded: { id: string; index: number }[]; refused: Json[] };
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  const reviews = recorded.map(({ id, index }) => {
    const disallowed = rows[index]?.[2];
    if (disallowed === undefined || disallowed === '0') return { expenseId: id, decision: 'ALLOWED' };
    return { expenseId: id, decision: disallowed === rows[index]?.[1] ? 'DISALLOWED' : 'PARTLY', disallowedWon: disallowed, reason: '증빙과 다른 용도', clause: '연구개발비 사용 기준 제73조' };
  });
  made('reviews', await review(callId, reviews));
  return recorded.map(({ id }) => id);
}

/** One tranche of so much, planned, asked for, decided and paid by the bank. */
async function paid(call: TestCall, agreementId: string, amountWon: string): Promise<void> {
  const finance = Client.as('finance');
  await designated(call.book);
  made('planning a tranche', await finance.post(`/grant-agreements/${agreementId}/tranches`, { tranches: [{ fiscalYear: YEAR, label: '선급', amountWon, plannedOn: `${YEAR}-01-05` }] }));
  const { tranches } = made('the tranches', await finance.get(`/grant-agreements/${agreementId}/tranches`)) as { tranches: { id: string }[] };
  const trancheId = tranches[0]?.id ?? '';
  made('asking for a tranche', await finance.post(`/grant-tranches/${trancheId}/request`, {}));
  made('deciding a tranche', await Client.as('checker').post(`/grant-tranches/${trancheId}/decision`, { amountWon, payFrom: today() }));
  const debt = await withSql('OWNER', async (sql) => (await sql.query<{ id: string; payee: string; name: string }>('select d.id, d.payee_id as payee, p.name from payable d join party p on p.id = d.payee_id where d.subject_id = $1', [trancheId])).rows[0]);
  if (debt === undefined) throw new Error('the decision left no debt');
  await registered({ partyId: debt.payee, holder: debt.name });
  const run = await exportedRun(call.book, [debt.id], amountWon);
  made('confirming a run', await stepRun(run.id, 'confirm', { paidOn: today() }));
}

export const worksheet = async (agreementId: string, stage = 1): Promise<Json> => (await Client.as('auditor').get(`/grant-agreements/${agreementId}/settlement-worksheet?stage=${stage}`)).body;

/** Settles stage 1 for what its worksheet shows, unless `changes` say otherwise. */
export async function settle(agreementId: string, changes: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> {
  const { form } = (await worksheet(agreementId)) as { form?: { returns: { noticeWon: string } } };
  return Client.as('finance').post(`/grant-agreements/${agreementId}/settlements`, { stage: 1, noticeOn: today(), noticeWon: form?.returns.noticeWon ?? '0', ...changes }, ask);
}

export const settled = async (agreementId: string): Promise<string> => (made('settling', await settle(agreementId)) as { id: string }).id;

export const finalize = (settlementId: string, changes: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> =>
  Client.as('finance').post(`/grant-settlements/${settlementId}/finalize`, { noticeOn: today(), acceptedOn: today(), ...changes }, ask);

/** A final settlement of which something is demanded; the id of the recovery. */
export async function demanded(facts: StageFacts = TV12, changes: Json = {}): Promise<TestStage & { readonly settlementId: string; readonly recoveryId: string }> {
  const stage = await endedStage(facts);
  const settlementId = await settled(stage.agreement.id);
  const { recovery } = made('finalizing', await finalize(settlementId, changes)) as { recovery: { id: string } };
  return { ...stage, settlementId, recoveryId: recovery.id };
}

export const collectRecovery = (recoveryId: string, verb: string, body: Json = {}, ask: Omit<Ask, 'body'> = {}): Promise<Answer> => Client.as('finance').post(`/grant-recoveries/${recoveryId}/${verb}`, body, ask);
export const recoveryPage = async (recoveryId: string): Promise<Json> => (await Client.as('auditor').get(`/grant-recoveries/${recoveryId}`)).body;

/** Time does not pass for a test: the owner of the database sets the due date back, triggers asleep. */
export const overdueBy = (recoveryId: string, days: number): Promise<void> =>
  withSql('OWNER', async (sql) => {
    await sql.query('alter table grant_recovery_instalment disable trigger user');
    await sql.query(`update grant_recovery_instalment set due_on = (now() at time zone 'Asia/Seoul')::date - $2::int where recovery_id = $1`, [recoveryId, days]);
    await sql.query('alter table grant_recovery_instalment enable trigger user');
  });
