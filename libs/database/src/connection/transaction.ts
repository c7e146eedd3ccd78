import { setTimeout as pause } from 'node:timers/promises';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

/** The database transaction. It is passed on visibly, always as the first parameter; nothing looks it up. */
export type Tx = EntityManager;

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 8;

/** The SQLSTATE of a database error, however TypeORM wrapped it; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  const carrier = error as { code?: unknown; driverError?: { code?: unknown } };
  const code = carrier.driverError?.code ?? carrier.code;
  return typeof code === 'string' && code.length === 5 ? code : undefined;
}

/** True when PostgreSQL chose this transaction as the victim of a serialization failure or a deadlock: run again, it may pass. */
export function isWorthAnotherTry(error: unknown): boolean {
  const state = sqlState(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}

/** Classes of SQLSTATE that speak of the connection or the server, and not of what was asked. */
const OF_THE_CONNECTION = /^(08|57)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** True when the database itself refused what was asked: then nothing of the transaction stands. */
export function isRefusedByDatabase(error: unknown): boolean {
  const state = sqlState(error);
  return error instanceof QueryFailedError && state !== undefined && /\d/.test(state) && SQLSTATE.test(state) && !OF_THE_CONNECTION.test(state);
}

/** True when the connection ended under a statement: if that was the last one, nobody knows whether the transaction stands. */
export function isCutOff(error: unknown): boolean {
  return error instanceof QueryFailedError && !isRefusedByDatabase(error);
}

/**
 * Runs `work` in one transaction and runs it again from the start when PostgreSQL chose this transaction as the
 * victim of a serialization failure or a deadlock. `work` must therefore touch nothing but `tx`.
 */
export async function inTransaction<T>(source: DataSource, isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await source.transaction(isolation, work);
    } catch (error) {
      if (!isWorthAnotherTry(error) || attempt === ATTEMPTS) throw error;
      // Full jitter: colliding transactions must not collide again in step.
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}

const deferrable = new WeakMap<DataSource, Promise<readonly string[]>>();

/** Checks now what is otherwise checked at commit, but for the constraints that `except` names, which keep waiting. */
export async function checkDeferredConstraints(tx: Tx, except: (name: string) => boolean): Promise<void> {
  const listed = deferrable.get(tx.dataSource) ?? listDeferrable(tx.dataSource);
  deferrable.set(tx.dataSource, listed);
  const named = (await listed).filter((name) => !except(name)).map((name) => `"${name}"`);
  await tx.query(`set constraints ${named.join(', ')} immediate`);
  await tx.query('set constraints all deferred');
}

async function listDeferrable(source: DataSource): Promise<readonly string[]> {
  const rows: { name: string }[] = await source.query('select distinct conname as name from pg_constraint where condeferrable order by 1');
  return rows.map((row) => row.name);
}
