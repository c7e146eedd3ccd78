import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security: nobody sees or writes a fund outside the scope of the role they act in. Each transaction says who
 * asks (`baton.actor`) and what they may see (`baton.scopes`); without that nothing is visible. The owner of the schema
 * (migrations, seals, the command line) is not subject to it.
 */
export class Scopes1763900200000 implements MigrationInterface {
  readonly name = 'Scopes1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHO_ASKS);
    await runner.query(WHAT_LIES_IN_SCOPE);
    for (const [table, inScope] of IN_SCOPE) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy in_scope on ${table} using (${EVERYTHING} or ${inScope})`);
    }
    for (const [table, seen, written] of SEEN_AND_WRITTEN) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy seen_in_scope on ${table} for select using (${EVERYTHING} or ${seen})`);
      await runner.query(`create policy written_in_scope on ${table} for insert with check (${written === null ? 'true' : `${EVERYTHING} or ${written}`})`);
    }
    await runner.query(COMMAND_AUTHOR);
    await runner.query(ROLE_DECISIONS);
    await runner.query(ONE_PERSON);
    await runner.query(DECIDED);
    await runner.query(ROLE_SCOPES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/**
 * Written as sub-selects, so that the planner asks once per statement (an InitPlan) and hashes each set once (a hashed
 * SubPlan); nothing is called per row, and whoever sees everything never gets as far as a set:
 *
 *   Index Scan using investment_fund on investment
 *     Index Cond: (fund_id = $1)
 *     Filter: ((InitPlan 1).col1 OR (ANY (fund_id = (hashed SubPlan 2).col1)))
 */
const EVERYTHING = '(select baton_sees_all())';

const WHO_ASKS = `
  create function baton_sees_all() returns boolean language sql stable as $$
    select coalesce('*' = any (string_to_array(current_setting('baton.scopes', true), ',')), false)
  $$;
  create function baton_actor() returns uuid language sql stable as $$
    select nullif(current_setting('baton.actor', true), '')::uuid
  $$;
  -- Accounts and roles, and no fund.
  create function baton_administers() returns boolean language sql stable as $$
    select coalesce('administration' = any (string_to_array(current_setting('baton.scopes', true), ',')), false)
  $$;
  -- The ids of one kind that the setting names: 'fund/<id>,programme/<id>'
  create function baton_scoped(kind text) returns setof uuid language sql stable as $$
    select substr(scope, length(kind) + 2)::uuid
      from unnest(string_to_array(current_setting('baton.scopes', true), ',')) as scope
     where scope like kind || '/%'
  $$;
`;

/** Owned by the schema's owner, who is not subject to the policies: a policy that asked a table with a policy would ask for ever. */
const WHAT_LIES_IN_SCOPE = `
  create function baton_vintages() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from vintage where programme_id in (select baton_scoped('programme'))
  $$;
  create function baton_funds() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select baton_scoped('fund') union select id from fund where vintage_id in (select baton_vintages())
  $$;
  create function baton_fund_vintages() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select vintage_id from fund where id in (select baton_funds())
  $$;
  create function baton_programmes() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select baton_scoped('programme') union select programme_id from vintage where id in (select baton_fund_vintages())
  $$;
  create function baton_books() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select 'fund/' || id from baton_funds() as id
  $$;
  create function baton_accounts() returns setof bigint language sql stable security definer set search_path = public, pg_temp as $$
    select id from ledger_account where book in (select baton_books())
  $$;
  create function baton_holds() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from ledger_hold where account_id in (select baton_accounts())
  $$;
  create function baton_calls() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from capital_call where fund_id in (select baton_funds())
  $$;
  create function baton_investments() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from investment where fund_id in (select baton_funds())
  $$;
  create function baton_documents() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select document_id from evidence where document_id is not null and investment_id in (select baton_investments())
  $$;
  -- What the administrators sign for each other.
  create function baton_commands() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select command from command_kind where baton_administers() and 'ADMIN' = any (roles)
  $$;
  -- Numbers run through all funds, whoever forms one.
  create function last_fund_number(year int) returns int language sql stable security definer set search_path = public, pg_temp as $$
    select max(substring(number from 10)::int) from fund where number like 'FND-' || year || '-%'
  $$;
  -- What was drafted by who asks, what is to happen in the funds that one sees, and what administrators do.
  create function baton_requests() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select id from approval_request where maker_id = baton_actor() or scope in (select baton_books()) or (scope = '*' and command in (select baton_commands()))
  $$;
  -- What commands name: funds, deals and calls.
  create function baton_subjects() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
    select array(select baton_funds() union all select baton_investments() union all select baton_calls())
  $$;
  -- Policy scopes whose numbers apply to what one may see: the general ones, those of its programmes and its own.
  create function baton_policy_scopes() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
    select '*' where coalesce(current_setting('baton.scopes', true), '') <> ''
     union select 'programme/' || id from baton_programmes() as id
     union select baton_books()
  $$;
`;

const OF_THE_FUND = 'fund_id in (select baton_funds())';
const OF_THE_CALL = 'call_id in (select baton_calls())';
const OF_THE_INVESTMENT = 'investment_id in (select baton_investments())';
const OF_THE_BOOK = 'book in (select baton_books())';
const OF_THE_ACCOUNT = 'account_id in (select baton_accounts())';
const OF_THE_REQUEST = 'request_id in (select baton_requests())';
const OF_THE_HOLD = 'hold_id in (select baton_holds())';

/** Seen and written by the same rule. */
const IN_SCOPE: readonly (readonly [table: string, inScope: string])[] = [
  // By its vintage and not by its id alone: a fund that is just being formed is in no snapshot yet.
  ['fund', `id in (select baton_scoped('fund')) or vintage_id in (select baton_vintages())`],
  ['fund_partner', OF_THE_FUND],
  ['capital_call', OF_THE_FUND],
  ['capital_call_share', OF_THE_CALL],
  ['capital_receipt', OF_THE_CALL],
  ['investment', OF_THE_FUND],
  ['investment_void', OF_THE_INVESTMENT],
  ['classification', OF_THE_INVESTMENT],
  ['investment_exit', OF_THE_INVESTMENT],
  ['valuation', OF_THE_INVESTMENT],
  ['rule_verdict', OF_THE_FUND],
  ['distribution', OF_THE_FUND],
  ['fund_expense', OF_THE_FUND],
  ['report_download', OF_THE_FUND],
  ['import_run', 'imported_by = (select baton_actor())'],
  ['ledger_account', OF_THE_BOOK],
  ['journal_entry', OF_THE_BOOK],
  ['period_close', OF_THE_BOOK],
  ['account_balance', OF_THE_ACCOUNT],
  ['entry_line', OF_THE_ACCOUNT],
  ['ledger_hold', OF_THE_ACCOUNT],
  ['ledger_hold_balance', OF_THE_HOLD],
  ['ledger_hold_event', OF_THE_HOLD],
  ['period_reopen', OF_THE_BOOK],
  ['approval_request', `maker_id = (select baton_actor()) or scope in (select baton_books()) or (scope = '*' and command in (select baton_commands()))`],
  ['approval_state', OF_THE_REQUEST],
  ['approval_signature', OF_THE_REQUEST],
  ['approval_event', OF_THE_REQUEST],
];

/** A command is seen by who gave it and by who sees what it names. */
const OF_THE_COMMAND = [
  'actor_id = (select baton_actor())',
  'subject_ids && (select baton_subjects())',
  `input ->> 'book' in (select baton_books())`,
].join(' or ');

/** Seen by one rule and written by another; null: whoever is let in may write it. */
const SEEN_AND_WRITTEN: readonly (readonly [table: string, seen: string, written: string | null])[] = [
  // A programme is founded by those who see everything; its years are added by those who hold it.
  ['programme', 'id in (select baton_programmes())', 'false'],
  ['vintage', `programme_id in (select baton_scoped('programme')) or id in (select baton_fund_vintages())`, `programme_id in (select baton_scoped('programme'))`],
  ['policy', 'scope in (select baton_policy_scopes())', 'scope in (select baton_books())'],
  ['approval_policy', 'scope in (select baton_policy_scopes())', 'scope in (select baton_books())'],
  ['document', 'uploaded_by = (select baton_actor()) or id in (select baton_documents())', 'uploaded_by = (select baton_actor())'],
  // Evidence may name only a file that one may see: otherwise naming somebody else's would show it.
  ['evidence', OF_THE_INVESTMENT, `(${OF_THE_INVESTMENT} and (document_id is null or exists (select 1 from document d where d.id = document_id)))`],
  // The logs take every line, also of those who were refused for having no scope.
  ['command_log', OF_THE_COMMAND, null],
  ['outbox', 'false', null],
  ['access_log', 'user_id = (select baton_actor())', null],
];

const COMMAND_AUTHOR = `
  -- Who did it, for every fact that names its command: an import fills several books, and none of their readers may see
  -- what it brought for the others.
  create view command_author as select id, command, actor_id, actor_login, acted_at from command_log;
`;

const ROLE_DECISIONS = `
  create function scope_exists(scope text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select case
      when scope = '*' then true
      when scope ~ '^fund/[0-9a-f-]{36}$' then exists (select 1 from fund where id = substr(scope, 6)::uuid)
      when scope ~ '^programme/[0-9a-f-]{36}$' then exists (select 1 from programme where id = substr(scope, 11)::uuid)
      else false end
  $$;

  -- Names and nothing else: whoever gives out roles sees no fund, and has to choose one all the same.
  create function scope_choices() returns table (scope text, kind text, code text, name text, within text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select '*', 'EVERYWHERE', '', '전체', null
    union all
    select 'programme/' || p.id, 'PROGRAMME', p.code, p.name_ko, null from programme p
     where baton_sees_all() or baton_administers() or p.id in (select baton_programmes())
    union all
    select 'fund/' || f.id, 'FUND', f.number, f.name, 'programme/' || v.programme_id from fund f join vintage v on v.id = f.vintage_id
     where baton_sees_all() or baton_administers() or f.id in (select baton_funds())
  $$;

  -- What was decided about the role of an account. What the account holds now (user_role) follows from it; nothing else writes there.
  create table role_decision (
    id bigint generated always as identity primary key,
    user_id uuid not null references app_user (id),
    role text not null,
    decision text not null check (decision in ('GRANTED', 'RESCOPED', 'REVOKED')),
    scopes text[] not null check (cardinality(scopes) <= 100),
    decided_by uuid not null,
    reason text check (btrim(reason) <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    -- none for the first accounts of an installation: before them nobody could give a command
    command_id uuid references command_log (id) deferrable initially deferred,
    check (known_at <= recorded_at + interval '1 minute'),
    check ((decision = 'REVOKED') = (scopes = '{}')),
    constraint role_decision_everywhere_is_alone check (not '*' = any (scopes) or cardinality(scopes) = 1),
    constraint role_decision_administers_everywhere check (role <> 'ADMIN' or decision = 'REVOKED' or scopes = '{*}'),
    constraint role_decision_has_a_command check (command_id is not null or decided_by = '00000000-0000-0000-0000-000000000000'),
    constraint role_decision_not_about_oneself check (decided_by <> user_id)
  );
  create index role_decision_user on role_decision (user_id, id);
  select make_append_only('role_decision');

  create table rank_decision (
    id bigint generated always as identity primary key,
    user_id uuid not null references app_user (id),
    rank text not null check (rank_order(rank) is not null),
    decided_by uuid not null,
    reason text not null check (btrim(reason) <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (known_at <= recorded_at + interval '1 minute'),
    constraint rank_decision_not_about_oneself check (decided_by <> user_id)
  );
  create index rank_decision_user on rank_decision (user_id, id);
  select make_append_only('rank_decision');
`;

/** The toxic pairs once more, by natural person: two accounts of one human are one. */
const TOXIC_PAIRS: readonly (readonly [string, string])[] = [
  ['FUND_MANAGER', 'COMPLIANCE'],
  ['FINANCE_MAKER', 'FINANCE_CHECKER'],
  ['ADMIN', 'FUND_MANAGER'],
  ['ADMIN', 'FINANCE_MAKER'],
  ['ADMIN', 'FINANCE_CHECKER'],
  ['ADMIN', 'COMPLIANCE'],
  ['AUDITOR', 'FUND_MANAGER'],
  ['AUDITOR', 'FINANCE_MAKER'],
  ['AUDITOR', 'FINANCE_CHECKER'],
  ['AUDITOR', 'COMPLIANCE'],
  ['AUDITOR', 'ADMIN'],
  ['APPROVER', 'FUND_MANAGER'],
  ['APPROVER', 'FINANCE_MAKER'],
  ['APPROVER', 'ADMIN'],
  ['APPROVER', 'AUDITOR'],
  ['COMMITTEE', 'FUND_MANAGER'],
  ['COMMITTEE', 'ADMIN'],
  ['COMMITTEE', 'AUDITOR'],
];

const indexName = (roles: readonly string[]): string => `person_role_toxic_${roles.join('_').toLowerCase()}`;

const ONE_PERSON = `
  -- A row a role that a natural person holds under whichever account. One unique index a pair: unlike a trigger that looks
  -- first, it cannot be raced by two grants that do not see each other.
  create table person_role (
    person_id uuid not null,
    role text not null,
    accounts integer not null check (accounts > 0),
    primary key (person_id, role)
  );
  ${TOXIC_PAIRS.map((pair) => `create unique index ${indexName(pair)} on person_role (person_id) where role in ('${pair.join(`', '`)}');`).join('\n  ')}

  create function person_role_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    person uuid;
  begin
    select person_id into person from app_user where id = coalesce(new.user_id, old.user_id);
    if tg_op = 'INSERT' then
      insert into person_role as p (person_id, role, accounts) values (person, new.role, 1)
        on conflict (person_id, role) do update set accounts = p.accounts + 1;
    else
      delete from person_role where person_id = person and role = old.role and accounts = 1;
      update person_role set accounts = accounts - 1 where person_id = person and role = old.role and accounts > 1;
    end if;
    return null;
  end $$;
  create trigger person_role_follows after insert or delete on user_role for each row execute function person_role_follows();
  insert into person_role (person_id, role, accounts)
    select u.person_id, r.role, count(*) from user_role r join app_user u on u.id = r.user_id group by 1, 2;

  -- Another person behind an account with roles would carry them past the pairs.
  create function app_user_stays_the_person() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select 1 from user_role where user_id = new.id) then
      raise exception 'account % has roles: the person behind it stays', new.login using errcode = 'check_violation', constraint = 'app_user_stays_the_person';
    end if;
    return new;
  end $$;
  create trigger app_user_stays_the_person before update of person_id on app_user
    for each row when (new.person_id <> old.person_id) execute function app_user_stays_the_person();
`;

const DECIDED = `
  create function decided_by_somebody_else(about uuid, by uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select not exists (select 1 from app_user one join app_user other on other.person_id = one.person_id where one.id = about and other.id = by)
  $$;

  -- A decision belongs to the command that says so, and thereby to the signatures which that command needs.
  create function role_decision_commanded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.command_id is not null and not exists (
      select 1 from command_log c
       where c.id = new.command_id and c.outcome = 'DONE' and c.actor_id = new.decided_by and new.user_id = any (c.subject_ids)
         and (c.input ->> 'role' = new.role
                and c.command = case new.decision when 'GRANTED' then 'role.grant' when 'RESCOPED' then 'role.rescope' else 'role.revoke' end
              or c.command like 'user.%' and c.input -> 'roles' ? new.role and new.decision = 'GRANTED')) then
      raise exception 'no command decided this about the role' using errcode = 'check_violation', constraint = 'role_decision_has_a_command';
    end if;
    return null;
  end $$;
  create constraint trigger role_decision_commanded after insert on role_decision
    deferrable initially deferred for each row execute function role_decision_commanded();

  create function rank_decision_commanded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from command_log c where c.id = new.command_id and c.outcome = 'DONE' and c.actor_id = new.decided_by
                      and c.command = 'user.promote' and new.user_id = any (c.subject_ids) and c.input ->> 'rank' = new.rank) then
      raise exception 'no command decided this rank' using errcode = 'check_violation', constraint = 'rank_decision_has_a_command';
    end if;
    return null;
  end $$;
  create constraint trigger rank_decision_commanded after insert on rank_decision
    deferrable initially deferred for each row execute function rank_decision_commanded();

  create function role_decision_takes_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    unknown text;
  begin
    -- One after the other: two administrators who take the role from each other at once must not both succeed.
    perform pg_advisory_xact_lock(hashtextextended('role decisions', 0));
    if not decided_by_somebody_else(new.user_id, new.decided_by) then
      raise exception 'nobody decides about their own roles' using errcode = 'check_violation', constraint = 'role_decision_not_about_oneself';
    end if;
    -- With two administrators there is one to decide and one to sign: from then on every role has its command.
    if new.command_id is null and (select count(*) from user_role where role = 'ADMIN') >= 2 then
      raise exception 'the first accounts are there: a role needs a command' using errcode = 'check_violation', constraint = 'role_decision_has_a_command';
    end if;
    select scope into unknown from unnest(new.scopes) as scope where not scope_exists(scope) limit 1;
    if unknown is not null then
      raise exception 'there is no scope %', unknown using errcode = 'check_violation', constraint = 'role_decision_scope_exists';
    end if;
    if new.decision = 'GRANTED' then
      insert into user_role (user_id, role, scopes, granted_by, granted_at) values (new.user_id, new.role, new.scopes, new.decided_by, new.known_at);
      return null;
    end if;
    if new.decision = 'RESCOPED' then
      update user_role set scopes = new.scopes, granted_by = new.decided_by, granted_at = new.known_at where user_id = new.user_id and role = new.role;
    else
      delete from user_role where user_id = new.user_id and role = new.role;
    end if;
    if not found then
      raise exception 'the account does not hold %', new.role using errcode = 'check_violation', constraint = 'role_decision_role_is_held';
    end if;
    if new.role = 'ADMIN' and not exists (select 1 from user_role r join app_user u on u.id = r.user_id where r.role = 'ADMIN' and u.active) then
      raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'role_decision_keeps_an_administrator';
    end if;
    return null;
  end $$;
  create trigger role_decision_takes_effect after insert on role_decision for each row execute function role_decision_takes_effect();

  create function rank_decision_takes_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not decided_by_somebody_else(new.user_id, new.decided_by) then
      raise exception 'nobody decides about their own rank' using errcode = 'check_violation', constraint = 'rank_decision_not_about_oneself';
    end if;
    update app_user set rank = new.rank where id = new.user_id;
    return null;
  end $$;
  create trigger rank_decision_takes_effect after insert on rank_decision for each row execute function rank_decision_takes_effect();

  -- Roles given before this table was there keep their place in the history.
  alter table role_decision disable trigger role_decision_takes_effect;
  alter table role_decision disable trigger role_decision_commanded;
  insert into role_decision (user_id, role, decision, scopes, decided_by, reason, known_at)
    select user_id, role, 'GRANTED', scopes, '00000000-0000-0000-0000-000000000000', '이관 당시 보유 역할', granted_at from user_role order by granted_at, user_id, role;
  alter table role_decision enable trigger role_decision_takes_effect;
  alter table role_decision enable trigger role_decision_commanded;
`;

const ROLE_SCOPES = `
  -- A decision about a place that one does not see is not seen either: its reason may tell of it.
  alter table role_decision enable row level security;
  create policy seen_in_scope on role_decision for select using (
    ${EVERYTHING} or (select baton_administers()) or user_id = (select baton_actor())
      or scopes <@ (select array(select baton_policy_scopes())));
  create policy written_in_scope on role_decision for insert with check (true);
`;

const GRANTS = `
  grant select on command_author to baton_app, baton_auditor;
  grant select on role_decision, rank_decision, person_role to baton_app, baton_auditor;
  grant insert (user_id, role, decision, scopes, decided_by, reason, known_at, command_id) on role_decision to baton_app;
  grant insert (user_id, rank, decided_by, reason, known_at, command_id) on rank_decision to baton_app;
  revoke insert on user_role from baton_app;
`;
