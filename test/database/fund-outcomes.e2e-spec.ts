import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Client } from '../support/client.js';
import { logCommand } from '../support/books.js';
import { exit, fundWithDeals, payment, posted } from '../support/outcomes.js';
import { notRefusedWith, refusalOf, withSql, type Refusal } from '../support/sql.js';

const CHECK = '23514';
const EXCLUDED = '23P01';

describe('the database keeps exits, valuations and fees sound, whoever writes', () => {
  const finance = Client.as('finance');
  let fund: { id: string; deals: string[] };
  let deal: string;
  let exitId: string;
  let billId: string;

  /** A statement of a command that may state it, checked as at commit. */
  const refused = (command: string, work: (sql: pg.Client, commandId: string) => Promise<unknown>): Promise<Refusal | null> =>
    refusalOf('APPLICATION', async (sql) => work(sql, await logCommand(sql, command)));
  const addExit = (sql: pg.Client, commandId: string, cost: number, changes: { shares?: number; on?: string; kind?: string } = {}) =>
    sql.query(
      `insert into investment_exit (id, investment_id, kind, exited_on, shares, proceeds_won, cost_won, expense_won, known_at, command_id) values (gen_random_uuid(), $1, $2, $3, $4, 0, $5, 0, now(), $6)`,
      [deal, changes.kind ?? 'LISTING', changes.on ?? '2025-06-02', changes.shares ?? null, cost, commandId],
    );
  const value = async (sql: pg.Client, commandId: string, impairment: number, reasons: string, on = '2024-12-31') => {
    const id = randomUUID();
    await sql.query('insert into valuation (id, investment_id, valued_on, fair_value_won, impairment_won, known_at, command_id) values ($1, $2, $3, 0, $4, now(), $5)', [id, deal, on, impairment, commandId]);
    await sql.query('insert into valuation_ground (valuation_id, cost_won, reasons, exceptions, known_at, command_id) values ($1, 1000000000, $2, $3, now(), $4)', [id, reasons, '{}', commandId]);
  };
  const bill = (sql: pg.Client, commandId: string, from: string, to: string) =>
    sql.query(
      `insert into fee_bill (id, fund_id, period_from, period_to, billed_on, amount_won, reduced_by_won, adjustment_won, pieces, clause, known_at, command_id) values (gen_random_uuid(), $1, $2, $3, $3, 1, 0, 0, '[]', '규약', now(), $4)`,
      [fund.id, from, to, commandId],
    );
  const pay = async (sql: pg.Client, commandId: string, amount: number) => {
    const id = randomUUID();
    await sql.query(`insert into fund_expense (id, fund_id, kind, label, paid_on, paid_won, known_at, command_id) values ($1, $2, 'MANAGEMENT_FEE', 'x', '2024-04-01', $3, now(), $4)`, [id, fund.id, amount, commandId]);
    await sql.query('insert into fund_payment (expense_id, payee_id, bill_id, known_at, command_id) select $1, id, $2, now(), $3 from party limit 1', [id, billId, commandId]);
  };

  beforeAll(async () => {
    fund = await fundWithDeals(['1000000000'], {}, { shares: '1000', pricePerShareWon: '1000000' });
    deal = fund.deals[0] ?? '';
    exitId = (await posted(Client.as('manager').post(`/funds/${fund.id}/exits`, exit(deal, '500000000', { kind: 'MERGER', shares: '400', counterparty: { name: '(주)인수' }, escrowWon: '100' })))).id as string;
    billId = (await posted(finance.post(`/funds/${fund.id}/fee-bills`, { periodTo: '2024-03-31', billedOn: '2024-03-31' }))).id as string;
    await posted(finance.post(`/funds/${fund.id}/expenses`, payment('1000', { kind: 'MANAGEMENT_FEE', billId, label: '관리보수', payee: undefined })));
  });

  it.each<[string, number, { shares?: number; on?: string; kind?: string }, Refusal | null]>([
    ['all that is left', 600_000_000, { shares: 600 }, null],
    ['a project that was settled', 1, { kind: 'PROJECT_SETTLEMENT' }, null],
    ['a won more than the cost', 600_000_001, {}, { code: CHECK, constraint: 'investment_exit_within_cost' }],
    ['a share more than there are', 1, { shares: 601 }, { code: CHECK, constraint: 'investment_exit_within_shares' }],
    ['before the payment', 1, { on: '2024-06-02' }, { code: CHECK, constraint: 'investment_exit_after_payment' }],
    ['of a kind that is none', 1, { kind: 'GIFT' }, { code: CHECK, constraint: 'investment_exit_kind_check' }],
  ])('an exit of %s', async (_what, cost, changes, outcome) => {
    expect(await refused('exit.record', (sql, commandId) => addExit(sql, commandId, cost, changes))).toEqual(outcome);
  });

  it.each<[string, number, string, string, Refusal | null]>([
    ['the whole cost, with a reason', 1_000_000_000, '{DEFAULT}', '2024-12-31', null],
    ['more than the cost', 1_000_000_001, '{DEFAULT}', '2024-12-31', { code: CHECK, constraint: 'valuation_impairment_within_cost' }],
    ['something without a reason', 1, '{}', '2024-12-31', { code: CHECK, constraint: 'valuation_impairment_has_reason' }],
    ['what was not held yet', 0, '{}', '2024-06-02', { code: CHECK, constraint: 'valuation_of_holding' }],
  ])('an impairment of %s', async (_what, impairment, reasons, on, outcome) => {
    expect(await refused('valuation.record', (sql, commandId) => value(sql, commandId, impairment, reasons, on))).toEqual(outcome);
  });

  it('of an escrow never more than was held back', async () => {
    const settle = (amount: number) =>
      refused('escrow.receive', (sql, commandId) =>
        sql.query(`insert into escrow_receipt (id, exit_id, settled_on, received_won, forfeited_won, known_at, command_id) values (gen_random_uuid(), $1, '2025-09-01', 0, $2, now(), $3)`, [exitId, amount, commandId]),
      );
    expect([await settle(100), await settle(101)]).toEqual([null, { code: CHECK, constraint: 'escrow_receipt_within_escrow' }]);
  });

  it('bills no day twice, pays no bill beyond it, and voids none that is paid', async () => {
    expect(await refused('fee.bill', (sql, commandId) => bill(sql, commandId, '2024-04-01', '2024-06-30'))).toBeNull();
    expect(await refused('fee.bill', (sql, commandId) => bill(sql, commandId, '2024-03-31', '2024-06-30'))).toEqual({ code: EXCLUDED, constraint: 'fee_bill_day_once' });
    expect(await refused('expense.pay', (sql, commandId) => pay(sql, commandId, 84_382_561))).toBeNull();
    expect(await refused('expense.pay', (sql, commandId) => pay(sql, commandId, 84_382_562))).toEqual({ code: CHECK, constraint: 'fund_payment_within_bill' });
    const undo = (sql: pg.Client, commandId: string) => sql.query(`insert into fee_bill_void (bill_id, voided_on, reason, known_at, command_id) values ($1, '2024-04-01', '시험', now(), $2)`, [billId, commandId]);
    expect(await refused('fee.void', undo)).toEqual({ code: CHECK, constraint: 'fee_bill_void_unpaid' });
  });

  it('lets one reduction hold on a day', async () => {
    const decide = (second: string) =>
      refused('fee-term.decide', async (sql, commandId) => {
        const id = randomUUID();
        await sql.query(`insert into fee_schedule (id, fund_id, clause, reason, known_at, command_id) values ($1, $2, '규약', '시험', now(), $3)`, [id, fund.id, commandId]);
        for (const [ordinal, from] of [[1, '2025-01-01'], [2, second]] as const) {
          await sql.query(`insert into fee_reduction (schedule_id, ordinal, reduced_from, reduced_to, keeps_basis_points, reason, clause, command_id) values ($1, $2, $3, $3::date + 30, 8000, 'x', 'x', $4)`, [id, ordinal, from, commandId]);
        }
      });
    expect([await decide('2025-02-01'), await decide('2025-01-31')]).toEqual([null, { code: EXCLUDED, constraint: 'fee_reduction_alone' }]);
  });

  it('splits due diligence to the won', async () => {
    const split = (managerWon: number) =>
      refused('due-diligence.settle', (sql, commandId) =>
        sql.query(`insert into due_diligence (id, fund_id, company, kind, cost_won, fund_won, general_partner_won, clause, known_at, command_id) values (gen_random_uuid(), $1, 'x', 'LEGAL', 10, 0, $2, 'x', now(), $3)`, [fund.id, managerWon, commandId]),
      );
    expect([await split(10), await split(9)]).toEqual([null, { code: CHECK, constraint: 'due_diligence_parts' }]);
  });

  it('takes each row from its own command alone', async () => {
    const others = await Promise.all([
      refused('fee.bill', (sql, commandId) => addExit(sql, commandId, 1)),
      refused('exit.record', (sql, commandId) => bill(sql, commandId, '2025-01-01', '2025-03-31')),
      refused('exit.record', (sql, commandId) => pay(sql, commandId, 1)),
    ]);
    expect(others.map((each) => each?.code)).toEqual(Array(3).fill(others[0]?.code));
    expect(others[0]).not.toBeNull();
  });

  it('changes and deletes nothing of it', async () => {
    const tables = ['valuation_ground', 'exit_term', 'escrow_receipt', 'fee_schedule', 'fee_term', 'fee_reduction', 'fee_bill', 'fee_bill_void', 'fund_payment', 'fund_expense_void', 'due_diligence'];
    const statements = tables.flatMap((table) => [`delete from ${table}`, `update ${table} set command_id = command_id`]);
    expect(await notRefusedWith('42501', 'APPLICATION', statements)).toEqual([]);
    expect(await withSql('AUDITOR', async (sql) => (await sql.query('select 1 from fee_bill where id = $1', [billId])).rowCount)).toBe(1);
  });
});
