import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Government money that follows private money: releases, what has to come back, and the room between them. */
export class MatchingReleases1764300000115 implements MigrationInterface {
  readonly name = 'MatchingReleases1764300000115';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RELEASES);
    await runner.query(CLAWBACKS);
    await runner.query(DEMANDS);
    await runner.query(ROOM);
    await runner.query(STEPS);
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

const RELEASES = `
  -- What a tranche of a pool is beside a tranche: the milestone that opens the gate, and how it stood when it was asked for.
  create table matching_release (
    tranche_id uuid primary key references grant_tranche (id),
    agreement_id uuid not null references matching_project (agreement_id),
    milestone text check (length(milestone) between 1 and 200),
    allowed_won bigint not null check (allowed_won >= 0),
    released_won bigint not null check (released_won >= 0),${WITNESS}
  );
  create index matching_release_agreement on matching_release (agreement_id);
  select make_append_only('matching_release');
  select facts_stated_by('matching_release', 'matching-release.request', 'matching-register.import');
`;

const CLAWBACKS = `
  -- Proposed as soon as more is out than the private money allows; a further change of either makes a new proposal.
  create table matching_clawback (
    id uuid primary key,
    agreement_id uuid not null references matching_project (agreement_id),
    over_released_won bigint not null check (over_released_won >= 0),
    -- what a settlement outside of the grant engine found, and the government's part of it
    disallowed_won bigint not null check (disallowed_won >= 0),
    unspent_won bigint not null check (unspent_won >= 0),
    interest_won bigint not null check (interest_won >= 0),
    total_won bigint not null check (total_won > 0 and total_won = over_released_won + disallowed_won + unspent_won + interest_won),
    -- what led to it: a withdrawal, a proof undone, a release of the register
    cause text not null check (length(cause) between 1 and 300),
    allowed_won bigint not null check (allowed_won >= 0),
    released_won bigint not null check (released_won >= 0),${WITNESS}
  );
  create index matching_clawback_agreement on matching_clawback (agreement_id);
  select make_append_only('matching_clawback');
  select facts_stated_by('matching_clawback', 'matching-clawback.propose', 'matching-withdrawal.record', 'matching-deposit.reverse', 'matching-deposit.prove', 'matching-flag.decide', 'bank-match.confirm',
    'bank-match.undo', 'bank-statement.import', 'matching-release.request', 'matching-release.decide', 'matching-release.void', 'matching-register.import');

  create table matching_clawback_end (
    clawback_id uuid primary key references matching_clawback (id),
    outcome text not null check (outcome in ('DECIDED', 'OVERTAKEN')),
    recovery_id uuid unique references grant_recovery (id),${WITNESS},
    check ((outcome = 'DECIDED') = (recovery_id is not null))
  );
  select make_append_only('matching_clawback_end');
  select facts_stated_by('matching_clawback_end', 'matching-clawback.decide', 'matching-clawback.propose', 'matching-withdrawal.record', 'matching-deposit.reverse', 'matching-deposit.prove', 'matching-flag.decide',
    'bank-match.confirm', 'bank-match.undo', 'bank-statement.import', 'matching-release.request', 'matching-release.decide', 'matching-release.void', 'matching-register.import');

  -- At commit: one proposal at a time stands for a project, and who brought it about does not decide on it.
  create function matching_clawback_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select count(*) from matching_clawback c where c.agreement_id = new.agreement_id and not exists (select 1 from matching_clawback_end e where e.clawback_id = c.id)) > 1 then
      raise exception 'two proposals stand for %', new.agreement_id using errcode = 'check_violation', constraint = 'matching_clawback_one_proposal';
    end if;
    return null;
  end $$;
  create constraint trigger matching_clawback_stands after insert on matching_clawback deferrable initially deferred for each row execute function matching_clawback_stands();

  create function matching_clawback_two_persons() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.outcome = 'DECIDED' and session_user <> current_user
       and (person_of(new.command_id) = (select person_of(c.command_id) from matching_clawback c where c.id = new.clawback_id)
            or not exists (select 1 from command_log where id = new.command_id and command = 'matching-clawback.decide')) then
      raise exception 'who brought clawback % about does not decide on it', new.clawback_id using errcode = 'check_violation', constraint = 'matching_clawback_two_persons';
    end if;
    return null;
  end $$;
  create constraint trigger matching_clawback_two_persons after insert on matching_clawback_end deferrable initially deferred for each row execute function matching_clawback_two_persons();
`;

