import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrls } from '#libs/database';
import { invariant } from '#libs/errors';
import { Client, LOGINS } from './client.js';
import { startServer, type ServerProcess } from './server-process.js';

const DIRECT = `
  with laid as (
    insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
    select gen_random_uuid(), command, '*', '2020-01-02', 14, 'specs', 'ASSUMPTION', now(), (select id from command_log where command = 'policy.install' limit 1) from command_kind where not always_signed
    returning id)
  insert into approval_tier (policy_id, from_won, mode) select id, 0, 'DIRECT' from laid`;

/**
 * A server on a database of its own, with nothing but the demo in it: for specs that count what is on record. From then on
 * everything of the spec speaks to it; most commands pass directly, as at the server of the other specs. `environment`
 * configures it.
 */
export async function ownServer(environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const { BATON_TEST_OWNER_URL: shared, BATON_TEST_DATA_DIR: dataDir } = process.env;
  invariant(shared !== undefined && dataDir !== undefined, 'the test server is not running: use npm test');
  const name = `own_${randomBytes(4).toString('hex')}`;
  await once(shared, `create database ${name}`);
  // Its chain of seals is its own: the head of it must not be kept where that of the others is.
  const folder = path.join(dataDir, name);
  fs.mkdirSync(folder, { recursive: true });
  const url = new URL(shared);
  url.pathname = `/${name}`;
  const server = await startServer({ DATABASE_URL: url.toString(), BATON_DATA_DIR: folder, BATON_DEMO: 'true', BATON_SIGN_IN_FAILURES: '1000', BATON_SIGN_INS_PER_MINUTE: '60000', ...environment });
  await once(url.toString(), DIRECT);
  const urls = databaseUrls(url.toString());
  Object.assign(process.env, { BATON_TEST_DATA_DIR: folder, BATON_TEST_URL: server.url, BATON_TEST_OWNER_URL: urls.owner, BATON_TEST_APPLICATION_URL: urls.application, BATON_TEST_AUDITOR_URL: urls.auditor });
  const sessions = await Promise.all(LOGINS.map(async (login) => [login, sessionOf(await Client.signIn(login))] as const));
  process.env.BATON_TEST_SESSIONS = JSON.stringify(Object.fromEntries(sessions));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await once(shared, `drop database ${name} with (force)`);
    },
  };
}

const sessionOf = (client: Client): unknown => (client as unknown as { session: unknown }).session;

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
