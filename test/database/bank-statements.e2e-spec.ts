import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { certainLine, importedLines } from '../support/bank.js';
import { logCommand } from '../support/books.js';
import { refusalOf, withSql } from '../support/sql.js';

const CHECK = '23514';
const UNIQUE = '23505';
const NOT_PERMITTED = '42501';

/** What the database itself holds of statements and matches, under the program's own role. */
describe('lines of a bank by raw SQL', () => {
  let lineId: string;
  let otherId: string;
  let importer: string;

  beforeAll(async () => {
    lineId = (await certainLine()).line.id as string;
    otherId = (await importedLines({ on: '2024-03-09', deposit: '500', from: '가람' })).lines[0].id as string;
    importer = await withSql('OWNER', async (sql) => (await sql.query<{ id: string }>('select c.actor_id as id from bank_line l join command_log c on c.id = l.command_id where l.id = $1', [lineId])).rows[0]?.id ?? '');
  });

  async function match(sql: pg.Client, changes: { line?: string; amount?: string; record?: string; command?: string } = {}): Promise<void> {
    const amount = changes.amount ?? (await sql.query<{ won: string }>('select amount_won::text as won from bank_line where id = $1', [changes.line ?? lineId])).rows[0]?.won;
    await sql.query(
      `insert into bank_match (id, line_id, kind, record_id, amount_won, label, score, reasons, known_at, command_id) values ($1, $2, 'fund.capital-receipt', $3, $4, 'x', 0, '[]', now(), $5)`,
      [randomUUID(), changes.line ?? lineId, changes.record ?? randomUUID(), amount, await logCommand(sql, changes.command ?? 'bank-match.confirm')],
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
    const byImporter = async (sql: pg.Client): Promise<void> => {
      const { rows } = await sql.query<{ id: string }>('select command_id as id from bank_line where id = $1', [lineId]);
      await sql.query(`insert into bank_match (id, line_id, kind, record_id, amount_won, label, score, reasons, known_at, command_id) select $1, id, 'fund.capital-receipt', $1, amount_won, 'x', 0, '[]', now(), $3 from bank_line where id = $2`, [randomUUID(), lineId, rows[0]?.id]);
    };
    expect(importer).not.toBe('');
    expect((await refusalOf('APPLICATION', byImporter))?.code).toBe(CHECK);
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
