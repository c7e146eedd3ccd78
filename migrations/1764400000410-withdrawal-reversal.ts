import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Withdrawals of private money that were recorded wrongly: the money counts again. */
export class WithdrawalReversal1764400000410 implements MigrationInterface {
  readonly name = 'WithdrawalReversal1764400000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVERSALS);
    await runner.query(STANDS);
    await runner.query(ROOM);
    await runner.query(SCOPE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const REVERSALS = `
  create table matching_withdrawal_reversal (
    withdrawal_id uuid primary key references matching_withdrawal (id),
    reason text not null check (char_length(btrim(reason)) >= 5),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('matching_withdrawal_reversal');
  select facts_stated_by('matching_withdrawal_reversal', 'matching-withdrawal.reverse');
  -- The proposal that the withdrawal led to ends, and what is over-released without it is proposed.
  select facts_stated_also_by('matching_clawback', 'matching-withdrawal.reverse');
  select facts_stated_also_by('matching_clawback_end', 'matching-withdrawal.reverse');
`;

const STANDS = `
  -- What was demanded because the money left, what the bank shows to have left, and what was settled for good is not taken back.
  create function matching_withdrawal_reversible() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare gone matching_withdrawal;
  begin
    select * into gone from matching_withdrawal where id = new.withdrawal_id;
    perform 1 from grant_state where agreement_id = gone.agreement_id for update;
    if exists (select 1 from matching_clawback c join matching_clawback_end e on e.clawback_id = c.id
                where c.agreement_id = gone.agreement_id and c.over_released_won > 0 and e.outcome = 'DECIDED' and e.recorded_at > gone.recorded_at) then
      raise exception 'a clawback was decided after withdrawal %', new.withdrawal_id using errcode = 'check_violation', constraint = 'matching_withdrawal_undecided';
    end if;
    if exists (select 1 from bank_record_taken t where t.kind = 'matching.withdrawal' and t.record_id = new.withdrawal_id) then
      raise exception 'a line of the bank is withdrawal %', new.withdrawal_id using errcode = 'check_violation', constraint = 'matching_withdrawal_not_at_the_bank';
    end if;
    if not exists (select 1 from grant_stage s where s.agreement_id = gone.agreement_id
                      and not exists (select 1 from grant_settlement_final f where f.agreement_id = s.agreement_id and f.stage = s.stage)) then
      raise exception 'every stage of the agreement is settled for good' using errcode = 'check_violation', constraint = 'grant_agreement_takes_money';
    end if;
    return new;
  end $$;
  create trigger matching_withdrawal_reversible before insert on matching_withdrawal_reversal for each row execute function matching_withdrawal_reversible();
`;

const ROOM = `
  -- As before; a withdrawal that was reversed took nothing.
  create or replace function matching_allowed(project uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
    select case when counted.won >= p.private_won then p.government_won else div(p.government_won::numeric * counted.won, p.private_won) end::bigint
      from matching_project p,
           lateral (select greatest(0, coalesce((
             select sum(d.amount_won) from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id
              where d.agreement_id = p.agreement_id and s.state = 'PROVEN'
                and not exists (select 1 from matching_deposit_flag f left join matching_flag_decision n on n.flag_id = f.id
                                 where f.deposit_id = d.id and f.uncounts and not coalesce(n.counts, false))), 0)
             - coalesce((select sum(w.amount_won) from matching_withdrawal w where w.agreement_id = p.agreement_id
                            and not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = w.id)), 0)) as won) as counted
     where p.agreement_id = project
  $$;

  create function matching_reversal_room_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform matching_room_ties((select agreement_id from matching_withdrawal where id = new.withdrawal_id));
    return null;
  end $$;
  create constraint trigger matching_withdrawal_reversal_room_ties after insert on matching_withdrawal_reversal
    deferrable initially deferred for each row execute function matching_reversal_room_ties();
`;

const SCOPE = `
  grant select on matching_withdrawal_reversal to baton_app, baton_auditor;
  grant insert on matching_withdrawal_reversal to baton_app;
  alter table matching_withdrawal_reversal enable row level security;
  create policy in_scope on matching_withdrawal_reversal using ((select baton_sees_all()) or exists (select 1 from matching_withdrawal w where w.id = withdrawal_id));
`;
