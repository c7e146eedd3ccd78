import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
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
  // Only a failed test leaves servers.
  for (const folder of folders) if (serversOn(path.join(folder, 'postgres')).length > 0) process.kill(serverPid(path.join(folder, 'postgres')), 'SIGKILL');
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

/** The servers that run on the folder; of each, only the first process has the folder in its command line. */
function serversOn(folder: string): string[] {
  return commandLines().filter((line) => line.includes(`-D ${folder}`));
}

function commandLines(): string[] {
  if (process.platform !== 'linux') return spawnSync('ps', ['-axww', '-o', 'command='], { encoding: 'utf8' }).stdout.split('\n');
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return ''; // ended meanwhile
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
  let home: string;
  let dataFolder: string;
  let handle: DatabaseHandle;

  beforeAll(async () => {
    home = scratch();
    dataFolder = path.join(home, 'postgres');
    handle = await openDatabase({ dataDir: home });
    await ask(handle.ownerUrl, 'create table kept as select 42 as answer; create role baton_app login; grant select on kept to baton_app');
  }, 30_000);
  afterAll(() => handle.stop());

  it('has the promised settings and reaches nothing outside its folder', async () => {
    const names = ['server_encoding', 'data_checksums', 'timezone', 'listen_addresses', 'unix_socket_directories', 'max_connections'];
    const [row] = await ask(handle.ownerUrl, `select ${names.map((name) => `current_setting('${name}')`).join(', ')}, current_user, current_database()`);
    expect(row).toEqual(['UTF8', 'on', 'UTC', '', dataFolder, '60', 'baton_owner', 'baton']);
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  });

  it('keeps data over a restart, is stopped by stop(), and lets other roles in at the same address', async () => {
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

  /** A folder to search first, with a command in it that always fails. */
  const without = (command: string): string => {
    const tools = scratch();
    writeFileSync(path.join(tools, command), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    return tools;
  };
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('share one server, which ends with its owner even when that is killed outright (Linux; elsewhere the next start ends it)', async () => {
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

  it('replace a server whose owner was killed where nothing stops it along', async () => {
    const home = scratch();
    const dataFolder = path.join(home, 'postgres');
    const tools = without('setpriv');
    const one = await hold(script, home, tools);
    const left = serverPid(dataFolder);
    await end(one.child, 'SIGKILL');
    expect(serversOn(dataFolder)).toHaveLength(1);
    const two = await hold(script, home, tools);
    expect(await ask(two.firstLine, 'select 1')).toEqual([[1]]);
    expect(serverPid(dataFolder)).not.toBe(left);
    await end(two.child, 'SIGTERM');
    expect(serversOn(dataFolder)).toEqual([]);
  }, 30_000);

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('drop root without user namespaces, in place (skipped when not run by root)', async () => {
    const home = scratch();
    const { child, firstLine } = await hold(script, home, without('unshare'));
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
    const tools = without('unshare');
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
