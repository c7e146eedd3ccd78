import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { systemClock } from '../dist/libs/calendar/src/index.js';
import { databaseUrls } from '../dist/libs/database/src/index.js';
import { readConfig } from '../dist/apps/api/src/config.js';
import { playDemoOnce } from '../dist/apps/api/src/demo/demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../dist/apps/api/src/demo/people.js';
import { openServer } from '../dist/apps/api/src/server.js';
import { openTestProvider } from './support/provider.mjs';

/** One real server on one real PostgreSQL for all API specs; they speak HTTP to it, and SQL where the database is the judge. */
export default async function globalSetup() {
  // A folder of its own: two runs on one machine do not know of each other.
  const dataDir = path.resolve(`var/test-api-${process.pid}`);
  const provider = await openTestProvider();
  // All specs share one address, and many of them fail to sign in on purpose; vouchers of long ago stay as the specs leave them.
  const environment = { ...process.env, ...provider.environment, BATON_SIGN_IN_FAILURES: '1000', BATON_SIGN_INS_PER_MINUTE: '60000', BATON_EXPIRE_DAILY: 'false' };
  const config = readConfig({ ...environment, PORT: '0', BATON_DATA_DIR: dataDir, DATABASE_URL: process.env.TEST_DATABASE_URL }, process.cwd());
  const server = await openServer(config, systemClock, () => undefined);
  await playDemoOnce(server.app, () => undefined);
  await letMostPassDirectly(server.database.ownerUrl);
  await server.app.listen(0, '127.0.0.1');
  const urls = databaseUrls(server.database.ownerUrl);
  const url = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
  provider.serve(url);
  process.env.BATON_TEST_URL = url;
  process.env.BATON_TEST_ISSUER = provider.issuer;
  process.env.BATON_TEST_DATA_DIR = dataDir;
  process.env.BATON_TEST_OWNER_URL = urls.owner;
  process.env.BATON_TEST_APPLICATION_URL = urls.application;
  process.env.BATON_TEST_AUDITOR_URL = urls.auditor;
  process.env.BATON_TEST_SESSIONS = JSON.stringify(await signInEverybody(url));
  globalThis.batonTestServer = { stop: () => Promise.all([provider.stop(), server.stop()]).finally(() => fs.rmSync(dataDir, { recursive: true, force: true })) };
}

/**
 * The office of the specs has one signature less: most of them ask what a command does, not who signs it. Whoever asks that
 * lays a policy for a fund of their own (test/support/approvals.ts), or reads the defaults from the installation.
 */
async function letMostPassDirectly(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query(`select id from command_log where command = 'policy.install' limit 1`);
    await client.query(
      `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
       select gen_random_uuid(), command, '*', '2020-01-02', 14, 'specs', 'ASSUMPTION', now(), $1 from command_kind where not always_signed`,
      [rows[0].id],
    );
    await client.query(`insert into approval_tier (policy_id, from_won, mode) select id, 0, 'DIRECT' from approval_policy where clause = 'specs'`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** One session of each person for all specs: hashing a password takes long by design. */
async function signInEverybody(url) {
  const sessions = DEMO_PEOPLE.map(async ({ login }) => {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: DEMO_PASSWORD }),
    });
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    return [login, { cookie, csrfToken: (await answer.json()).csrfToken }];
  });
  return Object.fromEntries(await Promise.all(sessions));
}
