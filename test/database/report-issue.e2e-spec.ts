import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { decide, formFund, pendingDeal } from '../support/funds.js';
import { issued, reissue } from '../support/issues.js';
import { today } from '../support/services.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot do to issued reports, whatever the program says. */

const refused = (constraint: string): Refusal => ({ code: '23514', constraint });
const HASH = 'ab'.repeat(32);

let fund: { id: string };
let first: Json;
let second: Json;

beforeAll(async () => {
  fund = await formFund(Client.as('manager'));
  first = await issued(fund.id, today());
  await decide(await pendingDeal(fund.id, '300000000'), 'QUALIFIED', { reason: '판정 뒤 정정' });
  second = (await reissue(first.id as string, fund.id, today())).body;
}, 120_000);

interface Row {
  readonly year?: number | string;
  readonly ordinal?: number | string;
  readonly version?: number;
  readonly replaces?: string | null;
  readonly kind?: string;
  readonly dataSha256?: string;
}

const letter = "'A'";
const THIS_YEAR = `extract(year from now() at time zone 'Asia/Seoul')::smallint`;
const NEXT = `(select max(ordinal) + 1 from report_issue where letter = ${letter} and year = ${THIS_YEAR})`;
const code = (): string => randomUUID().toUpperCase().replace(/[^0-9A-F]/g, '').slice(0, 10).replace(/^(.{5})/, '$1-');

/** A row as a forged command would state it. */
const issue = ({ year = THIS_YEAR, ordinal = NEXT, version = 1, replaces = null, kind = 'FUND_COMPLIANCE', dataSha256 = HASH }: Row = {}): string =>
  `insert into report_issue (id, letter, year, ordinal, version, replaces, kind, subject_id, subject_number, subject_name, title_ko, title_en, issuer, as_of, known_before, reason, rule_version, data_sha256, changes_sha256, code, known_at, command_id)
   values ('${randomUUID()}', ${letter}, ${year}, ${ordinal}, ${version}, ${replaces === null ? 'null' : `'${replaces}'`}, '${kind}', '${fund.id}', 'N', '조합', '보고서', 'Report', '기관', current_date - 1, now(), '시험 발급', 'v1',
           '${dataSha256}', ${version === 1 ? 'null' : `'${HASH}'`}, '${code()}', now(), '${randomUUID()}')`;
const ordinalOf = ({ number }: Json): number => Number((number as string).slice(-4));

