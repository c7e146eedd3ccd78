import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What versions may change, what each year commits, and the tranches in which it goes to the institution. */
export class GrantTranches1764200000120 implements MigrationInterface {
  readonly name = 'GrantTranches1764200000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VERSIONS);
    await runner.query(FUNDING);
    await runner.query(TRANCHES);
    await runner.query(TRANCHE_LIFE);
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

const VERSIONS = `
  create unique index grant_agreement_application on grant_agreement (application_id) where application_id is not null;

  -- A plan is stated together with its version and never added to.
  create function grant_plan_with_its_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_version v where v.id = new.version_id and v.command_id = new.command_id) then
      raise exception 'a plan belongs to the command of its version' using errcode = 'check_violation', constraint = 'grant_plan_with_its_version';
    end if;
    return new;
  end $$;
  create trigger grant_source_plan_whole before insert on grant_source_plan for each row execute function grant_plan_with_its_version();
  create trigger grant_line_plan_whole before insert on grant_line_plan for each row execute function grant_plan_with_its_version();

  -- What a notice may not contain (국가연구개발혁신법 시행령 제14조제2항; 보조금법 제23조): the first of it in this version, or null.
  create function grant_beyond_notice(this grant_version, earlier grant_version) returns text language plpgsql stable set search_path = public, pg_temp as $$
  declare
    its_regime text := (select c.regime from grant_call c join grant_agreement a on a.call_id = c.id where a.id = this.agreement_id);
  begin
    if (this.period_from, this.period_to) <> (earlier.period_from, earlier.period_to)
       or exists (select 1 from grant_stage s where s.agreement_id = this.agreement_id and s.version = this.version) then return 'period'; end if;
    if this.detail - array['methods', 'researchers'] <> earlier.detail - array['methods', 'researchers'] then return 'terms'; end if;
    if exists (select 1 from grant_source_plan s where s.version_id in (this.id, earlier.id)
                group by s.stage, s.fiscal_year, s.source, s.resource having sum(case s.version_id when this.id then s.amount_won else -s.amount_won end) <> 0) then return 'sources'; end if;
    if exists (select 1 from grant_line_plan p join grant_line l on l.id = p.line_id join grant_call_line c on (c.call_id, c.code) = (l.call_id, l.code)
                where p.version_id in (this.id, earlier.id)
                group by p.kind, l.stage, l.code, c.indirect
               having sum(case p.version_id when this.id then p.amount_won else -p.amount_won end) > 0 and (c.indirect or l.code = 'D9') and p.kind = 'PLANNED'
                   or sum(case p.version_id when this.id then p.amount_won else -p.amount_won end) <> 0 and (p.kind <> 'PLANNED' or its_regime = 'SUBSIDY')) then return 'lines'; end if;
    return null;
  end $$;

  -- Asked at commit: whoever states a version is logged last. What a register tells has happened, however it was decided.
  create function grant_version_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    stated text := (select command from command_log where id = new.command_id);
    earlier grant_version;
    beyond text;
  begin
    if stated = 'grant-register.import' then return null; end if;
    if session_user <> current_user and stated is distinct from (case new.manner when 'CONCLUDED' then 'grant-agreement.conclude' when 'APPROVAL' then 'grant-agreement.amend' else 'grant-agreement.notify' end) then
      raise exception '% does not state a version by %', stated, new.manner using errcode = 'check_violation', constraint = 'grant_version_manner';
    end if;
    if exists (select 1 from (select s.stage, s.fiscal_year, s.resource, s.amount_won from grant_source_plan s where s.version_id = new.id
                              union all select l.stage, p.fiscal_year, l.resource, -p.amount_won from grant_line_plan p join grant_line l on l.id = p.line_id where p.version_id = new.id and p.kind = 'PLANNED') as row
                group by stage, fiscal_year, resource having sum(amount_won) <> 0) then
      raise exception 'lines and sources of version % differ', new.version using errcode = 'check_violation', constraint = 'grant_version_balances';
    end if;
    if new.manner = 'NOTICE' then
      select * into earlier from grant_version where agreement_id = new.agreement_id and version = new.version - 1;
      beyond := grant_beyond_notice(new, earlier);
      if beyond is not null then
        raise exception 'a notice does not change %', beyond using errcode = 'check_violation', constraint = 'grant_version_notice';
      end if;
    end if;
    return null;
  end $$;
  create constraint trigger grant_version_stands after insert on grant_version deferrable initially deferred for each row execute function grant_version_stands();
`;

const FUNDING = `
  -- What an agreement has of the budget of a year: committed when it is agreed or the budget is decided, less where it is given up.
  create table grant_funding (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    amount_won bigint not null check (amount_won <> 0),
    reason text not null check (reason <> ''),${WITNESS}
  );
  create index grant_funding_agreement on grant_funding (agreement_id, fiscal_year);
  select make_append_only('grant_funding');
  select facts_stated_by('grant_funding', 'grant-agreement.conclude', 'grant-agreement.fund-year', 'grant-agreement.amend', 'grant-agreement.terminate', 'grant-agreement.close', 'grant-year.close', 'grant-register.import');
`;

const TRANCHES = `
  -- A tranche as planned, out of the budget of one year. A new plan drops those not yet asked for and goes on counting.
  create table grant_tranche (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    number smallint not null check (number > 0),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    label text not null check (length(label) between 1 and 60),
    amount_won bigint not null check (amount_won > 0),
    planned_on date not null,${WITNESS},
    unique (agreement_id, number)
  );
  select make_append_only('grant_tranche');
  select facts_stated_by('grant_tranche', 'grant-tranche.plan', 'grant-register.import');

  -- What has to be so before it is paid.
  create table grant_tranche_condition (
    tranche_id uuid not null references grant_tranche (id),
    position smallint not null check (position > 0),
    kind text not null check (kind in ('OWN_CASH', 'PREVIOUS_SPENT', 'MILESTONE', 'REPORT')),
    -- OWN_CASH: paid in by the institution at least
    amount_won bigint check (amount_won > 0),
    -- PREVIOUS_SPENT: of the cash received so far at least
    basis_points integer check (basis_points between 1 and 10000),
    -- MILESTONE, REPORT: which
    label text check (length(label) between 1 and 200),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (tranche_id, position),
    check ((kind = 'OWN_CASH') = (amount_won is not null)),
    check ((kind = 'PREVIOUS_SPENT') = (basis_points is not null)),
    check ((kind in ('MILESTONE', 'REPORT')) = (label is not null))
  );
  select make_append_only('grant_tranche_condition');
  select facts_stated_by('grant_tranche_condition', 'grant-tranche.plan', 'grant-register.import');

  -- A milestone that was accepted, a report that was handed in; of money the books tell.
  create table grant_condition_met (
    tranche_id uuid not null,
    position smallint not null,
    met_on date not null,
    note text not null check (length(note) between 1 and 500),
    document_id uuid references document (id),${WITNESS},
    primary key (tranche_id, position),
    foreign key (tranche_id, position) references grant_tranche_condition (tranche_id, position)
  );
  select make_append_only('grant_condition_met');
  select facts_stated_by('grant_condition_met', 'grant-tranche.confirm', 'grant-register.import');
`;

const TRANCHE_LIFE = `
  create table grant_tranche_event (
    id bigint generated always as identity primary key,
    tranche_id uuid not null references grant_tranche (id),
    event text not null,
    happened_on date not null,
    reason text,${WITNESS}
  );
  create index grant_tranche_event_tranche on grant_tranche_event (tranche_id, id);
  select make_append_only('grant_tranche_event');
  select facts_stated_by('grant_tranche_event', 'grant-tranche.plan', 'grant-tranche.request', 'grant-tranche.send-back', 'grant-tranche.decide', 'grant-tranche.void', 'grant-agreement.terminate', 'grant-agreement.close', 'grant-register.import');

  -- Written by the triggers below alone.
  create table grant_tranche_state (
    tranche_id uuid primary key references grant_tranche (id),
    state text not null,
    since_on date not null,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);

  create function grant_tranche_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into grant_tranche_state (tranche_id, state, since_on) select id, 'PLANNED', planned_on from added;
    return null;
  end $$;
  create trigger grant_tranche_begin after insert on grant_tranche referencing new table as added for each statement execute function grant_tranche_begin();

  -- A tranche is decided while its agreement is not suspended or ended, and never beyond what its year has funded.
  create function grant_tranche_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    its grant_tranche;
    standing text;
    agreement text;
  begin
    select * into its from grant_tranche where id = new.tranche_id;
    select state into agreement from grant_state where agreement_id = its.agreement_id for update;
    select state into standing from grant_tranche_state where tranche_id = new.tranche_id for update;
    update grant_tranche_state s set state = l.to_state, since_on = new.happened_on, changed_at = clock_timestamp()
      from life_step l where s.tranche_id = new.tranche_id and l.life = 'grant-tranche' and l.from_state = s.state and l.event = new.event;
    if not found then
      raise exception 'tranche % does not % while %', new.tranche_id, new.event, standing using errcode = 'check_violation', constraint = 'grant_tranche_life', detail = concat_ws('/', standing, new.event);
    end if;
    if new.event in ('request', 'decide') and agreement not in ('ACTIVE', 'COMPLETED') then
      raise exception 'agreement % is %', its.agreement_id, agreement using errcode = 'check_violation', constraint = 'grant_tranche_agreement_open';
    end if;
    if new.event = 'decide' and (select coalesce(sum(f.amount_won), 0) from grant_funding f where f.agreement_id = its.agreement_id and f.fiscal_year = its.fiscal_year)
       < (select sum(t.amount_won) from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id where t.agreement_id = its.agreement_id and t.fiscal_year = its.fiscal_year and s.state = 'DECIDED') then
      raise exception 'more is decided than % funds', its.fiscal_year using errcode = 'check_violation', constraint = 'grant_tranche_within_funding';
    end if;
    return null;
  end $$;
  create trigger grant_tranche_event_apply after insert on grant_tranche_event for each row execute function grant_tranche_event_apply();

  -- Whoever asked for a tranche does not decide on it; natural persons are compared, at commit.
  create function grant_tranche_two_persons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.event = 'decide' and session_user <> current_user and not exists (select 1 from command_log c where c.id = new.command_id and c.command = 'grant-register.import')
       and person_of(new.command_id) = (select person_of(e.command_id) from grant_tranche_event e where e.tranche_id = new.tranche_id and e.event = 'request' order by e.id desc limit 1) then
      raise exception 'who asked for tranche % does not decide on it', new.tranche_id using errcode = 'check_violation', constraint = 'grant_tranche_two_persons';
    end if;
    return null;
  end $$;
  create constraint trigger grant_tranche_two_persons after insert on grant_tranche_event deferrable initially deferred for each row execute function grant_tranche_two_persons();
`;

const GRANTS = `
  grant select on grant_funding, grant_tranche, grant_tranche_condition, grant_condition_met, grant_tranche_event, grant_tranche_state
    to baton_app, baton_auditor;
  grant insert on grant_funding, grant_tranche, grant_tranche_condition, grant_condition_met, grant_tranche_event to baton_app;
`;
