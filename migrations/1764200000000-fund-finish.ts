import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that recognised in advance can be taken back. */
export class FundFinish1764200000000 implements MigrationInterface {
  readonly name = 'FundFinish1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WITHDRAWALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const WITHDRAWALS = `
  -- From that day on the answer covers nothing more; payments of earlier days keep it.
  create table recognition_exception_withdrawal (
    exception_id uuid primary key references recognition_exception (id),
    withdrawn_from date not null,
    reason text not null check (length(btrim(reason)) > 0),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('recognition_exception_withdrawal');
  select facts_stated_by('recognition_exception_withdrawal', 'recognition-exception.withdraw');

  -- Nothing is taken back before it held, nor after it had run out by itself.
  create function recognition_exception_withdrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from recognition_exception x where x.id = new.exception_id
                      and x.valid_from <= new.withdrawn_from and (x.valid_to is null or new.withdrawn_from <= x.valid_to)) then
      raise exception 'an answer is withdrawn within its term' using errcode = 'check_violation', constraint = 'recognition_exception_withdrawn_in_term';
    end if;
    return null;
  end $$;
  create trigger recognition_exception_withdrawn after insert on recognition_exception_withdrawal
    for each row execute function recognition_exception_withdrawn();

  alter table recognition_exception_withdrawal enable row level security;
  create policy in_scope on recognition_exception_withdrawal using ((select baton_sees_all()) or exists (select 1 from recognition_exception as it where it.id = exception_id));
  grant select, insert on recognition_exception_withdrawal to baton_app;
  grant select on recognition_exception_withdrawal to baton_auditor;
`;
