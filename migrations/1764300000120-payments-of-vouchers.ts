import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vouchers are paid by payment runs; where parties are, so that a bank can be told. */
export class PaymentsOfVouchers1764300000120 implements MigrationInterface {
  readonly name = 'PaymentsOfVouchers1764300000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATED_BY);
    await runner.query(DEBTS);
    await runner.query(DECISIONS);
    await runner.query(IN_STEP);
    await runner.query(BATCHES_END);
    await runner.query(PAYMENTS);
    await runner.query(ADDRESSES);
    await runner.query(BALANCES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** A service is paid by what the bank says, by a decision that owes nothing, or by a set-off that leaves nothing. */
const STATED_BY = `
  select facts_stated_by('service_event', 'service.deliver', 'service.accept', 'service.inspect', 'service.claim', 'service.send-back', 'service.reassign', 'service.cancel',
    'service.capture', 'service.reverse-capture', 'service.refund', 'clawback.offset', 'payment-run.confirm', 'payment-run.answer', 'payment-run.return-line',
    'bank-match.confirm', 'bank-statement.import', 'voucher-roster.import');
  select facts_stated_also_by('payable', 'service.capture', 'clawback.offset');
  select facts_stated_also_by('payable_withdrawal', 'service.reverse-capture', 'clawback.offset');
`;

const DEBTS = `
  -- Public money of a decided claim that nothing was set off against, and the company's deposit in it: what is owed for a service.
  create function claim_owed(service uuid) returns table (public_won bigint, own_won bigint) language sql stable security definer set search_path = public, pg_temp as $$
    select k.public_won - (select coalesce(sum(m.amount_won), 0) from clawback_movement m where m.service_id = k.service_id)::bigint, k.own_won from service_capture k where k.service_id = service
  $$;
  revoke execute on function claim_owed(uuid) from public;

  -- The debt of a claim is what was decided, less what was set off, to the payee of the decision, and not paid by a batch before.
  create function payable_of_claim() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
      select 1 from added a left join voucher_service s on s.id = a.subject_id left join voucher v on v.id = s.voucher_id left join service_state t on t.service_id = s.id
        left join service_capture k on k.service_id = s.id left join lateral claim_owed(s.id) w on true
       where a.kind = 'voucher.claim'
         and ((t.state, a.book, a.payee_id, a.detail ->> 'voucherId', a.detail ->> 'publicWon', a.detail ->> 'ownWon', a.amount_won)
              is distinct from ('CAPTURED', 'voucher/' || v.year_id, k.payee_id, v.id::text, w.public_won::text, w.own_won::text, w.public_won + w.own_won)
              or a.due_on < k.captured_on
              or exists (select 1 from payment_batch_line n join payment_batch_end e on e.batch_id = n.batch_id and e.kind = 'RELEASED' where n.service_id = s.id))) then
      raise exception 'a claim is owed as it was decided, to whom it is owed' using errcode = 'check_violation', constraint = 'payable_of_claim';
    end if;
    return null;
  end $$;
  create trigger payable_of_claim after insert on payable referencing new table as added for each statement execute function payable_of_claim();

  -- Asked at commit: after a set-off that much less is owed.
  create function clawback_offset_owed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select coalesce(sum(y.amount_won), 0) from payable_state p join payable y on y.id = p.payable_id where p.kind = 'voucher.claim' and p.subject_id = new.service_id and p.state <> 'WITHDRAWN')
       is distinct from (select (public_won + own_won)::numeric from claim_owed(new.service_id)) then
      raise exception 'what was set off of service % is still owed', new.service_id using errcode = 'check_violation', constraint = 'clawback_offset_owed';
    end if;
    return null;
  end $$;
  create constraint trigger clawback_offset_owed after insert on clawback_movement
    deferrable initially deferred for each row when (new.kind = 'OFFSET') execute function clawback_offset_owed();
`;

/** Asked at commit, once for each statement of captures, as before; and now also that what was decided is owed. */
const DECISIONS = `
  create or replace function service_capture_independent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if session_user <> current_user and exists (
      select 1 from service_capture p
        join command_log decided on decided.id = p.command_id
        join app_user decider on decider.id = decided.actor_id
        join service_claim m on m.id = p.claim_id
        join command_log claimed on claimed.id = m.command_id
        join app_user claimer on claimer.id = claimed.actor_id
       where p.seal_tick = new.capture_tick and decided.command = 'service.capture'
         and coalesce(decider.person_id, decider.id) = coalesce(claimer.person_id, claimer.id)) then
      raise exception 'who recorded a claim does not decide on its payment' using errcode = 'check_violation', constraint = 'service_capture_independent';
    end if;
    if exists (select 1 from service_capture p join service_state t on t.service_id = p.service_id where p.seal_tick = new.capture_tick and t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED')) then
      raise exception 'what was decided has to be a step of its service' using errcode = 'check_violation', constraint = 'service_capture_life';
    end if;
    if exists (select 1 from service_capture p join service_state t on t.service_id = p.service_id and t.state = 'CAPTURED'
                where p.seal_tick = new.capture_tick
                  and not exists (select 1 from payable_state y where y.kind = 'voucher.claim' and y.subject_id = p.service_id and y.state <> 'WITHDRAWN')) then
      raise exception 'what was decided to be paid has to be owed' using errcode = 'check_violation', constraint = 'service_capture_owed';
    end if;
    delete from service_capture_check where capture_tick = new.capture_tick;
    return null;
  end $$;
`;

/** A service is paid when its debt is, and owed again when the bank sent the money back: two tables, one answer. */
const IN_STEP = `
  create function claim_in_step(service uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select case when t.state in ('PAID', 'REFUNDED')
             then p.state = 'PAID' or (p.state is null and ((select public_won + own_won = 0 from claim_owed(service))
                  or exists (select 1 from payment_batch_line n join payment_batch_end e on e.batch_id = n.batch_id and e.kind = 'RELEASED' where n.service_id = service)
                  or exists (select 1 from service_capture k join command_log c on c.id = k.command_id where k.service_id = service and c.command = 'voucher-roster.import')))
             else p.state is distinct from 'PAID' end
      from service_state t left join payable_state p on p.kind = 'voucher.claim' and p.subject_id = t.service_id and p.state <> 'WITHDRAWN' where t.service_id = service
  $$;
  revoke execute on function claim_in_step(uuid) from public;

  create function voucher_claim_in_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare service uuid;
  begin
    if tg_table_name = 'service_event' then
      service := new.service_id;
    else
      select y.subject_id into service from payment_run_line n join payable y on y.id = n.payable_id and y.kind = 'voucher.claim' where (n.run_id, n.line_no) = (new.run_id, new.line_no);
    end if;
    if service is not null and not claim_in_step(service) then
      raise exception 'service % and its debt say different things of the payment', service using errcode = 'check_violation', constraint = 'voucher_claim_in_step';
    end if;
    return null;
  end $$;
  create constraint trigger voucher_claim_in_step after insert on service_event
    deferrable initially deferred for each row when (new.event in ('pay', 'bounce')) execute function voucher_claim_in_step();
  create constraint trigger voucher_claim_in_step after insert on payment_outcome
    deferrable initially deferred for each row when (new.outcome in ('PAID', 'RETURNED')) execute function voucher_claim_in_step();

  -- A provider that gave money back had it: the transfer cannot come back any more.
  create function service_bounce_unrefunded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from service_refund where service_id = new.service_id) then
      raise exception 'service % was refunded', new.service_id using errcode = 'check_violation', constraint = 'service_bounce_unrefunded';
    end if;
    return null;
  end $$;
  create trigger service_bounce_unrefunded after insert on service_event for each row when (new.event = 'bounce') execute function service_bounce_unrefunded();
`;

/** What was owed is owed to runs from here on. Batches that were released stay to be read; those that were only drafted lapse. */
const BATCHES_END = `
  insert into payable (id, book, kind, subject_id, payee_id, purpose, amount_won, due_on, detail, known_at, command_id)
  select gen_random_uuid(), 'voucher/' || v.year_id, 'voucher.claim', s.id, k.payee_id, case when i.number is null or starts_with(s.number, i.number) then s.number else i.number || ' ' || s.number end,
         w.public_won + w.own_won, k.captured_on, jsonb_build_object('voucherId', v.id, 'publicWon', w.public_won::text, 'ownWon', w.own_won::text), k.known_at, k.command_id
    from service_capture k join service_state t on t.service_id = k.service_id and t.state = 'CAPTURED' join voucher_service s on s.id = k.service_id join voucher v on v.id = s.voucher_id
    left join voucher_issue i on i.voucher_id = v.id cross join lateral claim_owed(s.id) w
   where w.public_won + w.own_won > 0;
  delete from payment_batch_claim c where not exists (select 1 from payment_batch_end e where e.batch_id = c.batch_id);
  revoke insert on payment_batch, payment_batch_line, payment_batch_end from baton_app;
  drop function next_payment_number(integer);
`;

const PAYMENTS = `
  -- What each payment of a service moved, lot by lot, and the command that says so: a batch, a line of a run, or nothing where nothing was owed.
  create view voucher_payment with (security_invoker = true) as
    select n.service_id, e.command_id, n.public_won, n.own_won, b.number, null::uuid as run_id
      from payment_batch_line n join payment_batch b on b.id = n.batch_id join payment_batch_end e on e.batch_id = b.id and e.kind = 'RELEASED'
     union all
    select y.subject_id, o.command_id, (y.detail ->> 'publicWon')::bigint, (y.detail ->> 'ownWon')::bigint, r.number, r.id
      from payment_outcome o join payment_run_line n on (n.run_id, n.line_no) = (o.run_id, o.line_no) join payment_run r on r.id = o.run_id join payable y on y.id = n.payable_id
     where y.kind = 'voucher.claim' and o.outcome = 'PAID'
     union all
    select service_id, command_id, 0, 0, null, null from service_event where event = 'pay' and detail ->> 'owed' = 'NOTHING';
`;

const ADDRESSES = `
  -- Where a party is, from a day on, in the elements that banks want to be told apart (ISO 20022 PostalAddress).
  create table party_address (
    id uuid primary key,
    party_id uuid not null references party (id),
    effective_from date not null,
    post_code text not null check (post_code ~ '^[0-9A-Z -]{3,16}$'),
    street text not null check (char_length(btrim(street)) between 1 and 70),
    building text check (char_length(btrim(building)) between 1 and 16),
    town text not null check (char_length(btrim(town)) between 1 and 35),
    country char(2) not null check (country ~ '^[A-Z]{2}$'),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (country <> 'KR' or post_code ~ '^[0-9]{5}$')
  );
  create index party_address_party on party_address (party_id, effective_from);
  select make_append_only('party_address');
  select facts_stated_by('party_address', 'party-address.record');
`;

const BALANCES = `
  -- What the newest statement says of the account that a book pays from; told to whoever may pay from it, also where statements are not.
  create function newest_bank_balance(wanted uuid) returns table (balance_won bigint, as_of date) language sql stable security definer set search_path = public, pg_temp as $$
    with said as (
      select l.value_on as day, s.recorded_at, 0 as rank, l.position, l.balance_won
        from paying_account p join statement_account a on a.bank_account_id = p.bank_account_id join bank_line l on l.account_id = a.id join bank_statement s on s.id = l.statement_id
       where p.id = wanted and l.balance_won is not null and (baton_sees_all() or p.book in (select baton_books()))
      union all
      select s.last_on, s.recorded_at, 1, 0, s.closing_won
        from paying_account p join statement_account a on a.bank_account_id = p.bank_account_id join bank_statement s on s.account_id = a.id
       where p.id = wanted and s.closing_won is not null and (baton_sees_all() or p.book in (select baton_books())))
    select balance_won, day from said order by day desc, recorded_at desc, rank desc, position desc limit 1
  $$;

  -- What other runs take out of the same account and a statement that ends on \`since\` does not show.
  create function bank_money_taken(wanted uuid, since date, except_run uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce(sum(n.amount_won), 0)::bigint
      from paying_account p join paying_account q on q.bank_account_id = p.bank_account_id join payment_run r on r.paying_account_id = q.id join payment_run_state s on s.run_id = r.id
      join payment_run_line n on n.run_id = r.id join payment_line_state t on (t.run_id, t.line_no) = (n.run_id, n.line_no)
      left join payment_outcome o on (o.run_id, o.line_no, o.outcome) = (n.run_id, n.line_no, 'PAID')
     where p.id = wanted and (baton_sees_all() or p.book in (select baton_books())) and r.id is distinct from except_run and s.state <> 'VOIDED'
       and (t.state = 'OPEN' or (t.state = 'PAID' and o.happened_on > since))
  $$;
  revoke execute on function newest_bank_balance(uuid), bank_money_taken(uuid, date, uuid) from public;
`;

const GRANTS = `
  grant select on voucher_payment, party_address to baton_app, baton_auditor;
  grant insert on party_address to baton_app;
  grant execute on function newest_bank_balance(uuid), bank_money_taken(uuid, date, uuid) to baton_app;
`;
