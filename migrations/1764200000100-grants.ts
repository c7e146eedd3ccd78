import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every grant stands on: a call with its budget and its lines, agreements with their versions and plans, and where each stands. */
export class Grants1764200000100 implements MigrationInterface {
  readonly name = 'Grants1764200000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CALLS);
    await runner.query(AGREEMENTS);
    await runner.query(PLANS);
    await runner.query(LIFE);
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

const CALLS = `
  -- One call of a programme in one year, under one legal regime for good. Its book is grant/<id>, its terms are policies of that scope.
  create table grant_call (
    id uuid primary key,
    programme_id uuid not null references programme (id),
    kind text not null check (kind in ('PROTOTYPE', 'BRIDGE', 'BASIC_TIER', 'OSMU', 'TEST_BED')),
    regime text not null check (regime in ('RND', 'SUBSIDY')),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    -- agreements are numbered <prefix>-<year>-001, …
    prefix text not null check (prefix ~ '^[A-Z]{2,4}$'),
    name text not null check (length(name) between 1 and 300),
    agency text not null check (length(agency) between 1 and 200),
    -- to whom the money goes (시작품: 제작 전문기업 or 성과 소유자); null where the call does not say
    recipient_role text check (recipient_role in ('MANUFACTURER', 'RESULT_OWNER', 'RESEARCH_GROUP', 'COMPANY', 'REGION')),
    -- how an amount that the source leaves open is read: in total, or for each year
    amount_basis text not null default 'TOTAL' check (amount_basis in ('TOTAL', 'PER_YEAR')),
    -- while the preliminary feasibility study (예비타당성조사) is pending there is no money
    feasibility text not null default 'NOT_NEEDED' check (feasibility in ('NOT_NEEDED', 'PENDING')),${WITNESS},
    unique (programme_id, kind, fiscal_year, name)
  );
  create index grant_call_programme on grant_call (programme_id);
  select make_append_only('grant_call');

  -- The lines on which money of this call may be spent: an unlisted line does not exist.
  create table grant_call_line (
    call_id uuid not null references grant_call (id),
    code text not null check (code ~ '^[A-Z][0-9]{1,3}$'),
    name_ko text not null check (name_ko <> ''),
    name_en text not null check (name_en <> ''),
    indirect boolean not null,
    -- own labour, equipment, materials, software may be brought in kind, nothing else
    in_kind boolean not null,
    position smallint not null check (position > 0),${WITNESS},
    primary key (call_id, code)
  );
  select make_append_only('grant_call_line');

  -- Each row changes the budget of a fiscal year by its amount; a proposal of the government (정부안) changes nothing yet.
  create table grant_budget (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    stage text not null check (stage in ('PROPOSAL', 'APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD')),
    amount_won bigint not null check (amount_won <> 0),
    decided_on date not null,
    clause text not null check (clause <> ''),${WITNESS}
  );
  create index grant_budget_call on grant_budget (call_id, fiscal_year, decided_on);
  select make_append_only('grant_budget');

  -- The terms of a call are policies of its book.
  select facts_stated_by('policy', 'policy.decide', 'programme.create', 'fund.form', 'fund-register.import', 'voucher-year.open', 'voucher-term.decide', 'voucher-roster.import',
                         'agreement.amend', 'waterfall-term.decide', 'grant-call.open', 'grant-term.decide', 'grant-register.import');
  select facts_stated_by('grant_call', 'grant-call.open', 'grant-register.import');
  select facts_stated_by('grant_call_line', 'grant-call.open', 'grant-register.import');
  -- a call is opened with what the government proposed for it
  select facts_stated_by('grant_budget', 'grant-call.open', 'grant-budget.decide', 'grant-year.close', 'grant-register.import');
`;

const AGREEMENTS = `
  -- One institution's part of a project. The lead signs for itself and names the joint and commissioned ones.
  create table grant_agreement (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    -- PT-2021-001, …; a register brings its numbers as they were
    number text not null check (number <> ''),
    -- the application it follows from; a register has none
    application_id uuid,
    lead_id uuid references grant_agreement (id),
    role text not null check (role in ('LEAD', 'JOINT', 'COMMISSIONED')),
    party_id uuid not null references party (id),
    institution text not null check (institution in ('SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT')),
    -- 연구개발과제번호 and 총괄연구개발 식별번호, as they are written
    project_number text,
    umbrella_number text,
    title text not null check (length(title) between 1 and 500),
    sub_programme text,
    investigator text,
    investigator_number text,
    agreed_on date not null,${WITNESS},
    unique (call_id, number),
    check ((role = 'LEAD') = (lead_id is null))
  );
  create index grant_agreement_party on grant_agreement (party_id);
  create index grant_agreement_lead on grant_agreement (lead_id) where lead_id is not null;
  select make_append_only('grant_agreement');

  -- Stages (단계) are settled one by one.
  create table grant_stage (
    agreement_id uuid not null references grant_agreement (id),
    stage smallint not null check (stage > 0),
    begins_on date not null,
    ends_on date not null check (ends_on >= begins_on),${WITNESS},
    -- restated by a version that moves the dates
    version smallint not null check (version > 0),
    primary key (agreement_id, stage, version)
  );
  select make_append_only('grant_stage');

  -- Version 1 is the agreement as concluded; each further one changes it, by approval or by notice.
  create table grant_version (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    version smallint not null check (version > 0),
    manner text not null check (manner in ('CONCLUDED', 'APPROVAL', 'NOTICE')),
    decided_on date not null,
    effective_on date not null,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    reason text not null check (char_length(btrim(reason)) >= 5),
    document_id uuid references document (id),
    -- other things that changed: investigator, title, …
    detail jsonb not null default '{}',${WITNESS},
    unique (agreement_id, version)
  );
  select make_append_only('grant_version');

  create function grant_version_in_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('grant ' || new.agreement_id, 0));
    if new.version <> 1 + (select count(*) from grant_version where agreement_id = new.agreement_id)
       or (new.version = 1) <> (new.manner = 'CONCLUDED') then
      raise exception 'version % of the agreement is not the next one', new.version using errcode = 'check_violation', constraint = 'grant_version_in_turn';
    end if;
    return new;
  end $$;
  create trigger grant_version_in_turn before insert on grant_version for each row execute function grant_version_in_turn();
`;

const PLANS = `
  -- Who brings what in which year, as a version says it.
  create table grant_source_plan (
    version_id uuid not null references grant_version (id),
    stage smallint not null check (stage > 0),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    source text not null check (source in ('GOVERNMENT', 'OWN', 'LOCAL', 'OTHER')),
    resource text not null check (resource in ('CASH', 'IN_KIND')),
    amount_won bigint not null check (amount_won > 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (version_id, stage, fiscal_year, source, resource),
    check (source <> 'GOVERNMENT' or resource = 'CASH')
  );
  select make_append_only('grant_source_plan');

  -- A line of a stage: what may be spent on it is its account grant.line/<id>, whose floor no two people pass together.
  create table grant_line (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    call_id uuid not null,
    stage smallint not null check (stage > 0),
    code text not null,
    resource text not null check (resource in ('CASH', 'IN_KIND')),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (agreement_id, stage, code, resource),
    foreign key (call_id, code) references grant_call_line (call_id, code)
  );
  select make_append_only('grant_line');

  create function grant_line_of_call() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.call_id <> (select call_id from grant_agreement where id = new.agreement_id)
       or (new.resource = 'IN_KIND' and not (select in_kind from grant_call_line where call_id = new.call_id and code = new.code)) then
      raise exception 'line % of % is not a line of its call', new.code, new.agreement_id using errcode = 'check_violation', constraint = 'grant_line_of_call';
    end if;
    return new;
  end $$;
  create trigger grant_line_of_call before insert on grant_line for each row execute function grant_line_of_call();

  -- What a version plans on a line: as planned (당초), carried from the stage before (전단계 이월액), and interest taken in (발생이자 산입금).
  create table grant_line_plan (
    version_id uuid not null references grant_version (id),
    line_id uuid not null references grant_line (id),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    kind text not null check (kind in ('PLANNED', 'CARRIED', 'INTEREST')),
    amount_won bigint not null check (amount_won >= 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (version_id, line_id, fiscal_year, kind)
  );
  create index grant_line_plan_line on grant_line_plan (line_id);
  select make_append_only('grant_line_plan');

  select facts_stated_by('grant_agreement', 'grant-agreement.conclude', 'grant-register.import');
  select facts_stated_by('grant_stage', 'grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-register.import');
  select facts_stated_by('grant_version', 'grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-register.import');
  select facts_stated_by('grant_source_plan', 'grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-register.import');
  select facts_stated_by('grant_line', 'grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-register.import');
  select facts_stated_by('grant_line_plan', 'grant-agreement.conclude', 'grant-agreement.amend', 'grant-agreement.notify', 'grant-register.import');
`;

const LIFE = `
  create table grant_event (
    id bigint generated always as identity primary key,
    agreement_id uuid not null references grant_agreement (id),
    event text not null,
    happened_on date not null,
    reason text,
    detail jsonb,${WITNESS}
  );
  create index grant_event_agreement on grant_event (agreement_id, id);
  select make_append_only('grant_event');
  select facts_stated_by('grant_event', 'grant-agreement.suspend', 'grant-agreement.resume', 'grant-agreement.complete', 'grant-agreement.terminate', 'grant-agreement.close', 'grant-register.import');

  -- Written by the triggers below alone; the row is the lock of an agreement.
  create table grant_state (
    agreement_id uuid primary key references grant_agreement (id),
    state text not null,
    since_on date not null,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);

  create function grant_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into grant_state (agreement_id, state, since_on) select id, 'ACTIVE', agreed_on from added;
    return null;
  end $$;
  create trigger grant_begin after insert on grant_agreement referencing new table as added for each statement execute function grant_begin();

  create function grant_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from grant_state where agreement_id = new.agreement_id for update;
    update grant_state s
       set state = l.to_state, since_on = case when s.state = l.to_state then s.since_on else new.happened_on end, changed_at = clock_timestamp()
      from life_step l
     where s.agreement_id = new.agreement_id and l.life = 'grant' and l.from_state = s.state and l.event = new.event;
    if not found then
      raise exception 'grant % does not % while %', new.agreement_id, new.event, standing
        using errcode = 'check_violation', constraint = 'grant_life', detail = concat_ws('/', standing, new.event);
    end if;
    return null;
  end $$;
  create trigger grant_event_apply after insert on grant_event for each row execute function grant_event_apply();

  -- Agreements that nobody else changes until the transaction ends. One outside of what one may see is left alone.
  create function lock_grants(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state s join grant_agreement a on a.id = s.agreement_id
     where s.agreement_id = any (wanted) and (baton_sees_all() or a.call_id in (select baton_grant_calls()))
     order by s.agreement_id for update of s;
  end $$;
  revoke execute on function lock_grants(uuid[]) from public;

  create function baton_grant_calls() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from grant_call where programme_id in (select baton_scoped('programme'))
  $$;
`;

const GRANTS = `
  grant select on grant_call, grant_call_line, grant_budget, grant_agreement, grant_stage, grant_version, grant_source_plan, grant_line, grant_line_plan, grant_event, grant_state
    to baton_app, baton_auditor;
  grant insert on grant_call, grant_call_line, grant_budget, grant_agreement, grant_stage, grant_version, grant_source_plan, grant_line, grant_line_plan, grant_event to baton_app;
  grant execute on function lock_grants(uuid[]) to baton_app;
`;
