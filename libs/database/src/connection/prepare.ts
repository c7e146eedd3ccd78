import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { ensureRoles, withSetupLock } from './roles.js';

type MigrationClass = new () => MigrationInterface;

/**
 * Brings the schema to this version of the program, as the owner: roles, migrations, then whatever reference data the
 * code itself defines. Safe to run from several processes at once and on every start.
 */
export async function prepareDatabase(
  ownerUrl: string,
  migrations: readonly MigrationClass[],
  syncReferenceData: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await withSetupLock(client, async () => {
      await ensureRoles(client, ownerUrl);
      const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations: [...migrations], poolSize: 1 });
      await source.initialize();
      try {
        await source.runMigrations({ transaction: 'each' });
      } finally {
        await source.destroy();
      }
      await syncReferenceData(client);
    });
  } finally {
    await client.end();
  }
}
