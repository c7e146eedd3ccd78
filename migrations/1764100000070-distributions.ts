import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Distributions as the waterfall divided them, carry, and what of it came back. */
export class Distributions1764100000070 implements MigrationInterface {
  readonly name = 'Distributions1764100000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TERMS);
    await runner.query(RUNS);
    await runner.query(TIES);
    await runner.query(SCENARIOS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const TERMS = `
  -- Who bears losses first and who receives the carry, from a day on: one decision names all of them and replaces the one before.
  create table waterfall_decision (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    effective_from date not null,
    clause text not null check (length(clause) between 1 and 300),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index waterfall_decision_fund on waterfall_decision (fund_id, effective_from);
  select make_append_only('waterfall_decision');
  select facts_stated_by('waterfall_decision', 'waterfall-term.decide');

  create table waterfall_party (
    decision_id uuid not null references waterfall_decision (id),
    partner_id uuid not null references fund_partner (id),
    role text not null check (role in ('FIRST_LOSS', 'CARRIED')),
    -- basis points of the whole paid-in capital for who bears losses first; a weight among those who share the carry
    weight integer not null check (weight between 1 and 10000),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (decision_id, partner_id, role)
  );
  select make_append_only('waterfall_party');
  select facts_stated_by('waterfall_party', 'waterfall-term.decide');

  create function waterfall_party_of_fund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from waterfall_decision d join fund_partner p on p.id = new.partner_id where d.id = new.decision_id and p.fund_id <> d.fund_id) then
      raise exception 'a party of the waterfall is a partner of its fund' using errcode = 'check_violation', constraint = 'waterfall_party_of_fund';
    end if;
    return null;
  end $$;
  create trigger waterfall_party_of_fund after insert on waterfall_party for each row execute function waterfall_party_of_fund();
`;

const RUNS = `
  -- One payment to all partners. An imported distribution has rows in distribution alone: nobody knows how it was divided.
  create table distribution_run (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    number smallint not null check (number > 0),
    -- CLAWBACK: carry comes back and goes on to the investors, so nothing leaves the fund on balance
    kind text not null check (kind in ('PAYOUT', 'CLAWBACK')),
    paid_on date not null,
    amount_won bigint not null check (amount_won >= 0),
    carry_won bigint not null,
    recallable_won bigint not null check (recallable_won >= 0),
    source text not null check (length(source) between 1 and 300),
    obligation_met boolean not null,
    -- the terms that applied and the whole working, as the people who signed saw it
    terms jsonb not null,
    plan jsonb not null,
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (fund_id, number),
    check (case kind when 'PAYOUT' then amount_won > 0 and carry_won between 0 and amount_won else amount_won = 0 and carry_won < 0 and recallable_won = 0 end)
  );
  select make_append_only('distribution_run');
  select facts_stated_by('distribution_run', 'distribution.pay', 'carry.claw-back');

  -- Carry paid to a general partner; below zero where it came back or the payment was undone.
  create table carry_payment (
    id uuid primary key,
    run_id uuid not null references distribution_run (id),
    partner_id uuid not null references fund_partner (id),
    amount_won bigint not null check (amount_won <> 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index carry_payment_run on carry_payment (run_id);
  create index carry_payment_partner on carry_payment (partner_id);
  select make_append_only('carry_payment');
  select facts_stated_by('carry_payment', 'distribution.pay', 'distribution.reverse', 'carry.claw-back');

  -- What of a distribution may be called again: it is commitment not called. Of the same sign as the row it belongs to.
  create table distribution_recallable (
    distribution_id uuid primary key references distribution (id),
    amount_won bigint not null check (amount_won <> 0),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('distribution_recallable');
  select facts_stated_by('distribution_recallable', 'distribution.pay', 'distribution.reverse');

  -- A distribution that should never have been recorded. Every row of it has a mirrored one of the same day, so that sums stay sums.
  create table distribution_reversal (
    run_id uuid primary key references distribution_run (id),
    reason text not null check (length(btrim(reason)) between 2 and 500),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('distribution_reversal');
  select facts_stated_by('distribution_reversal', 'distribution.reverse');

  -- The general partner's clawback: how it was computed. Who got it stands in distribution, who gave it in carry_payment.
  create table carry_clawback (
    run_id uuid primary key references distribution_run (id),
    carry_paid_won bigint not null check (carry_paid_won > 0),
    hurdle_shortfall_won bigint not null check (hurdle_shortfall_won >= 0),
    beyond_share_won bigint not null check (beyond_share_won >= 0),
    tax_won bigint not null check (tax_won >= 0),
    amount_won bigint not null check (amount_won > 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (amount_won = least(greatest(hurdle_shortfall_won, beyond_share_won), carry_paid_won - tax_won))
  );
  select make_append_only('carry_clawback');
  select facts_stated_by('carry_clawback', 'carry.claw-back');

  alter table distribution drop constraint distribution_amount_won_check;
`;

const TIES = `
  -- At commit the parts of a run are the whole: what partners got and what was carry is what was paid, and what was undone is nothing,
  -- partner by partner. Numbers without a run are history as an import told it, where nobody pays a distribution.
  create function distribution_ties(of_fund uuid, of_number smallint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare run distribution_run; undone boolean;
  begin
    select * into run from distribution_run where fund_id = of_fund and number = of_number;
    if run.id is null then
      if exists (select 1 from distribution where fund_id = of_fund and number = of_number and amount_won < 0) then
        raise exception 'only a run can be undone' using errcode = 'check_violation', constraint = 'distribution_amount';
      end if;
      return;
    end if;
    undone := exists (select 1 from distribution_reversal where run_id = run.id);
    if (select coalesce(sum(amount_won), 0) from distribution where fund_id = of_fund and number = of_number)
       + (select coalesce(sum(amount_won), 0) from carry_payment where run_id = run.id) <> (case when undone then 0 else run.amount_won end)
       or (select coalesce(sum(amount_won), 0) from carry_payment where run_id = run.id) <> (case when undone then 0 else run.carry_won end)
       or (select coalesce(sum(r.amount_won), 0) from distribution_recallable r join distribution d on d.id = r.distribution_id
            where d.fund_id = of_fund and d.number = of_number) <> (case when undone then 0 else run.recallable_won end) then
      raise exception 'the parts of distribution % are not the whole', of_number using errcode = 'check_violation', constraint = 'distribution_ties';
    end if;
    if (run.kind = 'CLAWBACK') <> exists (select 1 from carry_clawback where run_id = run.id and amount_won = -run.carry_won) then
      raise exception 'distribution % and its clawback do not agree', of_number using errcode = 'check_violation', constraint = 'carry_clawback_run';
    end if;
    if exists (select 1 from distribution where fund_id = of_fund and number = of_number
                group by partner_id having case when undone then sum(amount_won) <> 0 else min(amount_won) < 0 or count(*) > 1 end)
       or exists (select 1 from carry_payment where run_id = run.id
                group by partner_id having case when undone then sum(amount_won) <> 0 else min(amount_won) < 0 and run.kind = 'PAYOUT' or count(*) > 1 end) then
      raise exception 'a part of distribution % does not fit it', of_number using errcode = 'check_violation', constraint = 'distribution_parts';
    end if;
    if exists (select 1 from distribution d join fund_partner p on p.id = d.partner_id where d.fund_id = of_fund and d.number = of_number and (p.fund_id <> of_fund or d.paid_on <> run.paid_on))
       or exists (select 1 from carry_payment c join fund_partner p on p.id = c.partner_id where c.run_id = run.id and p.fund_id <> of_fund) then
      raise exception 'distribution % goes to partners of its fund on its day', of_number using errcode = 'check_violation', constraint = 'distribution_of_fund';
    end if;
  end $$;
  revoke execute on function distribution_ties(uuid, smallint) from public;

  create function distribution_tied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if tg_table_name in ('distribution', 'distribution_run') then
      perform distribution_ties(new.fund_id, new.number);
    else
      perform distribution_ties(fund_id, number) from distribution_run where id = new.run_id;
    end if;
    return null;
  end $$;
  create constraint trigger distribution_tied after insert on distribution deferrable initially deferred for each row execute function distribution_tied();
  create constraint trigger distribution_run_tied after insert on distribution_run deferrable initially deferred for each row execute function distribution_tied();
  create constraint trigger carry_payment_tied after insert on carry_payment deferrable initially deferred for each row execute function distribution_tied();
  create constraint trigger distribution_reversal_tied after insert on distribution_reversal deferrable initially deferred for each row execute function distribution_tied();

  create constraint trigger carry_clawback_tied after insert on carry_clawback deferrable initially deferred for each row execute function distribution_tied();

  create function distribution_recallable_tied() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare row distribution;
  begin
    select * into row from distribution where id = new.distribution_id;
    if sign(new.amount_won) <> sign(row.amount_won) or abs(new.amount_won) > abs(row.amount_won)
       or not exists (select 1 from distribution_run where fund_id = row.fund_id and number = row.number) then
      raise exception 'no more of a distribution can be called again than was paid' using errcode = 'check_violation', constraint = 'distribution_recallable_part';
    end if;
    perform distribution_ties(row.fund_id, row.number);
    return null;
  end $$;
  create constraint trigger distribution_recallable_tied after insert on distribution_recallable deferrable initially deferred for each row execute function distribution_recallable_tied();

  -- Later ones were computed from what earlier ones paid: nothing is slipped in before them, and only the last one is undone.
  create function distribution_in_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('fund ' || new.fund_id, 0));
    if exists (select 1 from distribution d where d.fund_id = new.fund_id and d.number <> new.number and (d.paid_on > new.paid_on or d.number > new.number)
                and not exists (select 1 from distribution_run r join distribution_reversal v on v.run_id = r.id where r.fund_id = d.fund_id and r.number = d.number)) then
      raise exception 'distribution % comes before one that was paid', new.number using errcode = 'check_violation', constraint = 'distribution_in_order';
    end if;
    return new;
  end $$;
  create trigger distribution_run_in_order before insert on distribution_run for each row execute function distribution_in_order();

  create function distribution_undone_last() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare run distribution_run;
  begin
    select * into run from distribution_run where id = new.run_id;
    perform pg_advisory_xact_lock(hashtextextended('fund ' || run.fund_id, 0));
    if exists (select 1 from distribution_run r where r.fund_id = run.fund_id and r.number > run.number
                and not exists (select 1 from distribution_reversal v where v.run_id = r.id)) then
      raise exception 'distribution % is not the last', run.number using errcode = 'check_violation', constraint = 'distribution_undone_last';
    end if;
    return new;
  end $$;
  create trigger distribution_undone_last before insert on distribution_reversal for each row execute function distribution_undone_last();
`;

const SCENARIOS = `
  -- What somebody assumes about the years ahead; of one name the last one saved counts.
  create table forecast_scenario (
    id uuid primary key,
    fund_id uuid not null references fund (id),
    name text not null check (length(btrim(name)) between 1 and 80),
    assumptions jsonb not null check (jsonb_typeof(assumptions) = 'object'),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index forecast_scenario_fund on forecast_scenario (fund_id, name, known_at);
  select make_append_only('forecast_scenario');
  select facts_stated_by('forecast_scenario', 'scenario.save');
`;

const TABLES = 'waterfall_decision, waterfall_party, distribution_run, carry_payment, distribution_recallable, distribution_reversal, carry_clawback, forecast_scenario';

const GRANTS = `
  grant select, insert on ${TABLES} to baton_app;
  grant select on ${TABLES} to baton_auditor;
`;
