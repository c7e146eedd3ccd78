import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payment of what is owed to providers, in batches that a third person releases; and what is claimed back afterwards. */
export class PaymentBatches1764000000030 implements MigrationInterface {
  readonly name = 'PaymentBatches1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BATCHES);
    await runner.query(RELEASE);
    await runner.query(CLAWBACKS);
    await runner.query(WARNINGS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const BATCHES = `
  create table payment_batch (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    number text not null unique check (number ~ '^PAY-[0-9]{4}-[0-9]{4,6}$'),
    pay_on date not null,
    total_won bigint not null check (total_won >= 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index payment_batch_year on payment_batch (year_id);
  select make_append_only('payment_batch');
  select facts_stated_by('payment_batch', 'payment-batch.draft');

  create table payment_batch_line (
    batch_id uuid not null references payment_batch (id),
    line_no integer not null check (line_no > 0),
    service_id uuid not null references voucher_service (id),
    payee_id uuid not null references party (id),
    bank_account_id uuid not null references bank_account (id),
    public_won bigint not null check (public_won >= 0),
    own_won bigint not null check (own_won >= 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (batch_id, line_no)
  );
  create index payment_batch_line_service on payment_batch_line (service_id);
  select make_append_only('payment_batch_line');
  select facts_stated_by('payment_batch_line', 'payment-batch.draft');

  create table payment_batch_end (
    batch_id uuid primary key references payment_batch (id),
    kind text not null check (kind in ('RELEASED', 'CANCELLED')),
    happened_on date not null,
    reason text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (kind = 'RELEASED' or char_length(btrim(coalesce(reason, ''))) >= 2)
  );
  select make_append_only('payment_batch_end');
  select facts_stated_by('payment_batch_end', 'payment-batch.release', 'payment-batch.cancel');

  -- A claim waits in one batch at a time. Written by triggers alone.
  create table payment_batch_claim (
    service_id uuid primary key references voucher_service (id),
    batch_id uuid not null references payment_batch (id)
  );
  create function payment_batch_take() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into payment_batch_claim (service_id, batch_id) select service_id, batch_id from added;
    -- What is paid is what was decided, less what was set off, to the payee's own account.
    if exists (
      select 1 from added n left join service_capture k on k.service_id = n.service_id join service_state t on t.service_id = n.service_id join bank_account a on a.id = n.bank_account_id
       where t.state <> 'CAPTURED' or a.party_id <> n.payee_id
          or (k.payee_id, k.own_won, k.public_won - (select coalesce(sum(m.amount_won), 0) from clawback_movement m where m.service_id = n.service_id))
             is distinct from (n.payee_id, n.own_won, n.public_won::numeric)) then
      raise exception 'a line pays what is owed, to whom it is owed' using errcode = 'check_violation', constraint = 'payment_batch_line_owed';
    end if;
    if exists (select 1 from payment_batch b where b.id in (select batch_id from added) and b.total_won <> (select sum(public_won + own_won) from payment_batch_line n where n.batch_id = b.id)) then
      raise exception 'the lines of a batch are its total' using errcode = 'check_violation', constraint = 'payment_batch_total';
    end if;
    return null;
  end $$;
  create trigger payment_batch_take after insert on payment_batch_line referencing new table as added for each statement execute function payment_batch_take();
  create function payment_batch_give_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    delete from payment_batch_claim where new.kind = 'CANCELLED' and batch_id = new.batch_id;
    return null;
  end $$;
  create trigger payment_batch_give_back after insert on payment_batch_end for each row execute function payment_batch_give_back();
`;

/** Maker, checkers and releaser are different natural persons (dossier §7.1). */
const RELEASE = `
  -- The natural persons who drafted and signed a batch.
  create function payment_batch_hands(batch uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select person_of(command_id) from payment_batch where id = batch
     union
    select coalesce(u.person_id, u.id) from payment_batch b join command_log c on c.id = b.command_id
      join approval_signature s on s.request_id = c.approval_id join app_user u on u.id = s.signer_id where b.id = batch
  $$;

  -- Did a second person sign the registration of an account, having seen what the rules remarked? Asked for everybody who drafts payments.
  create function bank_account_signed(account uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select coalesce((select c.approval_id is not null from bank_account a join command_log c on c.id = a.command_id where a.id = account), false)
  $$;

  -- The next number of a calendar year, without a gap: whoever takes it makes the others wait until it stands.
  create function next_payment_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('payment number ' || of_year, 0));
    return (select format('PAY-%s-%s', of_year, lpad((1 + coalesce(max(split_part(number, '-', 3)::integer), 0))::text, 4, '0'))
              from payment_batch where number like format('PAY-%s-%%', of_year));
  end $$;

  create function payment_batch_third_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.kind = 'RELEASED' and session_user <> current_user and person_of(new.command_id) in (select payment_batch_hands(new.batch_id)) then
      raise exception 'batch % is released by somebody who drafted or signed it', new.batch_id
        using errcode = 'check_violation', constraint = 'payment_batch_third_person';
    end if;
    return null;
  end $$;
  create constraint trigger payment_batch_third_person after insert on payment_batch_end
    deferrable initially deferred for each row execute function payment_batch_third_person();
`;

const CLAWBACKS = `
  create table clawback (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    voucher_id uuid not null references voucher (id),
    service_id uuid references voucher_service (id),
    number text not null unique check (number ~ '^CB-[0-9]{4}-[0-9]{4,6}$'),
    debtor_id uuid not null references party (id),
    legal_regime text not null,
    ground text not null,
    reason text not null check (char_length(btrim(reason)) >= 5),
    improper_on date not null,
    notice_on date not null,
    due_on date not null check (due_on > notice_on),
    principal_won bigint not null check (principal_won > 0),
    interest_won bigint not null check (interest_won >= 0),
    penalty_won bigint not null check (penalty_won >= 0),
    -- what the notices drop of them (국고금 관리법 제47조): the debtor owes that much less
    dropped_won bigint not null check (dropped_won between 0 and principal_won + interest_won + penalty_won - 1),
    -- how each figure came about: rates with their days, the article, the mitigation, the options that were not taken
    working jsonb not null,
    published boolean not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index clawback_voucher on clawback (voucher_id);
  create index clawback_year on clawback (year_id);
  select make_append_only('clawback');
  select facts_stated_by('clawback', 'clawback.decide');

  -- Numbers run through all programmes, also where who asks does not see them; whoever takes one keeps the others waiting.
  create function next_clawback_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('clawback numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from clawback where number like 'CB-' || of_year || '-%';
    return 'CB-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_clawback_number(integer) from public;

  -- No more is claimed back than was decided to be paid and has not come back: of the service, where one is named, and of the voucher.
  create function clawback_within_paid() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    left_of_voucher bigint;
    left_of_service bigint;
  begin
    perform 1 from voucher_state where voucher_id = new.voucher_id for update;
    if not exists (select 1 from voucher v where v.id = new.voucher_id and v.year_id = new.year_id)
       or (new.service_id is not null and not exists (select 1 from voucher_service s where s.id = new.service_id and s.voucher_id = new.voucher_id)) then
      raise exception 'clawback % names things of different vouchers', new.number using errcode = 'check_violation', constraint = 'clawback_one_voucher';
    end if;
    with paid as (
      select s.id, coalesce((select public_won from service_capture where service_id = s.id), 0)
                   - coalesce((select sum(public_won) from service_refund where service_id = s.id), 0) as won
        from voucher_service s where s.voucher_id = new.voucher_id)
    select (select coalesce(sum(won), 0) from paid) - (select coalesce(sum(principal_won), 0) from clawback where voucher_id = new.voucher_id),
           (select coalesce(sum(won), 0) from paid where id = new.service_id) - (select coalesce(sum(principal_won), 0) from clawback where service_id = new.service_id)
      into left_of_voucher, left_of_service;
    if left_of_voucher < 0 or (new.service_id is not null and left_of_service < 0) then
      raise exception 'clawback % claims more than was paid', new.number using errcode = 'check_violation', constraint = 'clawback_within_paid';
    end if;
    return null;
  end $$;
  create trigger clawback_within_paid after insert on clawback for each row execute function clawback_within_paid();

  create table clawback_instalment (
    clawback_id uuid not null references clawback (id),
    instalment_no smallint not null check (instalment_no > 0),
    due_on date not null,
    amount_won bigint not null check (amount_won > 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (clawback_id, instalment_no)
  );
  select make_append_only('clawback_instalment');
  select facts_stated_by('clawback_instalment', 'clawback.decide');

  -- Asked at commit: the plan adds up to what is demanded, to the won.
  create function clawback_planned() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select sum(amount_won) from clawback_instalment where clawback_id = new.id) is distinct from new.principal_won + new.interest_won + new.penalty_won - new.dropped_won
       or (select min(due_on) from clawback_instalment where clawback_id = new.id) is distinct from new.due_on then
      raise exception 'the instalments of clawback % are not what it demands', new.number using errcode = 'check_violation', constraint = 'clawback_planned';
    end if;
    return null;
  end $$;
  create constraint trigger clawback_planned after insert on clawback deferrable initially deferred for each row execute function clawback_planned();

  create table clawback_movement (
    id uuid primary key,
    clawback_id uuid not null references clawback (id),
    kind text not null check (kind in ('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED')),
    amount_won bigint not null check (amount_won > 0),
    value_on date not null,
    -- the decision to pay against which it was set off: that much less is paid to its payee
    service_id uuid references service_capture (service_id),
    bank_reference text,
    reason text,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (kind <> 'WRITTEN_OFF' or char_length(btrim(coalesce(reason, ''))) >= 5),
    check ((kind = 'OFFSET') = (service_id is not null))
  );
  create index clawback_movement_clawback on clawback_movement (clawback_id);
  create index clawback_movement_service on clawback_movement (service_id) where service_id is not null;
  select make_append_only('clawback_movement');
  select facts_stated_by('clawback_movement', 'clawback.receive', 'clawback.offset', 'clawback.write-off', 'clawback.surcharge');
`;

const WARNINGS = `
  -- A sign says nothing about guilt: somebody looks, and what they decided is kept with what they saw.
  create table warning_decision (
    id uuid primary key,
    year_id uuid not null references voucher_year (id),
    signal text not null check (signal <> ''),
    -- what the sign is about, and the facts behind it as they were
    subject_id uuid not null,
    fingerprint char(64) not null,
    facts jsonb not null,
    verdict text not null check (verdict in ('EXPLAINED', 'WATCH', 'INSPECT', 'CLAWBACK')),
    reason text not null check (char_length(btrim(reason)) >= 5),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index warning_decision_sign on warning_decision (year_id, signal, subject_id, fingerprint);
  select make_append_only('warning_decision');
  select facts_stated_by('warning_decision', 'warning-sign.decide');
`;

const GRANTS = `
  grant select on payment_batch, payment_batch_line, payment_batch_end, payment_batch_claim, clawback, clawback_instalment, clawback_movement, warning_decision to baton_app, baton_auditor;
  grant execute on function next_clawback_number(integer) to baton_app;
  grant insert on payment_batch, payment_batch_line, payment_batch_end, clawback, clawback_instalment, clawback_movement, warning_decision to baton_app;
`;
