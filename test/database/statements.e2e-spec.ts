import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { logCommand, RawBooks } from '../support/books.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** Facts, entries and commands are judged by the statement: one bad row among good ones is found, whenever it is asked. */

const CHECK = '23514';
const NOT_PERMITTED = '42501';

const tried = (work: (client: pg.Client) => Promise<unknown>): Promise<Refusal | null> => refusalOf('APPLICATION', work);

/** Terms of a fund as raw SQL writes them, each of its own command. */
async function stateTerms(client: pg.Client, commands: readonly string[]): Promise<void> {
  await client.query(
    `insert into policy (scope, key, value, effective_from, clause, source, known_at, command_id)
     select '*', 'raw-' || gen_random_uuid(), '1', '2020-01-01', 'raw', 'LAW', now(), command from unnest($1::uuid[]) as command`,
    [commands],
  );
}

async function doneBefore(client: pg.Client, command: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`select id from command_log where command = $1 and outcome = 'DONE' limit 1`, [command]);
  return rows[0]?.id ?? '';
}

describe('a statement of many facts', () => {
  const borrowed = { code: CHECK, constraint: 'policy_own_command' };

  it('passes where each belongs to a command of its own', async () => {
    expect(await tried(async (client) => stateTerms(client, [await logCommand(client, 'policy.decide'), await logCommand(client, 'policy.decide')]))).toBeNull();
  });

  it('is refused for one that borrows a command that was done before', async () => {
    expect(await tried(async (client) => stateTerms(client, [await logCommand(client, 'policy.decide'), await doneBefore(client, 'policy.install')]))).toEqual(borrowed);
  });

  it('is refused for one that belongs to a command of another kind', async () => {
    expect(await tried(async (client) => stateTerms(client, [await logCommand(client, 'policy.decide'), await logCommand(client, 'investment.record')]))).toEqual(borrowed);
  });

  it('is judged again for every statement after the constraints were asked once', async () => {
    const answer = await tried(async (client) => {
      await stateTerms(client, [await logCommand(client, 'policy.decide')]);
      await client.query('set constraints all immediate');
      await client.query('set constraints all deferred');
      await stateTerms(client, [await doneBefore(client, 'policy.install')]);
    });
    expect(answer).toEqual(borrowed);
  });

  it('is forgotten with the savepoint that is undone', async () => {
    const answer = await tried(async (client) => {
      await client.query('savepoint trial');
      await stateTerms(client, [await doneBefore(client, 'policy.install')]);
      await client.query('rollback to savepoint trial');
      await stateTerms(client, [await logCommand(client, 'policy.decide')]);
    });
    expect(answer).toBeNull();
  });
});

describe('a judgement that was asked for within a savepoint', () => {
  it('is asked for again once the savepoint is undone, with the command that it found there', async () => {
    const asked: string[] = [];
    const answer = await tried(async (client) => {
      const [books, commandId] = [await RawBooks.open(client), randomUUID()];
      const [headroom, granted] = [await books.account('fund.headroom'), await books.account('fund.headroom-granted')];
      await books.post({ commandId, lines: [[granted, 'D', 10], [headroom, 'C', 10]] });
      await client.query('savepoint trial');
      await client.query(`insert into command_log select (jsonb_populate_record(c, jsonb_build_object('id', $2::text))).* from command_log c where id = $1`, [books.commandId, commandId]);
      await client.query('set constraints all immediate');
      asked.push('passed');
      await client.query('rollback to savepoint trial');
    });
    expect(asked).toEqual(['passed']);
    expect(answer).toEqual({ code: CHECK, constraint: 'journal_entry_command' });
  });
});

describe('what waits to be judged', () => {
  const tables = ['fact_statement', 'entry_statement', 'command_statement'];

  it.each(tables)('is out of the program’s reach: %s', async (table) => {
    for (const sql of [`select 1 from ${table}`, `delete from ${table}`, `truncate ${table}`, `update ${table} set id = default`]) expect(await refusalOf('APPLICATION', sql)).toEqual({ code: NOT_PERMITTED });
  });

  it.each(tables)('is gone when the transaction is: %s', async (table) => {
    await RawBooks.commit((books) => books.funded(1_000));
    const left = await withSql('OWNER', async (client) => (await client.query(`select * from ${table}`)).rows as unknown[]);
    expect(left).toEqual([]);
  });

  it('is asked of sealed facts alone, and by the owner alone', async () => {
    expect(await refusalOf('APPLICATION', `select facts_stated_by('policy', 'fund.form')`)).toEqual({ code: NOT_PERMITTED });
    expect(await refusalOf('OWNER', `select facts_stated_by('app_user', 'fund.form')`)).toMatchObject({ code: 'P0001' });
  });
});

