import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commands that wait, and the signatures on them, judged by the database. */
export class ApprovalRequests1763900010000 implements MigrationInterface {
  readonly name = 'ApprovalRequests1763900010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUESTS);
    await runner.query(DEPUTIES);
    await runner.query(SIGNATURES);
    await runner.query(EVENTS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

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
       or demand.amount_won is distinct from new.amount_won or new.scope <> approval_scope(new.command, new.input_canonical::jsonb) then
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
      new.policy_id, new.from_won, new.maker_id, new.title_ko, new.title_en, new.scope, coalesce(new.reason, ''),
      to_char(new.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), 'UTF8')), 'hex');
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
        select 1 from deputy d left join deputy_end e on e.deputy_id = d.id join app_user u on u.id = d.deputy_id and u.active and (u.valid_through is null or u.valid_through >= day)
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

const GRANTS = `
  grant select on approval_request, approval_state, approval_signature, approval_event, deputy, deputy_end to baton_app, baton_auditor;
  grant insert on approval_request, approval_signature, approval_event, deputy, deputy_end to baton_app;
  grant usage on sequence approval_number to baton_app;
`;
