import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that are drafted by the calendar, what came of each draft, and who receives them. */
export class ReportSchedule1764400000100 implements MigrationInterface {
  readonly name = 'ReportSchedule1764400000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCHEDULES);
    await runner.query(TURNS);
    await runner.query(DELIVERIES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const SCHEDULES = `
  create table report_schedule (
    id uuid primary key,
    kind text not null check (kind in ('FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL')),
    -- a fund, programme year or call; null: everything that the kind is about
    subject_id uuid,
    period text not null check (period in ('QUARTER', 'HALF', 'YEAR')),
    -- days from the end of a period to the draft; a day off moves it to the next working day
    days_after smallint not null check (days_after between 1 and 180),
    -- in whose name reports are drafted
    owner_id uuid not null references app_user (id),${WITNESS},
    -- a period that was over on this day is none of its
    laid_on date not null generated always as ((known_at at time zone 'Asia/Seoul')::date) stored,
    constraint report_schedule_annual check (kind <> 'ANNUAL' or (period = 'YEAR' and subject_id is null))
  );
  select make_append_only('report_schedule');
  select facts_stated_by('report_schedule', 'report-schedule.lay');

  create table report_schedule_recipient (
    schedule_id uuid not null references report_schedule (id),
    user_id uuid not null references app_user (id),${WITNESS},
    primary key (schedule_id, user_id)
  );
  create index report_schedule_recipient_user on report_schedule_recipient (user_id);
  select make_append_only('report_schedule_recipient');
  select facts_stated_by('report_schedule_recipient', 'report-schedule.lay');

  create table report_schedule_end (
    schedule_id uuid primary key references report_schedule (id),
    reason text not null check (char_length(btrim(reason)) between 2 and 500),${WITNESS}
  );
  select make_append_only('report_schedule_end');
  select facts_stated_by('report_schedule_end', 'report-schedule.end');

  -- At commit, when its recipients and its command are there.
  create function report_schedule_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from report_schedule_recipient r where r.schedule_id = new.id and r.command_id = new.command_id) then
      raise exception 'a schedule has recipients' using errcode = 'check_violation', constraint = 'report_schedule_has_recipients';
    end if;
    if not exists (select 1 from command_log c where c.id = new.command_id and c.actor_id = new.owner_id) then
      raise exception 'a schedule is owned by who laid it' using errcode = 'check_violation', constraint = 'report_schedule_is_its_owners';
    end if;
    return null;
  end $$;
  create constraint trigger report_schedule_whole after insert on report_schedule deferrable initially deferred for each row execute function report_schedule_whole();

  -- Who receives what is said once, when it is laid.
  create function report_schedule_recipient_in_time() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from report_schedule s where s.id = new.schedule_id and s.command_id = new.command_id) then
      raise exception 'recipients are named when a schedule is laid' using errcode = 'check_violation', constraint = 'report_schedule_recipient_in_time';
    end if;
    return null;
  end $$;
  create trigger report_schedule_recipient_in_time after insert on report_schedule_recipient for each row execute function report_schedule_recipient_in_time();

  create function ends_report_period(day date, period text) returns boolean language sql immutable as $$
    select extract(day from day + 1) = 1 and extract(month from day)::integer % (case period when 'QUARTER' then 3 when 'HALF' then 6 else 12 end) = 0
  $$;
`;

const TURNS = `
  -- What came of it when a report was to be drafted: DRAFTED by the schedule, FOUND drafted or issued by somebody else, REFUSED.
  create table report_schedule_turn (
    schedule_id uuid not null references report_schedule (id),
    -- the id of a fund, programme year or call, or a fiscal year
    subject_id text not null check (subject_id ~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4})$'),
    period_ends_on date not null,
    attempt smallint not null check (attempt > 0),
    outcome text not null check (outcome in ('DRAFTED', 'FOUND', 'REFUSED')),
    -- the command that issues it, done or waiting for its signatures
    draft_id uuid references command_log (id),
    problem_code text check (problem_code <> ''),
    problem_ko text check (problem_ko <> ''),
    problem_en text check (problem_en <> ''),${WITNESS},
    primary key (schedule_id, subject_id, period_ends_on, attempt),
    constraint report_schedule_turn_draft check ((outcome = 'DRAFTED') = (draft_id is not null)),
    constraint report_schedule_turn_problem check (num_nonnulls(problem_code, problem_ko, problem_en) = case outcome when 'REFUSED' then 3 else 0 end)
  );
  -- Whatever the program does, also after it fell over in the middle: a report of a period is drafted once.
  create unique index report_schedule_turn_once on report_schedule_turn (schedule_id, subject_id, period_ends_on) where outcome <> 'REFUSED';
  select make_append_only('report_schedule_turn');
  select facts_stated_by('report_schedule_turn', 'report-schedule.draft');

  create function report_schedule_turn_fits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare schedule report_schedule;
  begin
    select * into schedule from report_schedule where id = new.schedule_id;
    if coalesce(schedule.subject_id::text, new.subject_id) <> new.subject_id or not ends_report_period(new.period_ends_on, schedule.period)
       or new.period_ends_on < schedule.laid_on or exists (select 1 from report_schedule_end e where e.schedule_id = new.schedule_id) then
      raise exception 'a schedule drafts what it was laid for, while it stands' using errcode = 'check_violation', constraint = 'report_schedule_turn_fits';
    end if;
    if new.attempt <> 1 + (select count(*) from report_schedule_turn t where (t.schedule_id, t.subject_id, t.period_ends_on) = (new.schedule_id, new.subject_id, new.period_ends_on) and t.attempt < new.attempt)
       or exists (select 1 from report_schedule_turn t where (t.schedule_id, t.subject_id, t.period_ends_on) = (new.schedule_id, new.subject_id, new.period_ends_on) and t.outcome <> 'REFUSED' and t.attempt < new.attempt) then
      raise exception 'what was drafted is not drafted again, and attempts are counted' using errcode = 'check_violation', constraint = 'report_schedule_turn_in_turn';
    end if;
    if new.draft_id is not null and not exists (
         select 1 from command_log c where c.id = new.draft_id and c.command = 'report.issue' and c.actor_id = schedule.owner_id and c.outcome in ('DONE', 'SUBMITTED')
            and c.input ->> 'kind' = schedule.kind and c.input ->> 'subjectId' = new.subject_id and c.input ->> 'asOf' = new.period_ends_on::text) then
      raise exception 'a turn names the draft of its report' using errcode = 'check_violation', constraint = 'report_schedule_turn_is_its_draft';
    end if;
    return null;
  end $$;
  create trigger report_schedule_turn_fits after insert on report_schedule_turn for each row execute function report_schedule_turn_fits();
`;

const DELIVERIES = `
  create index report_download_taker on report_download (actor_id, number);

  /*
   * What came to whom: each version of every report of a period that was issued while the schedule stood, by its draft or by hand,
   * and when the recipient took it away first, as the log of downloads has it.
   */
  create view report_delivery with (security_invoker = true) as
    select distinct i.id as issue_id, r.user_id as recipient_id, i.known_at as delivered_at,
           (select min(d.downloaded_at) from report_download d where d.actor_id = r.user_id and d.number = i.number || ' 제' || i.version || '판') as taken_at
      from report_schedule s
      join report_schedule_recipient r on r.schedule_id = s.id
      left join report_schedule_end e on e.schedule_id = s.id
      join report_issue first on first.kind = s.kind and first.version = 1 and first.subject_id = coalesce(s.subject_id::text, first.subject_id)
       and first.as_of >= s.laid_on and ends_report_period(first.as_of, s.period) and first.known_at >= s.known_at and first.known_at < coalesce(e.known_at, 'infinity')
      join report_issue i on i.number = first.number;
`;

const GRANTS = `
  -- Schedules that somebody sees a part of: their own, those about what lies in their scope, and those that they receive from.
  create function baton_report_schedules() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from report_schedule where owner_id = baton_actor() or subject_id = any((select baton_subjects())::uuid[])
     union select schedule_id from report_schedule_recipient where user_id = baton_actor()
  $$;

  grant select on report_schedule, report_schedule_recipient, report_schedule_end, report_schedule_turn, report_delivery to baton_app, baton_auditor;
  grant insert (id, kind, subject_id, period, days_after, owner_id, known_at, command_id) on report_schedule to baton_app;
  grant insert (schedule_id, user_id, known_at, command_id) on report_schedule_recipient to baton_app;
  grant insert (schedule_id, reason, known_at, command_id) on report_schedule_end to baton_app;
  grant insert (schedule_id, subject_id, period_ends_on, attempt, outcome, draft_id, problem_code, problem_ko, problem_en, known_at, command_id) on report_schedule_turn to baton_app;

  alter table report_schedule enable row level security;
  create policy in_scope on report_schedule using ((select baton_sees_all()) or owner_id = (select baton_actor()) or id in (select baton_report_schedules()));
  alter table report_schedule_recipient enable row level security;
  create policy in_scope on report_schedule_recipient using ((select baton_sees_all()) or schedule_id in (select baton_report_schedules()));
  alter table report_schedule_end enable row level security;
  create policy in_scope on report_schedule_end using ((select baton_sees_all()) or schedule_id in (select baton_report_schedules()));
  -- Of a schedule for everything somebody sees what is about things in their scope.
  alter table report_schedule_turn enable row level security;
  create policy in_scope on report_schedule_turn using (
    (select baton_sees_all()) or (schedule_id in (select baton_report_schedules()) and case when length(subject_id) = 36 then subject_id::uuid = any((select baton_subjects())::uuid[]) else true end));
`;
