import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further reports of a fund: a line of the log of downloads names a fund, one of its partners or a programme year, as its kind asks. */
export class FundReports1764100000080 implements MigrationInterface {
  readonly name = 'FundReports1764100000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOWNLOADS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DOWNLOADS = `
  alter table report_download add column partner_id uuid references fund_partner (id);
  create index report_download_partner on report_download (partner_id, id desc);
  alter table report_download drop constraint report_download_subject;
  alter table report_download add constraint report_download_subject check (
    case when kind in ('FUND_COMPLIANCE', 'PARTNER_STATEMENTS', 'FUND_QUARTERLY', 'ILPA_PERFORMANCE') then fund_id is not null and year_id is null and partner_id is null
         when kind in ('PARTNER_STATEMENT', 'ILPA_REPORTING') then partner_id is not null and fund_id is null and year_id is null
         when kind = 'VOUCHER_SETTLEMENT' then year_id is not null and fund_id is null and partner_id is null
         else false end);
  grant insert (partner_id) on report_download to baton_app;
  drop policy in_scope on report_download;
  create policy in_scope on report_download using (
    (select baton_sees_all()) or fund_id in (select baton_funds()) or year_id in (select baton_voucher_years())
    or partner_id in (select id from fund_partner where fund_id in (select baton_funds())));
`;
