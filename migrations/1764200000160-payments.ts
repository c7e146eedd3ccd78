import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is owed by any instrument, and the accounts that its books pay from. */
export class Payments1764200000160 implements MigrationInterface {
  readonly name = 'Payments1764200000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAYABLES);
    await runner.query(ACCOUNTS);
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

const PAYABLES = `
  -- One debt of an instrument. Its book says whose it is, its kind (a word of the instrument) how its payment is posted.
  create table payable (
    id uuid primary key,
    book text not null check (book ~ '^(fund|voucher|grant|matching)/[0-9a-f-]{36}$'),
    kind text not null check (kind ~ '^[a-z]+([.-][a-z]+)+$'),
    -- the thing paid, as the entries of its book name it
    subject_id uuid not null,
    payee_id uuid not null references party (id),
    purpose text not null check (char_length(btrim(purpose)) between 1 and 200),
    amount_won bigint not null check (amount_won > 0),
    -- not paid before
    due_on date not null,
    -- what its posting has to know beside, as the instrument wrote it
    detail jsonb not null default '{}',${WITNESS}
  );
  create index payable_book on payable (book, due_on);
  create index payable_subject on payable (kind, subject_id);
  create index payable_payee on payable (payee_id);
  select make_append_only('payable');
  -- An instrument adds here the command that decides its debt, and below the one that takes the decision back.
  select facts_stated_by('payable', 'grant-tranche.decide', 'service-order.approve');

  create table payable_withdrawal (
    payable_id uuid primary key references payable (id),
    reason text not null check (char_length(btrim(reason)) >= 2),${WITNESS}
  );
  select make_append_only('payable_withdrawal');
  select facts_stated_by('payable_withdrawal', 'grant-tranche.void');

  -- Where a debt stands. Written by triggers alone: of two runs that want the same debt, the second finds it taken.
  create table payable_state (
    payable_id uuid primary key references payable (id),
    kind text not null,
    subject_id uuid not null,
    state text not null check (state in ('OWED', 'IN_RUN', 'PAID', 'WITHDRAWN')),
    run_id uuid check ((run_id is null) = (state in ('OWED', 'WITHDRAWN'))),
    changed_at timestamptz not null default clock_timestamp()
  );
  create unique index payable_once on payable_state (kind, subject_id) where state <> 'WITHDRAWN';

  create function payable_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into payable_state (payable_id, kind, subject_id, state) select id, kind, subject_id, 'OWED' from added;
    return null;
  end $$;
  create trigger payable_begin after insert on payable referencing new table as added for each statement execute function payable_begin();

  create function payable_withdraw() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update payable_state set state = 'WITHDRAWN', changed_at = clock_timestamp() where payable_id = new.payable_id and state = 'OWED';
    if not found then
      raise exception 'payable % is paid, in a run or withdrawn', new.payable_id using errcode = 'check_violation', constraint = 'payable_withdrawal_owed';
    end if;
    return null;
  end $$;
  create trigger payable_withdraw after insert on payable_withdrawal for each row execute function payable_withdraw();

  -- Debts that nobody else drafts, pays or takes back until the transaction ends. One outside of what one may see is left alone.
  create function lock_payables(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from payable_state s join payable p on p.id = s.payable_id
     where p.id = any (wanted) and (baton_sees_all() or p.book in (select baton_books()))
     order by s.payable_id for update of s;
  end $$;
  revoke execute on function lock_payables(uuid[]) from public;
`;

const ACCOUNTS = `
  -- The one account that a book pays from, since a day; who pays and where they are, as a bank wants to read it.
  create table paying_account (
    id uuid primary key,
    book text not null check (book ~ '^(fund|voucher|grant|matching)/[0-9a-f-]{36}$'),
    bank_account_id uuid not null references bank_account (id),
    effective_from date not null,
    street text not null check (char_length(btrim(street)) between 1 and 70),
    building text not null check (char_length(btrim(building)) between 1 and 16),
    post_code text not null check (post_code ~ '^[0-9]{5}$'),
    town text not null check (char_length(btrim(town)) between 1 and 35),${WITNESS}
  );
  create index paying_account_book on paying_account (book, effective_from);
  select make_append_only('paying_account');
  select facts_stated_by('paying_account', 'paying-account.designate');
`;

const GRANTS = `
  grant select on payable, payable_withdrawal, payable_state, paying_account to baton_app, baton_auditor;
  grant insert on payable, payable_withdrawal, paying_account to baton_app;
  grant execute on function lock_payables(uuid[]) to baton_app;
`;
