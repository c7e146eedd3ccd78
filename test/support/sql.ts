import { invariant } from '#libs/errors';
import pg from 'pg';

export type DatabaseRole = 'OWNER' | 'APPLICATION' | 'AUDITOR';

/** Raw SQL under one of the program's roles: what the database itself allows. */
export async function withSql<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = process.env[`BATON_TEST_${role}_URL`];
  invariant(url !== undefined, 'the test server is not running: use npm test');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** SQLSTATE and constraint of the refusal, or null when the statement went through (it is rolled back either way). */
export async function refusalOf(role: DatabaseRole, sql: string, parameters: unknown[] = []): Promise<{ code: string; constraint: string | undefined } | null> {
  return withSql(role, async (client) => {
    await client.query('begin');
    try {
      await client.query(sql, parameters);
      await client.query('set constraints all immediate');
      return null;
    } catch (error) {
      const { code, constraint } = error as { code: string; constraint?: string };
      return { code, constraint };
    } finally {
      await client.query('rollback');
    }
  });
}
