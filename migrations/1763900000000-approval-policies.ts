import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What needs whose signature: the commands the database knows, and the policies about them. */
export class ApprovalPolicies1763900000000 implements MigrationInterface {
  readonly name = 'ApprovalPolicies1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CATALOGUE);
    await runner.query(POLICY);
    await runner.query(DEMAND);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const CATALOGUE = `
  -- Reference data, written by the owner at start from the catalogue in the code.
  create table command_kind (
    command text primary key,
    -- where in the canonical input the amount and the fund stand; null: there is none
    amount_path text[],
    fund_path text[],
    -- the roles that may run it; null: everybody with an account
    roles text[],
    -- no policy can let it pass without a signature
    always_signed boolean not null,
    -- the program itself may run it, with nobody at the keyboard
    automatic boolean not null,
    name_ko text not null,
    name_en text not null
  );

  -- The two halves of the HMAC key (RFC 2104), so that the database can check what it could not have signed itself.
  -- Nobody but the owner reads it: who only has the application's password can forge no signature.
  create table approval_key (
    name text primary key,
    inner_key bytea not null check (octet_length(inner_key) = 64),
    outer_key bytea not null check (octet_length(outer_key) = 64)
  );
  create function approval_mac(message text, key_name text) returns bytea language sql stable security definer set search_path = public, pg_temp as $$
    select sha256(outer_key || sha256(inner_key || convert_to(message, 'UTF8'))) from approval_key where name = key_name
  $$;
  revoke all on function approval_mac(text, text) from public;
`;

const POLICY = `
  create table approval_policy (
    id uuid primary key,
    command text not null references command_kind (command),
    scope text not null check (scope = '*' or scope ~ '^fund/[0-9a-f-]{36}$'),
    effective_from date not null,
    expires_after_days smallint not null check (expires_after_days between 1 and 366),
    clause text not null check (btrim(clause) <> ''),
    source text not null check (source in ('LAW', 'AGREEMENT', 'NOTICE', 'SEED', 'PRACTICE', 'ASSUMPTION')),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    transaction_id xid8 not null default pg_current_xact_id(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index approval_policy_command on approval_policy (command, effective_from desc);
  create table approval_tier (
    policy_id uuid not null references approval_policy (id),
    from_won bigint not null check (from_won >= 0),
    mode text not null check (mode in ('DIRECT', 'SIGNED')),
    primary key (policy_id, from_won)
  );
  create table approval_step (
    policy_id uuid not null,
    from_won bigint not null,
    position smallint not null check (position > 0),
    kind text not null check (kind in ('REVIEW', 'COOPERATE', 'APPROVE')),
    role text not null,
    min_rank text not null check (rank_order(min_rank) is not null),
    quorum smallint not null check (quorum >= 1),
    primary key (policy_id, from_won, position),
    foreign key (policy_id, from_won) references approval_tier (policy_id, from_won)
  );
  select make_append_only('approval_policy');
  select make_append_only('approval_tier');
  select make_append_only('approval_step');

  -- A policy that could not be followed is none: it is refused as a whole.
  create function approval_policy_complete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from approval_tier where policy_id = new.id and from_won = 0) then
      raise exception 'policy % has no tier from 0 won', new.id using errcode = 'check_violation', constraint = 'approval_policy_from_zero';
    end if;
    if exists (select 1 from approval_tier t join command_kind k on k.command = new.command
                where t.policy_id = new.id and t.mode = 'DIRECT' and k.always_signed) then
      raise exception '% never passes without a signature', new.command using errcode = 'check_violation', constraint = 'approval_policy_always_signed';
    end if;
    if exists (select 1 from approval_tier t
                where t.policy_id = new.id and t.mode = 'SIGNED'
                  and coalesce((select s.kind from approval_step s where s.policy_id = t.policy_id and s.from_won = t.from_won
                                 order by s.position desc limit 1), '') <> 'APPROVE') then
      raise exception 'a tier of policy % does not end with an approval', new.id using errcode = 'check_violation', constraint = 'approval_policy_ends_with_approval';
    end if;
    if exists (select 1 from approval_step s join approval_tier t using (policy_id, from_won)
                where s.policy_id = new.id and (t.mode = 'DIRECT'
                   or s.position > (select count(*) from approval_step o where o.policy_id = s.policy_id and o.from_won = s.from_won))) then
      raise exception 'the steps of policy % are not numbered from 1', new.id using errcode = 'check_violation', constraint = 'approval_policy_steps';
    end if;
    return null;
  end $$;
  create constraint trigger approval_policy_complete after insert on approval_policy
    deferrable initially deferred for each row execute function approval_policy_complete();

  create function approval_policy_witness() returns trigger language plpgsql as $$
  begin
    new.transaction_id := pg_current_xact_id();
    return new;
  end $$;
  create trigger approval_policy_witness before insert on approval_policy for each row execute function approval_policy_witness();

  -- Tiers and steps come with their policy or not at all: later ones would change what was decided.
  create function approval_policy_is_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select 1 from approval_policy where id = new.policy_id and transaction_id = pg_current_xact_id()) then
      raise exception 'policy % was decided before', new.policy_id using errcode = 'restrict_violation', constraint = 'approval_policy_is_whole';
    end if;
    return new;
  end $$;
  create trigger approval_tier_is_whole before insert on approval_tier for each row execute function approval_policy_is_whole();
  create trigger approval_step_is_whole before insert on approval_step for each row execute function approval_policy_is_whole();
`;

const DEMAND = `
  create function approval_amount(of_command text, input jsonb) returns bigint language sql stable set search_path = public, pg_temp as $$
    select case when input #>> amount_path ~ '^[0-9]{1,18}$' then (input #>> amount_path)::bigint end from command_kind where command = of_command
  $$;

  -- Whose signatures are wanted: those of the fund that the input names as its fund, its book, or the thing it is about. Free
  -- text names nothing. A view of the fund of each thing comes later; this asks it when it runs.
  create function approval_scope(of_command text, input jsonb) returns text language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    fund text;
  begin
    select input #>> fund_path into fund from command_kind where command = of_command;
    fund := coalesce(fund, substring(input ->> 'book' from '^fund/([0-9a-f-]{36})$'));
    if fund is null then
      select f.fund_id::text into fund from jsonb_each_text(case jsonb_typeof(input) when 'object' then input else '{}' end) as member join subject_fund f on f.id::text = member.value
       where member.key ~ 'Id$' order by member.key limit 1;
    end if;
    return coalesce('fund/' || fund, '*');
  end $$;

  -- What a command needs today. The policy of its fund wins over the general one, the later over the earlier. An amount
  -- that is not there or cannot be read takes the highest tier. No row: nobody decided, so nothing passes.
  create function approval_demand(of_command text, input jsonb)
    returns table (policy_id uuid, from_won bigint, mode text, amount_won bigint, expires_after_days smallint)
    language sql stable security definer set search_path = public, pg_temp as $$
    with in_force as (
      select p.id, p.expires_after_days
        from approval_policy p join command_kind k using (command)
       where p.command = of_command and p.effective_from <= (clock_timestamp() at time zone 'Asia/Seoul')::date
         and p.scope in ('*', 'fund/' || coalesce(input #>> k.fund_path, ''))
       order by (p.scope <> '*') desc, p.effective_from desc, p.recorded_at desc, p.id limit 1)
    select f.id, t.from_won, t.mode, approval_amount(of_command, input), f.expires_after_days
      from in_force f join approval_tier t on t.policy_id = f.id
     where t.from_won <= coalesce(approval_amount(of_command, input), 9223372036854775807)
     order by t.from_won desc limit 1
  $$;
`;

const GRANTS = `
  grant select on command_kind, approval_policy, approval_tier, approval_step to baton_app, baton_auditor;
  grant insert on approval_policy, approval_tier, approval_step to baton_app;
`;
