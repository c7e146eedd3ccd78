import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is claimed back after a settlement, what misuse costs beside it, and who may not take part for a time. */
export class GrantRecoveries1764200000145 implements MigrationInterface {
  readonly name = 'GrantRecoveries1764200000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SANCTIONS);
    await runner.query(BANS);
    await runner.query(RECOVERIES);
    await runner.query(COLLECTION);
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

const SANCTIONS = `
  create table grant_sanction (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    agreement_id uuid not null references grant_agreement (id),
    number text not null unique check (number ~ '^SN-[0-9]{4}-[0-9]{4,6}$'),
    ground text not null check (ground in ('FALSE_CLAIM', 'OFF_PURPOSE', 'CONDITION_BREACH', 'REQUIREMENT_UNMET')),
    -- no sanction after ten years (국가연구개발혁신법 제32조제5항)
    improper_on date not null,
    notice_on date not null check (notice_on >= improper_on and notice_on <= improper_on + interval '10 years'),
    objection_until date not null check (objection_until > notice_on),
    misspent_won bigint not null check (misspent_won > 0),
    government_paid_won bigint not null check (government_paid_won >= 0),
    standard_won bigint not null,
    lowest_won bigint not null check (lowest_won between 0 and standard_won),
    highest_won bigint not null check (highest_won >= standard_won),
    penalty_won bigint not null check (penalty_won between lowest_won and highest_won),
    adjustment text check (char_length(btrim(adjustment)) >= 5),
    -- of participation; 0: none
    ban_months smallint not null check (ban_months between 0 and 120),
    reason text not null check (char_length(btrim(reason)) >= 5),
    clause text not null check (clause <> ''),
    working jsonb not null,${WITNESS},
    check (penalty_won = standard_won or adjustment is not null),
    check (penalty_won > 0 or ban_months > 0)
  );
  create index grant_sanction_agreement on grant_sanction (agreement_id);
  select make_append_only('grant_sanction');
  select facts_stated_by('grant_sanction', 'grant-sanction.decide');

  create table grant_sanction_objection (
    id uuid primary key,
    sanction_id uuid not null unique references grant_sanction (id),
    objected_on date not null,
    grounds text not null check (char_length(btrim(grounds)) >= 5),
    answer_due_on date not null check (answer_due_on > objected_on),
    document_id uuid references document (id),${WITNESS}
  );
  select make_append_only('grant_sanction_objection');
  select facts_stated_by('grant_sanction_objection', 'grant-sanction.object');

  create table grant_sanction_answer (
    objection_id uuid primary key references grant_sanction_objection (id),
    outcome text not null check (outcome in ('UPHELD', 'REDUCED', 'LIFTED')),
    reason text not null check (char_length(btrim(reason)) >= 5),
    answered_on date not null,
    -- what stands after it
    penalty_won bigint not null check (penalty_won >= 0),
    ban_months smallint not null check (ban_months >= 0),${WITNESS},
    check (outcome <> 'LIFTED' or (penalty_won = 0 and ban_months = 0))
  );
  select make_append_only('grant_sanction_answer');
  select facts_stated_by('grant_sanction_answer', 'grant-sanction.answer');
`;

const BANS = `
  -- The bans that a sanction imposed, beside those that other authorities told of.
  select facts_stated_by('grant_ban', 'grant-ban.record', 'grant-sanction.decide');
  create table grant_sanction_ban (
    ban_id uuid primary key references grant_ban (id),
    sanction_id uuid not null references grant_sanction (id),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index grant_sanction_ban_sanction on grant_sanction_ban (sanction_id);
  select make_append_only('grant_sanction_ban');
  select facts_stated_by('grant_sanction_ban', 'grant-sanction.decide');

  -- A ban that ends earlier than it was to: its last day; the day before its first, when it never was.
  create table grant_ban_end (
    ban_id uuid primary key references grant_ban (id),
    last_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('grant_ban_end');
  select facts_stated_by('grant_ban_end', 'grant-sanction.answer');
`;

const RECOVERIES = `
  create table grant_recovery (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    agreement_id uuid not null references grant_agreement (id),
    settlement_id uuid unique references grant_settlement_final (settlement_id),
    sanction_id uuid unique references grant_sanction (id),
    number text not null unique check (number ~ '^GR-[0-9]{4}-[0-9]{4,6}$'),
    debtor_id uuid not null references party (id),
    -- as the notice demands it; what it dropped is kept beside it
    principal_won bigint not null check (principal_won >= 0),
    interest_won bigint not null check (interest_won >= 0),
    penalty_won bigint not null check (penalty_won >= 0),
    demanded_won bigint not null check (demanded_won > 0 and demanded_won = principal_won + interest_won + penalty_won),
    dropped_won bigint not null check (dropped_won between 0 and 9),
    notice_on date not null,
    due_on date not null check (due_on > notice_on),
    clauses text[] not null check (cardinality(clauses) > 0),${WITNESS},
    check ((settlement_id is null) <> (sanction_id is null))
  );
  create index grant_recovery_call on grant_recovery (call_id);
  create index grant_recovery_agreement on grant_recovery (agreement_id);
  select make_append_only('grant_recovery');
  select facts_stated_by('grant_recovery', 'grant-settlement.finalize', 'grant-sanction.decide');

  create table grant_recovery_instalment (
    recovery_id uuid not null references grant_recovery (id),
    instalment_no smallint not null check (instalment_no > 0),
    due_on date not null,
    amount_won bigint not null check (amount_won > 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (recovery_id, instalment_no)
  );
  select make_append_only('grant_recovery_instalment');
  select facts_stated_by('grant_recovery_instalment', 'grant-settlement.finalize', 'grant-sanction.decide');

  -- Numbers of recoveries and of sanctions run through all calls.
  create function next_recovery_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('recovery numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from grant_recovery where number like 'GR-' || of_year || '-%';
    return 'GR-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  create function next_sanction_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('sanction numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from grant_sanction where number like 'SN-' || of_year || '-%';
    return 'SN-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_recovery_number(integer), next_sanction_number(integer) from public;

  -- Asked at commit: the claim is what its settlement or its sanction says, and the plan adds up to it.
  create function grant_recovery_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select party_id from grant_agreement where id = new.agreement_id and call_id = new.call_id) is distinct from new.debtor_id
       or (new.settlement_id is not null and not exists (
             select 1 from grant_settlement s where s.id = new.settlement_id and s.agreement_id = new.agreement_id and s.notice_won = new.demanded_won and s.dropped_won = new.dropped_won))
       or (new.sanction_id is not null and not exists (
             select 1 from grant_sanction s where s.id = new.sanction_id and s.agreement_id = new.agreement_id and s.penalty_won = new.penalty_won + new.dropped_won and new.penalty_won = new.demanded_won)) then
      raise exception 'recovery % is not what was decided', new.number using errcode = 'check_violation', constraint = 'grant_recovery_stands';
    end if;
    if (select sum(amount_won) from grant_recovery_instalment where recovery_id = new.id) is distinct from new.demanded_won
       or (select min(due_on) from grant_recovery_instalment where recovery_id = new.id) is distinct from new.due_on then
      raise exception 'the instalments of recovery % are not what it demands', new.number using errcode = 'check_violation', constraint = 'grant_recovery_planned';
    end if;
    return null;
  end $$;
  create constraint trigger grant_recovery_stands after insert on grant_recovery deferrable initially deferred for each row execute function grant_recovery_stands();
`;

const COLLECTION = `
  create table grant_recovery_movement (
    id uuid primary key,
    recovery_id uuid not null references grant_recovery (id),
    kind text not null check (kind in ('RECEIVED', 'WRITTEN_OFF', 'SURCHARGED', 'REDUCED')),
    amount_won bigint not null check (amount_won > 0),
    value_on date not null,
    bank_reference text check (length(bank_reference) between 1 and 100),
    reason text,${WITNESS},
    check (kind not in ('WRITTEN_OFF', 'REDUCED') or char_length(btrim(coalesce(reason, ''))) >= 5)
  );
  create index grant_recovery_movement_recovery on grant_recovery_movement (recovery_id);
  select make_append_only('grant_recovery_movement');
  select facts_stated_by('grant_recovery_movement', 'grant-recovery.receive', 'grant-recovery.surcharge', 'grant-recovery.write-off', 'grant-sanction.answer');

  -- 독촉: a payment that did not come is asked for again.
  create table grant_recovery_reminder (
    id uuid primary key,
    recovery_id uuid not null references grant_recovery (id),
    reminded_on date not null,
    pay_by date not null check (pay_by > reminded_on),
    open_won bigint not null check (open_won > 0),${WITNESS},
    unique (recovery_id, reminded_on)
  );
  select make_append_only('grant_recovery_reminder');
  select facts_stated_by('grant_recovery_reminder', 'grant-recovery.remind');

  -- 국고납입: what came in goes to the Treasury under the number of its payment notice.
  create table grant_recovery_remittance (
    id uuid primary key,
    recovery_id uuid not null references grant_recovery (id),
    amount_won bigint not null check (amount_won > 0),
    remitted_on date not null,
    notice_number text not null check (length(notice_number) between 1 and 50),${WITNESS}
  );
  create index grant_recovery_remittance_recovery on grant_recovery_remittance (recovery_id);
  select make_append_only('grant_recovery_remittance');
  select facts_stated_by('grant_recovery_remittance', 'grant-recovery.remit');

  -- No more goes to the Treasury than came in.
  create function grant_recovery_remitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('grant recovery ' || new.recovery_id, 0));
    if (select sum(amount_won) from grant_recovery_remittance where recovery_id = new.recovery_id)
       > (select coalesce(sum(amount_won), 0) from grant_recovery_movement where recovery_id = new.recovery_id and kind = 'RECEIVED') then
      raise exception 'more is remitted than was received' using errcode = 'check_violation', constraint = 'grant_recovery_remitted';
    end if;
    return null;
  end $$;
  create trigger grant_recovery_remitted after insert on grant_recovery_remittance for each row execute function grant_recovery_remitted();
`;

const TABLES = `grant_sanction, grant_sanction_objection, grant_sanction_answer, grant_sanction_ban, grant_ban_end, grant_recovery, grant_recovery_instalment,
  grant_recovery_movement, grant_recovery_reminder, grant_recovery_remittance`;

const GRANTS = `
  grant select on ${TABLES} to baton_app, baton_auditor;
  grant insert on ${TABLES} to baton_app;
  grant execute on function next_recovery_number(integer), next_sanction_number(integer) to baton_app;
`;
