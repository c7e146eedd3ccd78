import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '#migrations';
import type { Clock } from '#libs/calendar';
import { CommandCatalogue } from '#libs/command';
import { databaseUrls, openDatabase, prepareDatabase, type DatabaseHandle } from '#libs/database';
import { keyringOf, openKeyFile, type Keyring } from '#libs/secret';
import { openDemoSigner, signerFromPkcs12, type ReportSigner } from '#libs/signature';
import fs from 'node:fs';
import path from 'node:path';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { createAdapter } from './edge/adapter.js';
import { configure } from './edge/bootstrap.js';
import { serveOpenApi } from './edge/openapi.js';
import { commandsOf } from './installation/commands.js';
import { install } from './installation/installation.js';

export interface RunningServer {
  readonly app: NestFastifyApplication;
  readonly database: DatabaseHandle;
  stop(): Promise<void>;
}

/** Brings up everything short of listening: database, schema, application. */
export async function openServer(config: Config, clock: Clock, log: (line: string) => void): Promise<RunningServer> {
  const keyring = config.keys === undefined ? openKeyFile(config.keysFile) : keyringOf(config.keys, 'BATON_KEYS');
  const database = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log });
  await prepareDatabase(database.ownerUrl, migrations, (client) => install(client, keyring));
  const urls = databaseUrls(database.ownerUrl, {
    ...(config.applicationDatabaseUrl === undefined ? {} : { application: config.applicationDatabaseUrl }),
    ...(config.auditorDatabaseUrl === undefined ? {} : { auditor: config.auditorDatabaseUrl }),
    ...(config.sealerDatabaseUrl === undefined ? {} : { sealer: config.sealerDatabaseUrl }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(config, urls, { keyring, signer: await openSigner(config, keyring, clock) }, clock), createAdapter({ trustedProxies: config.trustedProxies, limits: config.limits }), {
    logger: ['error', 'warn'],
    abortOnError: false,
    // The server's own parser for JSON is enough; it also refuses __proto__.
    bodyParser: false,
  });
  await configure(app, { webFolder: webFolder(), secure: config.secureCookie, limits: config.limits });
  serveOpenApi(app);
  await app.init();
  app.get(CommandCatalogue).fill(commandsOf(app));
  const stop = async (): Promise<void> => {
    await app.close();
    await database.stop();
  };
  return { app, database, stop };
}

/** The institution's certificate; in a demonstration one that says what it is; else reports are not signed. */
async function openSigner({ signing, demo, dataDir }: Config, keyring: Keyring, clock: Clock): Promise<ReportSigner | null> {
  if (signing !== undefined) return signerFromPkcs12(fs.readFileSync(signing.file), signing.password);
  return demo ? openDemoSigner(path.join(dataDir, 'demo-signature.json'), keyring, clock.now()) : null;
}

/** The built pages: beside the compiled program, or in dist when running from the sources. */
function webFolder(): string {
  const beside = path.resolve(import.meta.dirname, '../../../web');
  return fs.existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../../../dist/web');
}
