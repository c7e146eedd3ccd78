import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls that wait for a feasibility study; applications, what is asked about applicants, and the agreements that follow. */
export class GrantSelection1764200000110 implements MigrationInterface {
  readonly name = 'GrantSelection1764200000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEASIBILITY);
    await runner.query(APPLICATIONS);
    await runner.query(LIFE);
    await runner.query(CHECKS);
    await runner.query(AGREEMENTS);
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

const FEASIBILITY = `
  -- The study was passed: from then on money may be granted.
  create table grant_feasibility_pass (
    call_id uuid primary key references grant_call (id),
    passed_on date not null,
    clause text not null check (clause <> ''),${WITNESS}
  );
  select make_append_only('grant_feasibility_pass');
  select facts_stated_by('grant_feasibility_pass', 'grant-call.pass-feasibility');

  create function grant_feasibility_awaited() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select feasibility from grant_call where id = new.call_id) <> 'PENDING' then
      raise exception 'call % waits for no feasibility study', new.call_id using errcode = 'check_violation', constraint = 'grant_feasibility_awaited';
    end if;
    return new;
  end $$;
  create trigger grant_feasibility_awaited before insert on grant_feasibility_pass for each row execute function grant_feasibility_awaited();

  create function grant_budget_is_feasible() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.stage <> 'PROPOSAL' and (select feasibility from grant_call where id = new.call_id) = 'PENDING'
       and not exists (select 1 from grant_feasibility_pass p where p.call_id = new.call_id and p.passed_on <= new.decided_on) then
      raise exception 'call % has no budget before its feasibility study is passed', new.call_id using errcode = 'check_violation', constraint = 'grant_budget_is_feasible';
    end if;
    return new;
  end $$;
  create trigger grant_budget_is_feasible before insert on grant_budget for each row execute function grant_budget_is_feasible();
`;

const APPLICATIONS = `
  -- One project that somebody asks money for.
  create table grant_application (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    -- APP-2021-001, …, or as the application system numbers it
    number text not null check (number <> ''),
    received_on date not null,
    title text not null check (length(title) between 1 and 500),
    technology text,
    -- the tier or sub-programme it applies for
    sub_programme text,
    -- who brings researcher and company together, where the call asks for one
    broker text,
    period_from date not null,
    period_to date not null check (period_to >= period_from),
    note text,${WITNESS},
    unique (call_id, number)
  );
  select make_append_only('grant_application');
  select facts_stated_by('grant_application', 'grant-application.receive', 'grant-application.import');

  -- Who takes part, and what each institution asks for and brings.
  create table grant_applicant (
    application_id uuid not null references grant_application (id),
    position smallint not null check (position > 0),
    role text not null check (role in ('LEAD', 'JOINT', 'COMMISSIONED')),
    party_id uuid not null references party (id),
    institution text not null check (institution in ('SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE', 'NON_PROFIT')),
    investigator text,
    -- eight digits
    investigator_number text check (investigator_number ~ '^[0-9]{8}$'),
    government_won bigint not null check (government_won >= 0),
    own_cash_won bigint not null check (own_cash_won >= 0),
    own_in_kind_won bigint not null check (own_in_kind_won >= 0),
    local_won bigint not null check (local_won >= 0),
    other_won bigint not null check (other_won >= 0),${WITNESS},
    primary key (application_id, party_id),
    unique (application_id, position)
  );
  create unique index grant_applicant_lead on grant_applicant (application_id) where role = 'LEAD';
  create index grant_applicant_party on grant_applicant (party_id);
  create index grant_applicant_investigator on grant_applicant (investigator_number) where investigator_number is not null;
  select make_append_only('grant_applicant');
  select facts_stated_by('grant_applicant', 'grant-application.receive', 'grant-application.import');

  create function grant_application_has_lead() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_applicant where application_id = new.id and role = 'LEAD' and government_won > 0) then
      raise exception 'application % has no lead that asks for money', new.id using errcode = 'check_violation', constraint = 'grant_application_has_lead';
    end if;
    return null;
  end $$;
  create constraint trigger grant_application_has_lead after insert on grant_application deferrable initially deferred for each row execute function grant_application_has_lead();
`;

const LIFE = `
  create table grant_application_event (
    id bigint generated always as identity primary key,
    application_id uuid not null references grant_application (id),
    event text not null,
    happened_on date not null,
    reason text,
    detail jsonb,${WITNESS}
  );
  create index grant_application_event_application on grant_application_event (application_id, id);
  select make_append_only('grant_application_event');
  select facts_stated_by('grant_application_event', 'grant-application.check', 'grant-application.reject', 'grant-application.withdraw', 'grant-evaluation.score',
                         'grant-selection.decide', 'grant-selection.promote', 'grant-objection.decide', 'grant-agreement.conclude');

  -- Written by the triggers below alone; the row is the lock of an application.
  create table grant_application_state (
    application_id uuid primary key references grant_application (id),
    state text not null,
    since_on date not null,
    -- of evaluation: an objection that is upheld begins another one
    round smallint not null default 1,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);

  create function grant_application_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into grant_application_state (application_id, state, since_on) select id, 'APPLIED', received_on from added;
    return null;
  end $$;
  create trigger grant_application_begin after insert on grant_application referencing new table as added for each statement execute function grant_application_begin();

  create function grant_application_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from grant_application_state where application_id = new.application_id for update;
    update grant_application_state s
       set state = l.to_state, since_on = new.happened_on, changed_at = clock_timestamp(),
           round = s.round + case when new.event = 'reconsider' then 1 else 0 end
      from life_step l
     where s.application_id = new.application_id and l.life = 'grant-application' and l.from_state = s.state and l.event = new.event;
    if not found then
      raise exception 'application % does not % while %', new.application_id, new.event, standing
        using errcode = 'check_violation', constraint = 'grant_application_life', detail = concat_ws('/', standing, new.event);
    end if;
    return null;
  end $$;
  create trigger grant_application_event_apply after insert on grant_application_event for each row execute function grant_application_event_apply();
`;

const CHECKS = `
  -- What another system answered about an applicant: which, on which day, and what it said.
  create table grant_check_answer (
    id bigint generated always as identity primary key,
    application_id uuid not null references grant_application (id),
    party_id uuid not null references party (id),
    kind text not null check (kind in ('TAX_ARREARS', 'PARTICIPATION', 'DUPLICATE')),
    result text not null check (result in ('CLEAR', 'FOUND')),
    -- of PARTICIPATION: running projects of the investigator elsewhere, and of those the ones that they lead
    projects smallint check (projects >= 0),
    projects_led smallint check (projects_led >= 0 and projects_led <= projects),
    source text not null check (source <> ''),
    asked_on date not null,
    note text,${WITNESS},
    check ((kind = 'PARTICIPATION') = (projects is not null and projects_led is not null)),
    foreign key (application_id, party_id) references grant_applicant (application_id, party_id)
  );
  create index grant_check_answer_application on grant_check_answer (application_id, party_id, kind, id desc);
  select make_append_only('grant_check_answer');
  select facts_stated_by('grant_check_answer', 'grant-application.answer');

  -- Who may not take part, from whom and until when (참여제한, 수행대상 배제): of an institution, or of a researcher.
  create table grant_ban (
    id uuid primary key,
    party_id uuid references party (id),
    researcher text,
    researcher_number text check (researcher_number ~ '^[0-9]{8}$'),
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    ground text not null check (char_length(btrim(ground)) >= 5),
    source text not null check (source <> ''),${WITNESS},
    check ((party_id is null) = (researcher_number is not null)),
    check ((researcher is null) = (researcher_number is null))
  );
  create index grant_ban_party on grant_ban (party_id) where party_id is not null;
  create index grant_ban_researcher on grant_ban (researcher_number) where researcher_number is not null;
  select make_append_only('grant_ban');
  select facts_stated_by('grant_ban', 'grant-ban.record');
`;

const AGREEMENTS = `
  alter table grant_agreement add foreign key (application_id) references grant_application (id);

  create function grant_agreement_was_selected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_application a join grant_application_state s on s.application_id = a.id where a.id = new.application_id and a.call_id = new.call_id and s.state = 'AGREED') then
      raise exception 'application % of agreement % was not selected', new.application_id, new.number using errcode = 'check_violation', constraint = 'grant_agreement_was_selected';
    end if;
    return null;
  end $$;
  create constraint trigger grant_agreement_was_selected after insert on grant_agreement deferrable initially deferred
    for each row when (new.application_id is not null) execute function grant_agreement_was_selected();
`;

const GRANTS = `
  grant select on grant_feasibility_pass, grant_application, grant_applicant, grant_application_event, grant_application_state, grant_check_answer, grant_ban to baton_app, baton_auditor;
  grant insert on grant_feasibility_pass, grant_application, grant_applicant, grant_application_event, grant_check_answer, grant_ban to baton_app;
`;
