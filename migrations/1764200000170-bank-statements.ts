import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts whose statements the house keeps, each line once, and what each line was found to be. */
export class BankStatements1764200000170 implements MigrationInterface {
  readonly name = 'BankStatements1764200000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATEMENTS);
    await runner.query(MATCHES);
    await runner.query(STANDING);
    await runner.query(PERSONS);
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

const STATEMENTS = `
  create table statement_account (
    id uuid primary key,
    bank_account_id uuid not null unique references bank_account (id),
    name text not null check (char_length(btrim(name)) between 1 and 60),
    -- lines of earlier days are not asked for
    kept_from date not null,${WITNESS}
  );
  select make_append_only('statement_account');
  select facts_stated_by('statement_account', 'statement-account.open');

  create table bank_statement (
    id uuid primary key,
    account_id uuid not null references statement_account (id),
    format text not null check (format in ('TABLE', 'CAMT_053')),
    file_name text not null check (file_name <> ''),
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes integer not null check (size_bytes >= 0),
    first_on date not null,
    last_on date not null check (last_on >= first_on),
    -- as the bank states them; null where the file does not say
    opening_won bigint,
    closing_won bigint,
    -- by how much they differ from what the lines add up to
    difference_won bigint,
    added integer not null check (added >= 0),
    known integer not null check (known >= 0),${WITNESS}
  );
  create index bank_statement_account on bank_statement (account_id, first_on);
  select make_append_only('bank_statement');
  select facts_stated_by('bank_statement', 'bank-statement.import');

  -- A movement of the account, once, however many files tell of it.
  create table bank_line (
    id uuid primary key,
    account_id uuid not null references statement_account (id),
    statement_id uuid not null references bank_statement (id),
    row_no integer not null check (row_no > 0),
    -- its turn among the lines of its file, the oldest first: banks list both ways
    position integer not null check (position > 0),
    -- what tells the line from every other of the account
    line_key char(64) not null check (line_key ~ '^[0-9a-f]{64}$'),
    value_on date not null,
    time_of_day time,
    -- in above zero, out below
    amount_won bigint not null check (amount_won <> 0),
    balance_won bigint,
    counterparty text,
    kind text,
    memo text,
    reference text,
    -- the bank takes back an earlier movement by it
    is_reversal boolean not null,${WITNESS},
    unique (account_id, line_key)
  );
  create index bank_line_day on bank_line (account_id, value_on, position);
  create index bank_line_statement on bank_line (statement_id, row_no);
  select make_append_only('bank_line');
  select facts_stated_by('bank_line', 'bank-statement.import');

  -- A row that could not be read is not lost: it stays until somebody looks.
  create table bank_refused_row (
    id uuid primary key,
    statement_id uuid not null references bank_statement (id),
    row_no integer check (row_no > 0),
    code text not null check (code ~ '^[A-Z0-9_]+$'),
    told text not null check (told <> ''),${WITNESS}
  );
  create index bank_refused_row_statement on bank_refused_row (statement_id);
  select make_append_only('bank_refused_row');
  select facts_stated_by('bank_refused_row', 'bank-statement.import');
`;

const MATCHES = `
  -- A line is a movement of the books (kind and record), or is explained without one (reason).
  create table bank_match (
    id uuid primary key,
    line_id uuid not null references bank_line (id),
    kind text check (kind ~ '^[a-z]+([.-][a-z]+)+$'),
    record_id uuid,
    reason_code text check (reason_code in ('OFFICE', 'OWN_TRANSFER', 'PASSED_THROUGH', 'SENT_BACK', 'UNDER_INQUIRY')),
    note text,
    -- of the line, with its sign
    amount_won bigint not null check (amount_won <> 0),
    -- what a person saw when they confirmed it
    label text not null check (label <> ''),
    score smallint not null check (score between 0 and 100),
    reasons jsonb not null,${WITNESS},
    check ((kind is null) = (record_id is null)),
    check ((kind is null) = (reason_code is not null)),
    check (reason_code is null or char_length(btrim(coalesce(note, ''))) >= 2)
  );
  create index bank_match_line on bank_match (line_id);
  create index bank_match_record on bank_match (kind, record_id);
  select make_append_only('bank_match');
  select facts_stated_by('bank_match', 'bank-match.confirm', 'bank-line.explain');

  create table bank_match_undo (
    match_id uuid primary key references bank_match (id),
    reason text not null check (char_length(btrim(reason)) >= 2),${WITNESS}
  );
  select make_append_only('bank_match_undo');
  select facts_stated_by('bank_match_undo', 'bank-match.undo', 'bank-statement.import');

  -- The bank took a movement back: both lines are settled by each other, and what was matched with the first is undone.
  create table bank_reversal (
    line_id uuid primary key references bank_line (id),
    reversed_line_id uuid not null unique references bank_line (id),${WITNESS},
    check (line_id <> reversed_line_id)
  );
  select make_append_only('bank_reversal');
  select facts_stated_by('bank_reversal', 'bank-statement.import');
`;

const STANDING = `
  -- What of a line is not explained yet. Written by triggers alone.
  create table bank_line_state (
    line_id uuid primary key references bank_line (id),
    open_won bigint not null,
    reversed boolean not null default false,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);
  -- A movement of the books is one line of a bank at a time.
  create table bank_record_taken (
    kind text not null,
    record_id uuid not null,
    match_id uuid not null references bank_match (id),
    primary key (kind, record_id)
  );

  create function bank_line_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into bank_line_state (line_id, open_won) select id, amount_won from added;
    return null;
  end $$;
  create trigger bank_line_begin after insert on bank_line referencing new table as added for each statement execute function bank_line_begin();

  create function bank_match_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update bank_line_state set open_won = open_won - new.amount_won, changed_at = clock_timestamp()
     where line_id = new.line_id and not reversed and sign(open_won) = sign(new.amount_won) and abs(open_won) >= abs(new.amount_won);
    if not found then
      raise exception 'line % has no % won left to match', new.line_id, new.amount_won using errcode = 'check_violation', constraint = 'bank_match_within_line';
    end if;
    if new.kind is not null then
      insert into bank_record_taken values (new.kind, new.record_id, new.id);
    end if;
    return null;
  end $$;
  create trigger bank_match_apply after insert on bank_match for each row execute function bank_match_apply();

  create function bank_match_take_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update bank_line_state s set open_won = s.open_won + m.amount_won, changed_at = clock_timestamp() from bank_match m where m.id = new.match_id and s.line_id = m.line_id;
    delete from bank_record_taken where match_id = new.match_id;
    return null;
  end $$;
  create trigger bank_match_take_back after insert on bank_match_undo for each row execute function bank_match_take_back();

  -- Both lines of one account, of opposite amounts, the later one a reversal, and nothing else standing on either.
  create function bank_reversal_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare settled integer;
  begin
    if not exists (select 1 from bank_line l join bank_line r on r.id = new.reversed_line_id
                    where l.id = new.line_id and l.is_reversal and not r.is_reversal and l.account_id = r.account_id and l.amount_won = - r.amount_won and r.value_on <= l.value_on) then
      raise exception 'line % does not take back line %', new.line_id, new.reversed_line_id using errcode = 'check_violation', constraint = 'bank_reversal_opposite';
    end if;
    update bank_line_state s set open_won = 0, reversed = true, changed_at = clock_timestamp()
      from bank_line l where l.id = s.line_id and s.line_id in (new.line_id, new.reversed_line_id) and not s.reversed and s.open_won = l.amount_won;
    get diagnostics settled = row_count;
    if settled <> 2 then
      raise exception 'a match still stands on line % or %', new.line_id, new.reversed_line_id using errcode = 'check_violation', constraint = 'bank_reversal_unmatched';
    end if;
    return null;
  end $$;
  create trigger bank_reversal_apply after insert on bank_reversal for each row execute function bank_reversal_apply();

  -- Lines that nobody else matches until the transaction ends; one file of an account at a time.
  create function lock_bank_lines(wanted uuid[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform 1 from bank_line_state where line_id = any (wanted) and (select baton_sees_all()) order by line_id for update;
  end $$;
  create function lock_statement_account(wanted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('statement account ' || wanted, 0));
  end $$;
  revoke execute on function lock_bank_lines(uuid[]), lock_statement_account(uuid) from public;
`;

/** Who brought a statement in does not say what its lines are (dossier §7.2); one natural person is one person under every login. */
const PERSONS = `
  create function bank_match_second_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if session_user <> current_user and person_of(new.command_id) = (select person_of(s.command_id) from bank_line l join bank_statement s on s.id = l.statement_id where l.id = new.line_id) then
      raise exception 'line % is matched by who brought it in', new.line_id using errcode = 'check_violation', constraint = 'bank_match_second_person';
    end if;
    return null;
  end $$;
  create constraint trigger bank_match_second_person after insert on bank_match deferrable initially deferred for each row execute function bank_match_second_person();
`;

const GRANTS = `
  grant select on statement_account, bank_statement, bank_line, bank_refused_row, bank_match, bank_match_undo, bank_reversal, bank_line_state, bank_record_taken to baton_app, baton_auditor;
  grant insert on statement_account, bank_statement, bank_line, bank_refused_row, bank_match, bank_match_undo, bank_reversal to baton_app;
  grant execute on function lock_bank_lines(uuid[]), lock_statement_account(uuid) to baton_app;
`;
