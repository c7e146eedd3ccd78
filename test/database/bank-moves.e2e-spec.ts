import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { enterScopes, type Tx } from '#libs/database';
import type { ExpectedMove } from '#libs/payment';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { EXPECTED_MOVES } from '../../apps/api/src/registry.js';
import { RUN_LINES, RUN_RETURNS } from '../../libs/payment/src/reconciliation/run-move.query.js';
import { livedInFund } from '../support/scoped.js';

const [FIRST, LAST] = [localDate('2021-01-01'), localDate('2026-12-31')];
const SOURCES = [...EXPECTED_MOVES, RUN_LINES, RUN_RETURNS];
/** Every kind whose money can only come in, or only go out. */
const DIRECTIONS: Readonly<Record<string, 'IN' | 'OUT'>> = {
  ...{ 'fund.capital-share': 'IN', 'fund.capital-receipt': 'IN', 'fund.overdue-interest': 'IN', 'fund.expense': 'OUT' },
  ...{ 'voucher.payment': 'OUT', 'voucher.own-money': 'IN', 'voucher.own-money-return': 'OUT', 'voucher.clawback': 'IN' },
  ...{ 'grant.tranche-of-register': 'OUT', 'grant.own-share': 'IN', 'grant.own-share-due': 'IN', 'grant.recovery': 'IN', 'grant.recovery-due': 'IN', 'grant.remittance': 'OUT', 'grant.outcome-receipt': 'IN', 'grant.outcome-due': 'IN' },
  ...{ 'payment.run-line': 'OUT', 'payment.return': 'IN' },
};

/** What each instrument tells the bank's desk of its money, asked of the database as the program asks it. */
describe('the money that lines of a bank may be', () => {
  let source: DataSource;
  let fund: Awaited<ReturnType<typeof livedInFund>>;
  const list = (kind: string, scopes: readonly string[], from = FIRST, to = LAST): Promise<readonly ExpectedMove[]> =>
    source.transaction(async (tx: Tx) => {
      await enterScopes(tx, { userId: randomUUID(), scopes });
      return (await SOURCES.find((each) => each.kind === kind)?.list(tx, from, to, null)) ?? [];
    });

  beforeAll(async () => {
    // Days are texts, as the program reads them.
    pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
    source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_APPLICATION_URL ?? '', poolSize: 2 }).initialize();
    fund = await livedInFund();
  });

  afterAll(() => source.destroy());

  it.each(SOURCES.map(({ kind }) => kind))('%s: ids that a request can name, one book each, days within the time asked for, money one way', async (kind) => {
    const moves = await list(kind, ['*']);
    const faults = moves.filter(({ recordId, book, amountWon, on, waitedFrom, isRecorded }) => {
      const isWithin = isRecorded || waitedFrom === undefined ? on >= FIRST && on <= LAST : waitedFrom <= LAST;
      const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(recordId);
      const isOneWay = DIRECTIONS[kind] === undefined || amountWon === 0n || amountWon > 0n === (DIRECTIONS[kind] === 'IN');
      return !isWithin || !isId || !isOneWay || !/^(fund|voucher|grant)\/[0-9a-f-]{36}$/u.test(book);
    });
    expect(faults).toEqual([]);
    expect(new Set(moves.map(({ recordId }) => recordId)).size).toBe(moves.length);
  });

  it.each(SOURCES.map(({ kind }) => kind))('%s: nothing of another fund for who sees one', async (kind) => {
    const moves = await list(kind, [`fund/${fund.fundId}`]);
    expect(moves.filter(({ book }) => book !== fund.book)).toEqual([]);
  });

  it('tells a share that is not paid as waited for, what came as recorded, and what was voided not at all', async () => {
    const scopes = [`fund/${fund.fundId}`];
    const [shares, receipts, interest] = [await list('fund.capital-share', scopes), await list('fund.capital-receipt', scopes), await list('fund.overdue-interest', scopes)];
    expect(shares.map(({ isRecorded, waitedFrom }) => [isRecorded, waitedFrom])).toEqual([[false, '2024-02-01'], [false, '2024-02-01'], [false, '2024-02-01']]);
    expect([receipts.map(({ recordId }) => recordId).includes(fund.receiptId), interest.map(({ recordId }) => recordId)]).toEqual([true, [fund.interestId]]);
    expect(await list('fund.capital-receipt', scopes, localDate('2024-03-15'), LAST)).toEqual([]);
  });
});
