import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { systemClock } from '../dist/libs/calendar/src/index.js';
import { databaseUrls } from '../dist/libs/database/src/index.js';
import { readConfig } from '../dist/apps/api/src/config.js';
import { layDefaultPolicies, playDemoOnce } from '../dist/apps/api/src/demo/demo.js';
import { openServer } from '../dist/apps/api/src/server.js';

/** One real server on one real PostgreSQL for all API specs; they speak HTTP to it, and SQL where the database is the judge. */
export default async function globalSetup() {
  const dataDir = path.resolve('var/test-api');
  fs.rmSync(dataDir, { recursive: true, force: true });
  const config = readConfig({ ...process.env, PORT: '0', BATON_DATA_DIR: dataDir, DATABASE_URL: process.env.TEST_DATABASE_URL }, process.cwd());
  const server = await openServer(config, systemClock, () => undefined);
  await layDefaultPolicies(server.app);
  await playDemoOnce(server.app, () => undefined);
  await server.app.listen(0, '127.0.0.1');
  const urls = databaseUrls(server.database.ownerUrl);
  process.env.BATON_TEST_URL = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
  process.env.BATON_TEST_OWNER_URL = urls.owner;
  process.env.BATON_TEST_APPLICATION_URL = urls.application;
  process.env.BATON_TEST_AUDITOR_URL = urls.auditor;
  globalThis.batonTestServer = server;
}
