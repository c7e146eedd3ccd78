import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { certainLine, importedLines } from '../support/bank.js';
import { logCommand } from '../support/books.js';
import { refusalOf, withSql } from '../support/sql.js';

const CHECK = '23514';
const UNIQUE = '23505';
const NOT_PERMITTED = '42501';

/** A second person says what the line is: the lines of these specs were brought in by the first. */
async function confirmedByTheChecker(sql: pg.Client): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, problem, verdicts, acted_at)
     select $1, 'bank-match.confirm', u.id, 'raw', '{}', repeat('0', 64), '{}', 'DONE', null, null, '[]', now() from app_user u where u.login = 'checker'`,
    [id],
  );
  return id;
}

/** What the database itself holds of statements and matches, under the program's own role. */
describe('lines of a bank by raw SQL', () => {
  let lineId: string;
  let otherId: string;

  beforeAll(async () => {
    lineId = (await certainLine()).line.id as string;
    otherId = (await importedLines({ on: '2024-03-09', deposit: '500', from: '가람' })).lines[0].id as string;
  });

  async function match(sql: pg.Client, changes: { line?: string; amount?: string; record?: string; command?: string } = {}): Promise<void> {
    const amount = changes.amount ?? (await sql.query<{ won: string }>('select amount_won::text as won from bank_line where id = $1', [changes.line ?? lineId])).rows[0]?.won;
    await sql.query(
      `insert into bank_match (id, line_id, kind, record_id, amount_won, label, score, reasons, known_at, command_id) values ($1, $2, 'fund.capital-receipt', $3, $4, 'x', 0, '[]', now(), $5)`,
      [randomUUID(), changes.line ?? lineId, changes.record ?? randomUUID(), amount, changes.command === undefined ? await confirmedByTheChecker(sql) : await logCommand(sql, changes.command)],
    );
  }

  it('takes a match of the whole line, and no more than the line', async () => {
    expect(await refusalOf('APPLICATION', (sql) => match(sql))).toBeNull();
    expect(await refusalOf('APPLICATION', async (sql) => { await match(sql); await match(sql, { amount: '1' }); })).toMatchObject({ code: CHECK, constraint: 'bank_match_within_line' });
    expect(await refusalOf('APPLICATION', (sql) => match(sql, { amount: '-1' }))).toMatchObject({ code: CHECK, constraint: 'bank_match_within_line' });
  });

  it('gives one record to one line', async () => {
    const record = randomUUID();
    expect(await refusalOf('APPLICATION', async (sql) => { await match(sql, { record }); await match(sql, { record, line: otherId }); })).toMatchObject({ code: UNIQUE, constraint: 'bank_record_taken_pkey' });
  });

  it('takes no match from a command that states none', async () => {
    expect((await refusalOf('APPLICATION', (sql) => match(sql, { command: 'bank-statement.import' })))?.code).toBe(CHECK);
  });

  it('takes no match from the person who brought the line in', async () => {
    expect(await refusalOf('APPLICATION', (sql) => match(sql, { command: 'bank-match.confirm' }))).toMatchObject({ code: CHECK, constraint: 'bank_match_second_person' });
  });

  it('reverses a line only by an opposite one that is a reversal', async () => {
    const reverse = async (sql: pg.Client): Promise<unknown> => sql.query('insert into bank_reversal (line_id, reversed_line_id, known_at, command_id) values ($1, $2, now(), $3)', [otherId, lineId, await logCommand(sql, 'bank-statement.import')]);
    expect(await refusalOf('APPLICATION', reverse)).toMatchObject({ code: CHECK, constraint: 'bank_reversal_opposite' });
  });

  it.each([
    ['where a line stands', `update bank_line_state set open_won = 0`],
    ['which record is taken', `delete from bank_record_taken`],
    ['a line', `update bank_line set amount_won = 1`],
  ])('does not let the program change %s', async (_, sql) => {
    expect((await refusalOf('APPLICATION', sql))?.code).toBe(NOT_PERMITTED);
  });

  it('keeps a line once, and shows none to who does not see everything', async () => {
    const again = `insert into bank_line (id, account_id, statement_id, row_no, position, line_key, value_on, amount_won, is_reversal, known_at, command_id)
                   select gen_random_uuid(), account_id, statement_id, row_no, position, line_key, value_on, amount_won, false, now(), command_id from bank_line where id = $1`;
    expect(await refusalOf('APPLICATION', again, [lineId])).toMatchObject({ code: UNIQUE, constraint: 'bank_line_account_id_line_key_key' });
    expect(await withSql('APPLICATION', async (sql) => (await sql.query('select 1 from bank_line')).rowCount, [`fund/${randomUUID()}`])).toBe(0);
  });
});
