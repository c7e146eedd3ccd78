import path from 'node:path';
import { DomainError } from '#libs/errors';

/** What the environment decides. Everything has a default that suits a first start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Embedded database, evidence files, logs. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly applicationDatabaseUrl: string | undefined;
  readonly auditorDatabaseUrl: string | undefined;
  /** The installation's keys as text, or the file that holds them (made at the first start). Never in the database. */
  readonly keys: string | undefined;
  readonly keysFile: string;
  /** Set wherever people reach the server by https. */
  readonly secureCookie: boolean;
  readonly allowedOrigins: readonly string[];
  /** Plays the demo story into an empty database. */
  readonly demo: boolean;
}

/** Reads the environment; throws `DomainError` with one sentence about the first variable that makes no sense. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, workingFolder: string): Config {
  const port = Number(environment.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new DomainError('invalid', 'config.port', { ko: `PORT 값 '${environment.PORT}'이(가) 올바르지 않습니다. 0~65535의 정수를 지정해 주세요.`, en: `PORT is '${environment.PORT}'; give a whole number from 0 to 65535.` });
  }
  return {
    host: environment.HOST ?? '127.0.0.1',
    port,
    dataDir: path.resolve(workingFolder, environment.BATON_DATA_DIR ?? 'var'),
    databaseUrl: blankToUndefined(environment.DATABASE_URL),
    applicationDatabaseUrl: blankToUndefined(environment.DATABASE_APP_URL),
    auditorDatabaseUrl: blankToUndefined(environment.DATABASE_AUDITOR_URL),
    keys: blankToUndefined(environment.BATON_KEYS),
    keysFile: path.resolve(workingFolder, environment.BATON_KEYS_FILE ?? path.join(environment.BATON_DATA_DIR ?? 'var', 'keys.json')),
    secureCookie: environment.BATON_SECURE_COOKIE === 'true',
    allowedOrigins: (environment.BATON_ALLOWED_ORIGINS ?? '').split(',').map((origin) => origin.trim()).filter((origin) => origin !== ''),
    demo: environment.BATON_DEMO !== 'false',
  };
}

function blankToUndefined(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
