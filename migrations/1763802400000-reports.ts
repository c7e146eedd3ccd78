import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took which report away, when and why. */
export class Reports1763802400000 implements MigrationInterface {
  readonly name = 'Reports1763802400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOWNLOADS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DOWNLOADS = `
  create table report_download (
    id bigint generated always as identity primary key,
    number text not null check (number ~ '^RPT-[A-Z]-'),
    kind text not null check (kind in ('FUND_COMPLIANCE')),
    fund_id uuid not null references fund (id),
    format text not null check (format in ('pdf', 'xlsx', 'csv')),
    as_of date not null,
    known_before timestamptz not null,
    reason text not null check (char_length(btrim(reason)) between 5 and 500),
    -- of the data the report is made of, and of the bytes that were handed out
    data_sha256 char(64) not null check (data_sha256 ~ '^[0-9a-f]{64}$'),
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null check (size_bytes > 0),
    actor_id uuid not null,
    actor_login text not null,
    address text,
    downloaded_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    check (downloaded_at <= recorded_at + interval '1 minute')
  );
  create index report_download_fund on report_download (fund_id, id desc);
  select make_append_only('report_download');
`;

/** The database bears witness to the time of recording: nobody may insert it. */
const GRANTS = `
  grant select on report_download to baton_app, baton_auditor;
  grant insert (number, kind, fund_id, format, as_of, known_before, reason, data_sha256, sha256, size_bytes, actor_id, actor_login, address, downloaded_at)
    on report_download to baton_app;
`;
