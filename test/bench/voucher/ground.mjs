/** One PostgreSQL, databases of its own on it, and the server as it runs in production. */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../dist/migrations/index.js';
import { readConfig } from '../../../dist/apps/api/src/config.js';
import { install } from '../../../dist/apps/api/src/installation/installation.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../../dist/apps/api/src/demo/people.js';
import { actorOf, seedUsers } from '../../../dist/libs/access/src/index.js';
import { databaseUrls, openDatabase, prepareDatabase, readDatesAsText } from '../../../dist/libs/database/src/index.js';
import { keyringOf, openKeyFile } from '../../../dist/libs/secret/src/index.js';

const MAIN = path.resolve(import.meta.dirname, '../../../dist/apps/api/src/main.js');
/** Nobody is turned away for asking too much: that is what is measured. */
const NO_LIMITS = { BATON_REQUESTS_PER_MINUTE_PER_ADDRESS: '1000000', BATON_REQUESTS_PER_MINUTE_PER_USER: '1000000' };

/** PostgreSQL (embedded, or DATABASE_URL) with what it takes to make databases on it; `stop` leaves nothing behind. */
export async function openGround() {
  readDatesAsText();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-bench-voucher-'));
  const config = readConfig({ BATON_DATA_DIR: folder, DATABASE_URL: process.env.DATABASE_URL }, process.cwd());
  const cluster = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl });
  const keyring = config.keys === undefined ? openKeyFile(config.keysFile) : keyringOf(config.keys, 'BATON_KEYS');
  const made = [];
  /** A database with the schema of this version and the people of the demo. */
  const openBooks = async (name) => {
    const admin = await connect(cluster.ownerUrl);
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name}`);
    await admin.end();
    const urls = databaseUrls(cluster.ownerUrl.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${name}`));
    await prepareDatabase(urls.owner, migrations, (client) => install(client, keyring));
    const owner = await connect(urls.owner);
    // Five connections: whoever measures with more opens them for itself.
    const source = await new DataSource({ type: 'postgres', url: urls.application, poolSize: 5 }).initialize();
    await seedUsers(source.manager, keyring, DEMO_PEOPLE);
    const books = { urls, owner, source, personOf: (login) => personOf(owner, login), close: () => Promise.all([source.destroy(), owner.end()]) };
    made.push({ name, books });
    return books;
  };
  const stop = async () => {
    for (const { name, books } of made) {
      await books.close().catch(() => undefined);
      const admin = await connect(cluster.ownerUrl);
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    }
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { folder, keysFile: config.keysFile, openBooks, stop };
}

export async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function personOf(owner, login) {
  const { rows } = await owner.query('select u.id, u.login, u.name, (select json_agg(json_build_object(\'role\', r.role, \'scopes\', r.scopes)) from user_role r where r.user_id = u.id) as held from app_user u where u.login = $1', [login]);
  return actorOf(rows[0]);
}

/** The server in a process of its own, sealing as in production; BENCH_PROFILE=<folder> writes a profile of its processor time there. */
export async function startServer(ground, books, port) {
  const profile = process.env.BENCH_PROFILE;
  const execArgv = ['--enable-source-maps', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])];
  const env = { ...process.env, ...NO_LIMITS, PORT: String(port), DATABASE_URL: books.urls.owner, BATON_DEMO: 'false', BATON_DATA_DIR: ground.folder, BATON_KEYS_FILE: ground.keysFile };
  const child = fork(MAIN, { env, execArgv, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended before it listened')));
    child.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found !== null) resolve(found[0]);
    });
  });
  return {
    url,
    pid: child.pid,
    session: await signIn(url, 'checker'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function signIn(url, login) {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password: DEMO_PASSWORD }) });
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  return { cookie, csrfToken: (await answer.json()).csrfToken };
}
