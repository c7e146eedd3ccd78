import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '#migrations';
import { prepareDatabase } from '#libs/database';
import { invariant } from '#libs/errors';
import { BANK_ACCOUNT_COLUMNS } from '#libs/party';
import { addKey, openKeyFile, type EncryptedColumn, type Keyring } from '#libs/secret';
import pg from 'pg';
import { countUnderEarlierKeys, rotateKeys, rotateKeysOfInstallation } from '../../apps/api/src/cli/rotate-keys.js';
import { readConfig } from '../../apps/api/src/config.js';
import { ENCRYPTED_COLUMNS } from '../../apps/api/src/registry.js';
import { registered } from '../support/bank-accounts.js';
import { withSql } from '../support/sql.js';

const ACCOUNTS = 57;
const AUTHENTICATORS = 13;
const TOTP: EncryptedColumn | undefined = ENCRYPTED_COLUMNS.find(({ table }) => table === 'totp_factor');
const BANK: EncryptedColumn | undefined = BANK_ACCOUNT_COLUMNS[0];

interface Stored {
  readonly table: string;
  readonly id: string;
  readonly plain: string;
}

/** A database and a key file of its own: another spec's server must not find its values under another key. */
class Installation {
  private constructor(
    readonly name: string,
    readonly url: string,
    readonly folder: string,
    readonly client: pg.Client,
    readonly keyring: Keyring,
  ) {}

  static async open(): Promise<Installation> {
    const owner = process.env.BATON_TEST_OWNER_URL;
    invariant(owner !== undefined, 'the test server is not running: use npm test');
    const name = `keys_${randomBytes(4).toString('hex')}`;
    await withSql('OWNER', (sql) => sql.query(`create database ${name}`));
    const url = owner.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
    await prepareDatabase(url, migrations, () => Promise.resolve());
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-rotation-'));
    return new Installation(name, url, folder, client, openKeyFile(path.join(folder, 'keys.json')));
  }

  get keysFile(): string {
    return path.join(this.folder, 'keys.json');
  }

  async close(): Promise<void> {
    await this.client.end();
    await withSql('OWNER', (sql) => sql.query(`drop database ${this.name} with (force)`));
    fs.rmSync(this.folder, { recursive: true });
  }

  /** Values of both kinds under the current key, as the application would leave them. */
  async fill(): Promise<Stored[]> {
    const stored: Stored[] = [];
    await this.client.query('begin');
    await this.client.query('set local session_replication_role = replica');
    for (let count = 0; count < ACCOUNTS; count += 1) stored.push(await this.storeAccount(`${randomInt(10 ** 11, 10 ** 12)}`));
    for (let count = 0; count < AUTHENTICATORS; count += 1) {
      const [id, plain] = [randomUUID(), `비밀😀${randomUUID()}`];
      await this.client.query('insert into totp_factor (id, user_id, secret, enrolled_at, command_id) values ($1, $2, $3, now(), $4)', [id, randomUUID(), this.keyring.encrypt(plain, TOTP?.purpose ?? ''), randomUUID()]);
      stored.push({ table: 'totp_factor', id, plain });
    }
    await this.client.query('commit');
    return stored;
  }

  private async storeAccount(account: string): Promise<Stored> {
    const [id, plain] = [randomUUID(), JSON.stringify({ bankCode: '004', account, holder: '한글 예금주', salt: randomUUID() })];
    const index = this.keyring.blindIndex(`004:${account}`, BANK?.purpose ?? '');
    await this.client.query(
      `insert into bank_account_secret (id, content, number_index, index_key, content_hash, deposited_by, request_key) values ($1, $2, $3, $4, repeat('0', 64), $1, 'raw')`,
      [id, this.keyring.encrypt(plain, BANK?.purpose ?? ''), index, this.keyring.currentKey],
    );
    return { table: 'bank_account_secret', id, plain };
  }

  /** What the columns say now, read with the keys of now. */
  async readAll(): Promise<Stored[]> {
    const found: Stored[] = [];
    for (const { table, key, column, purpose } of ENCRYPTED_COLUMNS) {
      const { rows } = await this.client.query<{ id: string; sealed: string }>(`select ${key} as id, ${column} as sealed from ${table}`);
      found.push(...rows.map(({ id, sealed }) => ({ table, id, plain: this.keyring.decrypt(sealed, purpose) })));
    }
    return found;
  }

