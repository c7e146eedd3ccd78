import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { SignatureService } from '#libs/approval';
import { manualClock, type ManualClock } from '#libs/calendar';
import { CommandCatalogue, CommandRunner } from '#libs/command';
import { databaseUrls } from '#libs/database';
import { invariant } from '#libs/errors';
import { openKeyFile } from '#libs/secret';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../apps/api/src/app.module.js';
import { readConfig } from '../../apps/api/src/config.js';
import { Cast } from '../../apps/api/src/demo/cast.js';
import { commandsOf } from '../../apps/api/src/installation/commands.js';
import { startServer } from './server-process.js';
import { withSql } from './sql.js';

/** The program without its edge, with a clock that stands until the spec sets it. Policies are as installed. */
export interface ClockedOffice {
  readonly clock: ManualClock;
  readonly app: INestApplicationContext;
  /** The people of the demo, at the time of the clock. */
  readonly cast: Cast;
  stop(): Promise<void>;
}

/** On a database of its own with the demo in it; from then on `withSql` of the spec speaks to that one. */
export async function clockedOffice(moment: string): Promise<ClockedOffice> {
  const shared = process.env.BATON_TEST_OWNER_URL;
  invariant(shared !== undefined, 'the test server is not running: use npm test');
  const name = `clocked_${randomBytes(4).toString('hex')}`;
  await withSql('OWNER', (sql) => sql.query(`create database ${name}`));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-clocked-'));
  const environment = { DATABASE_URL: shared.replace(/\/[^/?]*(\?|$)/, `/${name}$1`), BATON_DATA_DIR: folder };
  await (await startServer({ ...environment, BATON_DEMO: 'true' })).stop();
  const clock = manualClock(moment);
  // Nothing is done by itself: the spec says when.
  const config = readConfig({ ...environment, BATON_DEMO: 'false', BATON_SEAL_SECONDS: '0', BATON_EXPIRE_DAILY: 'false' }, process.cwd());
  const urls = databaseUrls(environment.DATABASE_URL);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, urls, { keyring: openKeyFile(config.keysFile), signer: null }, clock), { logger: ['error'], abortOnError: false });
  app.get(CommandCatalogue).fill(commandsOf(app));
  Object.assign(process.env, { BATON_TEST_OWNER_URL: urls.owner, BATON_TEST_APPLICATION_URL: urls.application, BATON_TEST_AUDITOR_URL: urls.auditor });
  return {
    clock,
    app,
    cast: new Cast(app.get<DataSource>(getDataSourceToken()), app.get(CommandRunner), app.get(SignatureService), clock),
    stop: async () => {
      await app.close();
      process.env.BATON_TEST_OWNER_URL = shared;
      await withSql('OWNER', (sql) => sql.query(`drop database ${name} with (force)`));
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
