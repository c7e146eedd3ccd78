import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reader, rowsOf } from '#libs/database';
import { DataSource } from 'typeorm';
import { withSql } from '../support/sql.js';

const WHO = { readOnly: false, userId: '00000000-0000-0000-0000-000000000000', scopes: ['*'] };
const LONG = 'select pg_sleep(0.05), n from generate_series(1, 2000) as n';

/** Statements of that text that run for the program. */
async function running(text: string): Promise<number> {
  return withSql('OWNER', async (client) => (await client.query(`select 1 from pg_stat_activity where usename = 'baton_app' and state <> 'idle' and query like $1`, [`%${text}%`])).rowCount ?? 0);
}

describe('reading row by row', () => {
  // One connection: whatever is not given back is missed by the next.
  let source: DataSource;
  let reader: Reader;

  beforeAll(async () => {
    source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_APPLICATION_URL ?? '', poolSize: 1 }).initialize();
    reader = new Reader(source, source);
  });

  afterAll(() => source.destroy());

  const one = async (): Promise<number> => reader.read(WHO, async (tx) => ((await tx.query('select 1 as one')) as { one: number }[])[0]?.one ?? 0);

  it('has the statement cancelled that runs when its reader leaves, and gives the connection back', async () => {
    const leave = new AbortController();
    const first = reader.stream(WHO, (tx) => rowsOf(tx, LONG, []), leave.signal).next();
    while ((await running('row_by_row')) === 0) await pause(20);
    const since = Date.now();
    leave.abort();
    await expect(first).rejects.toMatchObject({ driverError: { code: '57014' } });
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await one()).toBe(1);
  });

  it('cancels nothing of those who use the connection afterwards', async () => {
    const leave = new AbortController();
    const rows = reader.stream(WHO, (tx) => rowsOf<{ n: number }>(tx, 'select n from generate_series(1, 3) as n', []), leave.signal);
    const read: number[] = [];
    for await (const { n } of rows) read.push(n);
    leave.abort();
    expect(read).toEqual([1, 2, 3]);
    expect(await one()).toBe(1);
  });

  it('gives the connection back when somebody stops in the middle, and when the question is wrong', async () => {
    for await (const _ of reader.stream(WHO, (tx) => rowsOf(tx, 'select n from generate_series(1, 5000) as n', []))) break;
    expect(await one()).toBe(1);
    await expect(reader.stream(WHO, (tx) => rowsOf(tx, 'select nothing_of_the_kind', [])).next()).rejects.toThrow('nothing_of_the_kind');
    expect(await one()).toBe(1);
  });
});
