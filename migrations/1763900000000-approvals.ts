import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approval policy, requests, signatures: what needs whose signature, judged by the database. */
export class Approvals1763900000000 implements MigrationInterface {
  readonly name = 'Approvals1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CATALOGUE);
    await runner.query(POLICY);
    await runner.query(DEMAND);
    await runner.query(REQUESTS);
    await runner.query(DEPUTIES);
    await runner.query(SIGNATURES);
    await runner.query(EVENTS);
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

const REQUESTS = `
  create table approval_request (
    id uuid primary key,
    -- all versions of one matter
    case_id uuid not null,
    version smallint not null check (version > 0),
    number text not null,
    title_ko text not null check (btrim(title_ko) <> ''),
    title_en text not null check (btrim(title_en) <> ''),
    command text not null references command_kind (command),
    -- as the hash was taken over it, and as the command takes it
    input_canonical text not null,
    stored_input jsonb not null,
    input_hash char(64) not null,
    preview_canonical text not null,
    preview_hash char(64) not null,
    content_hash char(64) not null,
    amount_won bigint,
    policy_id uuid not null,
    from_won bigint not null,
    maker_id uuid not null references app_user (id),
    maker_login text not null,
    maker_name text not null,
    reason text,
    scope text not null,
    submitted_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > submitted_at),
    recorded_at timestamptz not null default clock_timestamp(),
    -- the log row that says so, with the outcome SUBMITTED
    command_id uuid not null unique references command_log (id) deferrable initially deferred,
    unique (case_id, version),
    unique (number, version),
    foreign key (policy_id, from_won) references approval_tier (policy_id, from_won),
    constraint approval_request_input_hash check (input_hash = encode(sha256(convert_to(input_canonical, 'UTF8')), 'hex')),
    constraint approval_request_preview_hash check (preview_hash = encode(sha256(convert_to(preview_canonical, 'UTF8')), 'hex'))
  );
  create index approval_request_maker on approval_request (maker_id, submitted_at desc);
  select make_append_only('approval_request');
  create sequence approval_number;

  -- Where a request stands. Only triggers write here.
  create table approval_state (
    request_id uuid primary key references approval_request (id),
    state text not null check (state in ('PENDING', 'APPROVED', 'EXECUTED', 'FAILED', 'RETURNED', 'RECALLED', 'EXPIRED')),
    -- the step that is due; after the last one its number plus one
    position smallint not null,
    executed_command_id uuid,
    changed_at timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);
  create index approval_state_open on approval_state (state) where state in ('PENDING', 'APPROVED');

  create function approval_request_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    demand record;
    earlier record;
  begin
    select * into demand from approval_demand(new.command, new.input_canonical::jsonb);
    if demand.mode is distinct from 'SIGNED' or demand.policy_id <> new.policy_id or demand.from_won <> new.from_won
       or demand.amount_won is distinct from new.amount_won then
      raise exception '% asks for other signatures than policy wants', new.command using errcode = 'check_violation', constraint = 'approval_request_policy';
    end if;
    select r.id, r.maker_id, r.command, s.state into earlier
      from approval_request r join approval_state s on s.request_id = r.id
     where r.case_id = new.case_id order by r.version desc limit 1 for update of s;
    if (new.version = 1) <> (earlier.id is null)
       or (new.version > 1 and (earlier.maker_id <> new.maker_id or earlier.command <> new.command
                                or earlier.state not in ('RETURNED', 'RECALLED', 'FAILED', 'EXPIRED'))) then
      raise exception 'version % does not follow the one before', new.version using errcode = 'check_violation', constraint = 'approval_request_version';
    end if;
    -- What is signed: every signature is for these very bytes.
    new.content_hash := encode(sha256(convert_to(concat_ws(E'\\n', new.id, new.case_id, new.version, new.command, new.input_hash, new.preview_hash,
      new.policy_id, new.from_won, new.maker_id, new.title_ko), 'UTF8')), 'hex');
    return new;
  end $$;
  create trigger approval_request_admitted before insert on approval_request for each row execute function approval_request_admitted();

  create function approval_request_opens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into approval_state (request_id, state, position) values (new.id, 'PENDING', 1);
    return null;
  end $$;
  create trigger approval_request_opens after insert on approval_request for each row execute function approval_request_opens();
`;

const DEPUTIES = `
  -- Who signs for somebody who is away (대결).
  create table deputy (
    id uuid primary key,
    absent_id uuid not null references app_user (id),
    deputy_id uuid not null references app_user (id),
    from_on date not null,
    to_on date not null check (to_on >= from_on and to_on - from_on <= 92),
    reason text not null check (btrim(reason) <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create index deputy_deputy on deputy (deputy_id, from_on);
  create table deputy_end (
    deputy_id uuid primary key references deputy (id),
    ended_on date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  select make_append_only('deputy');
  select make_append_only('deputy_end');
  create function deputy_is_another() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select person_id from app_user where id = new.absent_id) = (select person_id from app_user where id = new.deputy_id) then
      raise exception 'nobody stands in for themselves' using errcode = 'check_violation', constraint = 'deputy_is_another';
    end if;
    return new;
  end $$;
  create trigger deputy_is_another before insert on deputy for each row execute function deputy_is_another();
`;

const SIGNATURES = `
  create table approval_signature (
    id uuid primary key,
    request_id uuid not null references approval_request (id),
    position smallint not null,
    decision text not null check (decision in ('SIGNED', 'RETURNED')),
    signer_id uuid not null references app_user (id),
    signer_login text not null,
    signer_name text not null,
    signer_rank text not null,
    -- whose place the signer takes; null: their own
    for_id uuid references app_user (id),
    for_name text,
    opinion text check (char_length(opinion) between 1 and 2000),
    content_hash char(64) not null,
    session_id uuid,
    step_up_method text not null,
    step_up_at timestamptz not null,
    signed_at timestamptz not null,
    key_name text not null,
    mac bytea not null,
    -- Ed25519 over the same text: what an outsider checks with the public key
    signature bytea not null check (octet_length(signature) = 64),
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint approval_signature_once unique (request_id, signer_id),
    check ((for_id is null) = (for_name is null)),
    constraint approval_signature_says_why check (decision = 'SIGNED' or opinion is not null)
  );
  select make_append_only('approval_signature');

  create function approval_signature_text(s approval_signature) returns text language sql stable as $$
    select concat_ws(E'\\n', 'baton approval signature 1', s.id, s.request_id, s.position, s.decision, s.signer_id, coalesce(s.for_id::text, '-'), s.content_hash,
      coalesce(s.session_id::text, '-'), s.step_up_method,
      to_char(s.step_up_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      encode(sha256(convert_to(coalesce(s.opinion, ''), 'UTF8')), 'hex'))
  $$;

  -- The natural persons that have had a hand in a request: who drafted it, signed it, or was stood in for.
  create function approval_hands(of_request uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
    select u.person_id from approval_request r join app_user u on u.id = r.maker_id where r.id = of_request
    union
    select u.person_id from approval_signature s join app_user u on u.id in (s.signer_id, s.for_id) where s.request_id = of_request
  $$;

  -- May this account act at this step? Holds the role in the scope of the request, has the rank, works today.
  create function approval_may_act(account uuid, at_step approval_step, in_scope text, on_day date) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (
      select 1 from app_user u join user_role g on g.user_id = u.id
       where u.id = account and u.active and (u.valid_through is null or u.valid_through >= on_day)
         and g.role = at_step.role and rank_order(u.rank) >= rank_order(at_step.min_rank)
         and ('*' = any (g.scopes) or in_scope = any (g.scopes)
              or exists (select 1 from fund f join vintage v on v.id = f.vintage_id
                          where 'fund/' || f.id = in_scope and 'programme/' || v.programme_id = any (g.scopes))))
  $$;

  create function approval_signature_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    request approval_request;
    stand approval_state;
    step approval_step;
    day date;
    refusal text;
  begin
    -- Everybody who signs, returns, recalls or executes passes through this lock: of a hundred at once one is first.
    select * into stand from approval_state where request_id = new.request_id for update;
    select * into request from approval_request where id = new.request_id;
    if stand.state is distinct from 'PENDING' then
      raise exception 'the request is %', coalesce(stand.state, 'unknown') using errcode = 'check_violation', constraint = 'approval_signature_pending', detail = stand.state;
    end if;
    select * into step from approval_step where policy_id = request.policy_id and from_won = request.from_won and position = stand.position;
    day := (new.signed_at at time zone 'Asia/Seoul')::date;
    refusal := case
      when step.position is null or step.quorum < 1 then 'approval_signature_no_step'
      when new.position <> stand.position then 'approval_signature_step'
      when new.content_hash <> request.content_hash then 'approval_signature_content'
      when new.signed_at < request.submitted_at or new.signed_at >= request.expires_at then 'approval_signature_in_time'
      when new.step_up_at > new.signed_at then 'approval_signature_step_up'
      when not approval_may_act(coalesce(new.for_id, new.signer_id), step, request.scope, day) then 'approval_signature_role'
      when exists (select 1 from app_user u where u.id in (new.signer_id, new.for_id) and u.person_id in (select approval_hands(new.request_id))) then 'approval_signature_another_person'
      when new.for_id is not null and not exists (
        select 1 from deputy d left join deputy_end e on e.deputy_id = d.id join app_user u on u.id = d.deputy_id and u.active
          -- The deputy borrows the rank, never the role: roles that must not meet in one person do not meet here either.
          join user_role g on g.user_id = d.deputy_id and g.role = step.role
         where d.absent_id = new.for_id and d.deputy_id = new.signer_id and day between d.from_on and d.to_on and (e.ended_on is null or day < e.ended_on))
        then 'approval_signature_deputy'
      when new.mac is distinct from approval_mac(approval_signature_text(new), new.key_name) then 'approval_signature_genuine'
    end;
    if refusal is not null then
      raise exception 'the signature of % is not admitted (%)', new.signer_login, refusal using errcode = 'check_violation', constraint = refusal;
    end if;
    return new;
  end $$;
  create trigger approval_signature_admitted before insert on approval_signature for each row execute function approval_signature_admitted();

  create function approval_signature_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    request approval_request;
    step approval_step;
    last_position smallint;
  begin
    select * into request from approval_request where id = new.request_id;
    if new.decision = 'RETURNED' then
      update approval_state set state = 'RETURNED', changed_at = clock_timestamp() where request_id = new.request_id;
      return null;
    end if;
    select * into step from approval_step where policy_id = request.policy_id and from_won = request.from_won and position = new.position;
    if (select count(*) from approval_signature where request_id = new.request_id and position = new.position and decision = 'SIGNED') >= step.quorum then
      select max(position) into last_position from approval_step where policy_id = request.policy_id and from_won = request.from_won;
      update approval_state
         set position = new.position + 1, changed_at = clock_timestamp(), state = case when new.position = last_position then 'APPROVED' else state end
       where request_id = new.request_id;
    end if;
    return null;
  end $$;
  create trigger approval_signature_counts after insert on approval_signature for each row execute function approval_signature_counts();
`;

const EVENTS = `
  create table approval_event (
    request_id uuid not null references approval_request (id),
    kind text not null check (kind in ('RECALLED', 'EXPIRED', 'FAILED')),
    actor_id uuid not null,
    happened_at timestamptz not null,
    reason text,
    -- why the stored command was refused when it ran
    problem jsonb,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    primary key (request_id, kind),
    check ((kind = 'FAILED') = (problem is not null))
  );
  select make_append_only('approval_event');

  create function approval_event_admitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    request approval_request;
    stand approval_state;
  begin
    select * into stand from approval_state where request_id = new.request_id for update;
    select * into request from approval_request where id = new.request_id;
    if stand.state is distinct from (case new.kind when 'FAILED' then 'APPROVED' else 'PENDING' end) then
      raise exception 'the request is %', coalesce(stand.state, 'unknown') using errcode = 'check_violation', constraint = 'approval_signature_pending', detail = stand.state;
    end if;
    if new.kind = 'RECALLED' and (new.actor_id <> request.maker_id or exists (select 1 from approval_signature where request_id = new.request_id)) then
      raise exception 'only the drafter recalls, and only before the first signature' using errcode = 'check_violation', constraint = 'approval_event_recall';
    end if;
    if new.kind = 'EXPIRED' and (new.happened_at < request.expires_at or clock_timestamp() < request.expires_at) then
      raise exception 'the request has not expired' using errcode = 'check_violation', constraint = 'approval_event_expiry';
    end if;
    update approval_state set state = new.kind, changed_at = clock_timestamp() where request_id = new.request_id;
    return new;
  end $$;
  create trigger approval_event_admitted before insert on approval_event for each row execute function approval_event_admitted();
`;

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
    if exists (select 1 from unnest(new.commands) as c join command_kind k on k.command = c where k.always_signed) then
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
    if stand.state is distinct from 'APPROVED' or request.command <> new.command or request.input_hash <> new.input_hash
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
    command_id uuid not null references command_log (id) deferrable initially deferred,
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
    if not exists (select 1 from command_log where id = new.command_id and command = 'period.reopen' and outcome = 'DONE' and approval_id is not null) then
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
    if not exists (select 1 from command_log where id = new.command_id and outcome = 'DONE' and command = any (rule.commands)) then
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
  grant select on command_kind, approval_policy, approval_tier, approval_step, approval_request, approval_state, approval_signature, approval_event,
    deputy, deputy_end, break_glass, break_glass_use, period_reopen, subject_label, subject_fund to baton_app, baton_auditor;
  grant insert on approval_policy, approval_tier, approval_step, approval_request, approval_signature, approval_event,
    deputy, deputy_end, break_glass, period_reopen to baton_app;
  grant usage on sequence approval_number to baton_app;
`;
