import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions about roles and ranks, and what follows from them: who holds what where, as an account and as a natural person. */
export class RoleDecisions1763900250000 implements MigrationInterface {
  readonly name = 'RoleDecisions1763900250000';

  async up(runner: QueryRunner): Promise<void> {
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
    constraint role_decision_not_about_oneself check (decided_by <> user_id),
    -- A command decides once: what it gave and somebody took back cannot be had again by it.
    constraint role_decision_once unique (command_id, user_id, role)
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
    constraint rank_decision_not_about_oneself check (decided_by <> user_id),
    constraint rank_decision_once unique (command_id, user_id)
  );
  create index rank_decision_user on rank_decision (user_id, id);
  select make_append_only('rank_decision');
`;

/** The toxic pairs once more, by natural person: two accounts of one human are one. */
const TOXIC_PAIRS = Object.entries({
  FUND_MANAGER: 'COMPLIANCE',
  FINANCE_MAKER: 'FINANCE_CHECKER',
  ADMIN: 'FUND_MANAGER FINANCE_MAKER FINANCE_CHECKER COMPLIANCE',
  AUDITOR: 'FUND_MANAGER FINANCE_MAKER FINANCE_CHECKER COMPLIANCE ADMIN',
  APPROVER: 'FUND_MANAGER FINANCE_MAKER ADMIN AUDITOR',
  COMMITTEE: 'FUND_MANAGER ADMIN AUDITOR',
}).flatMap(([one, others]) => others.split(' ').map((other) => [one, other] as const));

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
              or c.command = 'user.create' and c.input -> 'roles' ? new.role and c.result ->> 'id' = new.user_id::text and new.decision = 'GRANTED')
         and c.seal_tick = new.seal_tick) then
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

  create function app_user_keeps_an_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('role decisions', 0));
    if exists (select 1 from user_role where user_id = new.id and role = 'ADMIN')
       and not exists (select 1 from user_role r join app_user u on u.id = r.user_id where r.role = 'ADMIN' and u.active) then
      raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'role_decision_keeps_an_administrator';
    end if;
    return null;
  end $$;
  create trigger app_user_keeps_an_administrator after update of active on app_user
    for each row when (old.active and not new.active) execute function app_user_keeps_an_administrator();

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
    (select baton_sees_all()) or (select baton_administers()) or user_id = (select baton_actor())
      or scopes <@ (select array(select baton_policy_scopes())));
  create policy written_in_scope on role_decision for insert with check (true);
`;

const GRANTS = `
  grant select on role_decision, rank_decision, person_role to baton_app, baton_auditor;
  grant insert (user_id, role, decision, scopes, decided_by, reason, known_at, command_id) on role_decision to baton_app;
  grant insert (user_id, rank, decided_by, reason, known_at, command_id) on rank_decision to baton_app;
  revoke insert on user_role from baton_app;
`;
