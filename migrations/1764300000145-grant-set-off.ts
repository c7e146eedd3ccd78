import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recoveries set off against payments that the debtor is still owed, and money that a settled agreement takes no more. */
export class GrantSetOff1764300000145 implements MigrationInterface {
  readonly name = 'GrantSetOff1764300000145';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_OFF);
    await runner.query(STANDS);
    await runner.query(SETTLED_FOR_GOOD);
    await runner.query(SCOPE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const SET_OFF = `
  alter table grant_recovery_movement drop constraint grant_recovery_movement_kind_check;
  alter table grant_recovery_movement add constraint grant_recovery_movement_kind_check check (kind in ('RECEIVED', 'OFFSET', 'WRITTEN_OFF', 'SURCHARGED', 'REDUCED'));
  select facts_stated_also_by('grant_recovery_movement', 'grant-recovery.set-off');
  -- The debt is stated anew, smaller by what is set off.
  select facts_stated_also_by('payable', 'grant-recovery.set-off');
  select facts_stated_also_by('payable_withdrawal', 'grant-recovery.set-off');

  create table grant_set_off (
    movement_id uuid primary key references grant_recovery_movement (id) deferrable initially deferred,
    recovery_id uuid not null references grant_recovery (id),
    tranche_id uuid not null references grant_tranche (id),
    amount_won bigint not null check (amount_won > 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index grant_set_off_recovery on grant_set_off (recovery_id);
  create index grant_set_off_tranche on grant_set_off (tranche_id);
  select make_append_only('grant_set_off');
  select facts_stated_by('grant_set_off', 'grant-recovery.set-off');
`;

const STANDS = `
  -- Asked at commit. One debtor, one call; what is set off and what is still owed are the tranche; and not the person who decided to pay.
  create function grant_set_off_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    its grant_tranche;
    owed bigint;
  begin
    select * into its from grant_tranche where id = new.tranche_id;
    if not exists (select 1 from grant_recovery r join grant_agreement a on a.call_id = r.call_id and a.party_id = r.debtor_id where r.id = new.recovery_id and a.id = its.agreement_id)
       or not exists (select 1 from grant_recovery_movement m where m.id = new.movement_id and m.recovery_id = new.recovery_id and m.kind = 'OFFSET' and m.amount_won = new.amount_won and m.command_id = new.command_id) then
      raise exception 'what is set off is owed by another, or elsewhere' using errcode = 'check_violation', constraint = 'grant_set_off_of_the_debtor';
    end if;
    select coalesce(sum(p.amount_won), 0) into owed from payable p join payable_state s on s.payable_id = p.id where p.kind = 'grant.tranche' and p.subject_id = new.tranche_id and s.state <> 'WITHDRAWN';
    if (select state from grant_tranche_state where tranche_id = new.tranche_id) is distinct from 'DECIDED'
       or (select sum(amount_won) from grant_set_off where tranche_id = new.tranche_id) + owed <> its.amount_won then
      raise exception 'tranche %: what is owed and what is set off are not its amount', its.number using errcode = 'check_violation', constraint = 'grant_set_off_within_tranche';
    end if;
    if session_user <> current_user and person_of(new.command_id) = (select person_of(e.command_id) from grant_tranche_event e where e.tranche_id = new.tranche_id and e.event = 'decide' order by e.id desc limit 1) then
      raise exception 'who decided the payment does not set it off' using errcode = 'check_violation', constraint = 'grant_set_off_second_person';
    end if;
    return null;
  end $$;
  create constraint trigger grant_set_off_stands after insert on grant_set_off deferrable initially deferred for each row execute function grant_set_off_stands();

  create function grant_offset_has_its_tranche() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from grant_set_off where movement_id = new.id) then
      raise exception 'a set-off names the tranche that it takes' using errcode = 'check_violation', constraint = 'grant_offset_has_its_tranche';
    end if;
    return null;
  end $$;
  create constraint trigger grant_offset_has_its_tranche after insert on grant_recovery_movement deferrable initially deferred for each row when (new.kind = 'OFFSET') execute function grant_offset_has_its_tranche();

  -- A decision of which a part was set off is not taken back.
  create function grant_tranche_not_set_off() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from grant_set_off where tranche_id = new.tranche_id) then
      raise exception 'a part of tranche % was set off', new.tranche_id using errcode = 'check_violation', constraint = 'grant_tranche_not_set_off';
    end if;
    return null;
  end $$;
  create trigger grant_tranche_not_set_off after insert on grant_tranche_event for each row when (new.event = 'void') execute function grant_tranche_not_set_off();

  -- What was set off stays with the agency as what came in does, and goes to the Treasury with it.
  create or replace function grant_recovery_remitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('grant recovery ' || new.recovery_id, 0));
    if (select sum(amount_won) from grant_recovery_remittance where recovery_id = new.recovery_id)
       > (select coalesce(sum(amount_won), 0) from grant_recovery_movement where recovery_id = new.recovery_id and kind in ('RECEIVED', 'OFFSET')) then
      raise exception 'more is remitted than was received' using errcode = 'check_violation', constraint = 'grant_recovery_remitted';
    end if;
    return null;
  end $$;
`;

const SETTLED_FOR_GOOD = `
  -- An agreement all of whose stages are settled for good takes no further money and gives none up: no decision to pay, no receipt, no receipt taken back.
  create function grant_agreement_takes_money() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare its uuid := case tg_table_name
    when 'grant_own_share' then (to_jsonb(new) ->> 'agreement_id')::uuid
    when 'grant_own_share_reversal' then (select agreement_id from grant_own_share where id = (to_jsonb(new) ->> 'own_share_id')::uuid)
    else (select agreement_id from grant_tranche where id = (to_jsonb(new) ->> 'tranche_id')::uuid) end;
  begin
    perform 1 from grant_state where agreement_id = its for update;
    if not exists (select 1 from grant_stage s where s.agreement_id = its and not exists (select 1 from grant_settlement_final f where f.agreement_id = its and f.stage = s.stage)) then
      raise exception 'every stage of the agreement is settled for good' using errcode = 'check_violation', constraint = 'grant_agreement_takes_money';
    end if;
    return null;
  end $$;
  create trigger grant_agreement_takes_money after insert on grant_own_share for each row execute function grant_agreement_takes_money();
  create trigger grant_agreement_takes_money after insert on grant_own_share_reversal for each row execute function grant_agreement_takes_money();
  create trigger grant_agreement_takes_money after insert on grant_tranche_event for each row when (new.event in ('request', 'decide')) execute function grant_agreement_takes_money();
`;

const SCOPE = `
  grant select on grant_set_off to baton_app, baton_auditor;
  grant insert on grant_set_off to baton_app;
  alter table grant_set_off enable row level security;
  create policy in_scope on grant_set_off using ((select baton_sees_all()) or exists (select 1 from grant_recovery r where r.id = recovery_id));
`;
