import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askPrepared, enterScopes, isRefusedByDatabase, sqlState, type Tx } from '#libs/database';
import { DataSource } from 'typeorm';
import { withSql } from '../support/sql.js';

/** Statements that each connection prepares once: the same answers and refusals, and row-level security looks each time anew. */

const BRANCHES = 'select key from ledger_account where book = $1 order by key';
let source: DataSource;

beforeAll(async () => {
  source = await new DataSource({ type: 'postgres', url: process.env.BATON_TEST_APPLICATION_URL ?? '', poolSize: 2 }).initialize();
});
afterAll(() => source.destroy());

function preparedIn(tx: Tx, text: string): Promise<unknown[]> {
  return tx.query('select name from pg_prepared_statements where statement = $1', [text]);
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return null;
  } catch (error) {
    return error;
  }
}

describe('a prepared question', () => {
  it('is prepared once on its connection, whatever it is asked with', async () => {
    const text = `select $1::int + ${Math.floor(Math.random() * 1e6)} as sum`;
    await source.transaction(async (tx) => {
      const answers = [await askPrepared<{ sum: number }>(tx, text, [1]), await askPrepared<{ sum: number }>(tx, text, [2])].flat();
      expect((answers[1]?.sum ?? 0) - (answers[0]?.sum ?? 0)).toBe(1);
      expect(await preparedIn(tx, text)).toHaveLength(1);
    });
  });

  it('is asked on any connection of the pool outside of a transaction', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => askPrepared<{ at: number }>(source.manager, 'select $1::int as at', [at])));
    expect(answers.flat().map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('shows to each who asks what lies in their sight, on one connection and by one plan', async () => {
    const fund = await withSql('OWNER', async (client) => (await client.query<{ id: string; key: string }>(`select substr(book, 6) as id, key from ledger_account where book like 'fund/%' limit 1`)).rows[0]);
    const seen: number[] = [];
    // Often enough for the server to keep a plan that knows no value.
    for (let round = 0; round < 14; round += 1) {
      const scopes = round % 2 === 0 ? ['*'] : [`fund/${randomUUID()}`];
      await source.transaction(async (tx) => {
        await enterScopes(tx, { userId: randomUUID(), scopes });
        seen.push((await askPrepared(tx, BRANCHES, [`fund/${fund?.id ?? ''}`])).length);
      });
    }
    expect(seen.filter((_, round) => round % 2 === 0).every((count) => count > 0)).toBe(true);
    expect(seen.filter((_, round) => round % 2 === 1)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('is refused like any other, so that whoever explains refusals knows it', async () => {
    const error = await refusalOf(askPrepared(source.manager, 'select 1 / $1::int as share', [0]));
    expect([isRefusedByDatabase(error), sqlState(error)]).toEqual([true, '22012']);
  });
});
