import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that are issued by the calendar, and who receives them. */
export class ReportSchedule1764300000160 implements MigrationInterface {
  readonly name = 'ReportSchedule1764300000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCHEDULES);
    await runner.query(ISSUES);
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
    name text not null check (char_length(btrim(name)) between 2 and 100),
    kind text not null check (kind in ('FUND_COMPLIANCE', 'FUND_QUARTERLY', 'PARTNER_STATEMENTS', 'ILPA_PERFORMANCE', 'VOUCHER_SETTLEMENT', 'GRANT_SETTLEMENT', 'MATCHING', 'ANNUAL')),
    -- a fund, programme year or call; null: everything that the kind is about
    subject_id uuid,
    period text not null check (period in ('QUARTER', 'YEAR')),
    days_after smallint not null check (days_after between 1 and 180),
    from_on date not null,
    until_on date check (until_on >= from_on),
    -- in whose name reports are drafted
    owner_id uuid not null references app_user (id),${WITNESS},
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

  -- A report of one day is issued once: a second schedule would leave its recipients without it. Schedules outside the sight of who lays one count as well.
  create function report_schedule_once() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('report schedules of ' || new.kind, 0));
    if exists (select 1 from report_schedule s where s.kind = new.kind and s.id <> new.id and (s.subject_id is null or new.subject_id is null or s.subject_id = new.subject_id)
                  and daterange(s.from_on, s.until_on, '[]') && daterange(new.from_on, new.until_on, '[]')
                  and not exists (select 1 from report_schedule_end e where e.schedule_id = s.id)) then
      raise exception 'another schedule issues the same report' using errcode = 'check_violation', constraint = 'report_schedule_once';
    end if;
    return null;
  end $$;
  create trigger report_schedule_once after insert on report_schedule for each row execute function report_schedule_once();

  create function report_schedule_has_recipients() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from report_schedule_recipient r where r.schedule_id = new.id) then
      raise exception 'a schedule has recipients' using errcode = 'check_violation', constraint = 'report_schedule_has_recipients';
    end if;
    return null;
  end $$;
  create constraint trigger report_schedule_has_recipients after insert on report_schedule deferrable initially deferred for each row execute function report_schedule_has_recipients();
`;

const ISSUES = `
  -- By which schedule a report was issued; for a period and a subject once, whatever the program does.
  create table report_schedule_issue (
    issue_id uuid primary key references report_issue (id),
    schedule_id uuid not null references report_schedule (id),
    subject_id text not null,
    period_ends_on date not null,${WITNESS},
    unique (schedule_id, subject_id, period_ends_on)
  );
  select make_append_only('report_schedule_issue');
  select facts_stated_by('report_schedule_issue', 'report.issue');

  create function report_schedule_issue_fits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from report_issue i join report_schedule s on s.id = new.schedule_id
                    where i.id = new.issue_id and i.version = 1 and i.kind = s.kind and i.subject_id = new.subject_id and coalesce(s.subject_id::text, i.subject_id) = i.subject_id
                      and i.as_of = new.period_ends_on and new.period_ends_on between s.from_on and coalesce(s.until_on, 'infinity')) then
      raise exception 'a schedule issues what it was laid for' using errcode = 'check_violation', constraint = 'report_schedule_issue_fits';
    end if;
    return null;
  end $$;
  create trigger report_schedule_issue_fits after insert on report_schedule_issue for each row execute function report_schedule_issue_fits();

  -- What came to whom: every version of what a schedule issued, and when the recipient took it away first, as the log of downloads has it.
  create view report_delivery with (security_invoker = true) as
    select i.id as issue_id, r.user_id as recipient_id, p.schedule_id, p.period_ends_on, i.known_at as delivered_at,
           (select min(d.downloaded_at) from report_download d where d.actor_id = r.user_id and d.number = i.number || ' 제' || i.version || '판') as taken_at
      from report_schedule_issue p join report_issue first on first.id = p.issue_id join report_issue i on i.number = first.number
           join report_schedule_recipient r on r.schedule_id = p.schedule_id;
`;

const GRANTS = `
  grant select on report_schedule, report_schedule_recipient, report_schedule_end, report_schedule_issue, report_delivery to baton_app, baton_auditor;
  grant insert (id, name, kind, subject_id, period, days_after, from_on, until_on, owner_id, known_at, command_id) on report_schedule to baton_app;
  grant insert (schedule_id, user_id, known_at, command_id) on report_schedule_recipient to baton_app;
  grant insert (schedule_id, reason, known_at, command_id) on report_schedule_end to baton_app;
  grant insert (issue_id, schedule_id, subject_id, period_ends_on, known_at, command_id) on report_schedule_issue to baton_app;

  -- A schedule lies where its subject lies; one for everything is its owner's, who sees a part of it.
  alter table report_schedule enable row level security;
  create policy in_scope on report_schedule using ((select baton_sees_all()) or owner_id = (select baton_actor()) or subject_id = any((select baton_subjects())::uuid[]));
  alter table report_schedule_recipient enable row level security;
  create policy in_scope on report_schedule_recipient using ((select baton_sees_all()) or user_id = (select baton_actor()) or schedule_id in (select id from report_schedule));
  alter table report_schedule_end enable row level security;
  create policy in_scope on report_schedule_end using ((select baton_sees_all()) or schedule_id in (select id from report_schedule));
  alter table report_schedule_issue enable row level security;
  create policy in_scope on report_schedule_issue using ((select baton_sees_all()) or issue_id in (select id from report_issue));
`;
