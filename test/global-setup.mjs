import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { systemClock } from '../dist/libs/calendar/src/index.js';
import { databaseUrls } from '../dist/libs/database/src/index.js';
import { readConfig } from '../dist/apps/api/src/config.js';
import { layDefaultPolicies, playDemoOnce } from '../dist/apps/api/src/demo/demo.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../dist/apps/api/src/demo/people.js';
import { openServer } from '../dist/apps/api/src/server.js';

/** One real server on one real PostgreSQL for all API specs; they speak HTTP to it, and SQL where the database is the judge. */
export default async function globalSetup() {
  // A folder of its own: two runs on one machine do not know of each other.
  const dataDir = path.resolve(`var/test-api-${process.pid}`);
  const config = readConfig({ ...process.env, PORT: '0', BATON_DATA_DIR: dataDir, DATABASE_URL: process.env.TEST_DATABASE_URL }, process.cwd());
  const server = await openServer(config, systemClock, () => undefined);
  await layDefaultPolicies(server.app);
  await playDemoOnce(server.app, () => undefined);
  await server.app.listen(0, '127.0.0.1');
  const urls = databaseUrls(server.database.ownerUrl);
  const url = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
  process.env.BATON_TEST_URL = url;
  process.env.BATON_TEST_OWNER_URL = urls.owner;
  process.env.BATON_TEST_APPLICATION_URL = urls.application;
  process.env.BATON_TEST_AUDITOR_URL = urls.auditor;
  process.env.BATON_TEST_SESSIONS = JSON.stringify(await signInEverybody(url));
  globalThis.batonTestServer = { stop: () => server.stop().finally(() => fs.rmSync(dataDir, { recursive: true, force: true })) };
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
