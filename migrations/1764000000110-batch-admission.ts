import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BY_KEY, SHORT_LIVED } from './1764000000100-throughput.js';

/** Who may run a command, and with whose signatures, is asked for all commands of a statement at once. */
export class BatchAdmission1764000000110 implements MigrationInterface {
  readonly name = 'BatchAdmission1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEMANDS);
    await runner.query(COMMANDS);
    await runner.query(OUTBOX);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const DEMANDS = `
  -- What commands need today, each by its place. The policy of its fund wins over the general one, the later over the earlier. An
  -- amount that is not there or cannot be read takes the highest tier. No row: nobody decided, so nothing passes.
  create function approval_demands(of_commands text[], inputs jsonb[])
    returns table (place bigint, policy_id uuid, from_won bigint, mode text, amount_won bigint, expires_after_days smallint)
    language sql stable security definer set search_path = public, pg_temp ${BY_KEY} as $$
    with asked as materialized (
      select a.place, k.command, a.input #>> k.fund_path as fund,
             case when a.input #>> k.amount_path ~ '^[0-9]{1,18}$' then (a.input #>> k.amount_path)::bigint end as amount
        from unnest(of_commands, inputs) with ordinality as a (command, input, place) join command_kind k using (command)),
    in_force as materialized (
      select s.command, s.fund, p.id, p.expires_after_days
        from (select distinct command, fund from asked) as s
       cross join lateral (
             select id, expires_after_days from approval_policy
              where command = s.command and effective_from <= (clock_timestamp() at time zone 'Asia/Seoul')::date
                and scope in ('*', 'fund/' || coalesce(s.fund, ''))
              order by (scope <> '*') desc, effective_from desc, recorded_at desc, id limit 1) as p)
    select a.place, f.id, t.from_won, t.mode, a.amount, f.expires_after_days
      from asked a
      join in_force f on f.command = a.command and f.fund is not distinct from a.fund
     cross join lateral (
           select from_won, mode from approval_tier
            where policy_id = f.id and from_won <= coalesce(a.amount, 9223372036854775807) order by from_won desc limit 1) as t
  $$;
  create or replace function approval_demand(of_command text, input jsonb)
    returns table (policy_id uuid, from_won bigint, mode text, amount_won bigint, expires_after_days smallint)
    language sql stable security definer set search_path = public, pg_temp as $$
    select policy_id, from_won, mode, amount_won, expires_after_days from approval_demands(array[of_command], array[input])
  $$;
`;

const COMMANDS = `
  -- A statement that logged commands as done, until they are judged at commit. The owner lays the foundations, and is not asked.
  create unlogged table command_statement (
    id bigint generated always as identity primary key,
    command_ids uuid[] not null
  ) with (${SHORT_LIVED});
  create function command_log_stated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare stated uuid[];
  begin
    if session_user = current_user then
      return null;
    end if;
    select array_agg(id) into stated from added where outcome = 'DONE';
    if stated is not null then
      insert into command_statement (command_ids) values (stated);
    end if;
    return null;
  end $$;
  drop trigger command_log_signed on command_log;
  create trigger command_log_stated after insert on command_log
    referencing new table as added for each statement execute function command_log_stated();

  -- The last judge of every command, asked at commit (a dry run never gets there): everybody needs a role, and the signatures that policy wants.
  create or replace function command_log_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  declare
    refused record;
    logged record;
    ids uuid[];
    commands text[];
    inputs jsonb[];
  begin
    delete from command_statement where id = new.id;
    select c.command, c.actor_login into refused
      from (select distinct command, actor_id, actor_login from command_log where id = any (new.command_ids)) as c
     where not exists (select 1 from app_user u join command_kind k on k.command = c.command
                        where u.id = c.actor_id and u.active
                          and (k.roles is null or exists (select 1 from user_role g where g.user_id = u.id and g.role = any (k.roles))))
       and not exists (select 1 from command_kind k
                        where k.command = c.command and k.automatic and c.actor_id = '00000000-0000-0000-0000-000000000000') limit 1;
    if found then
      raise exception '% is not for %', refused.command, refused.actor_login using errcode = 'check_violation', constraint = 'command_log_role';
    end if;
    select array_agg(id), array_agg(command), array_agg(input) into ids, commands, inputs from command_log where id = any (new.command_ids);
    for logged in
      select c.id, c.command, d.mode, d.policy_id, d.from_won
        from unnest(ids) with ordinality as l (id, place)
        join command_log c on c.id = l.id
        left join approval_demands(commands, inputs) as d on d.place = l.place
       where d.mode is distinct from 'DIRECT' or c.approval_id is not null
    loop
      if logged.mode is null then
        raise exception 'nobody decided who approves %', logged.command using errcode = 'check_violation', constraint = 'command_log_policy';
      end if;
      perform command_log_use_signatures(logged.id, logged.policy_id, logged.from_won);
    end loop;
    return null;
  end $$;
  create constraint trigger command_log_signed after insert on command_statement
    deferrable initially deferred for each row execute function command_log_admitted();
  grant select on command_statement to baton_auditor;

  -- A command that is not to pass without signatures uses those it has: they are spent, or an emergency stands for them.
  create function command_log_use_signatures(of_command uuid, wanted_policy uuid, wanted_from_won bigint) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    logged command_log;
    request approval_request;
    stand approval_state;
    glass break_glass;
  begin
    select * into logged from command_log where id = of_command;
    if logged.break_glass_id is not null and logged.approval_id is null then
      select * into glass from break_glass where id = logged.break_glass_id;
      if glass.user_id = logged.actor_id and logged.command = any (glass.commands) and clock_timestamp() < glass.open_until then
        insert into break_glass_use (command_id, break_glass_id) values (logged.id, glass.id);
        return;
      end if;
    end if;
    select * into stand from approval_state where request_id = logged.approval_id for update;
    select * into request from approval_request where id = logged.approval_id;
    if stand.state is distinct from 'APPROVED' or request.policy_id <> wanted_policy or request.from_won <> wanted_from_won
       or request.command <> logged.command or request.input_hash <> logged.input_hash
       or request.input_canonical::jsonb <> logged.input or request.maker_id <> logged.actor_id then
      raise exception '% lacks the signatures that policy wants', logged.command using errcode = 'check_violation', constraint = 'command_log_signed';
    end if;
    update approval_state set state = 'EXECUTED', executed_command_id = logged.id, changed_at = clock_timestamp() where request_id = request.id;
  end $$;
  revoke execute on function command_log_use_signatures(uuid, uuid, bigint) from public;
`;

const OUTBOX = `
  drop trigger outbox_notify on outbox;
  create or replace function outbox_notify() returns trigger language plpgsql as $$
  begin
    perform pg_notify('outbox', json_build_object('id', id, 'topic', topic, 'payload', payload)::text) from added order by id;
    return null;
  end $$;
  create trigger outbox_notify after insert on outbox
    referencing new table as added for each statement execute function outbox_notify();
`;
