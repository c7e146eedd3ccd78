import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../support/bank-accounts.js';
import { draftedRun, exportedRun, owedTranche, payingCall, releasedRun, stepRun, type Debt, type PayingCall } from '../support/payments.js';
import { today } from '../support/services.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: debts, runs and what the bank did with them. */

const CHECK = '23514';
const refused = (constraint: string): Refusal => ({ code: CHECK, constraint });
const inTurn = (...statements: string[]) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of statements) await client.query(sql);
};
const userId = (login: string): Promise<string> => withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');

/** The log line of a command that somebody forged well. */
const logged = async (command: string, id: string, login: string): Promise<string> => `
  insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
  values ('${id}', '${command}', '${await userId(login)}', '${login}', '{}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`;

let call: PayingCall;
beforeAll(async () => {
  call = await payingCall();
});

const run = (id: string, totalWon: number, lines = 1, changes: { account?: string; command?: string } = {}): string =>
  `insert into payment_run (id, number, book, paying_account_id, pay_on, lines, total_won, known_at, command_id)
   values ('${id}', 'PR-2199-0001', '${call.book}', ${changes.account ?? `(select id from paying_account where book = '${call.book}')`}, '${today()}', ${lines}, ${totalWon}, now(), '${changes.command ?? randomUUID()}')`;
const line = (runId: string, debt: Debt, changes: { account?: string; won?: number; lineNo?: number; command?: string } = {}): string =>
  `insert into payment_run_line (run_id, line_no, payable_id, bank_account_id, amount_won, command_id)
   values ('${runId}', ${changes.lineNo ?? 1}, '${debt.payableId}', '${changes.account ?? debt.bankAccountId ?? ''}', ${changes.won ?? 1_000_000}, '${changes.command ?? randomUUID()}')`;
const event = (runId: string, name: string, command: string = randomUUID()): string =>
  `insert into payment_run_event (run_id, event, happened_on, reason, known_at, command_id) values ('${runId}', '${name}', current_date, '사유', now(), '${command}')`;
const outcome = (runId: string, name: string, command: string = randomUUID()): string =>
  `insert into payment_outcome (id, run_id, line_no, outcome, happened_on, reason, known_at, command_id) values (gen_random_uuid(), '${runId}', 1, '${name}', current_date, '사유', now(), '${command}')`;

describe('a debt', () => {
  it('is stated by the command of its instrument, once for each subject', async () => {
    const debt = await owedTranche(call.id);
    const again = `insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, known_at, command_id)
      select gen_random_uuid(), book, kind, subject_id, payee_id, purpose, amount_won, due_on, now(), '${randomUUID()}' from payable where id = '${debt.payableId}'`;
    expect((await refusalOf('APPLICATION', again))?.constraint).toBe('payable_once');
    expect((await refusalOf('APPLICATION', again.replace('subject_id, payee_id, purpose, amount_won, due_on, now()', 'gen_random_uuid(), payee_id, purpose, amount_won, due_on, now()')))?.code).toMatch(/^23/);
  });

  it('is not taken back while a run has it', async () => {
    const debt = await owedTranche(call.id);
    const withdrawal = `insert into payable_withdrawal (payable_id, reason, known_at, command_id) values ('${debt.payableId}', '취소', now(), '${randomUUID()}')`;
    await draftedRun(call.book, [debt.payableId], '1000000');
    expect(await refusalOf('APPLICATION', withdrawal)).toEqual(refused('payable_withdrawal_owed'));
  });

  it('stands in states that nobody writes by hand', async () => {
    for (const table of ['payable_state', 'payment_run_state', 'payment_line_state']) expect((await refusalOf('APPLICATION', `update ${table} set state = 'PAID'`))?.code).toBe('42501');
    for (const table of ['payable', 'payment_run', 'payment_run_line', 'payment_outcome', 'payment_run_file']) expect((await refusalOf('APPLICATION', `delete from ${table}`))?.code).toBe('42501');
  });
});

