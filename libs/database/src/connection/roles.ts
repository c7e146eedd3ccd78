import type pg from 'pg';
import { APPLICATION_ROLE, AUDITOR_ROLE, rolePassword, SEALER_ROLE } from './urls.js';

/** Any number that no other program on the cluster is likely to lock: "baton" on a telephone keypad. */
const SETUP_LOCK = 22866;

/**
 * Runs `work` while no other process of the installation does: two processes started at once must not both create
 * roles or migrate.
 */
export async function withSetupLock<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [SETUP_LOCK]);
  }
}

/** Makes the lesser roles exist and able to sign in to this database. Roles belong to the cluster, grants to the database. */
export async function ensureRoles(client: pg.Client, ownerUrl: string): Promise<void> {
  for (const role of [APPLICATION_ROLE, AUDITOR_ROLE, SEALER_ROLE]) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) {
      await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noinherit nobypassrls`).catch(ignoreDuplicate);
    }
    const password = rolePassword(ownerUrl, role);
    if (password !== null) await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  }
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${APPLICATION_ROLE}, ${AUDITOR_ROLE}, ${SEALER_ROLE}`);
  await client.query(`revoke create on schema public from public`);
  await client.query(`grant usage on schema public to ${APPLICATION_ROLE}, ${AUDITOR_ROLE}, ${SEALER_ROLE}`);
}

function ignoreDuplicate(error: Error & { code?: string }): void {
  const duplicate = error.code === '42710' || error.code === '23505';
  if (!duplicate) throw error;
}
