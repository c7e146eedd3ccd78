import fs from 'node:fs';
import path from 'node:path';
import type { ProviderOptions } from '#libs/access';
import { DomainError } from '#libs/errors';
import { readLimits, type EdgeLimits } from './edge/limits.js';

/** What the environment decides. Everything has a default that suits a first start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Embedded database, evidence files, logs. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly applicationDatabaseUrl: string | undefined;
  readonly auditorDatabaseUrl: string | undefined;
  readonly sealerDatabaseUrl: string | undefined;
  /** The installation's keys as text, or the file that holds them (made at the first start). Never in the database. */
  readonly keys: string | undefined;
  readonly keysFile: string;
  /** Set wherever people reach the server by https. */
  readonly secureCookie: boolean;
  readonly allowedOrigins: readonly string[];
  /** Where people reach the server (`https://baton.example.go.kr`); absent: only on this machine. */
  readonly publicUrl: string | undefined;
  /** The institution's identity provider. */
  readonly provider: ProviderOptions | undefined;
  /** Whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly limits: EdgeLimits;
  /** Where heads of the seal chain are written, to be carried out of the house. */
  readonly anchorFolder: string;
  /** How often is sealed; 0: on demand only. */
  readonly sealSeconds: number;
  /** A timestamping authority that speaks RFC 3161. */
  readonly timestampUrl: string | undefined;
  /** Whether a report waits for the authority when it is silent; otherwise it goes out without an attested time, and says so. */
  readonly timestampRequired: boolean;
  /** The certificate that issued reports are signed with (PKCS #12), and what opens it. */
  readonly signing: { readonly file: string; readonly password: string } | undefined;
  /** Lets vouchers lapse by itself after midnight; otherwise somebody asks for it. */
  readonly expiresDaily: boolean;
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
    sealerDatabaseUrl: blankToUndefined(environment.DATABASE_SEALER_URL),
    keys: blankToUndefined(environment.BATON_KEYS),
    keysFile: path.resolve(workingFolder, environment.BATON_KEYS_FILE ?? path.join(environment.BATON_DATA_DIR ?? 'var', 'keys.json')),
    secureCookie: environment.BATON_SECURE_COOKIE === 'true',
    allowedOrigins: listOf(environment.BATON_ALLOWED_ORIGINS ?? ''),
    publicUrl: readPublicUrl(environment),
    provider: readProvider(environment),
    // Behind https stands a proxy, on this machine unless it is named.
    trustedProxies: listOf(environment.BATON_TRUSTED_PROXIES ?? (environment.BATON_SECURE_COOKIE === 'true' ? 'loopback' : '')),
    limits: readLimits(environment),
    anchorFolder: path.resolve(workingFolder, environment.BATON_ANCHOR_DIR ?? path.join(environment.BATON_DATA_DIR ?? 'var', 'anchors')),
    sealSeconds: readSealSeconds(environment),
    ...readTimestamps(environment),
    signing: readSigning(environment, workingFolder),
    expiresDaily: environment.BATON_EXPIRE_DAILY !== 'false',
    demo: environment.BATON_DEMO !== 'false',
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

function readSealSeconds(environment: Environment): number {
  const text = blankToUndefined(environment.BATON_SEAL_SECONDS) ?? '5';
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 3_600) return seconds;
  throw new DomainError('invalid', 'config.seal-seconds', {
    ko: `BATON_SEAL_SECONDS 값 '${text}'이(가) 올바르지 않습니다. 0~3600의 정수(초)를 지정해 주세요.`,
    en: `BATON_SEAL_SECONDS is '${text}'; give a whole number of seconds from 0 to 3600.`,
  });
}

function readTimestamps(environment: Environment): Pick<Config, 'timestampUrl' | 'timestampRequired'> {
  const timestampUrl = blankToUndefined(environment.BATON_TSA_URL);
  const timestampRequired = environment.BATON_TSA_REQUIRED === 'true';
  if (timestampUrl !== undefined || !timestampRequired) return { timestampUrl, timestampRequired };
  throw new DomainError('invalid', 'config.timestamp-required', {
    ko: 'BATON_TSA_REQUIRED=true이면 BATON_TSA_URL에 시각 인증기관(RFC 3161)의 주소를 지정해 주세요.',
    en: 'With BATON_TSA_REQUIRED=true give the address of a timestamp authority (RFC 3161) in BATON_TSA_URL.',
  });
}

function readSigning(environment: Environment, workingFolder: string): Config['signing'] {
  const file = blankToUndefined(environment.BATON_SIGNING_FILE);
  if (file === undefined) return undefined;
  const resolved = path.resolve(workingFolder, file);
  if (fs.existsSync(resolved)) return { file: resolved, password: environment.BATON_SIGNING_PASSWORD ?? '' };
  throw new DomainError('invalid', 'config.signing-file', {
    ko: `BATON_SIGNING_FILE '${file}'이(가) 없습니다. 기관 인증서(PKCS#12) 파일의 경로를 지정해 주세요.`,
    en: `BATON_SIGNING_FILE '${file}' is not there; give the path of the institution's certificate (PKCS #12).`,
  });
}

function readPublicUrl(environment: Environment): string | undefined {
  const text = blankToUndefined(environment.BATON_PUBLIC_URL);
  if (text === undefined || isSafeUrl(text)) return text;
  throw new DomainError('invalid', 'config.public-url', {
    ko: `BATON_PUBLIC_URL 값 '${text}'이(가) 올바르지 않습니다. https://baton.example.go.kr 형식으로 지정해 주세요.`,
    en: `BATON_PUBLIC_URL is '${text}'; give an address such as https://baton.example.go.kr.`,
  });
}

/** All or nothing: a provider that is only half configured would look like one that is down. */
function readProvider(environment: Environment): ProviderOptions | undefined {
  const issuer = blankToUndefined(environment.BATON_OIDC_ISSUER);
  const clientId = blankToUndefined(environment.BATON_OIDC_CLIENT_ID);
  const clientSecret = blankToUndefined(environment.BATON_OIDC_CLIENT_SECRET);
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || !isSafeUrl(issuer)) {
    throw new DomainError('invalid', 'config.provider', {
      ko: 'BATON_OIDC_ISSUER(https 주소), BATON_OIDC_CLIENT_ID, BATON_OIDC_CLIENT_SECRET을 모두 지정해 주세요.',
      en: 'Give all of BATON_OIDC_ISSUER (an https address), BATON_OIDC_CLIENT_ID and BATON_OIDC_CLIENT_SECRET.',
    });
  }
  const scopes = blankToUndefined(environment.BATON_OIDC_SCOPES) ?? 'openid';
  return { issuer, clientId, clientSecret, scopes, name: blankToUndefined(environment.BATON_OIDC_NAME) ?? '기관 통합로그인' };
}

/** Https, or plain http on this very machine, where tests and trials run. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim()).filter((item) => item !== '');
}

function blankToUndefined(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
