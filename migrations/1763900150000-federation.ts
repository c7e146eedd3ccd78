import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in through an identity provider, tokens of integrations, and the count of failed sign-ins by address. */
export class Federation1763900150000 implements MigrationInterface {
  readonly name = 'Federation1763900150000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BELONGING);
    await runner.query(PROVIDER);
    await runner.query(API_TOKENS);
    await runner.query(THROTTLE);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** What a row says about who made it is what the command log says: a row without its command does not commit. */
const BELONGING = `
  create function was_done_by(command_of_row uuid, person uuid, commands text[]) returns boolean language sql stable as $$
    select exists (select 1 from command_log where id = command_of_row and actor_id = person and command = any (commands) and outcome = 'DONE');
  $$;
`;

const PROVIDER = `
  -- Whose account a subject of a provider opens. Links end, they are never rewritten: who could sign in as whom, and when, stays known.
  create table provider_link (
    id uuid primary key,
    issuer text not null check (issuer ~ '^https?://[^ ]+$' and char_length(issuer) <= 500),
    -- OpenID Connect Core §2: at most 255 ASCII characters, compared letter by letter
    subject text not null check (subject ~ '^[\\x21-\\x7e]{1,255}$'),
    user_id uuid not null references app_user (id),
    linked_by uuid not null,
    linked_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    -- made with a key that is not in the database: a row that another hand wrote counts as absent
    mac bytea not null check (octet_length(mac) = 32),
    unlinked_at timestamptz,
    unlinked_by uuid,
    check ((unlinked_at is null) = (unlinked_by is null))
  );
  create unique index provider_link_subject on provider_link (issuer, subject) where unlinked_at is null;
  create unique index provider_link_account on provider_link (user_id, issuer) where unlinked_at is null;

  create function provider_link_only_ends() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.unlinked_at is not null
       or (to_jsonb(new) - '{unlinked_at,unlinked_by}'::text[]) <> (to_jsonb(old) - '{unlinked_at,unlinked_by}'::text[]) then
      raise exception 'a link to a provider can only be ended' using errcode = 'restrict_violation', constraint = 'provider_link_only_ends';
    end if;
    return new;
  end $$;
  create trigger a_witness before insert on provider_link for each row execute function witness_recorded_at();
  create trigger provider_link_only_ends before update or delete on provider_link for each row execute function provider_link_only_ends();
  create trigger never_truncated before truncate on provider_link for each statement execute function forbid_change();

  create function provider_link_is_a_command() returns trigger language plpgsql as $$
  begin
    if not was_done_by(new.command_id, new.linked_by, array['provider.link', 'own-provider.link'])
       or (new.linked_by <> new.user_id and not was_done_by(new.command_id, new.linked_by, array['provider.link'])) then
      raise exception 'no command made this link' using errcode = 'integrity_constraint_violation', constraint = 'provider_link_is_a_command';
    end if;
    return null;
  end $$;
  create constraint trigger provider_link_is_a_command after insert on provider_link
    deferrable initially deferred for each row execute function provider_link_is_a_command();

  -- Under way to the provider and back: the browser, and nobody else, may come back once and soon.
  create table provider_round (
    state_hash char(64) primary key check (state_hash ~ '^[0-9a-f]{64}$'),
    browser_hash char(64) not null check (browser_hash ~ '^[0-9a-f]{64}$'),
    purpose text not null check (purpose in ('SIGN_IN', 'LINK', 'STEP_UP')),
    -- of whom signed in already; a sign-in has none yet
    session_id uuid references user_session (id),
    return_to text not null check (return_to ~ '^/([^/\\\\]|$)' and char_length(return_to) <= 500),
    -- nonce and code verifier, encrypted with a key that is not in the database
    sealed text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '1 hour'),
    used_at timestamptz,
    check ((purpose = 'SIGN_IN') = (session_id is null))
  );
  create index provider_round_expiry on provider_round (expires_at);
  create function provider_round_is_used_once() returns trigger language plpgsql as $$
  begin
    if old.used_at is not null or (to_jsonb(new) - 'used_at') <> (to_jsonb(old) - 'used_at') then
      raise exception 'a round to the provider is used once' using errcode = 'restrict_violation', constraint = 'provider_round_is_used_once';
    end if;
    return new;
  end $$;
  create trigger provider_round_is_used_once before update on provider_round for each row execute function provider_round_is_used_once();

  create table provider_attempt (
    id bigint generated always as identity primary key,
    purpose text not null check (purpose in ('SIGN_IN', 'LINK', 'STEP_UP')),
    outcome text not null check (outcome in ('DONE', 'UNLINKED', 'NOT_ADMITTED', 'NOT_FRESH', 'OTHER_PERSON', 'REFUSED')),
    issuer text not null,
    -- absent where the provider vouched for nobody
    subject text,
    user_id uuid references app_user (id),
    attempted_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    address text,
    user_agent text,
    session_id uuid references user_session (id),
    check (outcome <> 'DONE' or (user_id is not null and session_id is not null))
  );
  create index provider_attempt_user on provider_attempt (user_id, attempted_at desc);
  select make_append_only('provider_attempt');
`;

const API_TOKENS = `
  -- A program never acts for a person: it does not sign, decide, release, reopen, look behind masks or touch accounts and sign-in.
  create function api_token_may(permission text) returns boolean language sql immutable as $$
    select permission ~ '^[a-z-]+\\.[a-z-]+$'
       and split_part(permission, '.', 1) <> all (array['user', 'role', 'invitation', 'factor', 'session', 'provider', 'own-provider', 'api-token', 'approval', 'approval-policy',
                                                        'deputy', 'break-glass', 'identity', 'password', 'totp', 'passkey', 'recovery-code',
                                                        'access-log', 'access-review', 'seal'])
       and split_part(permission, '.', 2) !~ '^(sign|approve|release|decide|reopen|close|unmask|reveal)';
  $$;
  create function api_token_may_all(permissions text[]) returns boolean language sql immutable as $$
    select coalesce(bool_and(api_token_may(each)), false) from unnest(permissions) as each;
  $$;

  create table api_token (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    name text not null check (btrim(name) <> '' and char_length(name) <= 100),
    permissions text[] not null,
    -- set once, when the secret is shown; the secret itself is nowhere
    token_hash char(64) unique check (token_hash ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    command_id uuid not null references command_log (id) deferrable initially deferred,
    revoked_at timestamptz,
    revoked_by uuid,
    constraint api_token_expires_within_a_year check (expires_at > created_at and expires_at <= created_at + interval '366 days'),
    constraint api_token_permissions_are_harmless check (api_token_may_all(permissions)),
    check ((revoked_at is null) = (revoked_by is null))
  );
  create index api_token_user on api_token (user_id);

  create function api_token_only_shown_or_revoked() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE'
       or (old.token_hash is not null and new.token_hash is distinct from old.token_hash)
       or (old.revoked_at is not null and (new.revoked_at, new.revoked_by) is distinct from (old.revoked_at, old.revoked_by))
       or (old.revoked_at is not null and new.token_hash is distinct from old.token_hash)
       or (to_jsonb(new) - '{token_hash,revoked_at,revoked_by}'::text[]) <> (to_jsonb(old) - '{token_hash,revoked_at,revoked_by}'::text[]) then
      raise exception 'a token is shown once and revoked once, and nothing else of it changes'
        using errcode = 'restrict_violation', constraint = 'api_token_only_shown_or_revoked';
    end if;
    return new;
  end $$;
  create trigger a_witness before insert on api_token for each row execute function witness_recorded_at();
  create trigger api_token_only_shown_or_revoked before update or delete on api_token for each row execute function api_token_only_shown_or_revoked();
  create trigger never_truncated before truncate on api_token for each statement execute function forbid_change();

  create function api_token_is_a_command() returns trigger language plpgsql as $$
  begin
    if not was_done_by(new.command_id, new.user_id, array['api-token.create']) then
      raise exception 'no command of its owner made this token' using errcode = 'integrity_constraint_violation', constraint = 'api_token_is_a_command';
    end if;
    return null;
  end $$;
  create constraint trigger api_token_is_a_command after insert on api_token
    deferrable initially deferred for each row execute function api_token_is_a_command();

  -- Which request came from which token; the key ties a write to its row of the command log.
  create table api_token_use (
    id bigint generated always as identity primary key,
    token_id uuid not null references api_token (id),
    used_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    method text not null,
    path text not null check (char_length(path) <= 500),
    idempotency_key text,
    address text,
    user_agent text
  );
  create index api_token_use_token on api_token_use (token_id, used_at desc);
  select make_append_only('api_token_use');
`;

/**
 * Counted by a trigger that belongs to the owner, in the transaction of the attempt: whichever way of signing in wrote the
 * attempt, in whichever process, and no application can count less.
 */
const THROTTLE = `
  create table sign_in_throttle (
    -- one IPv4 address; of IPv6 the /64 that one household or office holds
    network inet not null,
    minute timestamptz not null,
    failures integer not null check (failures > 0),
    primary key (network, minute)
  );
  create index sign_in_throttle_minute on sign_in_throttle (minute);

  create function throttled_network(address text) returns inet language sql immutable strict as $$
    select case family(address::inet) when 4 then address::inet else network(set_masklen(address::inet, 64))::inet end;
  $$;

  create function count_failed_sign_in() returns trigger language plpgsql security definer set search_path = public as $$
  begin
    delete from sign_in_throttle where ctid in (
      select ctid from sign_in_throttle where minute < new.attempted_at - interval '1 day' order by minute limit 100 for update skip locked);
    insert into sign_in_throttle as t (network, minute, failures) values (throttled_network(new.address), date_trunc('minute', new.attempted_at), 1)
      on conflict (network, minute) do update set failures = t.failures + 1;
    return null;
  end $$;
  create trigger count_failed_sign_in after insert on sign_in_attempt for each row
    when (new.address is not null and new.outcome not in ('SIGNED_IN', 'SECOND_STEP', 'STEPPED_UP'))
    execute function count_failed_sign_in();
`;

const GRANTS = `
  grant select on provider_link, provider_round, provider_attempt, api_token, sign_in_throttle, api_token_use to baton_app;
  grant insert (id, issuer, subject, user_id, linked_by, linked_at, command_id, mac) on provider_link to baton_app;
  grant update (unlinked_at, unlinked_by) on provider_link to baton_app;
  grant insert, update (used_at), delete on provider_round to baton_app;
  grant insert (purpose, outcome, issuer, subject, user_id, attempted_at, address, user_agent, session_id) on provider_attempt to baton_app;
  grant insert (id, user_id, name, permissions, created_at, expires_at, command_id) on api_token to baton_app;
  grant update (token_hash, revoked_at, revoked_by) on api_token to baton_app;
  grant insert (token_id, used_at, method, path, idempotency_key, address, user_agent) on api_token_use to baton_app;
  grant select on provider_link, provider_attempt, api_token_use to baton_auditor;
  grant select (id, user_id, name, permissions, created_at, recorded_at, expires_at, command_id, revoked_at, revoked_by) on api_token to baton_auditor;
`;
