import { DomainError } from '#libs/errors';
import pg from 'pg';

/** The oldest version whose features the migrations use. */
const OLDEST_VERSION = 15;
const TIMEOUT_MS = 5_000;

/** What may be shown of an address: everything but the password. */
interface Target {
  readonly place: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

type Sentences = readonly [code: string, ko: string, en: string];

/**
 * Checks that a server that somebody else runs can be used: reachable, recent enough, in UTF8.
 * Throws `unavailable` with one sentence that says what is wrong with DATABASE_URL; it never contains the password.
 */
export async function checkDatabaseUrl(url: string): Promise<void> {
  const client = clientOf(url);
  const target = targetOf(client);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    for (const { version, encoding } of rows) {
      const major = Math.floor(version / 10_000);
      if (major < OLDEST_VERSION) throw refusal(target, versionTooOld(target, major));
      if (encoding !== 'UTF8') throw refusal(target, encodingUnsupported(target, encoding));
    }
  } catch (error) {
    throw error instanceof DomainError ? error : refusal(target, explain(error as FailedConnection, target), error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface FailedConnection {
  readonly code?: string;
  readonly message: string;
}

function clientOf(url: string): pg.Client {
  const [, rest] = /^postgres(?:ql)?:\/\/(.+)$/is.exec(url) ?? [];
  // After the host these signs can only come from a password that was not encoded; showing "host" and "port" would then leak it.
  if (rest === undefined || /[/?#].*[@#]|^#/s.test(rest)) throw urlInvalid();
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
  } catch {
    // The driver's error is dropped on purpose: it quotes the address.
    throw urlInvalid();
  }
}

function targetOf({ host, port, database = '', user = '' }: pg.Client): Target {
  return { place: host.startsWith('/') ? host : `${host}:${String(port)}`, host, port, database, user };
}

function refusal({ host, port, database, user }: Target, [code, ko, en]: Sentences, cause?: unknown): DomainError {
  return new DomainError('unavailable', code, { ko, en }, { details: { host, port, database, user }, ...(cause === undefined ? {} : { cause }) });
}

function urlInvalid(): DomainError {
  return new DomainError('unavailable', 'database.url-invalid', {
    ko: 'DATABASE_URL의 형식이 올바르지 않으니 postgres://사용자:비밀번호@호스트:포트/데이터베이스 형식으로, 비밀번호의 특수문자는 퍼센트 인코딩하여 적으십시오.',
    en: 'DATABASE_URL is not a valid address: write it as postgres://user:password@host:port/database, with special characters in the password percent-encoded.',
  });
}

function versionTooOld({ place }: Target, major: number): Sentences {
  return [
    'database.version-too-old',
    `DATABASE_URL의 서버 ${place}은(는) PostgreSQL ${String(major)}이니 PostgreSQL ${String(OLDEST_VERSION)} 이상의 서버를 지정하십시오.`,
    `The server ${place} in DATABASE_URL is PostgreSQL ${String(major)}: use a server of version ${String(OLDEST_VERSION)} or later.`,
  ];
}

function encodingUnsupported({ place, database }: Target, encoding: string): Sentences {
  return [
    'database.encoding-unsupported',
    `서버 ${place}의 데이터베이스 '${database}'은(는) 인코딩이 ${encoding}이니 UTF8로 만든 데이터베이스를 DATABASE_URL에 지정하십시오.`,
    `The database '${database}' on ${place} has the encoding ${encoding}: point DATABASE_URL to a database created with the encoding UTF8.`,
  ];
}

/** The driver's error in the words of somebody who has to correct DATABASE_URL. */
function explain({ code = '', message }: FailedConnection, target: Target): Sentences {
  const { place, host, database, user } = target;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return ['database.host-unknown', `DATABASE_URL의 호스트 '${host}'을(를) 찾을 수 없으니 호스트 이름을 확인하십시오.`, `The host '${host}' in DATABASE_URL is unknown: check its name.`];
  }
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return [
      'database.connection-refused',
      `${place}에서 받아 주는 PostgreSQL 서버가 없으니 서버가 실행 중인지, DATABASE_URL의 호스트와 포트가 맞는지 확인하십시오.`,
      `No PostgreSQL server accepts connections at ${place}: check that it is running and that host and port in DATABASE_URL are right.`,
    ];
  }
  if (code === '28P01' || message.startsWith('SASL')) {
    return [
      'database.password-wrong',
      `서버 ${place}이(가) 사용자 '${user}'의 비밀번호를 받아들이지 않으니 DATABASE_URL의 사용자와 비밀번호를 확인하십시오.`,
      `The server ${place} does not accept the password of user '${user}': check user and password in DATABASE_URL.`,
    ];
  }
  if (code === '28000') {
    return [
      'database.access-refused',
      `서버 ${place}이(가) 사용자 '${user}'의 데이터베이스 '${database}' 접속을 허용하지 않으니 DATABASE_URL의 사용자와 서버의 접속 설정(pg_hba.conf)을 확인하십시오.`,
      `The server ${place} does not let user '${user}' connect to database '${database}': check the user in DATABASE_URL and the server's access rules (pg_hba.conf).`,
    ];
  }
  if (code === '3D000') {
    return [
      'database.database-missing',
      `서버 ${place}에 데이터베이스 '${database}'이(가) 없으니 먼저 UTF8로 만들거나 DATABASE_URL의 이름을 고치십시오.`,
      `There is no database '${database}' on ${place}: create it with the encoding UTF8, or correct its name in DATABASE_URL.`,
    ];
  }
  return explainRest(code, message, place);
}

function explainRest(code: string, message: string, place: string): Sentences {
  if (/timeout|terminated/i.test(message) || ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'].includes(code)) {
    return [
      'database.no-answer',
      `${place}에서 ${String(TIMEOUT_MS / 1000)}초 안에 PostgreSQL의 응답이 오지 않으니 DATABASE_URL의 호스트와 포트, 네트워크와 방화벽을 확인하십시오.`,
      `No answer of a PostgreSQL server came from ${place} within ${String(TIMEOUT_MS / 1000)} seconds: check host and port in DATABASE_URL, the network and its firewalls.`,
    ];
  }
  if (/SSL|TLS|CERT|SELF_SIGNED|UNABLE_TO_/i.test(`${code} ${message}`)) {
    return [
      'database.encryption-failed',
      `${place}와(과) 암호화된 연결을 맺지 못했으니 DATABASE_URL의 sslmode와 서버의 인증서를 확인하십시오.`,
      `No encrypted connection could be made to ${place}: check sslmode in DATABASE_URL and the server's certificate.`,
    ];
  }
  if (code === '53300' || code.startsWith('57P')) {
    return [
      'database.server-busy',
      `서버 ${place}이(가) 지금은 연결을 받지 않으니(${code}) 서버가 시작을 마치거나 연결에 여유가 생긴 뒤 다시 실행하십시오.`,
      `The server ${place} takes no more connections at the moment (${code}): try again once it has started or has connections to spare.`,
    ];
  }
  return [
    'database.unreachable',
    `${place}에서 PostgreSQL에 연결하지 못했으니(${code === '' ? '원인 불명' : code}) DATABASE_URL과 서버의 로그를 확인하십시오.`,
    `No connection could be made to PostgreSQL at ${place} (${code === '' ? 'no reason given' : code}): check DATABASE_URL and the server's log.`,
  ];
}
