import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';
import { agreedVoucher, appliedVoucher, issuedVoucher, openVoucherYear, type TestYear } from '../support/vouchers.js';

/** What the application's own role cannot do, whatever the program says: vouchers that are not in the books, or not agreed. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });

let year: TestYear;
let financeId: string;

beforeAll(async () => {
  year = await openVoucherYear();
  financeId = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>(`select id from app_user where login = 'finance'`)).rows[0]?.id ?? '');
});

/** A command of this transaction that may issue, as a program gone wrong would log it. */
async function issuing(client: pg.Client, command = 'voucher.issue'): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
     values ($1, $2, $3, 'finance', '{FINANCE_MAKER}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now()) returning id`,
    [randomUUID(), command, financeId],
  );
  return rows[0]?.id ?? '';
}

const issueRow = (client: pg.Client, voucherId: string, commandId: string, amount = 5_000_000): Promise<unknown> =>
  client.query(
    `insert into voucher_issue (voucher_id, year_id, number, issued_on, amount_won, valid_to, known_at, command_id) values ($1, $2, $3, '2021-05-03', $4, '2021-11-03', now(), $5)`,
    [voucherId, year.id, `AS-2021-9${Math.floor(Math.random() * 900 + 100)}`, amount, commandId],
  );
const issueStep = (client: pg.Client, voucherId: string, commandId: string): Promise<unknown> =>
  client.query(`insert into voucher_event (voucher_id, event, happened_on, known_at, command_id) values ($1, 'issue', '2021-05-03', now(), $2)`, [voucherId, commandId]);

/** Credits the voucher and takes the budget as a posting would. */
async function entry(client: pg.Client, voucherId: string, commandId: string, amount: number): Promise<void> {
  const accountOf = async (chart: string, side: string, part?: string): Promise<string> => {
    const key = year.account(chart, part);
    await client.query(`insert into ledger_account (key, book, chart, unit, normal_side) values ($1, $2, $3, 'KRW', $4) on conflict (key) do nothing`, [key, year.book, chart, side]);
    return (await client.query<{ id: string }>('select id from ledger_account where key = $1', [key])).rows[0]?.id ?? '';
  };
  const { rows } = await client.query<{ id: string }>(
    `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo) values ('voucher.issued', $1, '2021-05-03', now(), $2, 'voucher-year', $3, '') returning id`,
    [year.book, commandId, year.id],
  );
  const lines: readonly (readonly [string, string])[] = [
    [await accountOf('voucher.budget', 'C'), 'D'],
    [await accountOf('voucher.outstanding', 'C'), 'C'],
    [await accountOf('voucher.granted', 'D'), 'D'],
    [await accountOf('voucher.balance', 'C', voucherId), 'C'],
  ];
  for (const [index, [account, side]] of lines.entries()) {
    await client.query('insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year) values ($1, $2, $3, $4, $5, 2021)', [rows[0]?.id, index + 1, account, side, amount]);
  }
}

describe('an issue', () => {
  it('of a voucher that is not agreed is no step of its life', async () => {
    const applied = await appliedVoucher(year.id);
    expect(await refusalOf('APPLICATION', async (client) => issueStep(client, applied, await issuing(client)))).toEqual(refused('voucher_life'));
  });

  it('comes once', async () => {
    const issued = await issuedVoucher(year.id);
    expect(await refusalOf('APPLICATION', async (client) => issueStep(client, issued, await issuing(client)))).toEqual(refused('voucher_life'));
    expect((await refusalOf('APPLICATION', async (client) => issueRow(client, issued, await issuing(client))))?.code).toBe('23505');
  });

  it('is stated by a command that issues', async () => {
    const agreed = await agreedVoucher(year.id);
    const forged = async (client: pg.Client): Promise<void> => {
      const commandId = await issuing(client, 'voucher.suspend');
      await issueStep(client, agreed, commandId);
      await entry(client, agreed, commandId, 5_000_000);
      await issueRow(client, agreed, commandId);
    };
    expect(await refusalOf('APPLICATION', forged)).toEqual({ code: '23514', constraint: expect.stringMatching(/_own_command$|_commands?$/) });
  });

  it('has a number only after its step, and stands in the books to the won', async () => {
    const agreed = await agreedVoucher(year.id);
    const attempt = (credited: number | null, stepped: boolean) => async (client: pg.Client): Promise<void> => {
      const commandId = await issuing(client);
      if (stepped) await issueStep(client, agreed, commandId);
      if (credited !== null) await entry(client, agreed, commandId, credited);
      await issueRow(client, agreed, commandId);
    };
    expect(await refusalOf('APPLICATION', attempt(5_000_000, false))).toEqual(refused('voucher_issue_stepped'));
    expect(await refusalOf('APPLICATION', attempt(null, true))).toEqual(refused('voucher_issue_posted'));
    expect(await refusalOf('APPLICATION', attempt(4_999_999, true))).toEqual(refused('voucher_issue_posted'));
    expect(await refusalOf('APPLICATION', attempt(5_000_000, true))).toBeNull();
  });

  it('takes no more than the budget: its floor is the last judge', async () => {
    const agreed = await agreedVoucher(year.id);
    expect(await refusalOf('APPLICATION', async (client) => entry(client, agreed, await issuing(client), 500_000_001))).toEqual(refused('account_balance_floor'));
  });

  it('is neither changed nor taken back, and its check is written by nobody', async () => {
    for (const sql of [`update voucher_issue set amount_won = 1`, 'delete from voucher_issue', 'delete from voucher_issue_check', 'insert into voucher_issue_check values (1)']) {
      expect((await refusalOf('APPLICATION', sql))?.code).toBe('42501');
    }
  });
});
