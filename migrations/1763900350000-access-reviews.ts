import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The monthly review of who looked at personal data, and the end of old entries of that log. */
export class AccessReviews1763900350000 implements MigrationInterface {
  readonly name = 'AccessReviews1763900350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_LOG);
    await runner.query(ACCESS_SIGNALS);
    await runner.query(ACCESS_REVIEWS);
    await runner.query(ACCESS_LOG_PURGE);
    await runner.query(WITNESSES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const ACCESS_LOG = `
  -- Of how many people one answer told; empty where it told of none, or where entries are older than this column.
  alter table access_log add column subject_count integer check (subject_count > 0);
  create index access_log_accessed on access_log (accessed_at);

  -- Public holidays, kept by the owner from the calendar of the program; Sundays need no row.
  create table rest_day (
    day date primary key,
    name_ko text not null,
    name_en text not null
  );

  -- Without a subquery, so that it becomes part of the query that asks for it: a month can hold a million entries.
  create function access_is_off_hours(accessed_at timestamptz, on_rest_day boolean, from_hour integer, to_hour integer) returns boolean language sql stable as $$
    select on_rest_day
        or extract(isodow from accessed_at at time zone 'Asia/Seoul') >= 6
        or extract(hour from accessed_at at time zone 'Asia/Seoul') not between from_hour and to_hour - 1
  $$;
`;

const ACCESS_SIGNALS = `
  -- What each person did with personal data in a month, and which limits of policy that is over. Looking at this log is
  -- the review itself and counts for nothing. 'wanted' is the first day of the month, in Seoul.
  create function access_figures(wanted date)
    returns table (user_id uuid, login text, entries integer, subjects bigint, reasoned integer, off_hours integer, largest integer, refused integer, signals text[])
    language sql stable security definer set search_path = public as $$
    with month as (
      select wanted::timestamp at time zone 'Asia/Seoul' as since, (wanted + interval '1 month') at time zone 'Asia/Seoul' as before,
             (wanted + interval '1 month' - interval '1 day')::date as last_day
    ), term as (
      select policy_number('access-review.office-from-hour', last_day) as from_hour, policy_number('access-review.office-to-hour', last_day) as to_hour,
             policy_number('access-review.off-hours-entries', last_day) as off_hours, policy_number('access-review.subjects', last_day) as subjects,
             policy_number('access-review.bulk-subjects', last_day) as bulk, policy_number('access-review.reasoned-entries', last_day) as reasoned,
             policy_number('access-review.refusals', last_day) as refusals
        from month
    ), person as (
      select l.user_id, max(l.login) as login, count(*)::integer as entries, coalesce(sum(l.subject_count), 0)::bigint as subjects,
             count(l.reason)::integer as reasoned,
             (count(*) filter (where access_is_off_hours(l.accessed_at, r.day is not null, t.from_hour, t.to_hour)))::integer as off_hours,
             coalesce(max(l.subject_count), 0) as largest, (count(*) filter (where l.action = 'permission.refused'))::integer as refused
        from month m cross join term t
        join access_log l on l.accessed_at >= m.since and l.accessed_at < m.before
        left join rest_day r on r.day = (l.accessed_at at time zone 'Asia/Seoul')::date
       where l.action <> 'access-log.read'
       group by l.user_id
    )
    select p.user_id, p.login, p.entries, p.subjects, p.reasoned, p.off_hours, p.largest, p.refused,
           array_remove(array[
             case when p.off_hours > t.off_hours then 'OFF_HOURS' end,
             case when p.subjects > t.subjects then 'MANY_SUBJECTS' end,
             case when p.largest > t.bulk then 'BULK' end,
             case when p.reasoned > t.reasoned then 'MANY_REASONED' end,
             case when p.refused > t.refusals then 'REFUSALS' end], null)
      from person p, term t
     order by cardinality(array_remove(array[p.off_hours > t.off_hours, p.subjects > t.subjects, p.largest > t.bulk, p.reasoned > t.reasoned, p.refused > t.refusals], false)) desc, p.entries desc, p.login
  $$;
`;

const ACCESS_REVIEWS = `
  create table access_review (
    id uuid primary key,
    month date not null constraint access_review_of_a_month check (extract(day from month) = 1),
    reviewer_id uuid not null,
    reviewer_name text not null,
    -- what the reviewer had before them, written by the database itself
    figures jsonb not null,
    -- [{userId, conclusion, note}]: what came of everybody whose figures are over a limit
    findings jsonb not null check (jsonb_typeof(findings) = 'array'),
    note text not null check (btrim(note) <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint access_review_once_a_month unique (month),
    check (known_at <= recorded_at + interval '1 minute')
  );
  select make_append_only('access_review');

  create function access_review_is_sound() returns trigger language plpgsql security definer set search_path = public as $$
  declare
    flagged uuid[];
  begin
    if (new.month + interval '1 month')::date > (clock_timestamp() at time zone 'Asia/Seoul')::date then
      raise exception 'access_review: the month is not over' using errcode = 'check_violation', constraint = 'access_review_after_the_month';
    end if;
    if not exists (select 1 from user_role where user_id = new.reviewer_id and role = 'COMPLIANCE') then
      raise exception 'access_review: only compliance reviews' using errcode = 'check_violation', constraint = 'access_review_by_compliance';
    end if;
    select coalesce(jsonb_agg(to_jsonb(f)), '[]'), coalesce(array_agg(f.user_id) filter (where cardinality(f.signals) > 0), '{}')
      into new.figures, flagged from access_figures(new.month) f;
    -- Another account of the same human is the same reviewer.
    if exists (select 1 from app_user reviewed join app_user reviewer on reviewer.person_id = reviewed.person_id
                where reviewer.id = new.reviewer_id and reviewed.id = any(flagged)) then
      raise exception 'access_review: nobody reviews themselves' using errcode = 'check_violation', constraint = 'access_review_by_somebody_else';
    end if;
    if exists (select 1 from unnest(flagged) as person
                where not exists (select 1 from jsonb_array_elements(new.findings) f
                                   where f ->> 'userId' = person::text and f ->> 'conclusion' in ('JUSTIFIED', 'FOLLOW_UP') and btrim(f ->> 'note') <> '')) then
      raise exception 'access_review: somebody over a limit is left out' using errcode = 'check_violation', constraint = 'access_review_explains_everybody';
    end if;
    return new;
  end $$;
  create trigger is_sound before insert on access_review for each row execute function access_review_is_sound();
`;

const ACCESS_LOG_PURGE = `
  -- Rows of the log that were destroyed when their time was over: the gap that 'first_id' to 'last_id' leaves has a reason.
  create table access_log_purge (
    id uuid primary key,
    first_id bigint not null,
    last_id bigint not null check (last_id >= first_id),
    row_count bigint not null check (row_count > 0),
    first_accessed_at timestamptz not null,
    last_accessed_at timestamptz not null,
    -- everything recorded before this instant and nothing else
    older_than timestamptz not null,
    retention_years integer not null,
    -- SHA-256 over the SHA-256 of each row's JSON, in the order of id
    rows_hash char(64) not null check (rows_hash ~ '^[0-9a-f]{64}$'),
    purged_by uuid not null,
    purged_in xid8 not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('access_log_purge');

  -- The longer of what was decided and what the law demands; what lies before this instant may go.
  create function access_log_retention(out retention_years integer, out older_than timestamptz) language plpgsql stable security definer set search_path = public as $$
  declare
    today date := (clock_timestamp() at time zone 'Asia/Seoul')::date;
  begin
    retention_years := greatest(policy_number('access-log.retention-years', today), policy_number('access-log.minimum-retention-years', today));
    older_than := (date_trunc('month', today) - make_interval(years => retention_years)) at time zone 'Asia/Seoul';
  end $$;

  -- A later decision of policy can lengthen the retention, and shorten it only down to the year that no decision undercuts
  -- (개인정보의 안전성 확보조치 기준 제8조).
  create function access_log_purge_is_sound() returns trigger language plpgsql as $$
  begin
    new.purged_in := pg_current_xact_id();
    if new.older_than > (select r.older_than from access_log_retention() r) or new.older_than > clock_timestamp() - interval '1 year' then
      raise exception 'access_log_purge: the retention is not over' using errcode = 'check_violation', constraint = 'access_log_purge_after_retention';
    end if;
    return new;
  end $$;
  create trigger is_sound before insert on access_log_purge for each row execute function access_log_purge_is_sound();

  create function forbid_change_of_access_log() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and exists (
      select 1 from access_log_purge p
       where p.purged_in = pg_current_xact_id() and old.id between p.first_id and p.last_id and old.recorded_at < p.older_than) then
      return old;
    end if;
    raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end $$;
  drop trigger append_only on access_log;
  create trigger append_only before update or delete on access_log for each row execute function forbid_change_of_access_log();

  -- Destroys the beginning of the log whose retention is over, in one piece, and leaves a row that says so. Without
  -- anything to destroy it leaves nothing and answers no row.
  create function purge_access_log(purge_id uuid, command uuid, actor uuid) returns setof access_log_purge language plpgsql security definer set search_path = public as $$
  declare
    term record;
    end_id bigint;
    gone access_log_purge;
    deleted bigint;
  begin
    lock table access_log_purge in share row exclusive mode;
    select * into term from access_log_retention();
    select coalesce(min(id) - 1, 9223372036854775807) into end_id from access_log where recorded_at >= term.older_than;
    select min(l.id), max(l.id), count(*), min(l.accessed_at), max(l.accessed_at),
           encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(to_jsonb(l)::text, 'UTF8')), 'hex'), '' order by l.id), ''), 'UTF8')), 'hex')
      into gone.first_id, gone.last_id, gone.row_count, gone.first_accessed_at, gone.last_accessed_at, gone.rows_hash
      from access_log l where l.id <= end_id;
    if gone.row_count = 0 then
      return;
    end if;
    insert into access_log_purge (id, first_id, last_id, row_count, first_accessed_at, last_accessed_at, older_than, retention_years, rows_hash, purged_by, purged_in, command_id)
    values (purge_id, gone.first_id, gone.last_id, gone.row_count, gone.first_accessed_at, gone.last_accessed_at, term.older_than, term.retention_years, gone.rows_hash, actor, pg_current_xact_id(), command)
    returning * into gone;
    delete from access_log where id <= gone.last_id;
    get diagnostics deleted = row_count;
    if deleted <> gone.row_count then
      raise exception 'access_log changed while it was purged' using errcode = 'serialization_failure';
    end if;
    return next gone;
  end $$;
  revoke execute on function purge_access_log(uuid, uuid, uuid) from public;
`;

const WITNESSES = `
  -- A review and a purge are somebody's: the person whose logged command they belong to.
  create function belongs_to_command_of(acting uuid, logged uuid, wanted text) returns boolean language sql stable security definer set search_path = public as $$
    select exists (select 1 from command_log c where c.id = logged and c.command = wanted and c.actor_id = acting and c.outcome = 'DONE')
  $$;
  create function access_review_has_its_command() returns trigger language plpgsql as $$
  begin
    if not belongs_to_command_of(new.reviewer_id, new.command_id, 'access-review.complete') then
      raise exception 'access_review: not the command of its reviewer' using errcode = 'check_violation', constraint = 'access_review_command';
    end if;
    return null;
  end $$;
  create constraint trigger has_its_command after insert on access_review deferrable initially deferred for each row execute function access_review_has_its_command();
  create function access_log_purge_has_its_command() returns trigger language plpgsql as $$
  begin
    if not belongs_to_command_of(new.purged_by, new.command_id, 'access-log.purge') then
      raise exception 'access_log_purge: not the command of its actor' using errcode = 'check_violation', constraint = 'access_log_purge_command';
    end if;
    return null;
  end $$;
  create constraint trigger has_its_command after insert on access_log_purge deferrable initially deferred for each row execute function access_log_purge_has_its_command();
`;

/** Inserts are granted by column where the database bears witness to the time itself. */
const GRANTS = `
  grant insert (subject_count) on access_log to baton_app;
  grant insert (id, month, reviewer_id, reviewer_name, findings, note, known_at, command_id) on access_review to baton_app;
  grant select on access_review, access_log_purge, rest_day to baton_app, baton_auditor;
  grant execute on function purge_access_log(uuid, uuid, uuid) to baton_app;
`;
