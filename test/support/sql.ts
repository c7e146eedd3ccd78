import { invariant } from '#libs/errors';
import pg from 'pg';

export type DatabaseRole = 'OWNER' | 'APPLICATION' | 'AUDITOR';

/**
 * Raw SQL under one of the program's roles: what the database itself allows. It sees every fund, unless the scopes of
 * somebody else are given; `null` says nothing at all of who asks.
 */
export async function withSql<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>, scopes: readonly string[] | null = ['*'], actorId = ''): Promise<T> {
  const url = process.env[`BATON_TEST_${role}_URL`];
  invariant(url !== undefined, 'the test server is not running: use npm test');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (scopes !== null) await client.query(`select set_config('baton.scopes', $1, false), set_config('baton.actor', $2, false)`, [scopes.join(','), actorId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** SQLSTATE of a refusal, and the constraint that refused. */
export interface Refusal {
  readonly code: string;
  readonly constraint?: string;
}

/** What came of `work`, checked as at commit and rolled back either way: the refusal, or null when it went through. */
export async function refusalOf(role: DatabaseRole, work: string | ((client: pg.Client) => Promise<unknown>), parameters: unknown[] = []): Promise<Refusal | null> {
  return withSql(role, (client) => attempt(client, typeof work === 'string' ? (): Promise<unknown> => client.query(work, parameters) : work));
}

/** Those of `statements` that came to something else than `code`, each with what it came to; every one is rolled back. */
export async function notRefusedWith(code: string, role: DatabaseRole, statements: readonly string[]): Promise<string[]> {
  return withSql(role, async (client) => {
    const others: string[] = [];
    for (const sql of statements) {
      const refusal = await attempt(client, () => client.query(sql));
      if (refusal?.code !== code) others.push(`${sql}: ${refusal?.code ?? 'went through'}`);
    }
    return others;
  });
}

/** Locks taken crosswise with the program, which goes on with its own work meanwhile: not an answer to what was asked. */
const DEADLOCK = '40P01';
const ATTEMPTS = 5;

async function attempt(client: pg.Client, work: (client: pg.Client) => Promise<unknown>): Promise<Refusal | null> {
  let refusal = await attemptOnce(client, work);
  for (let tried = 1; refusal?.code === DEADLOCK && tried < ATTEMPTS; tried += 1) refusal = await attemptOnce(client, work);
  return refusal;
}

async function attemptOnce(client: pg.Client, work: (client: pg.Client) => Promise<unknown>): Promise<Refusal | null> {
  await client.query('begin');
  try {
    await work(client);
    await client.query('set constraints all immediate');
    return null;
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code === undefined) throw error;
    return { code, ...(constraint === undefined ? {} : { constraint }) };
  } finally {
    await client.query('rollback');
  }
}

/** The balance of an account on its normal side; zero where it was never opened. */
export async function balanceOf(accountKey: string): Promise<bigint> {
  return withSql('APPLICATION', async (client) => {
    const { rows } = await client.query<{ balance: string }>('select b.balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = $1', [accountKey]);
    return BigInt(rows[0]?.balance ?? 0);
  });
}
