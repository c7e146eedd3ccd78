import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { refusalOf, withSql } from '../support/sql.js';

const CHECK_VIOLATION = '23514';
const NOT_PERMITTED = '42501';
const OF_A_FUND = ['FUND_COMPLIANCE', 'PARTNER_STATEMENTS', 'FUND_QUARTERLY', 'ILPA_PERFORMANCE'];
const OF_A_PARTNER = ['PARTNER_STATEMENT', 'ILPA_REPORTING'];

/** The log of downloads under raw SQL: a report on a fund names the fund, one for a partner the partner, and neither both. */
describe('the log of downloads of fund reports', () => {
  let fundId: string;
  let partnerId: string;
  let otherId: string;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    otherId = (await formFund(Client.as('manager'))).id;
    partnerId = ((await Client.as('auditor').get(`/funds/${fundId}`)).body.partners as Json[])[0].id as string;
  });

  const INSERT = `insert into report_download (number, kind, fund_id, partner_id, format, as_of, known_before, reason, data_sha256, sha256, size_bytes, actor_id, actor_login, downloaded_at)
    values ('RPT-P-FND-2024-01-P01-20240630-00000000', $1, $2, $3, 'pdf', '2024-06-30', now(), '원시 SQL 시험', repeat('0', 64), repeat('0', 64), 1, gen_random_uuid(), 'compliance', now())`;
  const insert = (kind: string, ofFund: boolean, ofPartner: boolean) => refusalOf('APPLICATION', INSERT, [kind, ofFund ? fundId : null, ofPartner ? partnerId : null]);
  const refused = { code: CHECK_VIOLATION, constraint: 'report_download_subject' };

  it.each([...OF_A_FUND.map((kind) => [kind, true] as const), ...OF_A_PARTNER.map((kind) => [kind, false] as const)])('takes %s for its subject alone', async (kind, ofFund) => {
    expect([await insert(kind, ofFund, !ofFund), await insert(kind, !ofFund, ofFund), await insert(kind, true, true), await insert(kind, false, false)]).toEqual([null, refused, refused, refused]);
  });

  it('refuses a kind that nobody knows', async () => {
    expect(await insert('SOMETHING', true, false)).toEqual(refused);
  });

  it('lets a line about a partner be seen and written within the fund alone', async () => {
    await Client.as('compliance').post(`/reports/partner-statement/${partnerId}/downloads`, { format: 'csv', reason: `범위 시험 ${partnerId}` });
    const seen = (scope: string) =>
      withSql('APPLICATION', async (sql) => (await sql.query<{ n: number }>('select count(*)::int as n from report_download where partner_id = $1', [partnerId])).rows[0]?.n, [scope]);
    expect([await seen('*'), await seen(`fund/${fundId}`), await seen(`fund/${otherId}`)]).toEqual([1, 1, 0]);
    const outside = withSql('APPLICATION', (sql) => sql.query(INSERT, ['PARTNER_STATEMENT', null, partnerId]), [`fund/${otherId}`]);
    await expect(outside).rejects.toMatchObject({ code: NOT_PERMITTED });
  });

  it('is added to and never changed', async () => {
    expect(await refusalOf('APPLICATION', 'update report_download set partner_id = null')).toEqual({ code: NOT_PERMITTED });
    expect(await refusalOf('APPLICATION', 'delete from report_download')).toEqual({ code: NOT_PERMITTED });
  });
});
