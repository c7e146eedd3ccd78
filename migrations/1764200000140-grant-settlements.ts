import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settlement of a stage: what was handed in, what was decided, what was objected to, and the verification from outside. */
export class GrantSettlements1764200000140 implements MigrationInterface {
  readonly name = 'GrantSettlements1764200000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
    await runner.query(SETTLEMENTS);
    await runner.query(FORM);
    await runner.query(OBJECTIONS);
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

const REPORTS = `
  -- What an institution handed in: of a year (사용실적보고) or of a stage (정산보고). Its own figures are kept to be compared, never to be counted.
  create table grant_settlement_report (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    kind text not null check (kind in ('YEARLY_USE', 'SETTLEMENT')),
    stage smallint not null check (stage > 0),
    fiscal_year smallint check (fiscal_year between 2000 and 2200),
    -- a register may not say when
    received_on date,
    -- until when it was due by the rules of that day
    due_on date,
    used_won bigint check (used_won >= 0),
    unused_won bigint check (unused_won >= 0),
    disallowed_won bigint check (disallowed_won >= 0),
    in_kind_shortage_won bigint check (in_kind_shortage_won >= 0),
    interest_won bigint check (interest_won >= 0),
    total_won bigint check (total_won >= 0),
    document_id uuid references document (id),
    note text check (length(note) between 1 and 1000),${WITNESS},
    check ((kind = 'YEARLY_USE') = (fiscal_year is not null)),
    check (kind = 'SETTLEMENT' or total_won is null)
  );
  create index grant_settlement_report_agreement on grant_settlement_report (agreement_id, stage);
  select make_append_only('grant_settlement_report');
  select facts_stated_by('grant_settlement_report', 'grant-settlement.report', 'grant-register.import');

  -- The report of an auditor from outside: of the settlement (정산보고서 검증), or of a fiscal year (회계감사).
  create table grant_verification (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    kind text not null check (kind in ('SETTLEMENT', 'FISCAL_YEAR')),
    stage smallint check (stage > 0),
    fiscal_year smallint check (fiscal_year between 2000 and 2200),
    auditor text not null check (length(auditor) between 1 and 200),
    auditor_number text check (length(auditor_number) between 1 and 50),
    opinion text not null check (opinion in ('CLEAN', 'QUALIFIED', 'ADVERSE', 'DISCLAIMED')),
    findings text check (length(findings) between 1 and 4000),
    reported_on date not null,
    received_on date not null check (received_on >= reported_on),
    document_id uuid references document (id),${WITNESS},
    check ((kind = 'SETTLEMENT') = (stage is not null)),
    check ((kind = 'FISCAL_YEAR') = (fiscal_year is not null))
  );
  create index grant_verification_agreement on grant_verification (agreement_id);
  select make_append_only('grant_verification');
  select facts_stated_by('grant_verification', 'grant-verification.record');
`;

const SETTLEMENTS = `
  -- Form 7 of one institution and stage as it was decided, table 3 in columns: each figure follows from the others, and the database sees to it.
  create table grant_settlement (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    agreement_id uuid not null references grant_agreement (id),
    stage smallint not null check (stage > 0),
    version smallint not null check (version > 0),
    number text not null unique check (number ~ '^GS-[0-9]{4}-[0-9]{4,6}$'),
    plan_id uuid not null references grant_version (id),
    decided_on date not null,
    notice_on date not null check (notice_on >= decided_on),
    objection_until date not null check (objection_until > notice_on),
    institution text not null,
    terminated boolean not null,
    government_cash_won bigint not null check (government_cash_won >= 0),
    own_cash_won bigint not null check (own_cash_won >= 0),
    other_cash_won bigint not null check (other_cash_won >= 0),
    -- agreed and not paid to the institution
    government_unpaid_won bigint not null check (government_unpaid_won between 0 and government_cash_won),
    -- A = unused + disallowed; B as a fraction; C = floor(A × B)
    unused_won bigint not null check (unused_won >= 0),
    disallowed_won bigint not null check (disallowed_won >= 0),
    part_numerator bigint not null check (part_numerator >= 0),
    part_denominator bigint not null check (part_denominator > 0 and part_numerator <= part_denominator),
    returned_won bigint not null check (returned_won = div((unused_won + disallowed_won)::numeric * part_numerator, part_denominator)),
    in_kind_shortage_won bigint not null check (in_kind_shortage_won >= 0),
    indirect_proportional_won bigint not null check (indirect_proportional_won >= 0),
    own_unpaid_won bigint not null check (own_unpaid_won between 0 and own_cash_won),
    -- what was never paid cannot come back
    never_paid_won bigint not null check (never_paid_won = least(returned_won, government_unpaid_won)),
    interest_won bigint not null check (interest_won >= 0),
    returned_interest_won bigint not null check (returned_interest_won = div(interest_won::numeric * part_numerator, part_denominator)),
    total_won bigint not null check (total_won = returned_won - never_paid_won + in_kind_shortage_won + indirect_proportional_won + own_unpaid_won + returned_interest_won),
    notice_won bigint not null,
    dropped_won bigint not null check (dropped_won between 0 and 9 and notice_won + dropped_won = total_won),
    clause text not null check (clause <> ''),
    reason text check (char_length(btrim(reason)) >= 5),
    -- everything the printed form says, and its fingerprint
    form jsonb not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),${WITNESS},
    unique (agreement_id, stage, version)
  );
  create index grant_settlement_call on grant_settlement (call_id);
  select make_append_only('grant_settlement');
  select facts_stated_by('grant_settlement', 'grant-settlement.decide', 'grant-settlement.answer');

  -- Nobody objects to it any more: what it asks for is a claim, and its lines take nothing further.
  create table grant_settlement_final (
    settlement_id uuid primary key references grant_settlement (id),
    agreement_id uuid not null references grant_agreement (id),
    stage smallint not null,
    finalized_on date not null,
    -- the institution agreed in writing before the term of objection was over
    accepted_on date check (accepted_on <= finalized_on),${WITNESS},
    unique (agreement_id, stage)
  );
  select make_append_only('grant_settlement_final');
  select facts_stated_by('grant_settlement_final', 'grant-settlement.finalize');

  -- Numbers run through all calls, also where who asks does not see them; whoever takes one keeps the others waiting.
  create function next_settlement_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('settlement numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from grant_settlement where number like 'GS-' || of_year || '-%';
    return 'GS-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_settlement_number(integer) from public;

  -- Version after version, each after the objection that called for it, and none after the final one.
  create function grant_settlement_in_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from grant_state where agreement_id = new.agreement_id for update;
    if not exists (select 1 from grant_agreement where id = new.agreement_id and call_id = new.call_id)
       or not exists (select 1 from grant_version where id = new.plan_id and agreement_id = new.agreement_id) then
      raise exception 'settlement % names things of different agreements', new.number using errcode = 'check_violation', constraint = 'grant_settlement_one_agreement';
    end if;
    if new.version <> 1 + (select count(*) from grant_settlement where agreement_id = new.agreement_id and stage = new.stage)
       or exists (select 1 from grant_settlement_final where agreement_id = new.agreement_id and stage = new.stage) then
      raise exception 'version % of settlement % is not the next one', new.version, new.number using errcode = 'check_violation', constraint = 'grant_settlement_in_turn';
    end if;
    return new;
  end $$;
  create trigger grant_settlement_in_turn before insert on grant_settlement for each row execute function grant_settlement_in_turn();
`;

const FORM = `
  -- Table 1 of the form: one row per line, ① to ⑥ and what is made of the rest.
  create table grant_settlement_line (
    settlement_id uuid not null references grant_settlement (id),
    line_id uuid not null references grant_line (id),
    resource text not null check (resource in ('CASH', 'IN_KIND')),
    carried_won bigint not null check (carried_won >= 0),
    planned_won bigint not null check (planned_won >= 0),
    change_won bigint not null,
    interest_in_won bigint not null check (interest_in_won >= 0),
    used_won bigint not null check (used_won >= 0),
    disallowed_won bigint not null check (disallowed_won between 0 and used_won),
    carried_forward_won bigint not null check (carried_forward_won >= 0),
    retained_won bigint not null check (retained_won >= 0),
    -- whether what is left of it goes back
    returned boolean not null,
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (settlement_id, line_id)
  );
  select make_append_only('grant_settlement_line');
  select facts_stated_by('grant_settlement_line', 'grant-settlement.decide', 'grant-settlement.answer');

  -- Table 2: interest during and after the period, and what it was used for by approval.
  create table grant_settlement_interest (
    settlement_id uuid not null references grant_settlement (id),
    time text not null check (time in ('DURING', 'AFTER')),
    earned_won bigint not null check (earned_won >= 0),
    project_won bigint not null check (project_won >= 0),
    reinvested_won bigint not null check (reinvested_won >= 0),
    results_won bigint not null check (results_won >= 0),
    other_won bigint not null check (other_won >= 0),
    treasury_won bigint not null check (treasury_won >= 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (settlement_id, time),
    check (project_won + reinvested_won + results_won + other_won + treasury_won <= earned_won)
  );
  select make_append_only('grant_settlement_interest');
  select facts_stated_by('grant_settlement_interest', 'grant-settlement.decide', 'grant-settlement.answer');

  -- Asked at commit: table 3 is what tables 1 and 2 add up to.
  create function grant_settlement_adds_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare lines record;
  begin
    select coalesce(sum(l.disallowed_won) filter (where l.resource = 'CASH'), 0) as disallowed,
           coalesce(sum(l.carried_won + l.planned_won + l.change_won + l.interest_in_won - l.used_won - l.carried_forward_won - l.retained_won) filter (where l.resource = 'CASH' and l.returned), 0) as unused,
           coalesce(sum(greatest(0, l.carried_won + l.planned_won + l.change_won + l.interest_in_won - l.used_won - l.carried_forward_won - l.retained_won + l.disallowed_won)) filter (where l.resource = 'IN_KIND'), 0) as shortage
      into lines from grant_settlement_line l where l.settlement_id = new.id;
    if (lines.disallowed, lines.unused, lines.shortage) is distinct from (new.disallowed_won::numeric, new.unused_won::numeric, new.in_kind_shortage_won::numeric)
       or new.interest_won is distinct from (select coalesce(sum(i.earned_won - i.project_won - i.reinvested_won - i.results_won - i.other_won - i.treasury_won), 0) from grant_settlement_interest i where i.settlement_id = new.id) then
      raise exception 'settlement % is not what its rows add up to', new.number using errcode = 'check_violation', constraint = 'grant_settlement_adds_up';
    end if;
    return null;
  end $$;
  create constraint trigger grant_settlement_adds_up after insert on grant_settlement deferrable initially deferred for each row execute function grant_settlement_adds_up();
`;

const OBJECTIONS = `
  -- One objection to each version, within its term; answered once. An accepted one brings the next version.
  create table grant_settlement_objection (
    id uuid primary key,
    settlement_id uuid not null unique references grant_settlement (id),
    objected_on date not null,
    grounds text not null check (char_length(btrim(grounds)) >= 5),
    answer_due_on date not null check (answer_due_on > objected_on),
    document_id uuid references document (id),${WITNESS}
  );
  select make_append_only('grant_settlement_objection');
  select facts_stated_by('grant_settlement_objection', 'grant-settlement.object');

  create table grant_settlement_answer (
    objection_id uuid primary key references grant_settlement_objection (id),
    outcome text not null check (outcome in ('ACCEPTED', 'PARTLY', 'REJECTED')),
    reason text not null check (char_length(btrim(reason)) >= 5),
    answered_on date not null,
    -- what was decided instead
    settlement_id uuid unique references grant_settlement (id),${WITNESS},
    check ((outcome = 'REJECTED') = (settlement_id is null))
  );
  select make_append_only('grant_settlement_answer');
  select facts_stated_by('grant_settlement_answer', 'grant-settlement.answer');

  create function grant_settlement_objected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare its grant_settlement;
  begin
    select * into its from grant_settlement where id = new.settlement_id;
    perform 1 from grant_state where agreement_id = its.agreement_id for update;
    if new.objected_on not between its.notice_on and its.objection_until
       or its.version <> (select max(version) from grant_settlement where agreement_id = its.agreement_id and stage = its.stage)
       or exists (select 1 from grant_settlement_final where settlement_id = its.id) then
      raise exception 'settlement % takes no objection', its.number using errcode = 'check_violation', constraint = 'grant_settlement_objected';
    end if;
    return new;
  end $$;
  create trigger grant_settlement_objected before insert on grant_settlement_objection for each row execute function grant_settlement_objected();

  -- Final is the latest version, of which no objection waits, once its term is over or the institution agreed.
  create function grant_settlement_final_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare its grant_settlement;
  begin
    select * into its from grant_settlement where id = new.settlement_id;
    perform 1 from grant_state where agreement_id = its.agreement_id for update;
    if (its.agreement_id, its.stage) <> (new.agreement_id, new.stage)
       or its.version <> (select max(version) from grant_settlement where agreement_id = its.agreement_id and stage = its.stage)
       or exists (select 1 from grant_settlement_objection o where o.settlement_id = its.id and not exists (select 1 from grant_settlement_answer a where a.objection_id = o.id))
       or (new.accepted_on is null and new.finalized_on <= its.objection_until
           and not exists (select 1 from grant_settlement_objection o join grant_settlement_answer a on a.objection_id = o.id where o.settlement_id = its.id)) then
      raise exception 'settlement % may still be objected to', its.number using errcode = 'check_violation', constraint = 'grant_settlement_final_stands';
    end if;
    return new;
  end $$;
  create trigger grant_settlement_final_stands before insert on grant_settlement_final for each row execute function grant_settlement_final_stands();
`;

const GRANTS = `
  grant select on grant_settlement_report, grant_verification, grant_settlement, grant_settlement_final, grant_settlement_line, grant_settlement_interest,
    grant_settlement_objection, grant_settlement_answer to baton_app, baton_auditor;
  grant insert on grant_settlement_report, grant_verification, grant_settlement, grant_settlement_final, grant_settlement_line, grant_settlement_interest,
    grant_settlement_objection, grant_settlement_answer to baton_app;
  grant execute on function next_settlement_number(integer) to baton_app;
`;