describe('a run', () => {
  it('pays what is owed, in full, to whom it is owed, on their own account, out of its own book, and adds up', async () => {
    const [debt, other] = [await owedTranche(call.id), await owedTranche(call.id)];
    const [forged, foreign] = [randomUUID(), await registered()];
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 999_999), line(forged, debt, { won: 999_999 })))).toEqual(refused('payment_run_line_owed'));
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, debt, { account: foreign.id })))).toEqual(refused('payment_run_line_owed'));
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, debt, { account: other.bankAccountId ?? '' })))).toEqual(refused('payment_run_line_owed'));
    const elsewhere = await payingCall();
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, await owedTranche(elsewhere.id))))).toEqual(refused('payment_run_line_owed'));
  });

  it('is its lines, and leaves the account of its own book, asked at commit', async () => {
    const [debt, other, elsewhere, command, forged] = [await owedTranche(call.id), await owedTranche(call.id), await payingCall(), randomUUID(), randomUUID()];
    const drafted = async (...statements: string[]): Promise<Refusal | null> => refusalOf('APPLICATION', inTurn(...statements, await logged('payment-run.draft', command, 'finance')));
    const lineOf = (owed: Debt, lineNo = 1): string => line(forged, owed, { lineNo, command });
    expect(await drafted(run(forged, 1_000_001, 1, { command }), lineOf(debt))).toEqual(refused('payment_run_total'));
    expect(await drafted(run(forged, 2_000_000, 3, { command }), lineOf(debt), lineOf(other, 2))).toEqual(refused('payment_run_total'));
    const account = `(select id from paying_account where book = '${elsewhere.book}')`;
    expect(await drafted(run(forged, 1_000_000, 1, { account, command }), lineOf(debt))).toEqual(refused('payment_run_account'));
    expect(await drafted(run(forged, 2_000_000, 2, { command }), lineOf(debt), lineOf(other, 2))).toBeNull();
  });

  it('takes no debt that another run has, and none that was paid', async () => {
    const debt = await owedTranche(call.id);
    const forged = randomUUID();
    const { id } = await exportedRun(call.book, [debt.payableId], '1000000');
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, debt)))).toEqual(refused('payable_in_one_run'));
    await stepRun(id, 'confirm', { paidOn: today() });
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, debt)))).toEqual(refused('payable_in_one_run'));
  });

  it('takes no debt before it is due', async () => {
    const debt = await owedTranche(call.id, { payFrom: '2199-12-31' });
    const forged = randomUUID();
    expect(await refusalOf('APPLICATION', inTurn(run(forged, 1_000_000), line(forged, debt)))).toEqual(refused('payment_run_line_owed'));
  });

  it('is released by a third person', async () => {
    const { id } = await draftedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    const releasedBy = async (login: string): Promise<Refusal | null> => {
      const command = randomUUID();
      return refusalOf('APPLICATION', inTurn(event(id, 'release', command), await logged('payment-run.release', command, login)));
    };
    expect(await releasedBy('finance')).toEqual(refused('payment_run_third_person'));
    expect(await releasedBy('director')).toBeNull();
  });

  it('goes its way step by step: to the bank after its release, given up before the bank knows', async () => {
    const drafted = await draftedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    for (const name of ['export', 'settle', 'draft']) expect(await refusalOf('APPLICATION', event(drafted.id, name))).toEqual(refused('payment_run_life'));
    const exported = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    for (const name of ['void', 'release']) expect(await refusalOf('APPLICATION', event(exported.id, name))).toEqual(refused('payment_run_life'));
  });

  it('leaves for the bank in one version of each format', async () => {
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    const file = `insert into payment_run_file (run_id, format, sha256, size_bytes, known_at, command_id) values ('${id}', 'PAIN_001', repeat('1', 64), 1, now(), '${randomUUID()}')`;
    expect((await refusalOf('APPLICATION', file))?.constraint).toBe('payment_run_file_pkey');
  });
});

describe('what the bank did', () => {
  it('is known of a run that the bank knows, and in turn', async () => {
    const early = await releasedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(await refusalOf('APPLICATION', outcome(early.id, 'PAID'))).toEqual(refused('payment_outcome_exported'));
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    expect(await refusalOf('APPLICATION', outcome(id, 'RETURNED'))).toEqual(refused('payment_outcome_in_turn'));
    expect(await refusalOf('APPLICATION', inTurn(outcome(id, 'REJECTED'), outcome(id, 'PAID')))).toEqual(refused('payment_outcome_in_turn'));
    await stepRun(id, 'confirm', { paidOn: today() });
    expect((await refusalOf('APPLICATION', outcome(id, 'PAID')))?.code).toMatch(/^23/);
  });

  it('stands in the books by the same command, and is not told by who released it', async () => {
    const { id } = await exportedRun(call.book, [(await owedTranche(call.id)).payableId], '1000000');
    const told = async (name: string, by: string, command = 'payment-run.confirm'): Promise<Refusal | null> => {
      const commandId = randomUUID();
      return refusalOf('APPLICATION', inTurn(outcome(id, name, commandId), await logged(command, commandId, by)));
    };
    expect(await told('PAID', 'finance')).toEqual(refused('payment_outcome_booked'));
    expect(await told('REJECTED', 'checker', 'payment-run.reject-line')).toEqual(refused('payment_outcome_second_person'));
    expect(await told('REJECTED', 'finance', 'payment-run.reject-line')).toBeNull();
  });
});
