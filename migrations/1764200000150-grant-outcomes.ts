import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays after the money: assets under restriction; and what companies have evaluated and tested at the cost of a call. */
export class GrantOutcomes1764200000150 implements MigrationInterface {
  readonly name = 'GrantOutcomes1764200000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASSETS);
    await runner.query(ASSET_GUARDS);
    await runner.query(ORDERS);
    await runner.query(ORDER_LIFE);
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

const ASSETS = `
  -- Equipment and important property (중요재산) bought from an agreement.
  create table grant_asset (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    -- PT-2021-001-A01, …
    number text not null check (number <> ''),
    kind text not null check (kind in ('EQUIPMENT', 'PROTOTYPE', 'REAL_ESTATE', 'INTANGIBLE', 'OTHER')),
    name text not null check (length(name) between 1 and 200),
    maker text check (length(maker) between 1 and 100),
    serial text check (length(serial) between 1 and 100),
    -- 연구시설·장비 등록번호, where the register of equipment has one
    registry_number text check (length(registry_number) between 1 and 50),
    location text not null check (length(location) between 1 and 200),
    -- what it was bought with; a register has none
    expense_id uuid references grant_expense (id),
    acquired_on date not null,
    amount_won bigint not null check (amount_won > 0),
    -- the government's part of it, by which it shares in what a disposal brings
    government_won bigint not null check (government_won between 0 and amount_won),
    -- nothing is done with it without approval through this day
    restricted_until date not null check (restricted_until >= acquired_on),${WITNESS},
    unique (agreement_id, number)
  );
  create index grant_asset_expense on grant_asset (expense_id) where expense_id is not null;
  select make_append_only('grant_asset');

  -- Somebody looked: it is there, in use, and where it was said to be. Once for each period.
  create table grant_asset_check (
    id uuid primary key,
    asset_id uuid not null references grant_asset (id),
    period_to date not null,
    checked_on date not null,
    condition text not null check (condition in ('IN_USE', 'IDLE', 'BROKEN', 'MISSING')),
    location text not null check (length(location) between 1 and 200),
    note text check (length(note) between 1 and 1000),
    document_id uuid references document (id),${WITNESS},
    unique (asset_id, period_to),
    -- what is not in use is explained
    check (condition = 'IN_USE' or note is not null),
    check (checked_on >= period_to - 366)
  );
  select make_append_only('grant_asset_check');

  -- Leave to sell it, to give it away, to burden it or to use it for something else.
  create table grant_asset_approval (
    id uuid primary key,
    asset_id uuid not null references grant_asset (id),
    deed text not null check (deed in ('SALE', 'TRANSFER', 'EXCHANGE', 'DISCARD', 'LEASE', 'PLEDGE', 'OTHER_USE')),
    counterparty text check (length(counterparty) between 1 and 200),
    expected_won bigint not null check (expected_won >= 0),
    reason text not null check (char_length(btrim(reason)) >= 5),
    decided_on date not null,
    valid_through date not null check (valid_through >= decided_on),${WITNESS}
  );
  create index grant_asset_approval_asset on grant_asset_approval (asset_id);
  select make_append_only('grant_asset_approval');

  create table grant_asset_disposal (
    id uuid primary key,
    asset_id uuid not null references grant_asset (id),
    approval_id uuid not null unique references grant_asset_approval (id),
    disposed_on date not null,
    proceeds_won bigint not null check (proceeds_won >= 0),
    -- the government's share in the proceeds
    government_won bigint not null check (government_won between 0 and proceeds_won),
    document_id uuid references document (id),${WITNESS}
  );
  create index grant_asset_disposal_asset on grant_asset_disposal (asset_id);
  select make_append_only('grant_asset_disposal');

  select facts_stated_by('grant_asset', 'grant-asset.register');
  select facts_stated_by('grant_asset_check', 'grant-asset.confirm');
  select facts_stated_by('grant_asset_approval', 'grant-asset.approve-disposal');
  select facts_stated_by('grant_asset_disposal', 'grant-asset.dispose');
`;

const ASSET_GUARDS = `
  create function grant_asset_gone(of_asset uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from grant_asset_disposal d join grant_asset_approval p on p.id = d.approval_id
                    where d.asset_id = of_asset and p.deed in ('SALE', 'TRANSFER', 'EXCHANGE', 'DISCARD'))
  $$;

  create function grant_asset_bought() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.expense_id is not null and not exists (
      select 1 from grant_expense e where e.id = new.expense_id and e.agreement_id = new.agreement_id
         and e.amount_won >= new.amount_won + (select coalesce(sum(a.amount_won), 0) from grant_asset a where a.expense_id = e.id)
         and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)) then
      raise exception 'asset % costs more than its expense, or another agreement paid it', new.number using errcode = 'check_violation', constraint = 'grant_asset_bought';
    end if;
    return new;
  end $$;
  create trigger grant_asset_bought before insert on grant_asset for each row execute function grant_asset_bought();

  -- What is done with an asset was approved before, for this asset, and it is still there.
  create function grant_asset_disposal_approved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('asset ' || new.asset_id, 0));
    if not exists (select 1 from grant_asset_approval p where p.id = new.approval_id and p.asset_id = new.asset_id
                     and new.disposed_on between p.decided_on and p.valid_through) then
      raise exception 'the disposal of asset % was not approved for this day', new.asset_id using errcode = 'check_violation', constraint = 'grant_asset_disposal_approved';
    end if;
    if grant_asset_gone(new.asset_id) then
      raise exception 'asset % is gone', new.asset_id using errcode = 'check_violation', constraint = 'grant_asset_there';
    end if;
    return new;
  end $$;
  create trigger grant_asset_disposal_approved before insert on grant_asset_disposal for each row execute function grant_asset_disposal_approved();

  create function grant_asset_there() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if grant_asset_gone(new.asset_id) then
      raise exception 'asset % is gone', new.asset_id using errcode = 'check_violation', constraint = 'grant_asset_there';
    end if;
    return new;
  end $$;
  create trigger grant_asset_check_there before insert on grant_asset_check for each row execute function grant_asset_there();
  create trigger grant_asset_approval_there before insert on grant_asset_approval for each row execute function grant_asset_there();
`;

const ORDERS = `
  -- Who may evaluate equipment or test for whom, and until when. A fact about the laboratory, whichever call asks for it.
  create table accredited_lab (
    id uuid primary key,
    party_id uuid not null references party (id),
    kind text not null check (kind in ('EQUIP_EVAL', 'TEST')),
    scheme text not null check (length(scheme) between 1 and 100),
    number text not null check (length(number) between 1 and 100),
    valid_from date not null,
    valid_through date check (valid_through >= valid_from),${WITNESS},
    unique (party_id, kind, scheme, number, valid_from)
  );
  create index accredited_lab_party on accredited_lab (party_id, kind, valid_from desc);
  select make_append_only('accredited_lab');
  select facts_stated_by('accredited_lab', 'accredited-lab.register');

  -- 연구장비 성능평가 (P14) and 시험·분석 (P15): what a company asks for, and who pays how much of it.
  create table service_order (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    number text not null unique check (number ~ '^SO-[0-9]{4}-[0-9]{4,6}$'),
    kind text not null check (kind in ('EQUIP_EVAL', 'TEST')),
    company_id uuid not null references party (id),
    agreement_id uuid references grant_agreement (id),
    lab_id uuid not null references party (id),
    -- the equipment that is evaluated, or what is tested
    subject text not null check (length(subject) between 1 and 300),
    items text[] not null check (cardinality(items) between 1 and 50),
    requested_on date not null,
    fiscal_year smallint not null check (fiscal_year between 2000 and 2200),
    fee_won bigint not null check (fee_won > 0),
    government_won bigint not null check (government_won between 0 and fee_won),
    company_won bigint not null check (company_won = fee_won - government_won),${WITNESS}
  );
  create index service_order_call on service_order (call_id);
  create index service_order_lab on service_order (lab_id);
  create index service_order_company on service_order (company_id);
  select make_append_only('service_order');
  select facts_stated_by('service_order', 'service-order.request');

  create function next_service_order_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('service order numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from service_order where number like 'SO-' || of_year || '-%';
    return 'SO-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_service_order_number(integer) from public;

  create table service_order_event (
    id bigint generated always as identity primary key,
    order_id uuid not null references service_order (id),
    event text not null,
    happened_on date not null,
    reason text,
    -- of a certificate: its number, and whether what was tested met the norm
    certificate text check (length(certificate) between 1 and 100),
    result text check (result in ('MET', 'NOT_MET', 'MEASURED')),
    -- the company's part was paid to the laboratory
    company_paid_on date,
    document_id uuid references document (id),${WITNESS},
    check ((event = 'certify') = (certificate is not null)),
    check ((event = 'certify') = (result is not null)),
    check (event not in ('decline', 'cancel') or char_length(btrim(coalesce(reason, ''))) >= 5)
  );
  create index service_order_event_order on service_order_event (order_id, id);
  create unique index service_order_certificate on service_order_event (certificate) where certificate is not null;
  select make_append_only('service_order_event');
  select facts_stated_by('service_order_event', 'service-order.accept', 'service-order.decline', 'service-order.certify', 'service-order.approve', 'service-order.cancel');
`;

const ORDER_LIFE = `
  -- Written by the triggers below alone.
  create table service_order_state (
    order_id uuid primary key references service_order (id),
    state text not null,
    since_on date not null,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);

  create function service_order_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from added n join grant_agreement a on a.id = n.agreement_id where a.call_id <> n.call_id) then
      raise exception 'an order names an agreement of another call' using errcode = 'check_violation', constraint = 'service_order_one_call';
    end if;
    insert into service_order_state (order_id, state, since_on) select id, 'REQUESTED', requested_on from added;
    return null;
  end $$;
  create trigger service_order_begin after insert on service_order referencing new table as added for each statement execute function service_order_begin();

  create function accredited_on(of_lab uuid, of_kind text, on_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from accredited_lab l where l.party_id = of_lab and l.kind = of_kind
                     and on_day between l.valid_from and coalesce(l.valid_through, 'infinity'))
  $$;

  -- Each step is one of the life; who accepts and who certifies was accredited on the day.
  create function service_order_event_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from service_order_state where order_id = new.order_id for update;
    update service_order_state s set state = l.to_state, since_on = new.happened_on, changed_at = clock_timestamp()
      from life_step l where s.order_id = new.order_id and l.life = 'service-order' and l.from_state = s.state and l.event = new.event;
    if not found then
      raise exception 'service order % does not % while %', new.order_id, new.event, standing
        using errcode = 'check_violation', constraint = 'service_order_life', detail = concat_ws('/', standing, new.event);
    end if;
    if new.event in ('accept', 'certify') and not (select accredited_on(o.lab_id, o.kind, new.happened_on) from service_order o where o.id = new.order_id) then
      raise exception 'nobody accredited the laboratory of % on %', new.order_id, new.happened_on using errcode = 'check_violation', constraint = 'service_order_accredited';
    end if;
    if new.event = 'approve' and not exists (
      select 1 from service_order o join service_order_event e on e.order_id = o.id and e.event = 'certify'
       where o.id = new.order_id and (o.company_won = 0 or e.company_paid_on is not null)) then
      raise exception 'the company has not paid its part of %', new.order_id using errcode = 'check_violation', constraint = 'service_order_company_paid';
    end if;
    return null;
  end $$;
  create trigger service_order_event_apply after insert on service_order_event for each row execute function service_order_event_apply();

  -- An order nobody else changes until the transaction ends; one outside of what one may see is left alone.
  create function lock_service_order(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from service_order_state s join service_order o on o.id = s.order_id
     where s.order_id = wanted and (baton_sees_all() or o.call_id in (select baton_grant_calls())) for update of s;
  end $$;
  revoke execute on function lock_service_order(uuid) from public;
`;

const GRANTS = `
  grant select on grant_asset, grant_asset_check, grant_asset_approval, grant_asset_disposal, accredited_lab, service_order, service_order_event, service_order_state to baton_app, baton_auditor;
  grant insert on grant_asset, grant_asset_check, grant_asset_approval, grant_asset_disposal, accredited_lab, service_order, service_order_event to baton_app;
  grant execute on function next_service_order_number(integer), lock_service_order(uuid) to baton_app;
`;