describe('an issued report', () => {
  it('is never changed and never deleted', async () => {
    for (const table of ['report_issue', 'report_issue_file', 'report_withdrawal', 'report_issue_state']) {
      expect([table, (await refusalOf('APPLICATION', `delete from ${table}`))?.code]).toEqual([table, '42501']);
      expect([table, (await refusalOf('APPLICATION', `update ${table} set issue_id = issue_id`.replace('report_issue set issue_id = issue_id', 'report_issue set id = id')))?.code]).toEqual([table, '42501']);
    }
    expect((await refusalOf('OWNER', `update report_issue set reason = '다른 사유로' where id = '${first.id as string}'`))?.code).toBeDefined();
    expect((await refusalOf('OWNER', `delete from report_issue_file where issue_id = '${first.id as string}'`))?.code).toBeDefined();
  });

  it('is stated by a command that issues reports, of its own transaction', async () => {
    expect((await refusalOf('APPLICATION', issue()))?.code).toMatch(/^23/);
  });

  it('has a number without a gap, of the year in which it is issued', async () => {
    expect(await refusalOf('APPLICATION', issue({ ordinal: `${NEXT} + 1` }))).toEqual(refused('report_number_gap'));
    expect(await refusalOf('APPLICATION', issue({ year: 2020, ordinal: 1 }))).toEqual(refused('report_number_year'));
    expect((await refusalOf('APPLICATION', issue({ ordinal: ordinalOf(first) })))?.code).toBe('23505');
  });

  it('is replaced by the version after it, once, and about the same subject', async () => {
    const ordinal = ordinalOf(first);
    expect(await refusalOf('APPLICATION', issue({ ordinal, version: 3, replaces: first.id }))).toMatchObject({ code: '23505' });
    expect(await refusalOf('APPLICATION', issue({ ordinal, version: 4, replaces: second.id }))).toEqual(refused('report_version_in_turn'));
    expect(await refusalOf('APPLICATION', issue({ ordinal, version: 3, replaces: second.id, kind: 'FUND_QUARTERLY' }))).toEqual(refused('report_version_in_turn'));
    expect((await refusalOf('APPLICATION', issue({ ordinal, version: 3, replaces: null })))?.code).toBe('23514');
  });

  it('holds in one version at a time', async () => {
    const states = await withSql('OWNER', async (sql) => (await sql.query<{ status: string }>('select status from report_issue_state where number = $1 order by status', [first.number])).rows.map(({ status }) => status));
    expect(states).toEqual(['REPLACED', 'VALID']);
    expect((await refusalOf('OWNER', `update report_issue_state set status = 'VALID' where issue_id = '${first.id as string}'`))?.constraint).toBe('report_one_valid_version');
  });

  it('is withdrawn while it holds', async () => {
    const withdraw = (id: string): string => `insert into report_withdrawal (issue_id, reason, known_at, command_id) values ('${id}', '시험 취소', now(), '${randomUUID()}')`;
    expect(await refusalOf('APPLICATION', withdraw(first.id as string))).toEqual(refused('report_withdrawn_while_valid'));
    expect((await refusalOf('APPLICATION', withdraw(second.id as string)))?.code).toMatch(/^23/);
  });

  it('has one file of each kind, and its data is the data it was issued with', async () => {
    const file = (format: string, sha256 = HASH): string => `insert into report_issue_file (issue_id, format, sha256, size_bytes, known_at, command_id) values ('${first.id as string}', '${format}', '${sha256}', 10, now(), '${randomUUID()}')`;
    expect((await refusalOf('APPLICATION', file('pdf')))?.code).toBe('23505');
    expect((await refusalOf('APPLICATION', file('docx')))?.code).toBe('23514');
    expect(await refusalOf('APPLICATION', file('json'))).toMatchObject({ code: expect.stringMatching(/^23/) });
  });

  it('with an attested time says when and by whom, and without it is no B-T', async () => {
    const signed = (columns: string, values: string): string =>
      `insert into report_issue_file (issue_id, format, sha256, size_bytes, signer, signer_fingerprint, signature_level, ${columns} known_at, command_id) values ('${first.id as string}', 'pdf', '${HASH}', 10, 'S', '${HASH}', ${values} now(), '${randomUUID()}')`;
    expect(await refusalOf('APPLICATION', signed('', `'B-T',`))).toEqual(refused('report_issue_file_stamped'));
    expect(await refusalOf('APPLICATION', signed('stamped_at,', `'B-T', now(),`))).toEqual(refused('report_issue_file_stamp'));
    expect(await refusalOf('APPLICATION', signed('stamped_at, stamped_by,', `'B-B', now(), 'A',`))).toEqual(refused('report_issue_file_stamp'));
    expect(await refusalOf('APPLICATION', signed('stamped_at, stamped_by, stamp_problem,', `'B-T', now(), 'A', 'REFUSED',`))).toEqual(refused('report_issue_file_stamp'));
  });

  it('fails to be printed only while it is not, and once at a time', async () => {
    const failed = (id: string, tries: number): string => `insert into report_press_state values ('${id}', ${tries}, now(), now() + interval '1 minute', '까닭', 'reason')`;
    expect(await refusalOf('APPLICATION', failed(first.id as string, 1))).toEqual(refused('report_press_before_print'));
    // The owner takes the files away, so that there is an issue without.
    const unprinted = (statements: readonly string[]): Promise<Refusal | null> =>
      refusalOf('OWNER', async (sql) => {
        await sql.query('alter table report_issue_file disable trigger user');
        await sql.query('delete from report_issue_file where issue_id = $1', [first.id]);
        for (const statement of statements) await sql.query(statement);
      });
    const again = (change: string): string => `update report_press_state set ${change} where issue_id = '${first.id as string}'`;
    expect(await unprinted([failed(first.id as string, 1), again('tries = 2'), again('tries = 3')])).toBeNull();
    expect(await unprinted([failed(first.id as string, 2)])).toEqual(refused('report_press_counts'));
    expect(await unprinted([failed(first.id as string, 1), again('tries = 1')])).toEqual(refused('report_press_counts'));
    expect((await unprinted([failed(first.id as string, 1), again('tries = 2, next_try_at = failed_at')]))?.code).toBe('23514');
    expect((await refusalOf('APPLICATION', 'update report_press_state set issue_id = issue_id'))?.code).toBe('42501');
    expect((await refusalOf('APPLICATION', 'delete from report_press_state'))?.code).toBe('42501');
    expect((await refusalOf('AUDITOR', failed(first.id as string, 1)))?.code).toBe('42501');
  });

  it('is in sight where its subject is', async () => {
    const count = (scopes: string[]): Promise<number> => withSql('APPLICATION', async (sql) => (await sql.query('select 1 from report_issue where id = $1', [first.id])).rowCount ?? 0, scopes);
    expect([await count([`fund:${fund.id}`]), await count(['*']), await count([`fund:${randomUUID()}`])]).toEqual([expect.any(Number), 1, 0]);
  });
});
