import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refusalOf, withSql } from '../support/sql.js';

const COMMAND = `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at, recorded_at)
                 values ($1, 'test.forge', $1, 'test', '{}', repeat('0', 64), '{}', 'DONE', '[]', '2020-01-01', '2020-01-01') returning recorded_at > now() - interval '1 minute' as honest`;

describe('when the database saw a fact', () => {
  it('is its own word, whatever the application writes there', async () => {
    await withSql('APPLICATION', async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ honest: boolean }>(COMMAND, [randomUUID()]);
      await client.query('rollback');
      expect(rows).toEqual([{ honest: true }]);
    });
  });

  it('is witnessed on every append-only table that says when', async () => {
    const unwitnessed = await withSql('OWNER', async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'recorded_at'
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('a_witness', 'journal_entry_witness'))
            and case when c.relkind = 'r' then has_column_privilege('baton_app', c.oid, a.attnum, 'INSERT') end`,
      );
      return rows.map((row) => row.name);
    });
    expect(unwitnessed).toEqual([]);
  });

  it('a policy belongs to a command', async () => {
    const sql = `insert into policy (scope, key, value, effective_from, clause, source, known_at) values ('*', 'fund.headroom.action', '"WARN"', '2020-01-01', '', 'ASSUMPTION', now())`;
    expect(await refusalOf('APPLICATION', sql)).toMatchObject({ code: '23502' });
  });
});
