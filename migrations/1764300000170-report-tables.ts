import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the annual and the matching report rest on: texts that people decide, and downloads that name a year or a pool. */
export class ReportTables1764300000170 implements MigrationInterface {
  readonly name = 'ReportTables1764300000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEXTS);
    await runner.query(DOWNLOADS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TEXTS = `
  -- What people say in a report that no figure says: of one part of the annual report of a year. A later row takes the place of the one before.
  create table report_text (
    id uuid primary key,
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    part text not null check (part in ('FINDING', 'IMPROVEMENT', 'NEXT_YEAR')),
    body text not null check (char_length(btrim(body)) between 5 and 4000),
    author text not null check (author <> ''),
    decided_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (decided_on <= (known_at at time zone 'Asia/Seoul')::date)
  );
  create index report_text_part on report_text (fiscal_year, part, recorded_at desc);
  select make_append_only('report_text');
  select facts_stated_by('report_text', 'report-text.decide');
  grant select on report_text to baton_app, baton_auditor;
  grant insert (id, fiscal_year, part, body, author, decided_on, known_at, command_id) on report_text to baton_app;
  -- It speaks of the whole programme: who sees a part of it alone neither reads nor writes it.
  alter table report_text enable row level security;
  create policy in_scope on report_text using ((select baton_sees_all()));
`;

const DOWNLOADS = `
  alter table report_download add column fiscal_year smallint check (fiscal_year between 2000 and 2200);
  create index report_download_fiscal_year on report_download (fiscal_year, id desc) where fiscal_year is not null;
  alter table report_download drop constraint report_download_subject;
  alter table report_download add constraint report_download_subject check (
    num_nonnulls(fund_id, year_id, partner_id, call_id, agreement_id, settlement_id, fiscal_year) = 1 and
    case when kind in ('FUND_COMPLIANCE', 'PARTNER_STATEMENTS', 'FUND_QUARTERLY', 'ILPA_PERFORMANCE') then fund_id is not null
         when kind in ('PARTNER_STATEMENT', 'ILPA_REPORTING') then partner_id is not null
         when kind = 'VOUCHER_SETTLEMENT' then year_id is not null
         when kind in ('GRANT_SETTLEMENT', 'MATCHING') then call_id is not null
         when kind = 'AGREEMENT_SETTLEMENT' then agreement_id is not null
         when kind = 'GRANT_FORM' then settlement_id is not null
         when kind = 'ANNUAL' then fiscal_year is not null
         else false end);
  grant insert (fiscal_year) on report_download to baton_app;
  -- An annual report lies in no scope: who took one away without seeing all of it sees their own lines.
  drop policy in_scope on report_download;
  create policy in_scope on report_download using (
    (select baton_sees_all()) or fund_id in (select baton_funds()) or year_id in (select baton_voucher_years())
    or partner_id in (select id from fund_partner where fund_id in (select baton_funds()))
    or call_id in (select baton_grant_calls())
    or agreement_id in (select id from grant_agreement where call_id in (select baton_grant_calls()))
    or settlement_id in (select id from grant_settlement where call_id in (select baton_grant_calls()))
    or (fiscal_year is not null and actor_id = (select baton_actor())));
`;
