import { createHash } from 'node:crypto';
import type pg from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import type { Tx } from './transaction.js';

/** The same text has the same name on every connection. */
const names = new Map<string, string>();

/**
 * Asks like `tx.query`, but by a statement that each connection prepares once: for what every request asks, and where row-level
 * security makes a plan cost more than its answer. `text` is one of a fixed set, never put together from what a user typed. A write
 * answers the rows that it returns. Throws as `tx.query` does.
 */
export async function askPrepared<Row>(tx: Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  const connection = await connectionOf(tx);
  try {
    const { rows } = await connection.query<Row & pg.QueryResultRow>({ name: nameOf(text), text, values: [...values] });
    return rows;
  } catch (error) {
    throw new QueryFailedError(text, [...values], error as Error);
  }
}

/** The connection of the transaction; outside of one, whichever of the pool is free. */
async function connectionOf(tx: Tx): Promise<Pick<pg.ClientBase, 'query'>> {
  return tx.queryRunner === undefined ? poolOf(tx.dataSource) : ((await tx.queryRunner.connect()) as pg.ClientBase);
}

function poolOf({ driver }: DataSource): pg.Pool {
  return (driver as unknown as { readonly master: pg.Pool }).master;
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  // Names of statements have 63 bytes at most.
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
