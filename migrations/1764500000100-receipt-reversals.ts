import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Receipts of recoveries, of royalties and proceeds, and of clawbacks that were none: they stay on record, and count as if they had never come. */
export class ReceiptReversals1764500000100 implements MigrationInterface {
  readonly name = 'ReceiptReversals1764500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OF_RECOVERIES);
    await runner.query(RECOVERY_STANDS);
    await runner.query(OF_OUTCOMES);
    await runner.query(OUTCOME_STANDS);
    await runner.query(OF_CLAWBACKS);
    await runner.query(SCOPE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WITNESS = `
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred`;

const OF_RECOVERIES = `
  alter table grant_recovery_movement drop constraint grant_recovery_movement_kind_check;
  alter table grant_recovery_movement add constraint grant_recovery_movement_kind_check check (kind in ('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REDUCED', 'REVERSED'));
  alter table grant_recovery_movement drop constraint grant_recovery_movement_check;
  alter table grant_recovery_movement add constraint grant_recovery_movement_check check (kind not in ('WRITTEN_OFF', 'REDUCED', 'REVERSED') or char_length(btrim(coalesce(reason, ''))) >= 5);
  select facts_stated_also_by('grant_recovery_movement', 'grant-recovery-receipt.reverse', 'bank-match.undo', 'bank-statement.import');

  create table grant_recovery_reversal (
    movement_id uuid primary key references grant_recovery_movement (id) deferrable initially deferred,
    -- once
    receipt_id uuid not null unique references grant_recovery_movement (id),
    recovery_id uuid not null references grant_recovery (id),${WITNESS}
  );
  create index grant_recovery_reversal_recovery on grant_recovery_reversal (recovery_id);
  select make_append_only('grant_recovery_reversal');
  select facts_stated_by('grant_recovery_reversal', 'grant-recovery-receipt.reverse', 'bank-match.undo', 'bank-statement.import');
`;

const RECOVERY_STANDS = `
  -- Asked at commit: the whole of one receipt, and no line of a bank is it any more.
  create function grant_recovery_reversal_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_recovery_movement came join grant_recovery_movement back on (back.recovery_id, back.amount_won, back.value_on) = (came.recovery_id, came.amount_won, came.value_on)
                    where came.id = new.receipt_id and came.kind = 'RECEIVED' and came.recovery_id = new.recovery_id
                      and back.id = new.movement_id and back.kind = 'REVERSED' and back.command_id = new.command_id) then
      raise exception 'what is reversed is not receipt %', new.receipt_id using errcode = 'check_violation', constraint = 'grant_recovery_reversal_of_a_receipt';
    end if;
    if exists (select 1 from bank_record_taken t where t.kind = 'grant.recovery' and t.record_id = new.receipt_id) then
      raise exception 'a line of the bank is receipt %', new.receipt_id using errcode = 'check_violation', constraint = 'grant_recovery_reversal_not_at_the_bank';
    end if;
    return null;
  end $$;
  create constraint trigger grant_recovery_reversal_stands after insert on grant_recovery_reversal deferrable initially deferred for each row execute function grant_recovery_reversal_stands();

  create function grant_reversed_has_its_receipt() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_recovery_reversal where movement_id = new.id) then
      raise exception 'a reversal names the receipt that it undoes' using errcode = 'check_violation', constraint = 'grant_reversed_has_its_receipt';
    end if;
    return null;
  end $$;
  create constraint trigger grant_reversed_has_its_receipt after insert on grant_recovery_movement deferrable initially deferred for each row when (new.kind = 'REVERSED') execute function grant_reversed_has_its_receipt();

  -- What is with the Treasury came in and stays: neither is more remitted than stands, nor a receipt reversed that was remitted.
  create or replace function grant_recovery_remitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('grant recovery ' || new.recovery_id, 0));
    if (select coalesce(sum(amount_won), 0) from grant_recovery_remittance where recovery_id = new.recovery_id)
       > (select coalesce(sum(case kind when 'REVERSED' then - amount_won else amount_won end), 0) from grant_recovery_movement where recovery_id = new.recovery_id and kind in ('RECEIVED', 'OFFSET', 'REVERSED')) then
      raise exception 'more is remitted than was received' using errcode = 'check_violation', constraint = 'grant_recovery_remitted';
    end if;
    return null;
  end $$;
  create trigger grant_recovery_remitted after insert on grant_recovery_movement for each row when (new.kind = 'REVERSED') execute function grant_recovery_remitted();
`;

const OF_OUTCOMES = `
  create table outcome_receipt_reversal (
    receipt_id uuid primary key references outcome_receipt (id),
    reason text not null check (char_length(btrim(reason)) >= 5),${WITNESS}
  );
  select make_append_only('outcome_receipt_reversal');
  select facts_stated_by('outcome_receipt_reversal', 'outcome-receipt.reverse', 'bank-match.undo', 'bank-statement.import');
  -- A receipt that is reversed is no line of a bank any more.
  select facts_stated_also_by('bank_match_undo', 'grant-recovery-receipt.reverse', 'outcome-receipt.reverse');
`;

const OUTCOME_STANDS = `
  -- As before; a receipt that was reversed paid nothing.
  create or replace function outcome_claim_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    stated jsonb := to_jsonb(new);
    its uuid := coalesce((stated ->> 'claim_id')::uuid, (select r.claim_id from outcome_receipt r where r.id = (stated ->> 'receipt_id')::uuid), (stated ->> 'id')::uuid);
    told numeric := (select c.amount_won - coalesce((select sum(r.amount_won) from outcome_receipt r where r.claim_id = c.id and not exists (select 1 from outcome_receipt_reversal v where v.receipt_id = r.id)), 0)
                       from outcome_claim c where c.id = its);
    booked numeric := coalesce((select b.balance from outcome_claim c join ledger_account a on a.key = 'grant/' || c.call_id || '/grant.outcome-receivable/' || c.id
                                  join account_balance b on b.account_id = a.id where c.id = its), 0);
  begin
    if told <> booked then
      raise exception 'open of claim %: % told, % booked', its, told, booked using errcode = 'check_violation', constraint = 'outcome_claim_ties';
    end if;
    return null;
  end $$;
  create constraint trigger outcome_receipt_reversal_ties after insert on outcome_receipt_reversal deferrable initially deferred for each row execute function outcome_claim_ties();

  -- What went to the Treasury from a call is never more than what stands of its receipts, whichever of the two is stated first.
  create function outcome_remitted_of_received() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    stated jsonb := to_jsonb(new);
    its uuid := coalesce((stated ->> 'call_id')::uuid, (select c.call_id from outcome_receipt r join outcome_claim c on c.id = r.claim_id where r.id = (stated ->> 'receipt_id')::uuid));
  begin
    perform pg_advisory_xact_lock(hashtextextended('outcome remittances ' || its, 0));
    if (select coalesce(sum(m.amount_won), 0) from outcome_remittance m where m.call_id = its)
       > (select coalesce(sum(r.amount_won), 0) from outcome_receipt r join outcome_claim c on c.id = r.claim_id
           where c.call_id = its and not exists (select 1 from outcome_receipt_reversal v where v.receipt_id = r.id)) then
      raise exception 'more is remitted than was received' using errcode = 'check_violation', constraint = 'outcome_remitted_of_received';
    end if;
    return null;
  end $$;
  create trigger outcome_remitted_of_received after insert on outcome_remittance for each row execute function outcome_remitted_of_received();
  create trigger outcome_remitted_of_received after insert on outcome_receipt_reversal for each row execute function outcome_remitted_of_received();

  create function outcome_receipt_reversal_not_at_the_bank() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from bank_record_taken t where t.kind = 'grant.outcome-receipt' and t.record_id = new.receipt_id) then
      raise exception 'a line of the bank is receipt %', new.receipt_id using errcode = 'check_violation', constraint = 'outcome_receipt_reversal_not_at_the_bank';
    end if;
    return null;
  end $$;
  create constraint trigger outcome_receipt_reversal_not_at_the_bank after insert on outcome_receipt_reversal
    deferrable initially deferred for each row execute function outcome_receipt_reversal_not_at_the_bank();
`;

const OF_CLAWBACKS = `
  alter table clawback_movement drop constraint clawback_movement_kind_check;
  alter table clawback_movement add constraint clawback_movement_kind_check check (kind in ('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REVERSED'));
  alter table clawback_movement add constraint clawback_movement_reversed_for check (kind <> 'REVERSED' or char_length(btrim(coalesce(reason, ''))) >= 5);
  select facts_stated_also_by('clawback_movement', 'clawback-receipt.reverse', 'bank-statement.import');
  -- The clawback of a voucher goes on where it had ended by the receipt.
  select facts_stated_also_by('voucher_event', 'clawback-receipt.reverse', 'bank-statement.import');
  select facts_stated_also_by('bank_match_undo', 'clawback-receipt.reverse');

  create table clawback_reversal (
    movement_id uuid primary key references clawback_movement (id) deferrable initially deferred,
    -- once
    receipt_id uuid not null unique references clawback_movement (id),
    clawback_id uuid not null references clawback (id),${WITNESS}
  );
  create index clawback_reversal_clawback on clawback_reversal (clawback_id);
  select make_append_only('clawback_reversal');
  select facts_stated_by('clawback_reversal', 'clawback-receipt.reverse', 'bank-statement.import');

  create function clawback_reversal_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from clawback_movement came join clawback_movement back on (back.clawback_id, back.amount_won, back.value_on) = (came.clawback_id, came.amount_won, came.value_on)
                    where came.id = new.receipt_id and came.kind = 'RECEIVED' and came.clawback_id = new.clawback_id
                      and back.id = new.movement_id and back.kind = 'REVERSED' and back.command_id = new.command_id) then
      raise exception 'what is reversed is not receipt %', new.receipt_id using errcode = 'check_violation', constraint = 'clawback_reversal_of_a_receipt';
    end if;
    if exists (select 1 from bank_record_taken t where t.kind = 'voucher.clawback' and t.record_id = new.receipt_id) then
      raise exception 'a line of the bank is receipt %', new.receipt_id using errcode = 'check_violation', constraint = 'clawback_reversal_not_at_the_bank';
    end if;
    return null;
  end $$;
  create constraint trigger clawback_reversal_stands after insert on clawback_reversal deferrable initially deferred for each row execute function clawback_reversal_stands();

  create function clawback_reversed_has_its_receipt() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from clawback_reversal where movement_id = new.id) then
      raise exception 'a reversal names the receipt that it undoes' using errcode = 'check_violation', constraint = 'clawback_reversed_has_its_receipt';
    end if;
    return null;
  end $$;
  create constraint trigger clawback_reversed_has_its_receipt after insert on clawback_movement deferrable initially deferred for each row when (new.kind = 'REVERSED') execute function clawback_reversed_has_its_receipt();
`;

const SCOPE = `
  grant select on grant_recovery_reversal, outcome_receipt_reversal, clawback_reversal to baton_app, baton_auditor;
  grant insert on grant_recovery_reversal, outcome_receipt_reversal, clawback_reversal to baton_app;
  alter table grant_recovery_reversal enable row level security;
  create policy in_scope on grant_recovery_reversal using ((select baton_sees_all()) or exists (select 1 from grant_recovery r where r.id = recovery_id));
  alter table outcome_receipt_reversal enable row level security;
  create policy in_scope on outcome_receipt_reversal using ((select baton_sees_all()) or exists (select 1 from outcome_receipt r where r.id = receipt_id));
  alter table clawback_reversal enable row level security;
  create policy in_scope on clawback_reversal using ((select baton_sees_all()) or exists (select 1 from clawback c where c.id = clawback_id));
`;