  async keysInUse(): Promise<Record<string, number>> {
    const { rows } = await this.client.query<{ key: string; count: string }>(
      `select split_part(sealed, '.', 2) as key, count(*) from (select content as sealed from bank_account_secret union all select secret from totp_factor) s group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
  }
}

const sorted = (rows: readonly Stored[]): Stored[] => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
const all = ACCOUNTS + AUTHENTICATORS;

describe('changing the keys', () => {
  let place: Installation;
  let stored: Stored[];

  beforeAll(async () => {
    place = await Installation.open();
    stored = await place.fill();
  }, 120_000);

  afterAll(() => place.close());

  it('carries every value over, as it was, and finds accounts by their number as before', async () => {
    const say: string[] = [];
    const config = readConfig({ DATABASE_URL: place.url, BATON_DATA_DIR: place.folder }, place.folder);
    expect(await rotateKeysOfInstallation(config, (line) => void say.push(line))).toEqual([
      { table: 'bank_account_secret', column: 'content', rows: ACCOUNTS },
      { table: 'totp_factor', column: 'secret', rows: AUTHENTICATORS },
    ]);
    expect([place.keyring.currentKey, await place.keysInUse()]).toEqual(['k2', { k2: all }]);
    expect(sorted(await place.readAll())).toEqual(sorted(stored));
    const { rows } = await place.client.query<{ id: string; index: string; key: string }>('select id, number_index as index, index_key as key from bank_account_secret');
    const wrong = rows.filter(({ id, index, key }) => {
      const { account } = JSON.parse(stored.find((each) => each.id === id)?.plain ?? '{}') as { account: string };
      return key !== 'k2' || index !== place.keyring.blindIndex(`004:${account}`, BANK?.purpose ?? '', 'k2');
    });
    expect([wrong, rows.length]).toEqual([[], ACCOUNTS]);
    expect(stored.filter(({ plain }) => say.join('\n').includes(plain))).toEqual([]);
  });

  it('gets up where it fell, with the same key, and does nothing when nothing is left', async () => {
    await addKey(place.keysFile);
    let batches = 0;
    const falling = rotateKeys(place.client, place.keyring, ENCRYPTED_COLUMNS, {
      batchSize: 10,
      onBatch: () => {
        batches += 1;
        if (batches === 3) throw new Error('power cut');
      },
    });
    await expect(falling).rejects.toThrow('power cut');
    expect(await place.keysInUse()).toEqual({ k2: all - 30, k3: 30 });
    // In the middle everything can be read, under whichever key it is.
    expect(sorted(await place.readAll())).toEqual(sorted(stored));
    const config = readConfig({ DATABASE_URL: place.url, BATON_DATA_DIR: place.folder }, place.folder);
    const rest = await rotateKeysOfInstallation(config, () => undefined);
    expect(rest.reduce((sum, { rows }) => sum + rows, 0)).toBe(all - 30);
    expect([place.keyring.currentKey, await place.keysInUse()]).toEqual(['k3', { k3: all }]);
    expect(await countUnderEarlierKeys(place.client, place.keyring, ENCRYPTED_COLUMNS)).toBe(0);
    expect((await rotateKeys(place.client, place.keyring, ENCRYPTED_COLUMNS)).map(({ rows }) => rows)).toEqual([0, 0]);
    expect(sorted(await place.readAll())).toEqual(sorted(stored));
  });

  it('stops at a row that cannot be read, names it, and keeps what is done', async () => {
    await addKey(place.keysFile);
    const { rows } = await place.client.query<{ id: string }>('select id from totp_factor order by id offset 12 limit 1');
    const broken = rows[0]?.id ?? '';
    const { rows: before } = await place.client.query<{ secret: string }>('select secret from totp_factor where id = $1', [broken]);
    await place.client.query(`update totp_factor set secret = overlay(secret placing 'XXXX' from 40) where id = $1`, [broken]);
    await expect(rotateKeys(place.client, place.keyring, ENCRYPTED_COLUMNS, { batchSize: 10 })).rejects.toMatchObject({ code: 'secret.unreadable-row', details: { table: 'totp_factor', key: broken } });
    expect(await place.keysInUse()).toEqual({ k3: 3, k4: all - 3 });
    await place.client.query('update totp_factor set secret = $1 where id = $2', [before[0]?.secret, broken]);
    expect((await rotateKeys(place.client, place.keyring, ENCRYPTED_COLUMNS)).map(({ rows: count }) => count)).toEqual([0, 3]);
  });

  it('adds no key where keys come from the environment, and carries over to the one that is current there', async () => {
    const { keys } = JSON.parse(fs.readFileSync(place.keysFile, 'utf8')) as { keys: Record<string, string> };
    const given = JSON.stringify({ current: 'vault-2026', keys: { ...keys, 'vault-2026': randomBytes(32).toString('base64') } });
    const config = readConfig({ DATABASE_URL: place.url, BATON_DATA_DIR: place.folder, BATON_KEYS: given }, place.folder);
    await rotateKeysOfInstallation(config, () => undefined);
    expect([await place.keysInUse(), place.keyring.currentKey]).toEqual([{ 'vault-2026': all }, 'k4']);
  });
});

describe('encrypted columns', () => {
  /** Columns whose values are used up within minutes: nothing of them is there to be carried over. */
  const SHORT_LIVED = ['identity_challenge.payload', 'provider_round.sealed'];

  it('are on the list, every one that the database knows of', async () => {
    await registered();
    const sealed = await withSql('OWNER', async (sql) => {
      const { rows: columns } = await sql.query<{ table: string; column: string }>(
        `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype`,
      );
      const found: string[] = [];
      for (const { table, column } of columns) {
        const { rowCount } = await sql.query(`select 1 from "${table}" where "${column}" ~ '^v1[.][A-Za-z0-9_-]{1,32}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]{22,}$' limit 1`);
        if (rowCount === 1) found.push(`${table}.${column}`);
      }
      return found;
    });
    const listed = ENCRYPTED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    expect(sealed.filter((column) => !listed.includes(column) && !SHORT_LIVED.includes(column))).toEqual([]);
    expect(sealed).toContain('bank_account_secret.content');
  });
});
