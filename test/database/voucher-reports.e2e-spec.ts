import { beforeAll, describe, expect, it } from '@jest/globals';
import { formFund } from '../support/funds.js';
import { Client } from '../support/client.js';
import { refusalOf, withSql } from '../support/sql.js';
import { openVoucherYear, type TestYear } from '../support/vouchers.js';

const CHECK_VIOLATION = '23514';
const NOT_PERMITTED = '42501';

/** The log of downloads under raw SQL: each line names what its kind of report is about, and lies in its scope. */
describe('the log of downloads', () => {
  let year: TestYear;
  let fundId: string;
  beforeAll(async () => {
    year = await openVoucherYear();
    fundId = (await formFund(Client.as('manager'))).id;
  });

  const INSERT = `insert into report_download (number, kind, fund_id, year_id, format, as_of, known_before, reason, data_sha256, sha256, size_bytes, actor_id, actor_login, downloaded_at)
    values ('RPT-B-AS-2021-20211231-00000000', $1, $2, $3, 'pdf', '2021-12-31', now(), '원시 SQL 시험', repeat('0', 64), repeat('0', 64), 1, gen_random_uuid(), 'compliance', now())`;
  const insert = (kind: string, fund: string | null, ofYear: string | null) => refusalOf('APPLICATION', INSERT, [kind, fund, ofYear]);

  it.each([
    ['a settlement of a year', 'VOUCHER_SETTLEMENT', false, true, null],
    ['a compliance report of a fund', 'FUND_COMPLIANCE', true, false, null],
    ['a settlement of a fund', 'VOUCHER_SETTLEMENT', true, false, 'report_download_subject'],
    ['a compliance report of a year', 'FUND_COMPLIANCE', false, true, 'report_download_subject'],
    ['a settlement of both', 'VOUCHER_SETTLEMENT', true, true, 'report_download_subject'],
    ['a settlement of nothing', 'VOUCHER_SETTLEMENT', false, false, 'report_download_subject'],
    ['a kind that nobody knows', 'SOMETHING', true, false, 'report_download_subject'],
  ])('takes or refuses %s', async (_what, kind, ofFund, ofYear, constraint) => {
    const refusal = await insert(kind, ofFund ? fundId : null, ofYear ? year.id : null);
    expect(refusal).toEqual(constraint === null ? null : { code: CHECK_VIOLATION, constraint });
  });

  it('lets a line be seen and written within the programme alone', async () => {
    await Client.as('compliance').post(`/reports/voucher-settlement/${year.id}/downloads`, { format: 'csv', reason: `범위 시험 ${year.id}` });
    const seen = (scopes: readonly string[]) =>
      withSql('APPLICATION', async (sql) => (await sql.query<{ n: number }>('select count(*)::int as n from report_download where year_id = $1', [year.id])).rows[0]?.n, scopes);
    expect([await seen(['*']), await seen([`programme/${year.programmeId}`]), await seen([`fund/${fundId}`])]).toEqual([1, 1, 0]);
    const outside = withSql('APPLICATION', (sql) => sql.query(INSERT, ['VOUCHER_SETTLEMENT', null, year.id]), [`fund/${fundId}`]);
    await expect(outside).rejects.toMatchObject({ code: NOT_PERMITTED });
  });
});