const DEMANDS = `
  -- A claim that rests on no settlement and no sanction says itself what it rests on, step by step as its notice shows it.
  create table grant_recovery_ground (
    recovery_id uuid primary key references grant_recovery (id),
    title text not null check (length(title) between 1 and 100),
    reference text not null check (length(reference) between 1 and 200),
    -- [{label, amountWon, ground}], whole won
    working jsonb not null check (jsonb_typeof(working) = 'array'),
    total_won bigint not null check (total_won > 0),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('grant_recovery_ground');
  select facts_stated_by('grant_recovery_ground', 'matching-clawback.decide');
  select facts_stated_also_by('grant_recovery', 'matching-clawback.decide');
  select facts_stated_also_by('grant_recovery_instalment', 'matching-clawback.decide');

  do $$
  declare either text := (select conname from pg_constraint where conrelid = 'grant_recovery'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%settlement_id IS NULL%');
  begin
    execute format('alter table grant_recovery drop constraint %I', either);
  end $$;
  alter table grant_recovery add constraint grant_recovery_one_ground check (settlement_id is null or sanction_id is null);
  create function grant_recovery_has_ground() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.settlement_id is null and new.sanction_id is null
       and not exists (select 1 from grant_recovery_ground g where g.recovery_id = new.id and g.command_id = new.command_id and g.total_won = new.demanded_won + new.dropped_won) then
      raise exception 'recovery % says not what it rests on', new.number using errcode = 'check_violation', constraint = 'grant_recovery_has_ground';
    end if;
    return null;
  end $$;
  create constraint trigger grant_recovery_has_ground after insert on grant_recovery deferrable initially deferred for each row execute function grant_recovery_has_ground();

  -- The claim is what its clawback says.
  create function matching_recovery_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from matching_clawback_end e join matching_clawback c on c.id = e.clawback_id join grant_recovery r on r.id = e.recovery_id
                    where e.recovery_id = new.recovery_id and c.total_won = new.total_won and c.agreement_id = r.agreement_id) then
      raise exception 'recovery % is not what was decided', new.recovery_id using errcode = 'check_violation', constraint = 'matching_recovery_stands';
    end if;
    return null;
  end $$;
  create constraint trigger matching_recovery_stands after insert on grant_recovery_ground deferrable initially deferred for each row execute function matching_recovery_stands();
`;

const ROOM = `
  -- What the private money in allows to be released: in proportion to the commitment, floored, no more than was committed (docs/domain.md §5).
  create function matching_allowed(project uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
    select case when counted.won >= p.private_won then p.government_won else div(p.government_won::numeric * counted.won, p.private_won) end::bigint
      from matching_project p,
           lateral (select greatest(0, coalesce((
             select sum(d.amount_won) from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id
              where d.agreement_id = p.agreement_id and s.state = 'PROVEN'
                and not exists (select 1 from matching_deposit_flag f left join matching_flag_decision n on n.flag_id = f.id
                                 where f.deposit_id = d.id and f.uncounts and not coalesce(n.counts, false))), 0)
             - coalesce((select sum(w.amount_won) from matching_withdrawal w where w.agreement_id = p.agreement_id), 0)) as won) as counted
     where p.agreement_id = project
  $$;

  -- At commit the books of a project say what its facts say: what is allowed, and what is released and not claimed back.
  create function matching_room_ties(project uuid) returns void language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    prefix text := (select 'grant/' || call_id || '/' from matching_project where agreement_id = project);
    booked bigint := (select coalesce(sum(b.balance), 0) from ledger_account a join account_balance b on b.account_id = a.id where a.key = prefix || 'matching.allowed/' || project);
    released bigint := (select coalesce(sum(b.balance), 0) from ledger_account a join account_balance b on b.account_id = a.id where a.key = prefix || 'matching.released/' || project);
    decided bigint := (select coalesce(sum(t.amount_won), 0) from grant_tranche t join grant_tranche_state s on s.tranche_id = t.id where t.agreement_id = project and s.state = 'DECIDED');
    claimed bigint := (select coalesce(sum(c.over_released_won), 0) from matching_clawback c join matching_clawback_end e on e.clawback_id = c.id where c.agreement_id = project and e.outcome = 'DECIDED');
  begin
    if session_user = current_user then return; end if;
    if booked <> matching_allowed(project) then
      raise exception 'the books of % allow %, its facts %', project, booked, matching_allowed(project) using errcode = 'check_violation', constraint = 'matching_allowed_ties';
    end if;
    if released <> decided - claimed then
      raise exception 'the books of % say % is released, its tranches %', project, released, decided - claimed using errcode = 'check_violation', constraint = 'matching_released_ties';
    end if;
  end $$;
  create function matching_fact_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told jsonb := to_jsonb(new);
    its uuid := case tg_table_name
      when 'matching_deposit_flag' then (select agreement_id from matching_deposit where id = (told ->> 'deposit_id')::uuid)
      when 'matching_flag_decision' then (select d.agreement_id from matching_deposit_flag f join matching_deposit d on d.id = f.deposit_id where f.id = (told ->> 'flag_id')::uuid)
      when 'matching_deposit_proof' then (select agreement_id from matching_deposit where id = (told ->> 'deposit_id')::uuid)
      when 'matching_proof_undo' then (select d.agreement_id from matching_deposit_proof p join matching_deposit d on d.id = p.deposit_id where p.id = (told ->> 'proof_id')::uuid)
      when 'matching_clawback_end' then (select agreement_id from matching_clawback where id = (told ->> 'clawback_id')::uuid)
      when 'grant_tranche_event' then (select p.agreement_id from grant_tranche t join matching_project p on p.agreement_id = t.agreement_id where t.id = (told ->> 'tranche_id')::uuid)
      else (told ->> 'agreement_id')::uuid end;
  begin
    if its is not null then perform matching_room_ties(its); end if;
    return null;
  end $$;
${['matching_deposit_flag', 'matching_flag_decision', 'matching_deposit_proof', 'matching_proof_undo', 'matching_withdrawal', 'matching_clawback_end', 'grant_tranche_event']
  .map((table) => `  create constraint trigger ${table}_room_ties after insert on ${table} deferrable initially deferred for each row execute function matching_fact_ties();`)
  .join('\n')}
`;

