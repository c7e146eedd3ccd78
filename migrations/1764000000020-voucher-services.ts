import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services bought with a voucher: contract (hold), delivery, acceptance, inspection, claim, capture, and the refunds of what was paid. */
export class VoucherServices1764000000020 implements MigrationInterface {
  readonly name = 'VoucherServices1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SERVICES);
    await runner.query(LIFE);
    await runner.query(CLAIMS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const SERVICES = `
  create table voucher_service (
    id uuid primary key,
    voucher_id uuid not null references voucher (id),
    -- USE-2021-0001 where a roster numbers it; otherwise voucher number and running number
    number text not null check (number <> ''),
    name text,
    -- of the menu of the year; null where the year has none
    menu_code text,
    provider_id uuid not null references service_provider (id),
    contracted_on date not null,
    due_on date check (due_on >= contracted_on),
    supply_won bigint not null check (supply_won > 0),
    vat_won bigint not null check (vat_won >= 0),
    taxable boolean not null,
    -- of the supply price; together they are all of it
    government_won bigint not null check (government_won >= 0),
    self_won bigint not null check (self_won >= 0),
    -- what is set aside on the voucher; null where no public money is in it
    hold_id uuid references ledger_hold (id),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (government_won + self_won = supply_won),
    unique (voucher_id, number)
  );
  create index voucher_service_provider on voucher_service (provider_id);
  select make_append_only('voucher_service');
  select facts_stated_by('voucher_service', 'service.contract', 'voucher-roster.import');
`;

const LIFE = `
  create table service_event (
    id bigint generated always as identity primary key,
    service_id uuid not null references voucher_service (id),
    event text not null,
    happened_on date not null,
    -- who stands in for a suspended provider
    provider_id uuid references service_provider (id),
    document_id uuid references document (id),
    -- of the deliverable: the same one twice is a warning sign
    content_hash char(64),
    rating smallint check (rating between 1 and 5),
    broker_reported_on date,
    reason text,
    detail jsonb,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index service_event_service on service_event (service_id, id);
  create index service_event_content on service_event (content_hash) where content_hash is not null;
  select make_append_only('service_event');
  select facts_stated_by('service_event', 'service.deliver', 'service.accept', 'service.inspect', 'service.claim', 'service.send-back', 'service.reassign', 'service.cancel',
    'service.capture', 'service.reverse-capture', 'service.refund', 'payment-batch.release', 'voucher-roster.import');

  create table service_state (
    service_id uuid primary key references voucher_service (id),
    state text not null,
    since_on date not null,
    provider_id uuid not null references service_provider (id),
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);
  create index service_state_open on service_state (state) where state in ('DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED', 'CAPTURED');

  -- What a step of a service does to its voucher, in the words of the voucher's life; the others do nothing to it.
  create function voucher_event_of(service_event text) returns text language sql immutable return case service_event
    when 'contract' then 'hold' when 'cancel' then 'release' when 'capture' then 'capture' when 'refundPart' then 'refund' when 'refundWhole' then 'refund'
    when 'reverseCapture' then 'refund' end;

  create function service_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare culprit record;
  begin
    -- A voucher that is being suspended or withdrawn at this moment is waited for.
    perform 1 from voucher_state where voucher_id in (select voucher_id from added) order by voucher_id for share;
    select s.voucher_id, s.state into culprit from added a join voucher_state s using (voucher_id)
     where not exists (select 1 from life_step l where l.life = 'voucher' and l.from_state = s.state and l.event = 'hold') limit 1;
    if found then
      raise exception 'voucher % takes no contract while %', culprit.voucher_id, culprit.state
        using errcode = 'check_violation', constraint = 'voucher_life', detail = concat_ws('/', culprit.state, 'hold');
    end if;
    insert into service_state (service_id, state, since_on, provider_id) select id, 'CONTRACTED', contracted_on, provider_id from added;
    return null;
  end $$;
  create trigger service_begin after insert on voucher_service referencing new table as added for each statement execute function service_begin();

  create function service_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    wanted bigint;
    taken bigint;
    culprit record;
  begin
    perform 1 from voucher_state where voucher_id in (select s.voucher_id from added e join voucher_service s on s.id = e.service_id) order by voucher_id for share;
    perform 1 from service_state where service_id in (select service_id from added) order by service_id for update;
    select v.state, e.event into culprit
      from added e join voucher_service s on s.id = e.service_id join voucher_state v using (voucher_id)
     where voucher_event_of(e.event) is not null
       and not exists (select 1 from life_step l where l.life = 'voucher' and l.from_state = v.state and l.event = voucher_event_of(e.event)) limit 1;
    if found then
      raise exception 'the voucher of this service does not allow % while %', culprit.event, culprit.state
        using errcode = 'check_violation', constraint = 'voucher_life', detail = concat_ws('/', culprit.state, voucher_event_of(culprit.event));
    end if;
    select count(*) into wanted from added;
    update service_state s
       set state = l.to_state, since_on = case when s.state = l.to_state then s.since_on else e.happened_on end,
           provider_id = coalesce(e.provider_id, s.provider_id), changed_at = clock_timestamp()
      from added e, life_step l
     where s.service_id = e.service_id and l.life = 'service' and l.from_state = s.state and l.event = e.event;
    get diagnostics taken = row_count;
    if taken <> wanted then
      select e.service_id, e.event, s.state into culprit from added e join service_state s using (service_id)
       where not exists (select 1 from life_step l where l.life = 'service' and l.from_state = s.state and l.event = e.event) limit 1;
      raise exception 'service % does not % while %', culprit.service_id, culprit.event, culprit.state
        using errcode = 'check_violation', constraint = 'service_life', detail = concat_ws('/', culprit.state, culprit.event);
    end if;
    return null;
  end $$;
  create trigger service_event_apply after insert on service_event referencing new table as added for each statement execute function service_event_apply();
`;

const CLAIMS = `
  -- Each version of a claim; sent back, it is claimed anew. The invoice itself stands in tax_invoice, once for good.
  create table service_claim (
    id uuid primary key,
    service_id uuid not null references voucher_service (id),
    invoice_number char(24) not null references tax_invoice (number),
    supply_won bigint not null check (supply_won > 0),
    vat_won bigint not null check (vat_won >= 0),
    government_won bigint not null check (government_won >= 0),
    self_won bigint not null check (self_won >= 0),
    broker_fee_won bigint check (broker_fee_won >= 0),
    claimed_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (government_won + self_won = supply_won)
  );
  create index service_claim_service on service_claim (service_id, recorded_at desc);
  select make_append_only('service_claim');
  select facts_stated_by('service_claim', 'service.claim', 'voucher-roster.import');

  -- The decision to pay: money leaves the voucher for good and is owed to the provider.
  create table service_capture (
    service_id uuid primary key references voucher_service (id),
    claim_id uuid not null unique references service_claim (id),
    payee_id uuid not null references party (id),
    public_won bigint not null check (public_won >= 0),
    -- out of the company's lot that was paid in; zero where the company pays its share directly
    own_won bigint not null check (own_won >= 0),
    captured_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index service_capture_payee on service_capture (payee_id);
  select make_append_only('service_capture');
  select facts_stated_by('service_capture', 'service.capture', 'voucher-roster.import');

  create table service_refund (
    id uuid primary key,
    service_id uuid not null references voucher_service (id),
    public_won bigint not null check (public_won >= 0),
    self_won bigint not null check (self_won >= 0),
    vat_won bigint not null check (vat_won >= 0),
    returned_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 2),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (public_won + self_won + vat_won > 0)
  );
  create index service_refund_service on service_refund (service_id);
  select make_append_only('service_refund');
  select facts_stated_by('service_refund', 'service.refund', 'service.reverse-capture');
`;

const GRANTS = `
  grant select on voucher_service, service_event, service_state, service_claim, service_capture, service_refund to baton_app, baton_auditor;
  grant insert on voucher_service, service_event, service_claim, service_capture, service_refund to baton_app;
`;
