import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What institutions spend, with evidence, and the interest of their accounts. */
export class GrantExpenses1764200000130 implements MigrationInterface {
  readonly name = 'GrantExpenses1764200000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXPENSES);
    await runner.query(EVIDENCE);
    await runner.query(REVIEWS);
    await runner.query(INTEREST);
    await runner.query(TIES);
    await runner.query(COMMANDS);
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

const EXPENSES = `
  -- One use of a line. What is wrong with it is undone and recorded anew, never changed.
  create table grant_expense (
    id uuid primary key,
    call_id uuid not null references grant_call (id),
    agreement_id uuid not null references grant_agreement (id),
    line_id uuid not null references grant_line (id),
    -- PT-2021-001-E001, …; a register brings its numbers as they were
    number text not null check (number <> ''),
    spent_on date not null,
    -- 지출원인행위: when it was committed, where that was earlier than the payment
    committed_on date check (committed_on <= spent_on),
    payee_id uuid references party (id),
    payee_name text not null check (length(payee_name) between 1 and 200),
    purpose text check (length(purpose) between 1 and 500),
    supply_won bigint not null check (supply_won > 0),
    vat_won bigint not null check (vat_won >= 0),
    -- VAT that the institution cannot deduct is a cost of the project, any other is not
    charges_vat boolean not null default false,
    amount_won bigint not null check (amount_won = supply_won + case when charges_vat then vat_won else 0 end),
    evidence_kind text check (evidence_kind in ('TAX_INVOICE', 'CARD', 'TRANSFER', 'CASH_RECEIPT', 'PAYROLL', 'IN_KIND', 'OTHER')),
    evidence_number text check (length(evidence_number) between 1 and 100),
    -- what makes the number one of a kind; null where nothing does
    evidence_key text check (evidence_key is null or (evidence_kind is not null and evidence_number is not null)),${WITNESS},
    unique (call_id, number)
  );
  create index grant_expense_agreement on grant_expense (agreement_id, spent_on);
  create index grant_expense_line on grant_expense (line_id);
  create index grant_expense_key on grant_expense (evidence_key) where evidence_key is not null;
  create index grant_expense_payee on grant_expense (payee_id) where payee_id is not null;
  select make_append_only('grant_expense');

  create table grant_expense_void (
    expense_id uuid primary key references grant_expense (id),
    voided_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('grant_expense_void');

  -- A line of its own agreement while that is open, and evidence that pays for nothing else.
  create function grant_expense_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_line where id = new.line_id and agreement_id = new.agreement_id and call_id = new.call_id) then
      raise exception 'the line of expense % is not one of its agreement', new.number using errcode = 'check_violation', constraint = 'grant_expense_line';
    end if;
    if (select state from grant_state where agreement_id = new.agreement_id) = 'CLOSED' then
      raise exception 'the agreement of expense % is closed', new.number using errcode = 'check_violation', constraint = 'grant_expense_open';
    end if;
    if new.evidence_key is not null then
      perform pg_advisory_xact_lock(hashtextextended('evidence ' || new.evidence_kind || new.evidence_key, 0));
      if exists (select 1 from grant_expense e where e.evidence_kind = new.evidence_kind and e.evidence_key = new.evidence_key
                   and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)) then
        raise exception 'evidence % pays for another expense', new.evidence_number using errcode = 'unique_violation', constraint = 'grant_expense_evidence_once';
      end if;
    end if;
    return new;
  end $$;
  create trigger grant_expense_admitted before insert on grant_expense for each row execute function grant_expense_admitted();
`;

const EVIDENCE = `
  -- Evidence that is no tax invoice: one row per key, whichever instrument it pays, as tax_invoice is for invoices.
  create table evidence_key (
    scheme text not null check (scheme in ('CARD', 'TRANSFER', 'CASH_RECEIPT')),
    key text not null check (key <> ''),
    subject_kind text not null check (subject_kind <> ''),
    subject_id uuid not null,${WITNESS},
    primary key (scheme, key)
  );
  create index evidence_key_subject on evidence_key (subject_id);
  select make_append_only('evidence_key');

  -- What an expense rests on beside its slip or invoice: quotes, the inspection, payroll, minutes, …
  create table grant_evidence (
    id uuid primary key,
    expense_id uuid not null references grant_expense (id),
    paper text not null check (paper ~ '^[A-Z][A-Z_]{1,39}$'),
    reference text check (length(reference) between 1 and 200),
    document_id uuid references document (id),
    attached_on date not null,${WITNESS},
    check (reference is not null or document_id is not null)
  );
  create index grant_evidence_expense on grant_evidence (expense_id);
  select make_append_only('grant_evidence');
`;

const REVIEWS = `
  -- The latest one counts.
  create table grant_expense_review (
    id uuid primary key,
    expense_id uuid not null references grant_expense (id),
    turn bigint not null generated always as identity,
    decision text not null check (decision in ('ALLOWED', 'PARTLY', 'DISALLOWED')),
    disallowed_won bigint not null check (disallowed_won >= 0),
    reason text check (length(reason) between 1 and 1000),
    clause text check (length(clause) between 1 and 300),
    reviewed_on date not null,${WITNESS},
    check ((disallowed_won = 0) = (decision = 'ALLOWED')),
    check (disallowed_won = 0 or reason is not null)
  );
  create index grant_expense_review_expense on grant_expense_review (expense_id, turn desc);
  select make_append_only('grant_expense_review');

  create function grant_expense_review_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare spent bigint;
  begin
    select amount_won into spent from grant_expense where id = new.expense_id;
    if new.disallowed_won > spent or (new.disallowed_won = spent) <> (new.decision = 'DISALLOWED') then
      raise exception '% won of % disallowed', new.disallowed_won, spent using errcode = 'check_violation', constraint = 'grant_expense_review_amount';
    end if;
    if exists (select 1 from grant_expense_void where expense_id = new.expense_id) then
      raise exception 'the expense was voided' using errcode = 'check_violation', constraint = 'grant_expense_review_stands';
    end if;
    return new;
  end $$;
  create trigger grant_expense_review_stands before insert on grant_expense_review for each row execute function grant_expense_review_stands();

  -- Who recorded an expense does not judge it, under whichever account; a register tells of reviews that others made.
  create function grant_expense_review_independent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select command from command_log where id = new.command_id) = 'grant-expense.review'
       and person_of(new.command_id) = (select person_of(e.command_id) from grant_expense e where e.id = new.expense_id) then
      raise exception 'who recorded an expense does not review it' using errcode = 'check_violation', constraint = 'grant_expense_review_independent';
    end if;
    return null;
  end $$;
  create constraint trigger grant_expense_review_independent after insert on grant_expense_review
    deferrable initially deferred for each row execute function grant_expense_review_independent();
`;

const INTEREST = `
  create table grant_interest (
    id uuid primary key,
    agreement_id uuid not null references grant_agreement (id),
    stage smallint not null check (stage > 0),
    -- during or after the period of the stage (별지 제7호 2.)
    time text not null check (time in ('DURING', 'AFTER')),
    earned_on date,
    earned_won bigint not null check (earned_won >= 0),
    note text check (length(note) between 1 and 500),${WITNESS}
  );
  create index grant_interest_agreement on grant_interest (agreement_id, stage);
  select make_append_only('grant_interest');

  -- What it was used for by approval: for the project (taken in by a change of the plan), invested anew, for the use of results, otherwise, or given to the Treasury.
  create table grant_interest_use (
    id uuid primary key,
    interest_id uuid not null references grant_interest (id),
    purpose text not null check (purpose in ('PROJECT', 'REINVESTMENT', 'RESULTS', 'OTHER', 'TREASURY')),
    amount_won bigint not null check (amount_won > 0),
    used_on date not null,
    -- the document that approves it
    approval text check (length(approval) between 1 and 200),${WITNESS}
  );
  create index grant_interest_use_interest on grant_interest_use (interest_id);
  select make_append_only('grant_interest_use');

  create table grant_interest_void (
    interest_id uuid primary key references grant_interest (id),
    voided_on date not null,
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('grant_interest_void');

  create function grant_interest_use_within() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('grant interest ' || new.interest_id, 0));
    if exists (select 1 from grant_interest_void where interest_id = new.interest_id)
       or new.amount_won + coalesce((select sum(amount_won) from grant_interest_use where interest_id = new.interest_id), 0)
          > (select earned_won from grant_interest where id = new.interest_id) then
      raise exception 'more interest is used than was earned' using errcode = 'check_violation', constraint = 'grant_interest_use_within';
    end if;
    return new;
  end $$;
  create trigger grant_interest_use_within before insert on grant_interest_use for each row execute function grant_interest_use_within();
`;

/** What is told is what the books say, at every commit. */
const TIES = `
  create function grant_expense_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    of_expense constant uuid := case tg_table_name when 'grant_expense' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'expense_id' end;
    told bigint;
    booked bigint;
  begin
    select case when exists (select 1 from grant_expense_void v where v.expense_id = e.id) then 0 else e.amount_won end,
           (select coalesce(sum(case l.side when 'C' then l.amount else -l.amount end), 0)
              from journal_entry j join entry_line l on l.entry_id = j.id join ledger_account a on a.id = l.account_id
             where j.subject_kind = 'grant-expense' and j.subject_id = e.id and a.key = 'grant/' || e.call_id || '/grant.line-used/' || e.line_id)
      into told, booked from grant_expense e where e.id = of_expense;
    if told <> booked then
      raise exception 'expense %: % told, % booked', of_expense, told, booked using errcode = 'check_violation', constraint = 'grant_expense_ties';
    end if;
    return null;
  end $$;
  create constraint trigger grant_expense_ties after insert on grant_expense deferrable initially deferred for each row execute function grant_expense_ties();
  create constraint trigger grant_expense_void_ties after insert on grant_expense_void deferrable initially deferred for each row execute function grant_expense_ties();

  create function grant_interest_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    of_interest constant uuid := case tg_table_name when 'grant_interest' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'interest_id' end;
    told bigint;
    booked bigint;
  begin
    select case when exists (select 1 from grant_interest_void v where v.interest_id = i.id) then 0 else i.earned_won end,
           (select coalesce(sum(case l.side when 'C' then l.amount else -l.amount end), 0)
              from journal_entry j join entry_line l on l.entry_id = j.id join ledger_account a on a.id = l.account_id
             where j.subject_kind = 'grant-interest' and j.subject_id = i.id and a.key = 'grant/' || g.call_id || '/grant.project-interest/' || g.id)
      into told, booked from grant_interest i join grant_agreement g on g.id = i.agreement_id where i.id = of_interest;
    if told <> booked then
      raise exception 'interest %: % told, % booked', of_interest, told, booked using errcode = 'check_violation', constraint = 'grant_interest_ties';
    end if;
    return null;
  end $$;
  create constraint trigger grant_interest_ties after insert on grant_interest deferrable initially deferred for each row execute function grant_interest_ties();
  create constraint trigger grant_interest_void_ties after insert on grant_interest_void deferrable initially deferred for each row execute function grant_interest_ties();
`;

const COMMANDS = `
  select facts_stated_by('grant_expense', 'grant-expense.record', 'grant-register.import');
  select facts_stated_by('grant_expense_void', 'grant-expense.void');
  select facts_stated_by('grant_expense_review', 'grant-expense.review', 'grant-register.import');
  select facts_stated_by('grant_evidence', 'grant-evidence.attach');
  select facts_stated_by('grant_interest', 'grant-interest.record', 'grant-register.import');
  select facts_stated_by('grant_interest_use', 'grant-interest.record', 'grant-interest.use', 'grant-register.import');
  select facts_stated_by('grant_interest_void', 'grant-interest.void');
  select facts_stated_by('evidence_key', 'grant-expense.record', 'grant-register.import');
  select facts_stated_by('tax_invoice', 'service.claim', 'voucher-roster.import', 'grant-expense.record', 'grant-register.import');
  select facts_stated_by('import_run', 'fund-register.import', 'voucher-roster.import', 'grant-register.import');
`;

const GRANTS = `
  grant select on grant_expense, grant_expense_void, grant_expense_review, grant_evidence, evidence_key, grant_interest, grant_interest_use, grant_interest_void
    to baton_app, baton_auditor;
  grant insert on grant_expense, grant_expense_void, grant_expense_review, grant_evidence, evidence_key, grant_interest, grant_interest_use, grant_interest_void to baton_app;
`;