/** Which steps of the grant engine the commands of matching take in their own transaction. */
const STEPS = `
  -- As before; private cash of a pool comes with the proof of a deposit, whoever matched its receipt, and goes with the proof.
  create or replace function matching_states_it() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    told jsonb := to_jsonb(new);
    its uuid := case tg_table_name
      when 'grant_call' then (told ->> 'id')::uuid
      when 'grant_own_share' then (select call_id from grant_agreement where id = (told ->> 'agreement_id')::uuid)
      when 'grant_own_share_reversal' then (select a.call_id from grant_own_share s join grant_agreement a on a.id = s.agreement_id where s.id = (told ->> 'own_share_id')::uuid)
      when 'grant_tranche_event' then (select a.call_id from grant_tranche t join grant_agreement a on a.id = t.agreement_id where t.id = (told ->> 'tranche_id')::uuid)
      else (told ->> 'call_id')::uuid end;
    otherwise boolean;
  begin
    if session_user = current_user or (select kind from grant_call where id = its) <> 'MATCHING' then return null; end if;
    otherwise := case tg_table_name
         when 'grant_own_share' then not exists (select 1 from matching_deposit_proof p where p.own_share_id = (told ->> 'id')::uuid and p.command_id = new.command_id)
         when 'grant_own_share_reversal' then not exists (select 1 from matching_proof_undo u join matching_deposit_proof p on p.id = u.proof_id
                                                            where p.own_share_id = (told ->> 'own_share_id')::uuid and u.command_id = new.command_id)
         else (tg_table_name <> 'grant_tranche_event' or told ->> 'event' in ('request', 'decide', 'void'))
              and not exists (select 1 from command_log where id = new.command_id and command like 'matching-%') end;
    if otherwise then
      raise exception 'in a pool % is stated by matching', tg_table_name using errcode = 'check_violation', constraint = 'matching_states_it';
    end if;
    return null;
  end $$;

  select facts_stated_also_by('grant_own_share', 'matching-deposit.prove', 'bank-match.confirm');
  select facts_stated_also_by('grant_own_share_reversal', 'matching-deposit.reverse', 'bank-match.undo', 'bank-statement.import');
  select facts_stated_also_by('grant_tranche', 'matching-release.request');
  select facts_stated_also_by('grant_tranche_condition', 'matching-release.request');
  select facts_stated_also_by('grant_condition_met', 'matching-release.request');
  select facts_stated_also_by('grant_tranche_event', 'matching-release.request', 'matching-release.decide', 'matching-release.send-back', 'matching-release.void');
  select facts_stated_also_by('payable', 'matching-release.decide');
  select facts_stated_also_by('payable_withdrawal', 'matching-release.void');
  select facts_stated_also_by('bank_match', 'matching-deposit.prove');
`;

const TABLES = `matching_release, matching_clawback, matching_clawback_end, grant_recovery_ground`;

const GRANTS = `
  grant select on ${TABLES} to baton_app, baton_auditor;
  grant insert on ${TABLES} to baton_app;
  grant execute on function matching_allowed(uuid) to baton_app, baton_auditor;
`;
