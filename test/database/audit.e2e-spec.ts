import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { refusalOf, withSql } from '../support/sql.js';

const HASH = 'a'.repeat(64);
const CHECK = '23514';
const NOT_PERMITTED = '42501';

/** A line of the log as the program writes it, with changes. */
async function insert(client: pg.Client, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const actor = (await client.query<{ id: string }>(`select id from app_user where login = 'auditor'`)).rows[0]?.id;
  await client.query(`select set_config('baton.actor', $1, false)`, [actor]);
  const line: Record<string, unknown> = {
    number: `AUD-01-20260731-${HASH.slice(0, 8)}`,
    pack: 'recipients',
    format: 'pdf',
    as_of: '2026-07-31',
    known_before: '2026-07-31T15:00:00Z',
    from_on: '2021-08-01',
    to_on: '2026-07-31',
    redacted: true,
    row_count: 3,
    reason: '정기감사 3차',
    data_sha256: HASH,
    sha256: HASH,
    size_bytes: 10,
    actor_id: actor,
    actor_login: 'auditor',
    downloaded_at: new Date('2026-07-31T15:00:00Z'),
    ...changes,
  };
  const columns = Object.keys(line);
  await client.query(`insert into audit_pack_download (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(line));
}

describe('the log of packs taken away, under raw SQL', () => {
  it('takes a line of the program', async () => {
    expect(await refusalOf('APPLICATION', (client) => insert(client))).toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ['a reason of four characters', { reason: '네네네네' }],
    ['a reason of blanks', { reason: '         ' }],
    ['another format', { format: 'csv' }],
    ['a number that is not of its data', { number: 'AUD-01-20260731-bbbbbbbb' }],
    ['a period past the date', { to_on: '2026-08-01' }],
    ['a period that runs backwards', { from_on: '2026-07-31', to_on: '2026-07-30' }],
    ['no bytes', { size_bytes: 0 }],
    ['an hour to come', { downloaded_at: new Date(Date.now() + 3_600_000) }],
  ])('refuses %s', async (_, changes) => {
    expect((await refusalOf('APPLICATION', (client) => insert(client, changes)))?.code).toBe(CHECK);
  });

  it('takes no line in somebody else’s name, and no time but its own', async () => {
    expect((await refusalOf('APPLICATION', (client) => insert(client, { actor_id: '7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00' })))?.code).toBe(NOT_PERMITTED);
    expect((await refusalOf('APPLICATION', (client) => insert(client, { recorded_at: new Date(0) })))?.code).toBe(NOT_PERMITTED);
  });

  it('is never changed, and never written by an auditor', async () => {
    for (const sql of ['update audit_pack_download set reason = reason', 'delete from audit_pack_download']) expect((await refusalOf('APPLICATION', sql))?.code).toBe(NOT_PERMITTED);
    const changed = await refusalOf('OWNER', async (client) => {
      await insert(client);
      await client.query(`update audit_pack_download set reason = '다른 사유입니다'`);
    });
    expect(changed?.code).toBe('23001');
    expect((await refusalOf('AUDITOR', (client) => insert(client)))?.code).toBe(NOT_PERMITTED);
  });

  it('shows nobody’s lines to those who say nothing of who they are', async () => {
    const seen = await withSql('APPLICATION', async (client) => (await client.query('select 1 from audit_pack_download')).rows.length, null);
    expect(seen).toBe(0);
  });
});
