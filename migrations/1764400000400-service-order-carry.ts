import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders of laboratories at the end of a fiscal year: carried over or given up, and at all times what the books hold of them. */
export class ServiceOrderCarry1764400000400 implements MigrationInterface {
  readonly name = 'ServiceOrderCarry1764400000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CARRY);
    await runner.query(STANDS);
    await runner.query(CLOSES);
    await runner.query(TIES);
    await runner.query(SCOPE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const CARRY = `
  -- Orders that are still to be paid after from_year out of the budget of their own year (국가재정법 제48조), as grant_carry_over has agreements.
  create table service_order_carry (
    order_id uuid not null references service_order (id),
    from_year smallint not null check (from_year between 2000 and 2200),
    kind text not null check (kind in ('EXPLICIT', 'ACCIDENT')),
    amount_won bigint not null check (amount_won > 0),
    reason text not null check (char_length(btrim(reason)) >= 5),
    clause text not null check (clause <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (order_id, from_year)
  );
  select make_append_only('service_order_carry');
  select facts_stated_by('service_order_carry', 'grant-year.close');
  -- What is not carried over is cancelled by the close.
  select facts_stated_also_by('service_order_event', 'grant-year.close');
`;

const STANDS = `
  -- An order whose part of the budget was taken and not paid.
  create function service_order_is_open(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select o.government_won > 0 and (s.state in ('ACCEPTED', 'CERTIFIED') or s.state = 'APPROVED' and exists (
             select 1 from payable_state y where y.kind = 'grant.service-order' and y.subject_id = o.id and y.state not in ('PAID', 'WITHDRAWN')))
      from service_order o join service_order_state s on s.order_id = o.id where o.id = wanted
  $$;
  revoke execute on function service_order_is_open(uuid) from public;

  create function service_order_carry_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from service_order_carry c where c.order_id = new.order_id and c.kind = 'ACCIDENT' and c.from_year < new.from_year) then
      raise exception 'what was carried over by accident is not carried over again' using errcode = 'check_violation', constraint = 'service_order_carry_once';
    end if;
    if not service_order_is_open(new.order_id)
       or not exists (select 1 from service_order o where o.id = new.order_id and o.government_won = new.amount_won and o.fiscal_year <= new.from_year) then
      raise exception 'order % is carried over whole, while it is open, out of a year that is over', new.order_id using errcode = 'check_violation', constraint = 'service_order_carry_whole';
    end if;
    return new;
  end $$;
  create trigger service_order_carry_stands before insert on service_order_carry for each row execute function service_order_carry_stands();

  -- Asked at commit: it is the close of that year that carries over.
  create function service_order_carry_closes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_year_close y join service_order o on o.call_id = y.call_id where o.id = new.order_id and y.fiscal_year = new.from_year and y.command_id = new.command_id) then
      raise exception 'order % is carried over by no close of %', new.order_id, new.from_year using errcode = 'check_violation', constraint = 'service_order_carry_closes';
    end if;
    return null;
  end $$;
  create constraint trigger service_order_carry_closes after insert on service_order_carry deferrable initially deferred for each row execute function service_order_carry_closes();
`;

const CLOSES = `
  -- Asked at commit: a year closes with every order of it carried over, paid or given up, and says how much was carried over.
  create function grant_year_orders_settled() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from service_order o where o.call_id = new.call_id and o.fiscal_year <= new.fiscal_year and service_order_is_open(o.id)
                 and not exists (select 1 from service_order_carry c where c.order_id = o.id and c.from_year = new.fiscal_year)) then
      raise exception 'an order of % is neither carried over nor given up', new.fiscal_year using errcode = 'check_violation', constraint = 'grant_year_orders_settled';
    end if;
    if new.carried_won <> (select coalesce(sum(amount_won), 0) from (select amount_won from grant_carry_over where command_id = new.command_id
                                                                    union all select amount_won from service_order_carry where command_id = new.command_id) as carried) then
      raise exception 'the close of % does not say what it carries over', new.fiscal_year using errcode = 'check_violation', constraint = 'grant_year_carried';
    end if;
    return null;
  end $$;
  create constraint trigger grant_year_orders_settled after insert on grant_year_close deferrable initially deferred for each row execute function grant_year_orders_settled();

  -- A closed year has no budget for an order.
  create function service_order_year_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from service_order o join grant_year_close y on y.call_id = o.call_id and y.fiscal_year = o.fiscal_year where o.id = new.order_id) then
      raise exception 'the year of order % is closed', new.order_id using errcode = 'check_violation', constraint = 'service_order_year_open';
    end if;
    return null;
  end $$;
  create trigger service_order_year_open after insert on service_order_event for each row when (new.event = 'accept') execute function service_order_year_open();

  -- Asked at commit: all that a close does to orders is to give up those that nobody certified.
  create function service_order_close_cancels() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from command_log where id = new.command_id and command = 'grant-year.close') then
      raise exception 'a close does not % an order', new.event using errcode = 'check_violation', constraint = 'service_order_close_cancels';
    end if;
    return null;
  end $$;
  create constraint trigger service_order_close_cancels after insert on service_order_event
    deferrable initially deferred for each row when (new.event <> 'cancel') execute function service_order_close_cancels();
`;

const TIES = `
  -- What orders hold of the budget is what the books say, at every commit.
  create function service_order_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told bigint := (select case when s.state in ('ACCEPTED', 'CERTIFIED') then o.government_won else 0 end from service_order o join service_order_state s on s.order_id = o.id where o.id = new.order_id);
    booked numeric := coalesce((select b.balance from service_order o join ledger_account a on a.key = 'grant/' || o.call_id || '/grant.committed/' || o.id
                                  join account_balance b on b.account_id = a.id where o.id = new.order_id), 0);
  begin
    if told <> booked then
      raise exception 'committed of order %: % told, % booked', new.order_id, told, booked using errcode = 'check_violation', constraint = 'service_order_ties';
    end if;
    return null;
  end $$;
  create constraint trigger service_order_ties after insert on service_order_event deferrable initially deferred for each row execute function service_order_ties();

  -- A fee is owed as the order says, to its laboratory, and the debt names the year whose budget bears it.
  create function payable_of_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from added a left join service_order o on o.id = a.subject_id where a.kind = 'grant.service-order'
                and (a.book, a.payee_id, a.amount_won, a.detail ->> 'fiscalYear') is distinct from ('grant/' || o.call_id, o.lab_id, o.government_won, o.fiscal_year::text)) then
      raise exception 'a fee is owed as its order says' using errcode = 'check_violation', constraint = 'payable_of_order';
    end if;
    return null;
  end $$;
  create trigger payable_of_order after insert on payable referencing new table as added for each statement execute function payable_of_order();
`;

const SCOPE = `
  grant select on service_order_carry to baton_app, baton_auditor;
  grant insert on service_order_carry to baton_app;
  alter table service_order_carry enable row level security;
  create policy in_scope on service_order_carry using ((select baton_sees_all()) or exists (select 1 from service_order o where o.id = order_id));
`;
