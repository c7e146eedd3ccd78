import { openDatabase, type Tx } from '#libs/database';
import { DataSource } from 'typeorm';
import type { Config } from '../config.js';

/** Runs `work` on one read-only snapshot of the installation's database, as its owner, who sees every row. */
export async function snapshot<T>(config: Config, work: (tx: Tx) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl });
  const source = new DataSource({ type: 'postgres', url: database.ownerUrl, synchronize: false, poolSize: 1, applicationName: 'baton cli' });
  try {
    await source.initialize();
    return await source.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('set transaction read only');
      return work(tx);
    });
  } finally {
    if (source.isInitialized) await source.destroy();
    await database.stop();
  }
}
