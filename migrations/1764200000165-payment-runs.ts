import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The runs that pay what is owed: each debt once, released by a third person, and booked as the bank confirms it. */
export class PaymentRuns1764200000165 implements MigrationInterface {
  readonly name = 'PaymentRuns1764200000165';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(LIFE);
    await runner.query(PERSONS);
    await runner.query(OUTCOMES);
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

const RUNS = `
  -- Debts of one book that leave one account on one day.
  create table payment_run (
    id uuid primary key,
    number text not null unique check (number ~ '^PR-[0-9]{4}-[0-9]{4,6}$'),
    book text not null,
    paying_account_id uuid not null references paying_account (id),
    pay_on date not null,
    lines integer not null check (lines > 0),
    total_won bigint not null check (total_won > 0),${WITNESS}
  );
  create index payment_run_book on payment_run (book);
  select make_append_only('payment_run');
  select facts_stated_by('payment_run', 'payment-run.draft');

  create table payment_run_line (
    run_id uuid not null references payment_run (id),
    line_no integer not null check (line_no > 0),
    payable_id uuid not null references payable (id),
    bank_account_id uuid not null references bank_account (id),
    amount_won bigint not null check (amount_won > 0),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (run_id, line_no),
    unique (run_id, payable_id)
  );
  create index payment_run_line_payable on payment_run_line (payable_id);
  select make_append_only('payment_run_line');
  select facts_stated_by('payment_run_line', 'payment-run.draft');

  -- What the bank has said of a line so far.
  create table payment_line_state (
    run_id uuid not null,
    line_no integer not null,
    state text not null check (state in ('OPEN', 'PAID', 'REJECTED', 'RETURNED')),
    primary key (run_id, line_no),
    foreign key (run_id, line_no) references payment_run_line (run_id, line_no)
  );

  -- A line pays a debt of its book, in full, to its payee's own account, and not before it is due; and it takes the debt.
  create function payment_run_take() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from payable_state s where s.payable_id in (select payable_id from added) order by s.payable_id for update;
    if exists (select 1 from added n join payable_state s on s.payable_id = n.payable_id where s.state <> 'OWED') then
      raise exception 'a debt is in one run at a time, and paid once' using errcode = 'check_violation', constraint = 'payable_in_one_run';
    end if;
    if exists (select 1 from added n join payable p on p.id = n.payable_id join payment_run r on r.id = n.run_id join bank_account a on a.id = n.bank_account_id
                where (p.book, p.amount_won, p.payee_id) <> (r.book, n.amount_won, a.party_id) or p.due_on > r.pay_on) then
      raise exception 'a line pays what is owed, to whom it is owed' using errcode = 'check_violation', constraint = 'payment_run_line_owed';
    end if;
    update payable_state s set state = 'IN_RUN', run_id = n.run_id, changed_at = clock_timestamp() from added n where s.payable_id = n.payable_id;
    insert into payment_line_state (run_id, line_no, state) select run_id, line_no, 'OPEN' from added;
    return null;
  end $$;
  create trigger payment_run_take after insert on payment_run_line referencing new table as added for each statement execute function payment_run_take();

  -- Asked at commit: a run is its lines, and leaves an account of its own book that is in use.
  create function payment_run_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select (count(*)::integer, coalesce(sum(amount_won), 0)) from payment_run_line where run_id = new.id) is distinct from (new.lines, new.total_won::numeric) then
      raise exception 'the lines of run % are not its total', new.number using errcode = 'check_violation', constraint = 'payment_run_total';
    end if;
    if not exists (select 1 from paying_account a where a.id = new.paying_account_id and a.book = new.book and a.effective_from <= new.pay_on) then
      raise exception 'run % leaves an account that is not its own', new.number using errcode = 'check_violation', constraint = 'payment_run_account';
    end if;
    return null;
  end $$;
  create constraint trigger payment_run_whole after insert on payment_run deferrable initially deferred for each row execute function payment_run_whole();

  -- Numbers run through all books, also where who asks does not see them; whoever takes one keeps the others waiting.
  create function next_payment_run_number(of_year integer) returns text language plpgsql security definer set search_path = public, pg_temp as $$
  declare next text;
  begin
    perform pg_advisory_xact_lock(hashtextextended('payment run numbers', 0));
    select coalesce(max(substring(number from 9)::integer), 0) + 1 into next from payment_run where number like 'PR-' || of_year || '-%';
    return 'PR-' || of_year || '-' || lpad(next, greatest(4, length(next)), '0');
  end $$;
  revoke execute on function next_payment_run_number(integer) from public;
`;

const LIFE = `
  create table payment_run_event (
    id bigint generated by default as identity primary key,
    run_id uuid not null references payment_run (id),
    event text not null,
    happened_on date not null,
    reason text,${WITNESS},
    check (event <> 'void' or char_length(btrim(coalesce(reason, ''))) >= 2)
  );
  create index payment_run_event_run on payment_run_event (run_id);
  select make_append_only('payment_run_event');
  select facts_stated_by('payment_run_event', 'payment-run.release', 'payment-run.export', 'payment-run.void');

  create table payment_run_state (
    run_id uuid primary key references payment_run (id),
    state text not null,
    changed_at timestamptz not null default clock_timestamp()
  );
  create function payment_run_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into payment_run_state (run_id, state) select id, 'DRAFTED' from added;
    return null;
  end $$;
  create trigger payment_run_begin after insert on payment_run referencing new table as added for each statement execute function payment_run_begin();

  create function payment_run_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare standing text;
  begin
    select state into standing from payment_run_state where run_id = new.run_id for update;
    update payment_run_state s set state = l.to_state, changed_at = clock_timestamp()
      from life_step l where s.run_id = new.run_id and l.life = 'payment-run' and l.from_state = s.state and l.event = new.event;
    if not found then
      raise exception 'run % does not % while %', new.run_id, new.event, standing
        using errcode = 'check_violation', constraint = 'payment_run_life', detail = concat_ws('/', standing, new.event);
    end if;
    -- What is never paid can be drafted anew.
    update payable_state set state = 'OWED', run_id = null, changed_at = clock_timestamp() where new.event = 'void' and run_id = new.run_id and state = 'IN_RUN';
    return null;
  end $$;
  create trigger payment_run_step after insert on payment_run_event for each row execute function payment_run_step();

  -- A run that nobody else moves on until the transaction ends.
  create function lock_payment_run(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from payment_run_state s join payment_run r on r.id = s.run_id
     where r.id = wanted and (baton_sees_all() or r.book in (select baton_books())) for update of s;
  end $$;
  revoke execute on function lock_payment_run(uuid) from public;

  -- What left the house for the bank: the same run gives the same bytes, however often it is asked for.
  create table payment_run_file (
    run_id uuid not null references payment_run (id),
    format text not null check (format in ('PAIN_001', 'BULK_TRANSFER')),
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null check (size_bytes > 0),${WITNESS},
    primary key (run_id, format)
  );
  select make_append_only('payment_run_file');
  select facts_stated_by('payment_run_file', 'payment-run.export');
`;

/** Maker, checkers and releaser are different natural persons, and who released does not say what the bank did (dossier §7.1). */
const PERSONS = `
  create function payment_run_hands(run uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select person_of(command_id) from payment_run where id = run
     union
    select coalesce(u.person_id, u.id) from payment_run r join command_log c on c.id = r.command_id
      join approval_signature s on s.request_id = c.approval_id join app_user u on u.id = s.signer_id where r.id = run
  $$;
  create function payment_run_releaser(run uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
    select person_of(command_id) from payment_run_event where run_id = run and event = 'release'
  $$;

  create function payment_run_third_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.event = 'release' and session_user <> current_user and person_of(new.command_id) in (select payment_run_hands(new.run_id)) then
      raise exception 'run % is released by somebody who drafted or signed it', new.run_id
        using errcode = 'check_violation', constraint = 'payment_run_third_person';
    end if;
    return null;
  end $$;
  create constraint trigger payment_run_third_person after insert on payment_run_event
    deferrable initially deferred for each row execute function payment_run_third_person();
`;

const OUTCOMES = `
  create table payment_outcome (
    id uuid primary key,
    run_id uuid not null,
    line_no integer not null,
    outcome text not null check (outcome in ('PAID', 'REJECTED', 'RETURNED')),
    -- the day on which the bank moved the money, refused or sent it back
    happened_on date not null,
    bank_reference text check (btrim(bank_reference) <> ''),
    -- ISO 20022 external status reason (AC01, AC04, …) where the bank gave one
    reason_code text check (reason_code ~ '^[A-Z0-9]{4}$'),
    reason text,
    -- the answer of the bank it was read from; null where somebody looked at the statement
    answer_sha256 char(64) check (answer_sha256 ~ '^[0-9a-f]{64}$'),${WITNESS},
    foreign key (run_id, line_no) references payment_run_line (run_id, line_no),
    unique (run_id, line_no, outcome),
    check (outcome = 'PAID' or reason_code is not null or char_length(btrim(coalesce(reason, ''))) >= 2)
  );
  select make_append_only('payment_outcome');
  select facts_stated_by('payment_outcome', 'payment-run.confirm', 'payment-run.answer', 'payment-run.reject-line', 'payment-run.return-line');

  -- A line is paid or rejected once, and comes back only after it was paid; what did not stay paid is owed again.
  create function payment_outcome_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select state from payment_run_state where run_id = new.run_id for update) is distinct from 'EXPORTED' then
      raise exception 'the bank has not been told of run %', new.run_id using errcode = 'check_violation', constraint = 'payment_outcome_exported';
    end if;
    update payment_line_state set state = new.outcome
     where (run_id, line_no) = (new.run_id, new.line_no) and state = case new.outcome when 'RETURNED' then 'PAID' else 'OPEN' end;
    if not found then
      raise exception 'line % of run % cannot be % now', new.line_no, new.run_id, new.outcome using errcode = 'check_violation', constraint = 'payment_outcome_in_turn';
    end if;
    update payable_state s set state = case new.outcome when 'PAID' then 'PAID' else 'OWED' end, run_id = case new.outcome when 'PAID' then new.run_id end, changed_at = clock_timestamp()
      from payment_run_line n where (n.run_id, n.line_no) = (new.run_id, new.line_no) and s.payable_id = n.payable_id;
    return null;
  end $$;
  create trigger payment_outcome_apply after insert on payment_outcome for each row execute function payment_outcome_apply();

  -- Asked at commit: what the bank moved stands in the books by the same command, and it is not the releaser who says that it moved.
  create function payment_outcome_judged() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.outcome in ('PAID', 'RETURNED') and not exists (
      select 1 from payment_run_line n join payable p on p.id = n.payable_id join journal_entry e on e.command_id = new.command_id and e.book = p.book and e.subject_id = p.subject_id
       where (n.run_id, n.line_no) = (new.run_id, new.line_no)) then
      raise exception 'line % of run % is % and not in the books', new.line_no, new.run_id, new.outcome using errcode = 'check_violation', constraint = 'payment_outcome_booked';
    end if;
    if session_user <> current_user and person_of(new.command_id) = payment_run_releaser(new.run_id) then
      raise exception 'who released run % does not say what became of it', new.run_id using errcode = 'check_violation', constraint = 'payment_outcome_second_person';
    end if;
    return null;
  end $$;
  create constraint trigger payment_outcome_judged after insert on payment_outcome
    deferrable initially deferred for each row execute function payment_outcome_judged();
`;

const GRANTS = `
  grant select on payment_run, payment_run_line, payment_line_state, payment_run_event, payment_run_state, payment_run_file, payment_outcome to baton_app, baton_auditor;
  grant insert on payment_run, payment_run_line, payment_run_event, payment_run_file, payment_outcome to baton_app;
  grant execute on function next_payment_run_number(integer), lock_payment_run(uuid), payment_run_hands(uuid), payment_run_releaser(uuid) to baton_app;
`;