describe('a statement of many rows of the ledger', () => {
  const inBooks = (work: (books: RawBooks) => Promise<unknown>): Promise<Refusal | null> => tried(async (client) => work(await RawBooks.open(client)));

  it('opens accounts with their floors, and none that does not follow its chart', async () => {
    const open = (unit: string): Promise<Refusal | null> =>
      inBooks(({ client, book }) =>
        client.query(
          `insert into ledger_account (key, book, chart, unit, normal_side) select $1 || n, $1, 'fund.headroom', case n when 3 then $2 else 'KRW' end, 'C' from generate_series(1, 3) as n`,
          [book, unit],
        ),
      );
    expect(await open('KRW')).toBeNull();
    expect(await open('VOUCHER')).toMatchObject({ code: CHECK });
  });

  it('refuses entries of which one is not balanced', async () => {
    const post = (amount: number): Promise<Refusal | null> =>
      inBooks(async (books) => {
        const { headroom, granted } = await books.funded(5_000);
        const { rows } = await books.client.query<{ id: string }>(
          `insert into journal_entry (posting, book, effective_on, known_at, command_id, subject_kind, subject_id, memo)
           select 'fund.limits-granted', $1, '2024-06-03', now(), $2, 'test', gen_random_uuid(), 'raw' from generate_series(1, 3) returning id`,
          [books.book, books.commandId],
        );
        await books.client.query(
          `insert into entry_line (entry_id, line_no, account_id, side, amount, fiscal_year)
           select id, line, case line when 1 then $2::bigint else $3::bigint end, case line when 1 then 'D' else 'C' end, case when line = 1 and place = 2 then $4 else 10 end, 2024
             from unnest($1::bigint[]) with ordinality as e (id, place), generate_series(1, 2) as line`,
          [rows.map(({ id }) => id), granted, headroom, amount],
        );
      });
    expect(await post(10)).toBeNull();
    expect(await post(11)).toEqual({ code: CHECK, constraint: 'journal_entry_balanced' });
  });

  it('adds no line to an entry or an account that is not there', async () => {
    expect(await inBooks((books) => books.addLines('9000000000000', [['1', 'D', 1]]))).toEqual({ code: '23503', constraint: 'entry_line_entry_id_fkey' });
    expect(await inBooks((books) => books.post({ lines: [['9000000000000', 'D', 1]] }))).toEqual({ code: '23503', constraint: 'entry_line_account_id_fkey' });
  });

  it('holds no more in sum than is there', async () => {
    const hold = (amounts: readonly number[]): Promise<Refusal | null> =>
      inBooks(async (books) => {
        const { headroom } = await books.funded(5_000);
        await books.client.query('insert into ledger_hold (id, account_id, amount, command_id) select gen_random_uuid(), $1, amount, $2 from unnest($3::bigint[]) as amount', [headroom, books.commandId, amounts]);
      });
    expect(await hold([2_000, 3_000])).toBeNull();
    expect(await hold([2_000, 3_001])).toEqual({ code: CHECK, constraint: 'account_balance_floor' });
  });

  it('uses up no more in sum than a hold has', async () => {
    const consume = (amounts: readonly number[]): Promise<Refusal | null> =>
      inBooks(async (books) => {
        const hold = await books.hold((await books.funded(5_000)).headroom, 100);
        await books.client.query(
          `insert into ledger_hold_event (hold_id, event_no, kind, amount, command_id) select $1, place, 'RELEASED', amount, $2 from unnest($3::bigint[]) with ordinality as a (amount, place)`,
          [hold, books.commandId, amounts],
        );
      });
    expect(await consume([40, 60])).toBeNull();
    expect(await consume([40, 61])).toEqual({ code: CHECK, constraint: 'ledger_hold_remaining' });
  });
});
