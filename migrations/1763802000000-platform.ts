import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one door's log, what it announces, and the guards that every append-only table shares. */
export class Platform1763802000000 implements MigrationInterface {
  readonly name = 'Platform1763802000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forbid_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;

      -- Whatever a client wrote there: when the database saw a fact is the database's own word.
      create function witness_recorded_at() returns trigger language plpgsql as $$
      begin
        new.recorded_at := clock_timestamp();
        return new;
      end $$;

      create function make_append_only(target regclass) returns void language plpgsql as $$
      begin
        if exists (select 1 from pg_attribute where attrelid = target and attname = 'recorded_at' and not attisdropped) then
          execute format('create trigger a_witness before insert on %s for each row execute function witness_recorded_at()', target);
        end if;
        execute format('create trigger append_only before update or delete on %s for each row execute function forbid_change()', target);
        execute format('create trigger never_truncated before truncate on %s for each statement execute function forbid_change()', target);
      end $$;

      create table command_log (
        id uuid primary key,
        command text not null,
        actor_id uuid not null,
        actor_login text not null,
        actor_roles text[] not null,
        idempotency_key text,
        input_hash char(64) not null,
        input jsonb not null,
        reason text,
        outcome text not null check (outcome in ('DONE', 'REFUSED')),
        result jsonb,
        problem jsonb,
        verdicts jsonb not null,
        -- acted_at: the clock of the command (a replayed story runs on its own); recorded_at: the clock of the database
        acted_at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        address text,
        user_agent text,
        session_id uuid,
        check (acted_at <= recorded_at + interval '1 minute'),
        check ((outcome = 'DONE') = (problem is null))
      );
      create unique index command_log_key on command_log (actor_id, idempotency_key) where outcome = 'DONE' and idempotency_key is not null;
      create index command_log_recorded on command_log (recorded_at desc, id);
      select make_append_only('command_log');

      create table outbox (
        id bigint generated always as identity primary key,
        command_id uuid not null references command_log (id) deferrable initially deferred,
        topic text not null,
        payload jsonb not null,
        recorded_at timestamptz not null default now()
      );
      select make_append_only('outbox');
      create function outbox_notify() returns trigger language plpgsql as $$
      begin
        perform pg_notify('outbox', json_build_object('id', new.id, 'topic', new.topic, 'payload', new.payload)::text);
        return null;
      end $$;
      create trigger outbox_notify after insert on outbox for each row execute function outbox_notify();

      grant select, insert on command_log, outbox to baton_app;
      grant select on command_log, outbox to baton_auditor;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}
