import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Private money: what somebody says came in, what proves it, what does not count, and what left again. */
export class MatchingCash1764300000110 implements MigrationInterface {
  readonly name = 'MatchingCash1764300000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEPOSITS);
    await runner.query(STANDING);
    await runner.query(FLAGS);
    await runner.query(WITHDRAWALS);
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

const DEPOSITS = `
  -- Private money that somebody says came in. It counts nothing until a receipt of the bank, or the register of the past, proves it.
  create table matching_deposit (
    id uuid primary key,
    agreement_id uuid not null references matching_project (agreement_id),
    deposited_on date not null,
    amount_won bigint not null check (amount_won > 0 and amount_won < 10000000000000),
    depositor text not null check (length(depositor) between 1 and 200),
    -- who the depositor is to the project
    relation text not null check (relation in ('COMPANY', 'PERFORMER', 'RELATED', 'THIRD_PARTY')),
    -- as declared
    source text not null check (source in ('OWN', 'OTHER_PUBLIC', 'GUARANTEED_LOAN', 'RELATED_PARTY', 'OTHER')),
    source_text text check (length(source_text) between 1 and 200),
    locked_until date not null check (locked_until >= deposited_on),
    reference text check (length(reference) between 1 and 200),
    document_id uuid references document (id),${WITNESS}
  );
  create index matching_deposit_agreement on matching_deposit (agreement_id, deposited_on);
  select make_append_only('matching_deposit');
  select facts_stated_by('matching_deposit', 'matching-deposit.record', 'matching-register.import');

  create table matching_deposit_proof (
    id uuid primary key,
    deposit_id uuid not null references matching_deposit (id),
    -- of which the receipt is a line; null: a register says it
    bank_line_id uuid references bank_line (id),
    evidence text not null check (length(evidence) between 1 and 300),
    -- of the receipt
    proven_on date not null,
    -- the same money in the books of the project
    own_share_id uuid not null unique references grant_own_share (id) deferrable initially deferred,${WITNESS}
  );
  create index matching_deposit_proof_deposit on matching_deposit_proof (deposit_id);
  select make_append_only('matching_deposit_proof');
  select facts_stated_by('matching_deposit_proof', 'matching-deposit.prove', 'bank-match.confirm', 'matching-register.import');

  -- The match was undone, or the bank took the receipt back.
  create table matching_proof_undo (
    proof_id uuid primary key references matching_deposit_proof (id),
    reason text not null check (char_length(btrim(reason)) >= 2),${WITNESS}
  );
  select make_append_only('matching_proof_undo');
  select facts_stated_by('matching_proof_undo', 'bank-match.undo', 'bank-statement.import', 'matching-deposit.reverse');

  -- Recorded wrongly.
  create table matching_deposit_reversal (
    deposit_id uuid primary key references matching_deposit (id),
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('matching_deposit_reversal');
  select facts_stated_by('matching_deposit_reversal', 'matching-deposit.reverse');
`;

const STANDING = `
  -- Written by the triggers below alone. One receipt proves one deposit, and a deposit is proven once at a time.
  create table matching_deposit_state (
    deposit_id uuid primary key references matching_deposit (id),
    state text not null check (state in ('UNPROVEN', 'PROVEN', 'REVERSED')),
    proof_id uuid unique references matching_deposit_proof (id),
    bank_line_id uuid unique references bank_line (id),
    changed_at timestamptz not null default clock_timestamp(),
    check ((state = 'PROVEN') = (proof_id is not null))
  ) with (fillfactor = 70);

  create function matching_deposit_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into matching_deposit_state (deposit_id, state) select id, 'UNPROVEN' from added;
    return null;
  end $$;
  create trigger matching_deposit_begin after insert on matching_deposit referencing new table as added for each statement execute function matching_deposit_begin();

  -- The receipt is as much as the deposit, came into an account of the house and was not taken back.
  create function matching_deposit_prove() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.bank_line_id is not null and not exists (
         select 1 from bank_line l join bank_line_state s on s.line_id = l.id join matching_deposit d on d.id = new.deposit_id
          where l.id = new.bank_line_id and l.amount_won >= d.amount_won and not s.reversed and not l.is_reversal) then
      raise exception 'line % is no receipt of deposit %', new.bank_line_id, new.deposit_id using errcode = 'check_violation', constraint = 'matching_proof_is_a_receipt';
    end if;
    update matching_deposit_state set state = 'PROVEN', proof_id = new.id, bank_line_id = new.bank_line_id, changed_at = clock_timestamp()
     where deposit_id = new.deposit_id and state = 'UNPROVEN';
    if not found then
      raise exception 'deposit % is proven or reversed', new.deposit_id using errcode = 'check_violation', constraint = 'matching_deposit_proven_once';
    end if;
    return null;
  end $$;
  create trigger matching_deposit_prove after insert on matching_deposit_proof for each row execute function matching_deposit_prove();

  create function matching_proof_take_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update matching_deposit_state set state = 'UNPROVEN', proof_id = null, bank_line_id = null, changed_at = clock_timestamp() where proof_id = new.proof_id;
    return null;
  end $$;
  create trigger matching_proof_take_back after insert on matching_proof_undo for each row execute function matching_proof_take_back();

  create function matching_deposit_reverse() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update matching_deposit_state set state = 'REVERSED', changed_at = clock_timestamp() where deposit_id = new.deposit_id and state = 'UNPROVEN';
    if not found then
      raise exception 'deposit % is still proven', new.deposit_id using errcode = 'check_violation', constraint = 'matching_deposit_still_proven';
    end if;
    return null;
  end $$;
  create trigger matching_deposit_reverse after insert on matching_deposit_reversal for each row execute function matching_deposit_reverse();

  -- A receipt proves through the match that says so: asked at commit.
  create function matching_proof_is_matched() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.bank_line_id is not null and exists (select 1 from matching_deposit_state where proof_id = new.id)
       and not exists (select 1 from bank_record_taken t join bank_match m on m.id = t.match_id
                        where t.kind = 'matching.deposit' and t.record_id = new.deposit_id and m.line_id = new.bank_line_id) then
      raise exception 'line % is not matched with deposit %', new.bank_line_id, new.deposit_id using errcode = 'check_violation', constraint = 'matching_proof_is_matched';
    end if;
    if new.bank_line_id is null and session_user <> current_user
       and not exists (select 1 from command_log where id = new.command_id and command = 'matching-register.import') then
      raise exception 'only a register proves without a receipt' using errcode = 'check_violation', constraint = 'matching_proof_needs_receipt';
    end if;
    return null;
  end $$;
  create constraint trigger matching_proof_is_matched after insert on matching_deposit_proof deferrable initially deferred for each row execute function matching_proof_is_matched();
`;

const FLAGS = `
  -- Why a deposit counts nothing, or has to be looked at.
  create table matching_deposit_flag (
    id uuid primary key,
    deposit_id uuid not null references matching_deposit (id),
    kind text not null check (kind in ('EXCLUDED_SOURCE', 'EXCLUDED_DEPOSITOR', 'THIRD_PARTY', 'ROUND_TRIP', 'LOCK_UP_BROKEN')),
    -- false: to be looked at, but the money is in (or was taken off already)
    uncounts boolean not null,
    -- what shows it: an expense that went back to the depositor, a withdrawal
    evidence_id uuid,
    detail text not null check (detail <> ''),
    clause text not null check (clause <> ''),${WITNESS},
    unique nulls not distinct (deposit_id, kind, evidence_id)
  );
  select make_append_only('matching_deposit_flag');
  select facts_stated_by('matching_deposit_flag', 'matching-deposit.record', 'matching-deposit.prove', 'bank-match.confirm', 'matching-withdrawal.record', 'matching-release.request',
    'matching-release.decide', 'matching-register.import');

  create table matching_flag_decision (
    flag_id uuid primary key references matching_deposit_flag (id),
    counts boolean not null,
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('matching_flag_decision');
  select facts_stated_by('matching_flag_decision', 'matching-flag.decide');

  -- Money of an excluded source or of the researcher's side is never counted by a decision: the terms are decided, not the case.
  create function matching_flag_decidable() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select kind from matching_deposit_flag where id = new.flag_id) in ('EXCLUDED_SOURCE', 'EXCLUDED_DEPOSITOR') then
      raise exception 'flag % is final', new.flag_id using errcode = 'check_violation', constraint = 'matching_flag_decidable';
    end if;
    return null;
  end $$;
  create trigger matching_flag_decidable after insert on matching_flag_decision for each row execute function matching_flag_decidable();
`;

const WITHDRAWALS = `
  create table matching_withdrawal (
    id uuid primary key,
    agreement_id uuid not null references matching_project (agreement_id),
    withdrawn_on date not null,
    amount_won bigint not null check (amount_won > 0 and amount_won < 10000000000000),
    -- of it taken off what counted: what was matched leaves first
    counted_won bigint not null check (counted_won between 0 and amount_won),
    paid_to text not null check (length(paid_to) between 1 and 200),
    reason text not null check (char_length(btrim(reason)) >= 2),
    document_id uuid references document (id),${WITNESS}
  );
  create index matching_withdrawal_agreement on matching_withdrawal (agreement_id, withdrawn_on);
  select make_append_only('matching_withdrawal');
  select facts_stated_by('matching_withdrawal', 'matching-withdrawal.record', 'matching-register.import');
`;

const TABLES = `matching_deposit, matching_deposit_proof, matching_proof_undo, matching_deposit_reversal, matching_deposit_flag, matching_flag_decision, matching_withdrawal`;

const GRANTS = `
  grant select on ${TABLES}, matching_deposit_state to baton_app, baton_auditor;
  grant insert on ${TABLES} to baton_app;
`;
