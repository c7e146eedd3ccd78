import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '#libs/calendar';
import { CommandContext, NO_ORIGIN } from '#libs/command';
import { enterScopes, type Tx } from '#libs/database';
import { invariant } from '#libs/errors';
import { FUND_REGISTRY } from '#libs/fund';
import { account, type AccountRef } from '#libs/journal';
import { consumeHolds, Ledger, placeHolds, type HoldConsumption } from '#libs/ledger';
import { DataSource } from 'typeorm';
import { logCommand, RawBooks } from '../support/books.js';
import { withSql } from '../support/sql.js';

/** Holds are placed and used up for many at once, as the hot commands do; the counterpart of the raw SQL in holds-and-periods. */

const HEADROOM = FUND_REGISTRY.charts.find(({ code }) => code === 'fund.headroom');
let source: DataSource;
let managerId: string;

beforeAll(async () => {
  source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_APPLICATION_URL ?? '', poolSize: 8 }).initialize();
  managerId = await withSql('OWNER', async (client) => (await client.query<{ id: string }>(`select id from app_user where login = 'manager'`)).rows[0]?.id ?? '');
});
afterAll(() => source.destroy());

const actorOf = (scopes: readonly string[]) => ({ userId: managerId, login: 'manager', name: '', roles: [], permissions: new Set<string>(), scopes, readOnly: false });

/** In a transaction of a command that is logged in it. */
async function commanded<T>(work: (tx: Tx, context: CommandContext) => Promise<T>, scopes: readonly string[] = ['*']): Promise<T> {
  return source.transaction('READ COMMITTED', async (tx) => {
    await enterScopes(tx, { userId: managerId, scopes });
    // The log line in raw SQL: what is asked here is the ledger, and not the door.
    const commandId = await logCommand({ query: async (sql: string, values: unknown[]) => ({ rows: await tx.query(sql, values) }) } as never, 'fund.form');
    return work(tx, new CommandContext(commandId, 'fund.form', actorOf(scopes), systemClock, { dryRun: false, origin: NO_ORIGIN }));
  });
}

/** An account with that much on it. */
async function funded(amount: bigint): Promise<AccountRef> {
  invariant(HEADROOM !== undefined, 'fund.headroom');
  const ref = account(HEADROOM, `holds/${randomUUID()}`);
  await withSql('APPLICATION', async (client) => {
    await client.query('begin');
    const books = new RawBooks(client, await logCommand(client, 'fund.form'), ref.book);
    const { rows } = await client.query<{ id: string }>(`insert into ledger_account (key, book, chart, unit, normal_side) values ($1, $2, 'fund.headroom', 'KRW', 'C') returning id`, [ref.key, ref.book]);
    await books.post({ lines: [[await books.account('fund.headroom-granted'), 'D', amount], [rows[0]?.id ?? '', 'C', amount]] });
    await client.query('commit');
  });
  return ref;
}

const place = (ref: AccountRef, amounts: readonly bigint[]): Promise<readonly string[]> =>
  commanded((tx, context) => placeHolds(tx, amounts.map((amount) => ({ context, account: ref, amount, expiresOn: null }))));

const consume = (uses: readonly (readonly [holdId: string, amount: bigint])[], scopes?: readonly string[]): Promise<void> =>
  commanded((tx, context) => consumeHolds(tx, uses.map(([holdId, amount]): HoldConsumption => ({ context, holdId, kind: 'RELEASED', amount }))), scopes);

async function eventsOf(holdId: string): Promise<string[]> {
  return withSql('OWNER', async (client) => (await client.query<{ told: string }>(`select event_no || ':' || amount as told from ledger_hold_event where hold_id = $1 order by event_no`, [holdId])).rows.map(({ told }) => told));
}

const available = (ref: AccountRef): Promise<bigint | null | undefined> => commanded(async (tx) => (await new Ledger(FUND_REGISTRY).lockAvailable(tx, [ref])).get(ref.key));

describe('holds of a batch', () => {
  it('are placed together, and counted as gone', async () => {
    const ref = await funded(100n);
    expect(new Set(await place(ref, [10n, 20n, 30n])).size).toBe(3);
    expect(await available(ref)).toBe(40n);
    await expect(place(ref, [20n, 21n])).rejects.toMatchObject({ code: 'ledger.floor-reached' });
    expect(await available(ref)).toBe(40n);
  });

  it('are used up together, one of them several times, with numbers in their order', async () => {
    const ref = await funded(100n);
    const [one = '', other = ''] = await place(ref, [50n, 50n]);
    await consume([[one, 10n], [other, 20n], [one, 11n]]);
    await consume([[one, 12n]]);
    expect([await eventsOf(one), await eventsOf(other)]).toEqual([['1:10', '2:11', '3:12'], ['1:20']]);
    expect(await available(ref)).toBe(53n);
    await expect(consume([[other, 1n], [one, 18n]])).rejects.toMatchObject({ code: 'ledger.hold-spent' });
    expect(await available(ref)).toBe(53n);
  });

  it('are used by many at the same time, each with a number of its own', async () => {
    const ref = await funded(100n);
    const holds = await place(ref, [50n, 50n]);
    // In turns from both ends: whoever locked them in the order given would wait in a circle.
    await Promise.all(Array.from({ length: 12 }, (_, turn) => consume((turn % 2 === 0 ? holds : [...holds].reverse()).map((holdId) => [holdId, 1n] as const))));
    for (const holdId of holds) expect(await eventsOf(holdId)).toEqual(Array.from({ length: 12 }, (_, at) => `${at + 1}:1`));
  });

  it('that nobody placed, or that lie outside of who asks, are not found', async () => {
    const [hold = ''] = await place(await funded(100n), [50n]);
    await expect(consume([[hold, 1n], [randomUUID(), 1n]])).rejects.toMatchObject({ kind: 'not_found' });
    await expect(consume([[hold, 1n]], [`fund/${randomUUID()}`])).rejects.toMatchObject({ kind: 'not_found' });
    expect(await eventsOf(hold)).toEqual([]);
  });
});
