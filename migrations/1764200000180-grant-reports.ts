import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on grants: a line of the log of downloads names a call, an agreement or a settlement where its kind asks. */
export class GrantReports1764200000180 implements MigrationInterface {
  readonly name = 'GrantReports1764200000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOWNLOADS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DOWNLOADS = `
  alter table report_download add column call_id uuid references grant_call (id);
  alter table report_download add column agreement_id uuid references grant_agreement (id);
  alter table report_download add column settlement_id uuid references grant_settlement (id);
  create index report_download_call on report_download (call_id, id desc);
  create index report_download_agreement on report_download (agreement_id, id desc);
  create index report_download_settlement on report_download (settlement_id, id desc);
  alter table report_download drop constraint report_download_subject;
  alter table report_download add constraint report_download_subject check (
    num_nonnulls(fund_id, year_id, partner_id, call_id, agreement_id, settlement_id) = 1 and
    case when kind in ('FUND_COMPLIANCE', 'PARTNER_STATEMENTS', 'FUND_QUARTERLY', 'ILPA_PERFORMANCE') then fund_id is not null
         when kind in ('PARTNER_STATEMENT', 'ILPA_REPORTING') then partner_id is not null
         when kind = 'VOUCHER_SETTLEMENT' then year_id is not null
         when kind = 'GRANT_SETTLEMENT' then call_id is not null
         when kind = 'AGREEMENT_SETTLEMENT' then agreement_id is not null
         when kind = 'GRANT_FORM' then settlement_id is not null
         else false end);
  grant insert (call_id, agreement_id, settlement_id) on report_download to baton_app;
  drop policy in_scope on report_download;
  create policy in_scope on report_download using (
    (select baton_sees_all()) or fund_id in (select baton_funds()) or year_id in (select baton_voucher_years())
    or partner_id in (select id from fund_partner where fund_id in (select baton_funds()))
    or call_id in (select baton_grant_calls())
    or agreement_id in (select id from grant_agreement where call_id in (select baton_grant_calls()))
    or settlement_id in (select id from grant_settlement where call_id in (select baton_grant_calls())));
`;
