import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of downloads takes reports on voucher programme years: a line names a fund or a programme year, as its kind asks. */
export class VoucherReports1764000000900 implements MigrationInterface {
  readonly name = 'VoucherReports1764000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOWNLOADS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DOWNLOADS = `
  alter table report_download alter column fund_id drop not null;
  alter table report_download add column year_id uuid references voucher_year (id);
  create index report_download_year on report_download (year_id, id desc);
  alter table report_download drop constraint report_download_kind_check;
  alter table report_download add constraint report_download_subject check (
    case kind when 'FUND_COMPLIANCE' then fund_id is not null and year_id is null
              when 'VOUCHER_SETTLEMENT' then year_id is not null and fund_id is null
              else false end);
  grant insert (year_id) on report_download to baton_app;
  drop policy in_scope on report_download;
  create policy in_scope on report_download using (
    (select baton_sees_all()) or fund_id in (select baton_funds()) or year_id in (select baton_voucher_years()));
`;
