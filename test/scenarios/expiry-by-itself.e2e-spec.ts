import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invariant } from '#libs/errors';
import pg from 'pg';
import { startServer } from '../support/server-process.js';
import { withSql } from '../support/sql.js';

const PATIENCE_MS = 60_000;

/** An installation of its own: the program that wakes up here must not touch the vouchers of other specs. */
describe('vouchers whose last day has passed', () => {
  const name = `expiry_${randomBytes(4).toString('hex')}`;
  let environment: Record<string, string>;
  let client: pg.Client;
  let folder: string;

  const states = async (): Promise<string[]> => (await client.query<{ state: string }>(`select s.state from voucher_state s join voucher_issue i using (voucher_id) where i.number like 'AS-20%' order by i.number`)).rows.map(({ state }) => state);

  beforeAll(async () => {
    const owner = process.env.BATON_TEST_OWNER_URL;
    invariant(owner !== undefined, 'the test server is not running: use npm test');
    await withSql('OWNER', (sql) => sql.query(`create database ${name}`));
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baton-expiry-'));
    const url = owner.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
    environment = { DATABASE_URL: url, BATON_DATA_DIR: folder, BATON_DEMO: 'true' };
    client = new pg.Client({ connectionString: url });
    await client.connect();
    await (await startServer(environment)).stop();
  }, 120_000);

  afterAll(async () => {
    await client.end();
    await withSql('OWNER', (sql) => sql.query(`drop database ${name} with (force)`));
    fs.rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  it('lapse when the program starts, by themselves and once; those that last are left alone', async () => {
    const open = (await states()).filter((state) => state === 'ISSUED').length;
    expect(open).toBeGreaterThan(1);
    // Time does not pass for a test: the owner of the database sets one last day back.
    await client.query(`update voucher_state set valid_to = current_date - 2 where voucher_id = (select voucher_id from voucher_state where state = 'ISSUED' order by voucher_id limit 1)`);
    const server = await startServer({ ...environment, BATON_EXPIRE_DAILY: 'true' });
    const deadline = Date.now() + PATIENCE_MS;
    while ((await states()).filter((state) => state === 'ISSUED').length === open && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 200));
    await server.stop();
    await (await startServer({ ...environment, BATON_EXPIRE_DAILY: 'true' })).stop();
    expect((await states()).filter((state) => state === 'ISSUED').length).toBe(open - 1);
    const { rows } = await client.query<{ actor_login: string; expired: number }>(`select actor_login, jsonb_array_length(result -> 'expired') as expired from command_log where command = 'voucher.expire' and actor_login = 'system'`);
    expect(rows).toEqual([{ actor_login: 'system', expired: 1 }]);
  }, 120_000);
});
