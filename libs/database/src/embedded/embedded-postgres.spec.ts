import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DomainError } from '#libs/errors';
import { openDatabase, type DatabaseHandle } from './index.js';

const folders: string[] = [];
const children: ChildProcess[] = [];

function scratch(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baton-spec-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await sleep(300);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

/** For what fails at first: the first answer within the time given. */
async function eventually<Result>(attempt: () => Promise<Result> | Result, milliseconds = 10_000): Promise<Result> {
  for (const deadline = Date.now() + milliseconds; ; await sleep(25)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

function serverPid(dataFolder: string): number {
  return Number(readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The server processes that work in the folder; /proc needs no rights for the command line of the first of them. */
function serversOn(folder: string): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`-D\0${folder}`);
    } catch {
      return false;
    }
  });
}

/** Compiles what is tested, so that processes other than this one can run it. */
function compiled(): string {
  const target = scratch();
  const source = import.meta.dirname;
  for (const [from, to] of [[source, 'embedded'], [path.join(source, '../../../errors/src'), 'errors']] as const) {
    mkdirSync(path.join(target, to));
    for (const file of readdirSync(from).filter((name) => /^(?!.*\.spec\.).*\.ts$/.test(name))) {
      const { code } = transformFileSync(path.join(from, file), { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
      writeFileSync(path.join(target, to, file.replace(/ts$/, 'js')), code);
    }
  }
  writeFileSync(path.join(target, 'package.json'), JSON.stringify({ type: 'module', imports: { '#libs/errors': './errors/index.js' } }));
  symlinkSync(path.join(source, '../../../../node_modules'), path.join(target, 'node_modules'));
  writeFileSync(
    path.join(target, 'hold.js'),
    `import { openDatabase } from './embedded/index.js';
     const handle = await openDatabase({ dataDir: process.argv[2] }).catch((error) => { console.log(error.message); process.exit(1); });
     handle.onLost((reason) => console.log('lost: ' + reason));
     process.once('SIGTERM', () => handle.stop().then(() => process.exit(0)));
     setInterval(() => undefined, 60_000);
     console.log(handle.ownerUrl);`,
  );
  return path.join(target, 'hold.js');
}

interface Holder {
  readonly child: ChildProcess;
  readonly firstLine: string;
}

/** Another process that opens the database and keeps it. */
function hold(script: string, dataDir: string, searchFirst = ''): Promise<Holder> {
  const env = { ...process.env, PATH: `${searchFirst}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const child = spawn(process.execPath, [script, dataDir], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve({ child, firstLine: text.trim() }));
    child.once('error', reject);
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}

describe('an embedded server', () => {
  const home = scratch();
  const dataFolder = path.join(home, 'postgres');
  let handle: DatabaseHandle;

  beforeAll(async () => {
    handle = await openDatabase({ dataDir: home });
  }, 30_000);
  afterAll(() => handle.stop());

  it('has the promised settings and reaches nothing outside its folder', async () => {
    const names = ['server_encoding', 'data_checksums', 'timezone', 'listen_addresses', 'unix_socket_directories', 'max_connections'];
    const [row] = await ask(handle.ownerUrl, `select ${names.map((name) => `current_setting('${name}')`).join(', ')}, current_user, current_database()`);
    expect(row).toEqual(['UTF8', 'on', 'UTC', '', dataFolder, '60', 'baton_owner', 'baton']);
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  });

  it('keeps data over a restart, is stopped by stop(), and lets other roles in at the same address', async () => {
    await ask(handle.ownerUrl, 'create table kept as select 42 as answer; create role baton_app login; grant select on kept to baton_app');
    await handle.stop();
    expect(existsSync(path.join(dataFolder, 'postmaster.pid'))).toBe(false);
    handle = await openDatabase({ dataDir: home });
    const url = new URL(handle.ownerUrl);
    url.username = 'baton_app';
    expect(await ask(url.href, 'select answer, current_user from kept')).toEqual([[42, 'baton_app']]);
  });

  it('is shared by a second open, which may ask for another database and does not stop it', async () => {
    const second = await openDatabase({ dataDir: home, databaseName: 'other' });
    expect(await ask(second.ownerUrl, 'select current_database()')).toEqual([['other']]);
    await second.stop();
    expect(await ask(handle.ownerUrl, 'select answer from kept')).toEqual([[42]]);
    expect(serversOn(dataFolder)).toHaveLength(1);
  });

  it('comes back by itself, with its data, after being killed', async () => {
    const killed = serverPid(dataFolder);
    process.kill(killed, 'SIGKILL');
    expect(await eventually(() => ask(handle.ownerUrl, 'select answer from kept'))).toEqual([[42]]);
    expect(serverPid(dataFolder)).not.toBe(killed);
    expect(serversOn(dataFolder)).toHaveLength(1);
  });

  it('starts although lock files name another process that is alive', async () => {
    await handle.stop();
    const stranger = spawn('sleep', ['60']);
    children.push(stranger);
    const lock = `${String(stranger.pid)}\n${dataFolder}\n1\n5432\n${dataFolder}\n\n  1 1\nready   \n`;
    writeFileSync(path.join(dataFolder, 'postmaster.pid'), lock);
    writeFileSync(path.join(dataFolder, '.s.PGSQL.5432.lock'), lock);
    handle = await openDatabase({ dataDir: home });
    expect(await ask(handle.ownerUrl, 'select answer from kept')).toEqual([[42]]);
    expect(stranger.exitCode).toBeNull();
  });

  it('keeps its socket in a private folder elsewhere when the path is too long for one', async () => {
    const deep = path.join(scratch(), 'd'.repeat(90));
    const long = await openDatabase({ dataDir: deep });
    const folder = new URL(long.ownerUrl).searchParams.get('host') ?? '';
    folders.push(folder);
    expect(await ask(long.ownerUrl, 'select 1')).toEqual([[1]]);
    expect(folder.startsWith(deep)).toBe(false);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await long.stop();
  }, 30_000);

  it('tells its listeners once it cannot be restarted', async () => {
    const broken = scratch();
    const doomed = await openDatabase({ dataDir: broken });
    const reason = new Promise<string>((resolve) => doomed.onLost(resolve));
    rmSync(path.join(broken, 'postgres/global/pg_control'));
    process.kill(serverPid(path.join(broken, 'postgres')), 'SIGKILL');
    expect(await reason).toMatch(/ended 6 times within a minute \(.*pg_control/);
    await doomed.stop();
  }, 30_000);
});

describe('other processes', () => {
  let script: string;
  beforeAll(() => {
    script = compiled();
  });

  it('share one server, which ends with its owner even when that is killed outright', async () => {
    const home = scratch();
    const [one, two] = await Promise.all([hold(script, home), hold(script, home)]);
    expect(one.firstLine).toMatch(/^postgres:/);
    expect(two.firstLine).toBe(one.firstLine);
    const dataFolder = path.join(home, 'postgres');
    expect(serversOn(dataFolder)).toHaveLength(1);
    await ask(one.firstLine, 'create table kept as select 42 as answer');
    await Promise.all([end(one.child, 'SIGKILL'), end(two.child, 'SIGKILL')]);
    // At once, while the old server may still be on its way out.
    const three = await hold(script, home);
    expect(await ask(three.firstLine, 'select answer from kept')).toEqual([[42]]);
    await end(three.child, 'SIGKILL');
    await eventually(() => expect(serversOn(dataFolder)).toEqual([]));
  }, 30_000);

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  const noNamespaces = (): string => {
    const tools = scratch();
    writeFileSync(path.join(tools, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    return tools;
  };

  asRoot('drop root without user namespaces, in place (skipped when not run by root)', async () => {
    const home = scratch();
    const { child, firstLine } = await hold(script, home, noNamespaces());
    expect(await ask(firstLine, 'select current_user')).toEqual([['baton_owner']]);
    expect(statSync(path.join(home, 'postgres')).uid).not.toBe(0);
    await end(child, 'SIGKILL');
    await eventually(() => expect(serversOn(path.join(home, 'postgres'))).toEqual([]));
  }, 30_000);

  asRoot('move root\'s data out of a private home without user namespaces (skipped when not run by root)', async () => {
    const home = scratch();
    chmodSync(home, 0o700);
    // Data from when namespaces were allowed move along.
    const before = await openDatabase({ dataDir: home });
    await ask(before.ownerUrl, 'create table kept as select 42 as answer');
    await before.stop();
    const tools = noNamespaces();
    for (const attempt of ['first', 'second']) {
      const { child, firstLine } = await hold(script, home, tools);
      const moved = readFileSync(path.join(home, 'postgres.location'), 'utf8').trim();
      folders.push(path.dirname(moved));
      expect([attempt, await ask(firstLine, 'select answer from kept')]).toEqual([attempt, [[42]]]);
      await end(child, 'SIGTERM');
      expect(serversOn(moved)).toEqual([]);
    }
  }, 30_000);
});

describe('DATABASE_URL', () => {
  const home = scratch();
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
    await ask(handle.ownerUrl, "create role guarded login password 'right'");
    await ask(handle.ownerUrl, "create database ascii template template0 encoding 'SQL_ASCII'");
    const rules = path.join(home, 'postgres/pg_hba.conf');
    writeFileSync(rules, `local all guarded scram-sha-256\nlocal all barred reject\n${readFileSync(rules, 'utf8')}`);
    await ask(handle.ownerUrl, 'select pg_reload_conf()');
  }, 30_000);
  afterAll(async () => {
    for (const server of servers) server.close();
    await handle.stop();
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
