import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who attested the time of a signature, or why nobody did; and what stands in the way of the press. */
export class ReportPress1764400000300 implements MigrationInterface {
  readonly name = 'ReportPress1764400000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAMPS);
    await runner.query(PRESS);
    await runner.query(VERIFICATION);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const STAMPS = `
  alter table report_issue_file
    -- what the authority says, as it stands in the file
    add column stamped_at timestamptz,
    add column stamped_by text check (stamped_by <> ''),
    -- why there is no timestamp although the installation names an authority
    add column stamp_problem text check (stamp_problem in ('UNREACHABLE', 'REFUSED', 'UNUSABLE')),
    add constraint report_issue_file_stamp check (
      num_nonnulls(stamped_at, stamped_by) in (0, 2) and (stamped_at is null or signature_level = 'B-T') and (stamp_problem is null or signature_level = 'B-B')),
    -- files from before this say no more than the level
    add constraint report_issue_file_stamped check (signature_level is distinct from 'B-T' or stamped_at is not null) not valid;
`;

const PRESS = `
  -- A state: how often the files of an issue could not be made, why, and when it is tried again. Of no meaning once they are there.
  create table report_press_state (
    issue_id uuid primary key references report_issue (id),
    tries integer not null check (tries > 0),
    failed_at timestamptz not null,
    next_try_at timestamptz not null check (next_try_at > failed_at),
    reason_ko text not null check (reason_ko <> ''),
    reason_en text not null check (reason_en <> '')
  );

  create function report_press_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from report_issue_file where issue_id = new.issue_id) then
      raise exception 'what is printed fails no longer' using errcode = 'check_violation', constraint = 'report_press_before_print';
    end if;
    if new.tries <> (case tg_op when 'UPDATE' then old.tries + 1 else 1 end) then
      raise exception 'failures are counted one by one' using errcode = 'check_violation', constraint = 'report_press_counts';
    end if;
    return new;
  end $$;
  create trigger report_press_turn before insert or update on report_press_state for each row execute function report_press_turn();
`;

/** What anybody may ask of a paper in their hands: now also who attested the time of its signature. */
const VERIFICATION = `
  drop function verify_report(text);
  create function verify_report(wanted text) returns table (
    number text, version smallint, title_ko text, title_en text, issuer text, status text, issued_on date, changed_on date, valid_version smallint,
    data_sha256 text, file_sha256 text, signature_level text, signer text, signer_fingerprint text, stamped_at timestamptz, stamped_by text, stamp_problem text
  ) language sql stable security definer set search_path = public, pg_temp as $$
    select i.number, i.version, i.title_ko, i.title_en, i.issuer, s.status, (i.known_at at time zone 'Asia/Seoul')::date,
           case when s.status <> 'VALID' then (s.changed_at at time zone 'Asia/Seoul')::date end,
           (select v.version from report_issue v join report_issue_state w on w.issue_id = v.id and w.status = 'VALID' where v.number = i.number),
           i.data_sha256::text, f.sha256::text, f.signature_level, f.signer, f.signer_fingerprint::text, f.stamped_at, f.stamped_by, f.stamp_problem
      from report_issue i join report_issue_state s on s.issue_id = i.id left join report_issue_file f on f.issue_id = i.id and f.format = 'pdf'
     where i.code = wanted
  $$;
  revoke execute on function verify_report(text) from public;
`;

const GRANTS = `
  grant insert (stamped_at, stamped_by, stamp_problem) on report_issue_file to baton_app;
  grant select on report_press_state to baton_app, baton_auditor;
  grant insert on report_press_state to baton_app;
  grant update (tries, failed_at, next_try_at, reason_ko, reason_en) on report_press_state to baton_app;
  grant execute on function verify_report(text) to baton_app;
  alter table report_press_state enable row level security;
  create policy in_scope on report_press_state using ((select baton_sees_all()) or issue_id in (select id from report_issue));
`;
