import type { DataSource } from 'typeorm';

/**
 * Runs `work` unless somebody is at it under the same name already, here or in another process of the installation; then
 * answers null and does nothing. Who falls over in the middle lets the next one in: the lock lives with its connection.
 */
export async function whileAlone<T>(source: DataSource, name: string, work: () => Promise<T>): Promise<T | null> {
  const connection = source.createQueryRunner();
  try {
    const rows = (await connection.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [name])) as { held: boolean }[];
    if (rows[0]?.held !== true) return null;
    return await work().finally(() => connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]));
  } finally {
    await connection.release();
  }
}
