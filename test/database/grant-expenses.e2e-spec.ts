import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordedExpense, taxInvoice } from '../support/expenses.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../support/grants.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do, whatever the program says: spending, evidence, reviews, interest. */

const refused = (constraint: string, code = '23514'): Refusal => ({ code, constraint });

let call: TestCall;
let agreement: TestAgreement;
let other: TestAgreement;

beforeAll(async () => {
  call = await openedCall();
  [agreement, other] = [await concludedAgreement(call.id), await concludedAgreement(call.id)];
});

const inTurn = (...statements: string[]) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
  for (const sql of statements) await client.query(sql);
};

interface Told {
  readonly id?: string;
  readonly line?: string;
  readonly amount?: string;
  readonly number?: string;
  readonly evidence?: string;
}
const expense = ({ id = randomUUID(), line = 'D4', amount = '1000', number = randomUUID(), evidence }: Told = {}, command: string = randomUUID()): string =>
  `insert into grant_expense (id, call_id, agreement_id, line_id, number, spent_on, payee_name, supply_won, vat_won, amount_won, evidence_kind, evidence_number, evidence_key, known_at, command_id)
   values ('${id}', '${call.id}', '${agreement.id}', '${line.includes('-') ? line : agreement.lineOf(line)}', '${number}', '2021-06-10', '거래처', 1000, 0, ${amount},
           ${evidence === undefined ? 'null, null, null' : `'TAX_INVOICE', '${evidence}', '${evidence}'`}, now(), '${command}')`;
const logged = (name: string, command: string, actor: string, login: string): string => `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
   values ('${command}', '${name}', '${actor}', '${login}', '{FINANCE_CHECKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`;
const userId = (login: string): Promise<string> => withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select id from app_user where login = $1', [login])).rows[0]?.id ?? '');

/** The rows as a command of finance would state them, its log with them. */
async function byFinance(name: string, rows: (command: string) => readonly string[]): Promise<ReturnType<typeof inTurn>> {
  const command = randomUUID();
  return inTurn(...rows(command), logged(name, command, await userId('finance'), 'finance'));
}

describe('an expense', () => {
  it('is told as it is booked: none without its entry', async () => {
    expect(await refusalOf('APPLICATION', await byFinance('grant-expense.record', (command) => [expense({}, command)]))).toEqual(refused('grant_expense_ties'));
  });

  it('is on a line of its own agreement', async () => {
    expect(await refusalOf('APPLICATION', expense({ line: other.lineOf('D4') }))).toEqual(refused('grant_expense_line'));
  });

  it('costs the line its supply price, and VAT only where that is charged', async () => {
    expect((await refusalOf('APPLICATION', expense({ amount: '999' })))?.code).toBe('23514');
  });

  it('has evidence that no other standing expense has', async () => {
    const evidence = taxInvoice();
    await recordedExpense(call.id, agreement.id, { evidenceNumber: evidence, supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', expense({ evidence }))).toEqual(refused('grant_expense_evidence_once', '23505'));
  });

  it('stays as it is', async () => {
    for (const table of ['grant_expense', 'grant_expense_void', 'grant_expense_review', 'grant_evidence', 'evidence_key', 'grant_interest', 'grant_interest_use', 'grant_interest_void']) {
      expect((await refusalOf('APPLICATION', `delete from ${table}`))?.code).toBe('42501');
      expect((await refusalOf('APPLICATION', `update ${table} set command_id = command_id`))?.code).toBe('42501');
    }
  });

  it('is not said to be undone while its entry stands', async () => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '1000' });
    const undo = (command: string): string => `insert into grant_expense_void (expense_id, voided_on, reason, known_at, command_id) values ('${id}', '2021-07-01', '잘못 기록함', now(), '${command}')`;
    expect(await refusalOf('APPLICATION', await byFinance('grant-expense.void', (command) => [undo(command)]))).toEqual(refused('grant_expense_ties'));
  });
});

describe('a review', () => {
  const review = (id: string, decision: string, won: string, command: string = randomUUID()): string =>
    `insert into grant_expense_review (id, expense_id, decision, disallowed_won, reason, reviewed_on, known_at, command_id) values (gen_random_uuid(), '${id}', '${decision}', ${won}, '사유', '2021-07-01', now(), '${command}')`;

  it.each([
    ['PARTLY', '1000'],
    ['DISALLOWED', '999'],
    ['PARTLY', '1001'],
  ])('does not say %s to %s of 1,000', async (decision, won) => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '1000' });
    expect(await refusalOf('APPLICATION', review(id, decision, won))).toEqual(refused('grant_expense_review_amount'));
  });

  it('is not by whoever recorded the expense', async () => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '1000' });
    const by = async (login: string): Promise<Refusal | null> => {
      const command = randomUUID();
      return refusalOf('APPLICATION', inTurn(review(id, 'ALLOWED', '0', command), logged('grant-expense.review', command, await userId(login), login)));
    };
    expect(await by('finance')).toEqual(refused('grant_expense_review_independent'));
    expect(await by('checker')).toBeNull();
  });

  it('is stated by its own command alone', async () => {
    const { id } = await recordedExpense(call.id, agreement.id, { supplyWon: '1000' });
    const command = randomUUID();
    expect((await refusalOf('APPLICATION', inTurn(review(id, 'ALLOWED', '0', command), logged('grant-expense.record', command, await userId('checker'), 'checker'))))?.code).toMatch(/^23/);
  });
});

describe('interest', () => {
  it('is told as it is booked, and not used beyond what was earned', async () => {
    const id = randomUUID();
    const earned = (command: string): string => `insert into grant_interest (id, agreement_id, stage, time, earned_on, earned_won, known_at, command_id) values ('${id}', '${agreement.id}', 1, 'DURING', '2021-12-31', 1000, now(), '${command}')`;
    const use = (won: string): string => `insert into grant_interest_use (id, interest_id, purpose, amount_won, used_on, known_at, command_id) values (gen_random_uuid(), '${id}', 'TREASURY', ${won}, '2022-01-01', now(), '${randomUUID()}')`;
    expect(await refusalOf('APPLICATION', await byFinance('grant-interest.record', (command) => [earned(command)]))).toEqual(refused('grant_interest_ties'));
    expect(await refusalOf('APPLICATION', inTurn(earned(randomUUID()), use('600'), use('401')))).toEqual(refused('grant_interest_use_within'));
  });
});

describe('the last won of a line', () => {
  it('is one balance: whoever spends it makes the others wait, and the floor refuses the second', async () => {
    const mine = await concludedAgreement(call.id);
    const key = call.account('grant.line', mine.lineOf('D9'));
    const spend = `update account_balance set balance = balance - 5000000 where account_id = (select id from ledger_account where key = '${key}')`;
    await withSql('OWNER', async (first) => {
      await first.query('begin');
      await first.query(spend);
      expect((await refusalOf('OWNER', inTurn(`set local lock_timeout = '200ms'`, spend)))?.code).toBe('55P03');
      await expect(first.query(spend)).rejects.toMatchObject({ constraint: 'account_balance_floor' });
      await first.query('rollback');
    });
  });
});
