import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a fact belongs to the command that states it is judged once for each statement, not once for each row: a thousand
 * facts of a batch cost one question. From here on a table of facts says `select facts_stated_by('<table>', '<command>', …)`.
 */
export class Statements1763999000000 implements MigrationInterface {
  readonly name = 'Statements1763999000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STATEMENTS);
    await runner.query(STATED_BY);
    await runner.query(CONVERTED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const STATEMENTS = `
  -- A statement that added facts, until it is judged: at commit, when the command that they belong to is logged. Nobody but
  -- the functions below can write it, and no row of it outlives its transaction; hence unlogged.
  create unlogged table fact_statement (
    id bigint generated always as identity primary key,
    fact text not null,
    commands text[] not null,
    command_ids uuid[] not null
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000);

  -- The owner lays foundations and restores, and is not asked.
  create function fact_stated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare stated uuid[];
  begin
    if session_user = current_user then
      return null;
    end if;
    select array_agg(distinct command_id) into stated from added;
    if stated is not null then
      insert into fact_statement (fact, commands, command_ids) values (tg_table_name, tg_argv, stated);
    end if;
    return null;
  end $$;

  -- Two rows of one tick are of one transaction: no command that was done before can be borrowed for a fact.
  -- The log is looked up by its key at every size, whatever a session thought of it when it made its plan.
  create function fact_statement_judged() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
  begin
    delete from fact_statement where id = new.id;
    if exists (
      select 1 from unnest(new.command_ids) as stated (id)
       where not exists (select 1 from command_log c
                          where c.id = stated.id and c.outcome = 'DONE' and c.command = any (new.commands) and c.seal_tick = seal_tick())) then
      raise exception 'no command of this transaction states these rows of %', new.fact
        using errcode = 'check_violation', constraint = new.fact || '_own_command';
    end if;
    return null;
  end $$;
  create constraint trigger fact_statement_judged after insert on fact_statement
    deferrable initially deferred for each row execute function fact_statement_judged();
  grant select on fact_statement to baton_auditor;
`;

const STATED_BY = `
  -- Lets only these commands state rows of the table, each in its own transaction; said again, it replaces what was said. What an
  -- installation brings along (policy.install) may always be there. The table must be sealed and have a command_id.
  create function facts_stated_by(target regclass, variadic commands text[]) returns void language plpgsql as $$
  declare fact text := (select relname from pg_class where oid = target);
  begin
    if (select count(*) from pg_attribute where attrelid = target and attname in ('command_id', 'seal_tick') and not attisdropped) <> 2 then
      raise exception '% is not a sealed table of facts: give it a command_id, and call make_append_only first', fact;
    end if;
    execute format('drop trigger if exists %I on %s', fact || '_own_command', target);
    execute format(
      'create trigger %I after insert on %s referencing new table as added for each statement execute function fact_stated(%s)',
      fact || '_own_command', target, (select string_agg(quote_literal(command), ', ') from unnest(commands || 'policy.install'::text) as command));
  end $$;
  revoke execute on function facts_stated_by(regclass, variadic text[]) from public;
`;

/**
 * Every table that was asked for each row is asked for each statement, of the same commands, but for three that take a row at a
 * time. Of a reopened period and a broken glass more is asked at commit, after this. The last signature sets off the command that
 * it signs, whose facts are judged while the signature still waits for its own log line, by a constraint with a name of its own.
 */
const CONVERTED = `
  do $$
  declare guard record;
  begin
    for guard in
      select t.tgrelid::regclass as target, string_to_array(encode(t.tgargs, 'escape'), '\\000') as commands
        from pg_trigger t join pg_proc p on p.oid = t.tgfoid
       where p.proname = 'fact_has_own_command'
         and t.tgrelid not in ('approval_signature'::regclass, 'break_glass'::regclass, 'period_reopen'::regclass)
    loop
      perform facts_stated_by(guard.target, variadic array_remove(array_remove(guard.commands, ''), 'policy.install'));
    end loop;
  end $$;
`;
