import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took which list of the audit room away, when and why. */
export class Audit1763900500000 implements MigrationInterface {
  readonly name = 'Audit1763900500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOWNLOADS);
    await runner.query(SCOPES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DOWNLOADS = `
  create table audit_pack_download (
    id bigint generated always as identity primary key,
    number text not null check (number ~ '^AUD-[0-9]{2}-[0-9]{8}-[0-9a-f]{8}$'),
    pack text not null check (pack ~ '^[a-z]+(-[a-z]+)*$'),
    format text not null check (format in ('pdf', 'xlsx')),
    as_of date not null,
    known_before timestamptz not null,
    from_on date not null,
    to_on date not null check (to_on >= from_on and to_on <= as_of),
    -- what it was narrowed down to; null: everything that its reader may see
    fund_id uuid references fund (id),
    programme_id uuid references programme (id),
    -- whether personal data and trade secrets were hidden
    redacted boolean not null,
    row_count integer not null check (row_count >= 0),
    reason text not null check (char_length(btrim(reason)) between 5 and 500),
    -- of the data the list is made of, and of the bytes that were handed out
    data_sha256 char(64) not null check (data_sha256 ~ '^[0-9a-f]{64}$'),
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null check (size_bytes > 0),
    actor_id uuid not null,
    actor_login text not null,
    address text,
    downloaded_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    check (downloaded_at <= recorded_at + interval '1 minute'),
    check (fund_id is null or programme_id is null),
    check (right(number, 8) = left(data_sha256, 8))
  );
  select make_append_only('audit_pack_download');
`;

/** A line is written by who takes the list away, for nobody else, and is seen by them and by those who see everything. */
const SCOPES = `
  alter table audit_pack_download enable row level security;
  create policy seen_in_scope on audit_pack_download for select using ((select baton_sees_all()) or actor_id = (select baton_actor()));
  create policy written_in_scope on audit_pack_download for insert with check (actor_id = (select baton_actor()));
`;

/** The database bears witness to the time of recording: nobody may insert it. */
const GRANTS = `
  grant select on audit_pack_download to baton_app, baton_auditor;
  grant insert (number, pack, format, as_of, known_before, from_on, to_on, fund_id, programme_id, redacted, row_count, reason, data_sha256, sha256, size_bytes,
                actor_id, actor_login, address, downloaded_at)
    on audit_pack_download to baton_app;
`;
