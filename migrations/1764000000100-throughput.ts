import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database refuses stays the same; it is asked once for each statement instead of once for each row. The refusals keep
 * their constraints' names: whoever waits for one, or explains one, finds it as before.
 */
export class Throughput1764000000100 implements MigrationInterface {
  readonly name = 'Throughput1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(LINES);
    await runner.query(ACCOUNTS);
    await runner.query(HOLDS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** Rows come and go with every transaction: the vacuum is asked by their number, and their statistics help nobody. */
export const SHORT_LIVED =
  'autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000';

/**
 * A batch names its rows by their keys: loops over indexes are right at every size, whatever a session thought of the tables when it
 * made its plan, and the plan is worth making only once.
 */
export const BY_KEY = 'set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off';

const ENTRIES = `
  -- Posters share the book's lock, a close takes it alone: an entry is either before the close or refused by it.
  drop trigger journal_entry_period on journal_entry;
  create or replace function journal_entry_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare refused record;
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('period ' || book, 0)) from (select distinct book from added order by book) as books;
    select a.book, c.closed into refused
      from (select book, min(effective_on) as earliest from added group by book) as a cross join lateral (select books_closed_through(a.book) as closed) as c
     where a.earliest <= c.closed order by a.book limit 1;
    if found then
      raise exception 'the books of % are closed through %', refused.book, refused.closed
        using errcode = 'check_violation', constraint = 'journal_entry_period_open', detail = refused.closed::text;
    end if;
    return null;
  end $$;
  create trigger journal_entry_period after insert on journal_entry
    referencing new table as added for each statement execute function journal_entry_period();

  -- A statement that added entries, until they are judged at commit, when their lines and their commands are there. As with
  -- fact_statement: written by the functions below alone, and gone with its transaction.
  create unlogged table entry_statement (
    id bigint generated always as identity primary key,
    entry_ids bigint[] not null
  ) with (${SHORT_LIVED});
  create function journal_entry_stated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare stated bigint[];
  begin
    select array_agg(id) into stated from added;
    if stated is not null then
      insert into entry_statement (entry_ids) values (stated);
    end if;
    return null;
  end $$;
  drop trigger journal_entry_complete on journal_entry;
  create trigger journal_entry_stated after insert on journal_entry
    referencing new table as added for each statement execute function journal_entry_stated();

  create or replace function journal_entry_complete() returns trigger language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  declare
    refused record;
    entry record;
  begin
    delete from entry_statement where id = new.id;
    select id, sum(lines) as lines, string_agg(unit || ': ' || difference, ', ') filter (where difference <> 0) as unbalanced, bool_or(crosses) as crosses into refused
      from (select e.id, a.unit, count(a.id) as lines, bool_or(a.book <> e.book) as crosses,
                   sum(case l.side when 'D' then l.amount else -l.amount end) as difference
              from journal_entry e left join entry_line l on l.entry_id = e.id left join ledger_account a on a.id = l.account_id
             where e.id = any (new.entry_ids) group by e.id, a.unit) as sums
     group by id having sum(lines) < 2 or bool_or(difference <> 0) or bool_or(crosses) order by id limit 1;
    if refused.lines < 2 then
      raise exception 'entry % has % lines', refused.id, refused.lines using errcode = 'check_violation', constraint = 'journal_entry_balanced';
    elsif refused.unbalanced is not null then
      raise exception 'entry % is not balanced (%)', refused.id, refused.unbalanced using errcode = 'check_violation', constraint = 'journal_entry_balanced';
    elsif refused.crosses then
      raise exception 'entry % crosses books', refused.id using errcode = 'check_violation', constraint = 'journal_entry_one_book';
    end if;
    select e.id into refused from journal_entry e join posting_rule r on r.code = e.posting
     where e.id = any (new.entry_ids)
       and not exists (select 1 from command_log c where c.id = e.command_id and c.outcome = 'DONE' and c.command = any (r.commands)
                          and (c.seal_tick = e.seal_tick or session_user = current_user)) limit 1;
    if found then
      raise exception 'entry % belongs to no command that may post it', refused.id using errcode = 'check_violation', constraint = 'journal_entry_command';
    end if;
    for entry in
      select e.*, r.history, r.requires_warning_policy from journal_entry e join posting_rule r on r.code = e.posting
       where e.id = any (new.entry_ids) and (r.history or r.requires_warning_policy is not null or e.reverses is not null)
    loop
      perform journal_entry_exceptional(entry.id, entry.history, entry.requires_warning_policy);
    end loop;
    return null;
  end $$;

  -- What only some entries are asked: history, limits that policy made advice, reversals.
  create function journal_entry_exceptional(of_entry bigint, is_history boolean, wanted_policy text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare entry journal_entry;
  begin
    select * into entry from journal_entry where id = of_entry;
    if is_history and (
         entry.effective_on > (clock_timestamp() at time zone 'Asia/Seoul')::date
         or not exists (select 1 from command_log where id = entry.command_id and command like '%.import')) then
      raise exception 'entry % is history, but does not come from an import of the past', entry.id
        using errcode = 'check_violation', constraint = 'journal_entry_history';
    end if;
    if wanted_policy is not null and not policy_is_warning(entry.book, wanted_policy) then
      raise exception 'entry % passes a limit that policy does not make advice', entry.id
        using errcode = 'check_violation', constraint = 'journal_entry_policy';
    end if;
    if entry.reverses is not null and exists (
      (select account_id, side, amount from entry_line where entry_id = entry.id
       except all select account_id, case side when 'D' then 'C' else 'D' end, amount from entry_line where entry_id = entry.reverses)
      union all
      (select account_id, case side when 'D' then 'C' else 'D' end, amount from entry_line where entry_id = entry.reverses
       except all select account_id, side, amount from entry_line where entry_id = entry.id)) then
      raise exception 'entry % does not mirror entry %', entry.id, entry.reverses using errcode = 'check_violation', constraint = 'journal_entry_reversal';
    end if;
  end $$;
  revoke execute on function journal_entry_exceptional(bigint, boolean, text) from public;
  create constraint trigger journal_entry_complete after insert on entry_statement
    deferrable initially deferred for each row execute function journal_entry_complete();
`;

const LINES = `
  -- The trigger below asks for all lines of a statement what these ask line by line, each with a lock on a row that all postings
  -- to one account would share. Neither entries nor accounts are ever deleted, so that nothing is left to be asked later.
  do $$
  begin
    if current_setting('server_version_num')::int >= 180000 then
      execute 'alter table entry_line alter constraint entry_line_entry_id_fkey not enforced, alter constraint entry_line_account_id_fkey not enforced';
    else
      -- Older servers know no constraint that is stated and not asked.
      execute 'alter table entry_line drop constraint entry_line_entry_id_fkey, drop constraint entry_line_account_id_fkey';
    end if;
  end $$;

  create or replace function entry_line_apply() returns trigger language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  declare refused record;
  begin
    select l.entry_id, l.account_id, e.id is null as entry_missing, a.id is null as account_missing into refused
      from added l left join journal_entry e on e.id = l.entry_id left join ledger_account a on a.id = l.account_id
     where e.id is null or a.id is null or e.transaction_id <> pg_current_xact_id() or e.fiscal_year <> l.fiscal_year limit 1;
    if refused.entry_missing then
      raise exception 'there is no entry %', refused.entry_id using errcode = 'foreign_key_violation', constraint = 'entry_line_entry_id_fkey';
    elsif refused.account_missing then
      raise exception 'there is no account %', refused.account_id using errcode = 'foreign_key_violation', constraint = 'entry_line_account_id_fkey';
    elsif found then
      raise exception 'lines may only join an entry of their own transaction' using errcode = 'restrict_violation';
    end if;
    -- One lock order for all: no two postings can wait for each other in a circle.
    perform 1 from account_balance where account_id in (select account_id from added) order by account_id for update;
    update account_balance b
       set balance = b.balance + d.delta,
           line_count = b.line_count + d.lines,
           effective_floor = case
             when b.floor is null then null
             when d.may_breach then least(b.floor, b.balance + d.delta - b.held)
             else least(b.floor, greatest(b.effective_floor, b.balance + d.delta - b.held)) end
      from (select l.account_id,
                   sum(case when l.side = a.normal_side then l.amount else -l.amount end)::bigint as delta,
                   count(*) as lines,
                   bool_and(a.chart = any (r.may_breach)) as may_breach
              from added l
              join ledger_account a on a.id = l.account_id
              join journal_entry e on e.id = l.entry_id
              join posting_rule r on r.code = e.posting
             group by l.account_id) as d
     where b.account_id = d.account_id;
    return null;
  end $$;
`;

const ACCOUNTS = `
  drop trigger ledger_account_open on ledger_account;
  create or replace function ledger_account_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare refused record;
  begin
    select a.key, a.chart into refused from added a join ledger_chart c on c.code = a.chart
     where a.unit <> c.unit or a.normal_side <> c.normal_side order by a.id limit 1;
    if found then
      raise exception 'account % does not follow its chart %', refused.key, refused.chart using errcode = 'check_violation';
    end if;
    insert into account_balance (account_id, floor, effective_floor) select a.id, c.floor, c.floor from added a join ledger_chart c on c.code = a.chart order by a.id;
    return null;
  end $$;
  create trigger ledger_account_open after insert on ledger_account
    referencing new table as added for each statement execute function ledger_account_open();
`;

const HOLDS = `
  -- One lock order for all: holds by their id, then balances by their account, as postings take them.
  drop trigger ledger_hold_place on ledger_hold;
  create or replace function ledger_hold_place() returns trigger language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  begin
    insert into ledger_hold_balance (hold_id, remaining) select id, amount from added;
    perform 1 from account_balance where account_id in (select account_id from added) order by account_id for update;
    update account_balance b set held = b.held + a.amount
      from (select account_id, sum(amount)::bigint as amount from added group by account_id) as a where b.account_id = a.account_id;
    return null;
  end $$;
  create trigger ledger_hold_place after insert on ledger_hold
    referencing new table as added for each statement execute function ledger_hold_place();

  -- A capture frees the hold here; the posting that spends the money comes in the same transaction.
  drop trigger ledger_hold_consume on ledger_hold_event;
  create or replace function ledger_hold_consume() returns trigger language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  begin
    perform 1 from ledger_hold_balance where hold_id in (select hold_id from added) order by hold_id for update;
    update ledger_hold_balance b set remaining = b.remaining - a.amount
      from (select hold_id, sum(amount)::bigint as amount from added group by hold_id) as a where b.hold_id = a.hold_id;
    perform 1 from account_balance where account_id in (select h.account_id from added a join ledger_hold h on h.id = a.hold_id) order by account_id for update;
    update account_balance b set held = b.held - a.amount
      from (select h.account_id, sum(a.amount)::bigint as amount from added a join ledger_hold h on h.id = a.hold_id group by h.account_id) as a
     where b.account_id = a.account_id;
    return null;
  end $$;
  create trigger ledger_hold_consume after insert on ledger_hold_event
    referencing new table as added for each statement execute function ledger_hold_consume();

  -- The numbers of the last events of these holds, which nobody else can add to until the transaction ends. A hold that lies
  -- outside of who asks is left alone.
  create function lock_holds(wanted uuid[]) returns table (hold_id uuid, last_event_no smallint)
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare seen uuid[] := array(select h.id from ledger_hold h where h.id = any (wanted) and (baton_sees_all() or h.id in (select baton_holds())));
  begin
    perform 1 from ledger_hold_balance b where b.hold_id = any (seen) order by b.hold_id for update;
    return query select s.id, coalesce((select max(e.event_no) from ledger_hold_event e where e.hold_id = s.id), 0::smallint) from unnest(seen) as s (id);
  end $$;
  revoke execute on function lock_holds(uuid[]) from public;

  -- What can still be spent of these accounts, which nobody else can touch until the transaction ends; null: no floor.
  create function lock_balances(wanted bigint[]) returns table (account_id bigint, available bigint)
    language plpgsql security definer set search_path = public, pg_temp ${BY_KEY} as $$
  begin
    return query
      select b.account_id, b.balance - b.held - b.effective_floor from account_balance b
       where b.account_id = any (wanted) and (baton_sees_all() or b.account_id in (select baton_accounts()))
       order by b.account_id for update;
  end $$;
  revoke execute on function lock_balances(bigint[]) from public;
`;

const GRANTS = `
  grant select on entry_statement to baton_auditor;
  grant execute on function lock_holds(uuid[]), lock_balances(bigint[]) to baton_app;
`;
