import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { withSql } from '../support/sql.js';

const INSERT = `insert into report_text (id, fiscal_year, part, body, author, decided_on, known_at, command_id) values ($1, 2021, $2, $3, '시험', current_date - 1, now(), $4)`;

/** What the database says to a text of the annual report that is stated past its command. */
const stated = (part: string, body: string): Promise<string> =>
  withSql('OWNER', async (sql) => {
    try {
      await sql.query(INSERT, [randomUUID(), part, body, randomUUID()]);
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  });

describe('texts of the annual report', () => {
  it.each([
    ['a part that the report does not have', 'PREFACE', '머리말입니다.', /report_text_part_check/],
    ['a text that says nothing', 'FINDING', '   ', /report_text_body_check/],
    ['one without a command of its own', 'FINDING', '명령 없는 글입니다.', /command/],
  ])('are not stated as %s', async (_, part, body, reason) => {
    expect(await stated(part, body)).toMatch(reason);
  });

  it.each(['update report_text set body = body', 'delete from report_text'])('are never changed: %s', async (statement) => {
    await expect(withSql('APPLICATION', (sql) => sql.query(statement))).rejects.toThrow();
  });
});
