import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { logAccess, somebody } from '../support/access-entries.js';
import { refusalOf, withSql } from '../support/sql.js';

const RESTRICTED = '23001';
const NOT_PERMITTED = '42501';
const CHECK = '23514';

async function logPurge(sql: pg.Client, actor: string, command = 'access-log.purge'): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at) values ($1, $2, $3, 'raw', '{}', repeat('0', 64), '{}', 'DONE', '[]', now())`,
    [id, command, actor],
  );
  return id;
}

/** Entries at these times, with the guards off as only the owner can; then on again. */
async function oldEntries(sql: pg.Client, ages: readonly string[]): Promise<void> {
  await sql.query('set local session_replication_role = replica');
  for (const [index, age] of ages.entries()) {
    await sql.query(
      `insert into access_log (id, accessed_at, recorded_at, user_id, login, roles, action, subject_kind, subject_label) overriding system value
       values ($1, now() - $2::interval, now() - $2::interval, gen_random_uuid(), 'old', '{}', 'user.manage', 'user', '옛 기록')`,
      [index - 1000, age],
    );
  }
  await sql.query('set local session_replication_role = origin');
}

/** What a purge does with entries of these ages: which of them are left. Rolled back. */
async function purgedOf(ages: readonly string[], policies: Readonly<Record<string, number>> = {}): Promise<number[]> {
  return withSql('OWNER', async (sql) => {
    await sql.query('begin');
    await oldEntries(sql, ages);
    for (const [key, value] of Object.entries(policies)) {
      await sql.query(`insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ('*', $1, $2, '2000-01-01', '시험', 'ASSUMPTION', now(), $3)`, [key, value, await logPurge(sql, randomUUID())]);
    }
    await sql.query('select * from purge_access_log($1, $2, $3)', [randomUUID(), await logPurge(sql, randomUUID()), randomUUID()]);
    const { rows } = await sql.query<{ id: string }>('select id from access_log where id < -500 order by id');
    await sql.query('rollback');
    return rows.map(({ id }) => Number(id) + 1000);
  });
}

describe('destroying entries of the access log by raw SQL', () => {
  beforeAll(() => logAccess(somebody(), [{ accessedAt: '2017-01-02T10:00:00+09:00' }]));

  it('takes only what is past its time, in one piece from the beginning', async () => {
    expect(await purgedOf(['6 years 1 month', '5 years 2 months', '4 years 11 months'])).toEqual([2]);
    // An old entry behind a young one waits for it.
    expect(await purgedOf(['6 years', '4 years', '6 years'])).toEqual([1, 2]);
    expect(await purgedOf(['4 years 11 months'])).toEqual([0]);
  });

  it('takes what policy says, but never less than the law’s two years, whatever policy says', async () => {
    const ages = ['7 years', '2 years 2 months', '1 year 11 months'];
    expect(await purgedOf(ages, { 'access-log.retention-years': 10 })).toEqual([0, 1, 2]);
    expect(await purgedOf(ages, { 'access-log.retention-years': 1 })).toEqual([2]);
    expect(await purgedOf(ages, { 'access-log.retention-years': 0, 'access-log.minimum-retention-years': 1 })).toEqual([]);
  });

  it('never takes what is younger than a year, with both policies at nothing', async () => {
    const attempt = async (sql: pg.Client): Promise<void> => {
      await oldEntries(sql, ['11 months']);
      for (const key of ['access-log.retention-years', 'access-log.minimum-retention-years']) {
        await sql.query(`insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id) values ('*', $1, '0', '2000-01-01', '시험', 'ASSUMPTION', now(), $2)`, [key, await logPurge(sql, randomUUID())]);
      }
      await sql.query('select * from purge_access_log($1, $2, $3)', [randomUUID(), await logPurge(sql, randomUUID()), randomUUID()]);
    };
    expect(await refusalOf('OWNER', attempt)).toEqual({ code: CHECK, constraint: 'access_log_purge_after_retention' });
  });

  it('belongs to the logged command of whoever did it', async () => {
    const purge = (command: string, own: boolean) => async (sql: pg.Client) => {
      await oldEntries(sql, ['6 years']);
      const actor = randomUUID();
      await sql.query('select * from purge_access_log($1, $2, $3)', [randomUUID(), await logPurge(sql, own ? actor : randomUUID(), command), actor]);
    };
    expect(await refusalOf('OWNER', purge('access-log.purge', true))).toBeNull();
    for (const refused of [purge('access-log.purge', false), purge('fund.form', true)]) expect(await refusalOf('OWNER', refused)).toEqual({ code: CHECK, constraint: 'access_log_purge_command' });
  });

  it('has no other way in', async () => {
    const tombstone = `insert into access_log_purge (id, first_id, last_id, row_count, first_accessed_at, last_accessed_at, older_than, retention_years, rows_hash, purged_by, purged_in, command_id)
                       select gen_random_uuid(), min(id), max(id), count(*), now(), now(), $1::timestamptz, 5, repeat('0', 64), gen_random_uuid(), '1', gen_random_uuid() from access_log`;
    expect(await refusalOf('APPLICATION', 'delete from access_log')).toMatchObject({ code: NOT_PERMITTED });
    expect(await refusalOf('APPLICATION', tombstone, ['2015-01-01'])).toMatchObject({ code: NOT_PERMITTED });
    expect(await refusalOf('AUDITOR', 'select purge_access_log(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())')).toMatchObject({ code: NOT_PERMITTED });
    expect(await refusalOf('OWNER', 'delete from access_log')).toMatchObject({ code: RESTRICTED });
    expect(await refusalOf('OWNER', 'update access_log set reason = reason')).toMatchObject({ code: RESTRICTED });
    // A tombstone for young rows is refused; one that reaches further than its rows' age lets none of the young ones go.
    expect(await refusalOf('OWNER', tombstone, ['2099-01-01'])).toEqual({ code: CHECK, constraint: 'access_log_purge_after_retention' });
    const withTombstone = async (sql: pg.Client): Promise<unknown> => {
      await sql.query(tombstone, ['2015-01-01']);
      return sql.query('delete from access_log');
    };
    expect(await refusalOf('OWNER', withTombstone)).toMatchObject({ code: RESTRICTED });
  });
});
