import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing happens unsigned that policy wants signed: commands, postings, closed books, and what breaks the glass. */
export class Admission1763900020000 implements MigrationInterface {
  readonly name = 'Admission1763900020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BREAK_GLASS);
    await runner.query(COMMAND_LOG);
    await runner.query(PERIODS);
    await runner.query(POSTINGS);
    await runner.query(LABELS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const BREAK_GLASS = `
  -- In an emergency two persons open, for a short time and for named commands, a way around further signatures. Each use is on record.
  create table break_glass (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    commands text[] not null check (cardinality(commands) between 1 and 10),
    reason text not null check (char_length(btrim(reason)) >= 10),
    opened_at timestamptz not null,
    open_until timestamptz not null check (open_until > opened_at and open_until <= opened_at + interval '24 hours'),
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null unique references command_log (id) deferrable initially deferred
  );
  select make_append_only('break_glass');
  create table break_glass_use (
    command_id uuid primary key references command_log (id) deferrable initially deferred,
    break_glass_id uuid not null references break_glass (id),
    recorded_at timestamptz not null default clock_timestamp()
  );
  select make_append_only('break_glass_use');

  create function break_glass_signed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from command_log where id = new.command_id and command = 'break-glass.open' and outcome = 'DONE' and approval_id is not null) then
      raise exception 'nobody signed that the glass be broken' using errcode = 'check_violation', constraint = 'break_glass_signed';
    end if;
    if exists (select 1 from unnest(new.commands) as c left join command_kind k on k.command = c where k.command is null or k.always_signed or 'ADMIN' = any (k.roles)) then
      raise exception 'some of these commands never pass without a signature' using errcode = 'check_violation', constraint = 'break_glass_commands';
    end if;
    return null;
  end $$;
  create constraint trigger break_glass_signed after insert on break_glass deferrable initially deferred for each row execute function break_glass_signed();
`;

const COMMAND_LOG = `
  alter table command_log
    add column approval_id uuid references approval_request (id),
    add column break_glass_id uuid references break_glass (id),
    -- the things it is about: ids that its input and its result name
    add column subject_ids uuid[],
    drop constraint command_log_outcome_check,
    drop constraint command_log_check1,
    add constraint command_log_outcome_check check (outcome in ('DONE', 'REFUSED', 'SUBMITTED')),
    add constraint command_log_problem_check check ((outcome = 'REFUSED') = (problem is not null));
  create unique index command_log_approval on command_log (approval_id) where outcome = 'DONE' and approval_id is not null;
  create unique index command_log_submission on command_log (actor_id, idempotency_key) where outcome = 'SUBMITTED' and idempotency_key is not null;
  create index command_log_subject on command_log using gin (subject_ids);

  -- The last judge of every command, asked at commit (a dry run never gets there): the owner lays the foundations, everybody else needs a role, and the signatures that policy wants.
  create function command_log_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    demand record;
    request approval_request;
    stand approval_state;
    glass break_glass;
  begin
    if new.outcome <> 'DONE' or session_user = current_user then
      return null;
    end if;
    if not exists (select 1 from app_user u join command_kind k on k.command = new.command
                    where u.id = new.actor_id and u.active
                      and (k.roles is null or exists (select 1 from user_role g where g.user_id = u.id and g.role = any (k.roles))))
       and not exists (select 1 from command_kind k
                        where k.command = new.command and k.automatic and new.actor_id = '00000000-0000-0000-0000-000000000000') then
      raise exception '% is not for %', new.command, new.actor_login using errcode = 'check_violation', constraint = 'command_log_role';
    end if;
    select * into demand from approval_demand(new.command, new.input);
    if demand.mode is null then
      raise exception 'nobody decided who approves %', new.command using errcode = 'check_violation', constraint = 'command_log_policy';
    end if;
    if demand.mode = 'DIRECT' and new.approval_id is null then
      return null;
    end if;
    if new.break_glass_id is not null and new.approval_id is null then
      select * into glass from break_glass where id = new.break_glass_id;
      if glass.user_id = new.actor_id and new.command = any (glass.commands) and clock_timestamp() < glass.open_until then
        insert into break_glass_use (command_id, break_glass_id) values (new.id, glass.id);
        return null;
      end if;
    end if;
    select * into stand from approval_state where request_id = new.approval_id for update;
    select * into request from approval_request where id = new.approval_id;
    if stand.state is distinct from 'APPROVED' or request.policy_id <> demand.policy_id or request.from_won <> demand.from_won or request.command <> new.command or request.input_hash <> new.input_hash
       or request.input_canonical::jsonb <> new.input or request.maker_id <> new.actor_id then
      raise exception '% lacks the signatures that policy wants', new.command using errcode = 'check_violation', constraint = 'command_log_signed';
    end if;
    update approval_state set state = 'EXECUTED', executed_command_id = new.id, changed_at = clock_timestamp() where request_id = request.id;
    return null;
  end $$;
  create constraint trigger command_log_signed after insert on command_log
    deferrable initially deferred for each row execute function command_log_admitted();
`;

const PERIODS = `
  create table period_reopen (
    id bigint generated always as identity primary key,
    book text not null,
    -- the books stay closed through this day; null: they were never closed before
    closed_through date,
    command_id uuid not null unique references command_log (id) deferrable initially deferred,
    recorded_at timestamptz not null default clock_timestamp()
  );
  select make_append_only('period_reopen');

  create function books_closed_through(of_book text) returns date language sql stable security definer set search_path = public, pg_temp as $$
    select closed_through from (
      select closed_through, recorded_at from period_close where book = of_book
      union all
      select closed_through, recorded_at from period_reopen where book = of_book) as turns
     order by recorded_at desc limit 1
  $$;

  create or replace function journal_entry_period() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare closed date;
  begin
    perform pg_advisory_xact_lock_shared(hashtextextended('period ' || new.book, 0));
    closed := books_closed_through(new.book);
    if new.effective_on <= closed then
      raise exception 'the books of % are closed through %', new.book, closed
        using errcode = 'check_violation', constraint = 'journal_entry_period_open', detail = closed::text;
    end if;
    return new;
  end $$;
  create or replace function period_close_forward() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('period ' || new.book, 0));
    if books_closed_through(new.book) >= new.closed_through then
      raise exception 'the books of % are closed through that day already', new.book
        using errcode = 'check_violation', constraint = 'period_close_forward';
    end if;
    return new;
  end $$;

  create function period_reopen_backward() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('period ' || new.book, 0));
    if coalesce(books_closed_through(new.book) <= coalesce(new.closed_through, '-infinity'::date), true) then
      raise exception 'the books of % are open from there already', new.book using errcode = 'check_violation', constraint = 'period_reopen_backward';
    end if;
    return new;
  end $$;
  create trigger period_reopen_backward before insert on period_reopen for each row execute function period_reopen_backward();
  create function period_reopen_signed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from command_log where id = new.command_id and command = 'period.reopen' and outcome = 'DONE' and approval_id is not null
                      and input ->> 'book' = new.book and input ->> 'closedThrough' is not distinct from new.closed_through::text) then
      raise exception 'nobody signed that the books of % be reopened', new.book using errcode = 'check_violation', constraint = 'period_reopen_signed';
    end if;
    return null;
  end $$;
  create constraint trigger period_reopen_signed after insert on period_reopen deferrable initially deferred for each row execute function period_reopen_signed();
`;

/** A posting comes from its own commands: one that passes unsigned cannot carry the money of one that does not. */
const POSTINGS = `
  alter table posting_rule add column commands text[] not null default '{}';

  create or replace function journal_entry_complete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    unbalanced text;
    lines integer;
    rule posting_rule;
  begin
    select count(*) into lines from entry_line where entry_id = new.id;
    if lines < 2 then
      raise exception 'entry % has % lines', new.id, lines using errcode = 'check_violation', constraint = 'journal_entry_balanced';
    end if;
    select string_agg(unit || ': ' || difference, ', ') into unbalanced from (
      select a.unit, sum(case l.side when 'D' then l.amount else -l.amount end) as difference
        from entry_line l join ledger_account a on a.id = l.account_id
       where l.entry_id = new.id group by a.unit) as sums
     where difference <> 0;
    if unbalanced is not null then
      raise exception 'entry % is not balanced (%)', new.id, unbalanced using errcode = 'check_violation', constraint = 'journal_entry_balanced';
    end if;
    if exists (select 1 from entry_line l join ledger_account a on a.id = l.account_id where l.entry_id = new.id and a.book <> new.book) then
      raise exception 'entry % crosses books', new.id using errcode = 'check_violation', constraint = 'journal_entry_one_book';
    end if;
    select * into rule from posting_rule where code = new.posting;
    if not exists (select 1 from command_log where id = new.command_id and outcome = 'DONE' and command = any (rule.commands)
                      and (seal_tick = new.seal_tick or session_user = current_user)) then
      raise exception 'entry % belongs to no command that may post it', new.id using errcode = 'check_violation', constraint = 'journal_entry_command';
    end if;
    if rule.history and (
         new.effective_on > (clock_timestamp() at time zone 'Asia/Seoul')::date
         or not exists (select 1 from command_log where id = new.command_id and command like '%.import')) then
      raise exception 'entry % is history, but does not come from an import of the past', new.id
        using errcode = 'check_violation', constraint = 'journal_entry_history';
    end if;
    if rule.requires_warning_policy is not null and not policy_is_warning(new.book, rule.requires_warning_policy) then
      raise exception 'entry % passes a limit that policy does not make advice', new.id
        using errcode = 'check_violation', constraint = 'journal_entry_policy';
    end if;
    if new.reverses is not null then
      if exists (
        (select account_id, side, amount from entry_line where entry_id = new.id
         except all select account_id, case side when 'D' then 'C' else 'D' end, amount from entry_line where entry_id = new.reverses)
        union all
        (select account_id, case side when 'D' then 'C' else 'D' end, amount from entry_line where entry_id = new.reverses
         except all select account_id, side, amount from entry_line where entry_id = new.id)) then
        raise exception 'entry % does not mirror entry %', new.id, new.reverses using errcode = 'check_violation', constraint = 'journal_entry_reversal';
      end if;
    end if;
    return null;
  end $$;
`;

/** What people call the things that ids stand for; every feature adds its own to this view. */
const LABELS = `
  create view subject_label with (security_invoker = true) as
    select id, 'fund' as kind, number || ' ' || name as label from fund
    union all select i.id, 'investment', i.number || ' ' || p.name from investment i join party p on p.id = i.company_id
    union all select c.id, 'capital-call', f.number || ' #' || c.number from capital_call c join fund f on f.id = c.fund_id
    union all select b.id, 'partner', p.name from fund_partner b join party p on p.id = b.party_id
    union all select id, 'party', name from party
    union all select id, 'document', file_name from document
    union all select id, 'programme', name_ko from programme
    union all select v.id, 'vintage', p.name_ko || ' ' || v.year from vintage v join programme p on p.id = v.programme_id
    union all select id, 'user', name || ' (' || login || ')' from app_user;

  -- The fund that a thing belongs to.
  create view subject_fund with (security_invoker = true) as
    select id, id as fund_id from fund
    union all select id, fund_id from investment
    union all select id, fund_id from capital_call
    union all select id, fund_id from fund_partner;
`;

const GRANTS = `
  grant select on break_glass, break_glass_use, period_reopen, subject_label, subject_fund to baton_app, baton_auditor;
  grant insert on break_glass, period_reopen to baton_app;
`;
