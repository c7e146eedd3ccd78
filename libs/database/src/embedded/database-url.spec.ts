import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DomainError } from '#libs/errors';
import { openDatabase, type DatabaseHandle } from './index.js';

describe('DATABASE_URL', () => {
  const home = path.join(os.tmpdir(), `baton-spec-${randomUUID().slice(0, 8)}`);
  const socket = encodeURIComponent(path.join(home, 'postgres'));
  let handle: DatabaseHandle;
  const servers: Server[] = [];

  const listen = async (onConnection: (connection: Socket) => void): Promise<number> => {
    const server = createServer(onConnection).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    handle = await openDatabase({ dataDir: home });
    const client = new pg.Client({ connectionString: handle.ownerUrl });
    await client.connect();
    await client.query("create role guarded login password 'right'");
    await client.query("create database ascii template template0 encoding 'SQL_ASCII'");
    const rules = path.join(home, 'postgres/pg_hba.conf');
    writeFileSync(rules, `local all guarded scram-sha-256\nlocal all barred reject\n${readFileSync(rules, 'utf8')}`);
    await client.query('select pg_reload_conf()');
    await client.end();
  }, 30_000);
  afterAll(async () => {
    for (const server of servers) server.close();
    await handle.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const refusal = async (databaseUrl: string): Promise<DomainError> => {
    const opened = openDatabase({ dataDir: path.join(home, 'unused'), databaseUrl });
    return opened.then(() => { throw new Error('no refusal'); }, (error: unknown) => error as DomainError);
  };

  /** One sentence in each language, without the password, wherever one may look. */
  const expectSentence = (error: DomainError, code: string, password: string): void => {
    expect(error).toBeInstanceOf(DomainError);
    expect([error.kind, error.code]).toEqual(['unavailable', code]);
    expect(error.text.ko).toMatch(/^[^\n]*[가-힣][^\n]*십시오\.$/);
    expect(error.text.en).toMatch(/^[A-Z0-9/][^\n]*[^.\n]\.$/);
    expect(`${error.text.ko} ${error.text.en}`.split(/[.!?] /)).toHaveLength(2);
    expect(`${error.stack ?? ''} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(password);
  };

  it('is used as it is when it is good, and nothing is started', async () => {
    const opened = await openDatabase({ dataDir: path.join(home, 'unused'), databaseUrl: `postgres://guarded:right@localhost/baton?host=${socket}` });
    expect(opened).toMatchObject({ embedded: false, ownerUrl: `postgres://guarded:right@localhost/baton?host=${socket}` });
    await opened.stop();
    expect(existsSync(path.join(home, 'unused'))).toBe(false);
  });

  it.each([
    ['no address', 's3cret', 'database.url-invalid'],
    ['another protocol', 'mysql://user:s3cret@localhost/baton', 'database.url-invalid'],
    ['a # in the password', 'postgres://user:12#s3cret@localhost/baton', 'database.url-invalid'],
    ['a / in the password', 'postgres://user:12/s3cret@localhost/baton', 'database.url-invalid'],
    ['a ? in the password', 'postgres://user:12?s3cret@localhost/baton', 'database.url-invalid'],
    ['a port that is none', 'postgres://user:s3cret@localhost:99999/baton', 'database.url-invalid'],
    ['an unknown host', 'postgres://user:s3cret@no-such-host.invalid/baton', 'database.host-unknown'],
    ['a closed port', 'postgres://user:s3cret@127.0.0.1:1/baton', 'database.connection-refused'],
    ['no socket', 'postgres://user:s3cret@localhost/baton?host=%2Fno%2Fsuch', 'database.connection-refused'],
    ['a wrong password', `postgres://guarded:s3cret@localhost/baton?host=${socket}`, 'database.password-wrong'],
    ['no password', `postgres://guarded@localhost/baton?host=${socket}`, 'database.password-wrong'],
    ['a barred user', `postgres://barred:s3cret@localhost/baton?host=${socket}`, 'database.access-refused'],
    ['an unknown user', `postgres://nobody_at_all:s3cret@localhost/baton?host=${socket}`, 'database.access-refused'],
    ['a missing database', `postgres://guarded:right@localhost/missing?host=${socket}`, 'database.database-missing'],
    ['another encoding', `postgres://guarded:right@localhost/ascii?host=${socket}`, 'database.encoding-unsupported'],
  ])('with %s is refused in one sentence', async (_case, url, code) => {
    expectSentence(await refusal(url), code, url.includes('right') ? 'right' : 's3cret');
  });

  it('with a server that is too old is refused', async () => {
    const message = (type: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(type), uint32(body.length + 4), body]);
    const uint32 = (value: number): Buffer => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);
    const text = (value: string): Buffer => Buffer.concat([uint32(value.length), Buffer.from(value)]);
    const field = (name: string, type: number): Buffer => Buffer.concat([Buffer.from(`${name}\0`), uint32(0), Buffer.from([0, 0]), uint32(type), Buffer.from([0, 4, 255, 255, 255, 255, 0, 0])]);
    const ready = message('Z', Buffer.from('I'));
    const answer = Buffer.concat([
      message('T', Buffer.concat([Buffer.from([0, 2]), field('version', 23), field('encoding', 25)])),
      message('D', Buffer.concat([Buffer.from([0, 2]), text('140012'), text('UTF8')])),
      message('C', Buffer.from('SELECT 1\0')),
      ready,
    ]);
    const port = await listen((connection) => {
      connection.on('error', () => undefined);
      connection.once('data', () => {
        connection.write(Buffer.concat([message('R', uint32(0)), ready]));
        connection.on('data', (data) => data[0] === 81 && connection.write(answer));
      });
    });
    const error = await refusal(`postgres://user:s3cret@127.0.0.1:${String(port)}/baton`);
    expectSentence(error, 'database.version-too-old', 's3cret');
    expect(error.text.en).toContain('PostgreSQL 14');
  });

  it('with a server that says nothing is refused after five seconds', async () => {
    const held: Socket[] = [];
    const port = await listen((connection) => void held.push(connection));
    const begin = performance.now();
    expectSentence(await refusal(`postgres://user:s3cret@127.0.0.1:${String(port)}/baton`), 'database.no-answer', 's3cret');
    expect(performance.now() - begin).toBeGreaterThan(4_900);
    for (const connection of held) connection.destroy();
  }, 15_000);
});
