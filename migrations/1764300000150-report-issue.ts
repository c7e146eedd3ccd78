import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that were issued: numbered without a gap, in versions of which one holds, replaced and withdrawn but never changed. */
export class ReportIssue1764300000150 implements MigrationInterface {
  readonly name = 'ReportIssue1764300000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ISSUES);
    await runner.query(LIFE);
    await runner.query(FILES);
    await runner.query(VERIFICATION);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const HASH = `char(64) not null check`;
const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const ISSUES = `
  create table report_issue (
    id uuid primary key,
    -- the kind as one letter, the year in Seoul in which the first version was issued, and a count in both
    letter text not null check (letter ~ '^[A-Z]$'),
    year smallint not null check (year between 2000 and 2200),
    ordinal integer not null check (ordinal > 0),
    number text not null generated always as ('RPT-' || letter || '-' || year || '-' || lpad(ordinal::text, greatest(4, length(ordinal::text)), '0')) stored,
    version smallint not null check (version > 0),
    replaces uuid references report_issue (id),
    kind text not null check (kind ~ '^[A-Z][A-Z_]{2,39}$'),
    -- the id of a fund, partner, programme year, call, agreement or settlement, or a fiscal year; number and name are as printed
    subject_id text not null check (subject_id ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4})$'),
    subject_number text not null check (subject_number <> ''),
    subject_name text not null check (subject_name <> ''),
    title_ko text not null check (title_ko <> ''),
    title_en text not null check (title_en <> ''),
    issuer text not null check (issuer <> ''),
    as_of date not null,
    known_before timestamptz not null,
    reason text not null check (char_length(btrim(reason)) between 5 and 500),
    rule_version text not null,
    -- of the canonical data, which is kept under this hash like everything below
    data_sha256 ${HASH} (data_sha256 ~ '^[0-9a-f]{64}$'),
    -- the sealed rows that the report rests on, and where on the chain the last of them is
    proof_sha256 char(64) check (proof_sha256 ~ '^[0-9a-f]{64}$'),
    seal_batch integer,
    seal_chain_hash char(64),
    -- what is different from the version before, and through whom
    changes_sha256 char(64) check (changes_sha256 ~ '^[0-9a-f]{64}$'),
    -- what stands on the paper to be looked up: letters and digits that are not taken for each other
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),${WITNESS},
    unique (letter, year, ordinal, version),
    unique (replaces),
    check ((version = 1) = (replaces is null)),
    check ((version = 1) = (changes_sha256 is null)),
    check (num_nonnulls(proof_sha256, seal_batch, seal_chain_hash) in (0, 3)),
    check (as_of <= (known_before at time zone 'Asia/Seoul')::date),
    check (known_before <= known_at + interval '1 second')
  );
  create index report_issue_subject on report_issue (kind, subject_id, as_of);
  select make_append_only('report_issue');
  select facts_stated_by('report_issue', 'report.issue', 'report.reissue');

  -- Numbers run through all subjects, also where who asks does not see them; whoever takes one keeps the others waiting.
  create function next_report_ordinal(of_letter text, of_year integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('report numbers ' || of_letter || of_year, 0));
    return (select coalesce(max(ordinal), 0) + 1 from report_issue where letter = of_letter and year = of_year);
  end $$;
  revoke execute on function next_report_ordinal(text, integer) from public;
`;

const LIFE = `
  create table report_withdrawal (
    issue_id uuid primary key references report_issue (id),
    reason text not null check (char_length(btrim(reason)) between 5 and 500),${WITNESS}
  );
  select make_append_only('report_withdrawal');
  select facts_stated_by('report_withdrawal', 'report.withdraw');

  -- What a version is worth now: kept by the triggers below and written by nobody.
  create table report_issue_state (
    issue_id uuid primary key references report_issue (id),
    number text not null,
    status text not null check (status in ('VALID', 'REPLACED', 'WITHDRAWN')),
    changed_at timestamptz not null default clock_timestamp()
  );
  create unique index report_one_valid_version on report_issue_state (number) where status = 'VALID';

  create function report_issue_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare before report_issue;
  begin
    perform pg_advisory_xact_lock(hashtextextended('report numbers ' || new.letter || new.year, 0));
    if new.version = 1 then
      if new.year <> extract(year from new.known_at at time zone 'Asia/Seoul') then
        raise exception 'a report bears the year in which it is issued' using errcode = 'check_violation', constraint = 'report_number_year';
      end if;
      if new.ordinal > 1 and not exists (select 1 from report_issue where letter = new.letter and year = new.year and ordinal = new.ordinal - 1) then
        raise exception 'numbers of reports have no gaps' using errcode = 'check_violation', constraint = 'report_number_gap';
      end if;
    else
      select * into before from report_issue where id = new.replaces;
      if (before.number, before.version + 1, before.kind, before.subject_id) is distinct from (new.number, new.version::integer, new.kind, new.subject_id) then
        raise exception 'a version replaces the one before it' using errcode = 'check_violation', constraint = 'report_version_in_turn';
      end if;
      update report_issue_state set status = 'REPLACED', changed_at = clock_timestamp() where issue_id = new.replaces and status = 'VALID';
      if not found then
        raise exception 'only a version that holds is replaced' using errcode = 'check_violation', constraint = 'report_version_replaced_once';
      end if;
    end if;
    insert into report_issue_state (issue_id, number, status) values (new.id, new.number, 'VALID');
    return null;
  end $$;
  create trigger report_issue_begin after insert on report_issue for each row execute function report_issue_begin();

  create function report_withdraw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update report_issue_state set status = 'WITHDRAWN', changed_at = clock_timestamp() where issue_id = new.issue_id and status = 'VALID';
    if not found then
      raise exception 'only a version that holds is withdrawn' using errcode = 'check_violation', constraint = 'report_withdrawn_while_valid';
    end if;
    return null;
  end $$;
  create trigger report_withdraw after insert on report_withdrawal for each row execute function report_withdraw();

  -- A version that nobody else replaces or withdraws until the transaction ends.
  create function lock_report_issue(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from report_issue_state where issue_id = wanted for update;
  end $$;
  revoke execute on function lock_report_issue(uuid) from public;
`;

const FILES = `
  -- What was printed of it, once: from here on these bytes are the report.
  create table report_issue_file (
    issue_id uuid not null references report_issue (id),
    format text not null check (format in ('pdf', 'xlsx', 'csv', 'json')),
    sha256 ${HASH} (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null check (size_bytes > 0),
    -- of a PDF: how it is signed, and by whom
    signature_level text check (signature_level in ('B-B', 'B-T')),
    signer text check (signer <> ''),
    signer_fingerprint char(64) check (signer_fingerprint ~ '^[0-9a-f]{64}$'),${WITNESS},
    primary key (issue_id, format),
    check (num_nonnulls(signature_level, signer, signer_fingerprint) in (0, 3)),
    check (format = 'pdf' or signer is null)
  );
  create index report_issue_file_sha256 on report_issue_file (sha256);
  select make_append_only('report_issue_file');
  select facts_stated_by('report_issue_file', 'report.print');

  create function report_file_is_its_data() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.format = 'json' and new.sha256 <> (select data_sha256 from report_issue where id = new.issue_id) then
      raise exception 'the data of a report is the data it was issued with' using errcode = 'check_violation', constraint = 'report_file_is_its_data';
    end if;
    return null;
  end $$;
  create trigger report_file_is_its_data after insert on report_issue_file for each row execute function report_file_is_its_data();
`;

/** What anybody may ask of a paper in their hands: whether it holds. Nothing of what the report is about. */
const VERIFICATION = `
  create function verify_report(wanted text) returns table (
    number text, version smallint, title_ko text, title_en text, issuer text, status text, issued_on date, changed_on date, valid_version smallint,
    data_sha256 text, file_sha256 text, signature_level text, signer text, signer_fingerprint text
  ) language sql stable security definer set search_path = public, pg_temp as $$
    select i.number, i.version, i.title_ko, i.title_en, i.issuer, s.status, (i.known_at at time zone 'Asia/Seoul')::date,
           case when s.status <> 'VALID' then (s.changed_at at time zone 'Asia/Seoul')::date end,
           (select v.version from report_issue v join report_issue_state w on w.issue_id = v.id and w.status = 'VALID' where v.number = i.number),
           i.data_sha256::text, f.sha256::text, f.signature_level, f.signer, f.signer_fingerprint::text
      from report_issue i join report_issue_state s on s.issue_id = i.id left join report_issue_file f on f.issue_id = i.id and f.format = 'pdf'
     where i.code = wanted
  $$;
  revoke execute on function verify_report(text) from public;
`;

const GRANTS = `
  grant select on report_issue, report_withdrawal, report_issue_state, report_issue_file to baton_app, baton_auditor;
  grant insert (id, letter, year, ordinal, version, replaces, kind, subject_id, subject_number, subject_name, title_ko, title_en, issuer, as_of, known_before, reason, rule_version,
                data_sha256, proof_sha256, seal_batch, seal_chain_hash, changes_sha256, code, known_at, command_id) on report_issue to baton_app;
  grant insert (issue_id, reason, known_at, command_id) on report_withdrawal to baton_app;
  grant insert (issue_id, format, sha256, size_bytes, signature_level, signer, signer_fingerprint, known_at, command_id) on report_issue_file to baton_app;
  grant execute on function next_report_ordinal(text, integer), lock_report_issue(uuid), verify_report(text) to baton_app;
  -- A copy says of which issued file it is a copy, by the hash of the original; null for what was made for the occasion.
  alter table report_download add column original_sha256 char(64) check (original_sha256 ~ '^[0-9a-f]{64}$');
  grant insert (original_sha256) on report_download to baton_app;
  alter table report_download drop constraint report_download_format_check;
  alter table report_download add constraint report_download_format_check check (format in ('pdf', 'xlsx', 'csv', 'json'));

  -- An issue lies where its subject lies; the report of a whole year lies everywhere.
  alter table report_issue enable row level security;
  create policy in_scope on report_issue using (
    (select baton_sees_all()) or case when length(subject_id) = 36 then
      subject_id::uuid = any((select baton_subjects())::uuid[]) or subject_id::uuid in (select id from fund_partner where fund_id in (select baton_funds())) else false end);
  alter table report_withdrawal enable row level security;
  create policy in_scope on report_withdrawal using ((select baton_sees_all()) or issue_id in (select id from report_issue));
  alter table report_issue_state enable row level security;
  create policy in_scope on report_issue_state using ((select baton_sees_all()) or issue_id in (select id from report_issue));
  alter table report_issue_file enable row level security;
  create policy in_scope on report_issue_file using ((select baton_sees_all()) or issue_id in (select id from report_issue));
`;
