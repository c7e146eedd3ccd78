import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voucher programmes by year: budget and quota decisions, who may serve, who may broker, and the closed tables of life cycles. */
export class VoucherYears1764000000000 implements MigrationInterface {
  readonly name = 'VoucherYears1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(YEARS);
    await runner.query(PROVIDERS);
    await runner.query(BROKERS);
    await runner.query(INVOICES);
    await runner.query(LIVES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const YEARS = `
  create table voucher_year (
    id uuid primary key,
    programme_id uuid not null references programme (id),
    kind text not null check (kind in ('AS', 'KTTN')),
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    name text not null check (length(name) between 1 and 300),
    agency text not null check (length(agency) between 1 and 200),
    -- which statute governs its clawbacks is a legal decision of the programme, taken once
    legal_regime text not null check (legal_regime in ('PUBLIC_FINANCE', 'SUBSIDY', 'RND')),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (programme_id, kind, fiscal_year)
  );
  select make_append_only('voucher_year');
  select facts_stated_by('voucher_year', 'voucher-year.open', 'voucher-roster.import');
  -- The terms of a year are policies of its book.
  select facts_stated_by('policy', 'policy.decide', 'programme.create', 'fund.form', 'fund-register.import', 'voucher-year.open', 'voucher-term.decide', 'voucher-roster.import');

  -- Each row changes the budget and the quotas by its amounts; a proposal of the government (정부안) changes nothing yet.
  create table voucher_budget (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    stage text not null check (stage in ('PROPOSAL', 'APPROVED', 'SUPPLEMENTARY', 'TRANSFER', 'CARRIED_FORWARD')),
    amount_won bigint not null,
    vouchers integer not null,
    companies integer not null,
    decided_on date not null,
    clause text not null check (clause <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (amount_won <> 0 or vouchers <> 0 or companies <> 0)
  );
  create index voucher_budget_year on voucher_budget (year_id, decided_on);
  select make_append_only('voucher_budget');
  select facts_stated_by('voucher_budget', 'voucher-budget.decide', 'voucher-year.close', 'voucher-roster.import');

  -- The end of a programme year: what lapsed, what went on to the next one, which commitments are paid after it.
  create table voucher_year_close (
    year_id uuid primary key references voucher_year (id),
    closed_on date not null,
    next_year_id uuid references voucher_year (id),
    lapsed_won bigint not null check (lapsed_won >= 0),
    forwarded_won bigint not null check (forwarded_won >= 0),
    carried_over_won bigint not null check (carried_over_won >= 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (forwarded_won = 0 or next_year_id is not null)
  );
  select make_append_only('voucher_year_close');
  select facts_stated_by('voucher_year_close', 'voucher-year.close');

  -- Who grants or issues and who closes wait for each other; after the close nothing is granted or issued any more.
  create function voucher_year_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare shut uuid;
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('voucher year ' || year_id, 0)) from (select distinct year_id from added order by year_id) as years;
    select year_id into shut from voucher_year_close where year_id in (select year_id from added) limit 1;
    if found then
      raise exception 'programme year % is closed', shut using errcode = 'check_violation', constraint = 'voucher_year_open';
    end if;
    return null;
  end $$;
  create trigger voucher_budget_year_open after insert on voucher_budget referencing new table as added for each statement execute function voucher_year_is_open();

  create function voucher_year_is_over() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    ended date := (select make_date(fiscal_year, 12, 31) from voucher_year where id = new.year_id);
  begin
    perform pg_advisory_xact_lock(hashtextextended('voucher year ' || new.year_id, 0));
    if new.closed_on <= ended or new.closed_on > (clock_timestamp() at time zone 'Asia/Seoul')::date then
      raise exception 'programme year % is closed after %, and not before it happens', new.year_id, ended using errcode = 'check_violation', constraint = 'voucher_year_over';
    end if;
    return new;
  end $$;
  create trigger voucher_year_is_over before insert on voucher_year_close for each row execute function voucher_year_is_over();
`;

const PROVIDERS = `
  create table service_provider (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    party_id uuid not null references party (id),
    -- null: the roster names it without a day
    registered_on date,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (year_id, party_id)
  );
  select make_append_only('service_provider');
  select facts_stated_by('service_provider', 'service-provider.register', 'voucher-roster.import');

  create table service_provider_turn (
    id bigint generated always as identity primary key,
    provider_id uuid not null references service_provider (id),
    kind text not null check (kind in ('SUSPENDED', 'RESUMED')),
    effective_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index service_provider_turn_provider on service_provider_turn (provider_id, id desc);
  select make_append_only('service_provider_turn');
  select facts_stated_by('service_provider_turn', 'service-provider.suspend', 'service-provider.resume');

  -- Whoever is registered can be suspended, whoever is suspended can be resumed, in the order of the days.
  create function service_provider_turn_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    last service_provider_turn;
    begun date;
  begin
    perform pg_advisory_xact_lock(hashtextextended('turns of ' || new.provider_id, 0));
    select registered_on into begun from service_provider where id = new.provider_id;
    select * into last from service_provider_turn where provider_id = new.provider_id order by id desc limit 1;
    if new.kind = coalesce(last.kind, 'RESUMED') or new.effective_on < greatest(last.effective_on, begun) then
      raise exception 'provider % is not % from %', new.provider_id, new.kind, new.effective_on using errcode = 'check_violation', constraint = 'service_provider_turn_order';
    end if;
    return new;
  end $$;
  create trigger service_provider_turn_order before insert on service_provider_turn for each row execute function service_provider_turn_order();

  -- What the tax office says about a company or provider: in business, resting, closed, and since when.
  create table business_status (
    id bigint generated always as identity primary key,
    party_id uuid not null references party (id),
    status text not null check (status in ('ACTIVE', 'RESTING', 'CLOSED')),
    effective_on date not null,
    source text not null check (source <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index business_status_party on business_status (party_id, effective_on desc, id desc);
  select make_append_only('business_status');
  select facts_stated_by('business_status', 'business-status.record');
`;

const BROKERS = `
  create table broker (
    id uuid primary key,
    programme_id uuid not null references programme (id),
    number text not null check (number <> ''),
    name text not null check (name <> ''),
    organisation text,
    field text,
    area text,
    registered_on date not null,
    valid_to date check (valid_to >= registered_on),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    unique (programme_id, number)
  );
  select make_append_only('broker');
  select facts_stated_by('broker', 'broker.register', 'voucher-roster.import');

  create table broker_turn (
    id bigint generated always as identity primary key,
    broker_id uuid not null references broker (id),
    kind text not null check (kind in ('STRUCK_OFF', 'RENEWED')),
    -- struck off from this day, or valid through it
    effective_on date not null,
    reason text not null check (reason <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index broker_turn_broker on broker_turn (broker_id, id desc);
  select make_append_only('broker_turn');
  select facts_stated_by('broker_turn', 'broker.strike-off', 'broker.renew', 'voucher-roster.import');

  -- A registration that ends is renewed for longer; struck off, it is over for good.
  create function broker_turn_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    registered broker;
    good_through date;
  begin
    perform pg_advisory_xact_lock(hashtextextended('turns of ' || new.broker_id, 0));
    select * into registered from broker where id = new.broker_id;
    select greatest(registered.valid_to, max(effective_on)) into good_through from broker_turn where broker_id = new.broker_id and kind = 'RENEWED';
    if exists (select 1 from broker_turn where broker_id = new.broker_id and kind = 'STRUCK_OFF')
       or new.effective_on < registered.registered_on
       or (new.kind = 'RENEWED' and (registered.valid_to is null or new.effective_on <= good_through)) then
      raise exception 'broker % is not % from %', new.broker_id, new.kind, new.effective_on using errcode = 'check_violation', constraint = 'broker_turn_order';
    end if;
    return new;
  end $$;
  create trigger broker_turn_order before insert on broker_turn for each row execute function broker_turn_order();
`;

/** One row per number, whichever instrument pays it: no invoice is paid twice, in this programme or any other. */
const INVOICES = `
  create table tax_invoice (
    number char(24) primary key check (number ~ '^[0-9A-Za-z]{24}$'),
    subject_kind text not null check (subject_kind <> ''),
    subject_id uuid not null,
    invoiced_on date,
    supplier_id uuid references party (id),
    supply_won bigint not null check (supply_won > 0),
    vat_won bigint not null check (vat_won >= 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index tax_invoice_subject on tax_invoice (subject_id);
  select make_append_only('tax_invoice');
  select facts_stated_by('tax_invoice', 'service.claim', 'voucher-roster.import');
`;

/** Reference data written by the owner at each start from the tables in the code, like the chart of the ledger. */
const LIVES = `
  create table life_step (
    life text not null,
    from_state text not null,
    event text not null,
    to_state text not null,
    primary key (life, from_state, event)
  );
`;

const GRANTS = `
  grant select on voucher_year, voucher_budget, voucher_year_close, service_provider, service_provider_turn, business_status, broker, broker_turn, tax_invoice, life_step
    to baton_app, baton_auditor;
  grant insert on voucher_year, voucher_budget, voucher_year_close, service_provider, service_provider_turn, business_status, broker, broker_turn, tax_invoice to baton_app;
`;
