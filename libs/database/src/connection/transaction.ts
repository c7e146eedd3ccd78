import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

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

/**
 * Runs `work` in one transaction and runs it again from the start when PostgreSQL chose this transaction as the
 * victim of a serialization failure or a deadlock. `work` must therefore touch nothing but `tx`.
 */
export async function inTransaction<T>(source: DataSource, isolation: Isolation, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await source.transaction(isolation, work);
    } catch (error) {
      const state = sqlState(error);
      const worthAnotherTry = state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
      if (!worthAnotherTry || attempt === ATTEMPTS) throw error;
      // Full jitter: colliding transactions must not collide again in step.
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
