import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people prove who they are: passwords, second factors, steps, invitations; what an auditor's account is bound by. */
export class Identity1763900100000 implements MigrationInterface {
  readonly name = 'Identity1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PASSWORDS);
    await runner.query(CHALLENGES);
    await runner.query(FACTORS);
    await runner.query(INVITATIONS);
    await runner.query(SESSIONS);
    await runner.query(ATTEMPTS);
    await runner.query(AUDITORS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

/** Every password a person ever had, so that the last ones are not chosen again; the latest is the one that counts. */
const PASSWORDS = `
  create table user_password (
    id bigint generated always as identity primary key,
    user_id uuid not null references app_user (id),
    password_hash text not null check (password_hash like '$argon2id$%'),
    chosen_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    -- null for the accounts of the first start, before which no command can run
    command_id uuid references command_log (id) deferrable initially deferred
  );
  create index user_password_latest on user_password (user_id, id desc);
  insert into user_password (user_id, password_hash, chosen_at) select id, password_hash, created_at from app_user;
  select make_append_only('user_password');
  -- An account is made without a password: the person chooses it with the code of an invitation.
  alter table app_user drop column password_hash;
`;

/** What was offered to be answered within minutes, once. */
const CHALLENGES = `
  create table identity_challenge (
    id uuid primary key,
    kind text not null check (kind in ('SECOND_STEP', 'PASSKEY', 'PASSKEY_ENROLMENT', 'TOTP_ENROLMENT', 'NEW_PASSWORD')),
    user_id uuid references app_user (id),
    token_hash char(64) unique check (token_hash ~ '^[0-9a-f]{64}$'),
    -- the challenge to be signed, the encrypted secret that is being enrolled, the hash of the new password, or what binds a half-open sign-in to its person
    payload text,
    offered_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check (expires_at > offered_at and expires_at <= offered_at + interval '1 hour'),
    check (kind = 'PASSKEY' or user_id is not null),
    check ((kind = 'SECOND_STEP') = (token_hash is not null)),
    check (payload is not null),
    check (kind <> 'TOTP_ENROLMENT' or payload like 'v1.%'),
    check (kind <> 'NEW_PASSWORD' or payload like '$argon2id$%')
  );
  create index identity_challenge_expires on identity_challenge (expires_at);
  create function answered_once() returns trigger language plpgsql as $$
  begin
    if old.used_at is not null then
      raise exception '% % was used before', tg_table_name, old.id using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger answered_once before update of used_at on identity_challenge for each row execute function answered_once();
`;

const FACTORS = `
  create table totp_factor (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    -- encrypted: the database alone cannot make a code
    secret text not null check (secret like 'v1.%'),
    enrolled_at timestamptz not null,
    removed_at timestamptz,
    command_id uuid not null references command_log (id) deferrable initially deferred
  );
  create unique index totp_factor_one_a_person on totp_factor (user_id) where removed_at is null;

  -- Each time step counts once: whoever reads a code over a shoulder cannot use it a second time.
  create table totp_use (
    factor_id uuid not null references totp_factor (id),
    time_step bigint not null check (time_step > 0),
    used_at timestamptz not null,
    primary key (factor_id, time_step)
  );
  select make_append_only('totp_use');

  create table recovery_code (
    code_hash char(64) primary key check (code_hash ~ '^[0-9a-f]{64}$'),
    user_id uuid not null references app_user (id),
    made_at timestamptz not null,
    used_at timestamptz,
    -- newer codes took its place, or the last factor is gone
    replaced_at timestamptz,
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (used_at is null or replaced_at is null)
  );
  create index recovery_code_user on recovery_code (user_id) where used_at is null and replaced_at is null;
  create function spent_once() returns trigger language plpgsql as $$
  begin
    if old.used_at is not null or old.replaced_at is not null then
      raise exception 'a recovery code counts once' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger spent_once before update on recovery_code for each row execute function spent_once();

  create table passkey (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    credential_id text not null unique check (credential_id ~ '^[A-Za-z0-9_-]+$' and char_length(credential_id) between 16 and 1400),
    public_key text not null check (public_key ~ '^[A-Za-z0-9_-]+$'),
    -- what the authenticator says it has signed so far; 0 for those that do not count
    counter bigint not null check (counter >= 0),
    transports text[] not null default '{}',
    backed_up boolean not null,
    name text not null check (btrim(name) <> '' and char_length(name) <= 60),
    enrolled_at timestamptz not null,
    last_used_at timestamptz,
    removed_at timestamptz,
    command_id uuid not null references command_log (id) deferrable initially deferred,
    -- made with a key that is not in the database: a row that another hand wrote counts as absent
    mac bytea not null check (octet_length(mac) = 32)
  );
  create index passkey_user on passkey (user_id) where removed_at is null;
  create function factor_stays_removed() returns trigger language plpgsql as $$
  begin
    if old.removed_at is not null then
      raise exception 'a removed factor stays removed' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger factor_stays_removed before update of removed_at on totp_factor for each row execute function factor_stays_removed();
  create trigger factor_stays_removed before update of removed_at on passkey for each row execute function factor_stays_removed();
  -- A counter that stands still or falls is a copy of the key at work (WebAuthn §6.1.1).
  create function passkey_counter_rises() returns trigger language plpgsql as $$
  begin
    if new.counter < old.counter or (new.counter = old.counter and old.counter > 0) then
      raise exception 'the counter of a passkey only rises' using errcode = 'check_violation', constraint = 'passkey_counter_rises';
    end if;
    return new;
  end $$;
  create trigger passkey_counter_rises before update of counter on passkey for each row execute function passkey_counter_rises();
`;

const INVITATIONS = `
  -- A code with which a person chooses a password: the first one, or another after it was forgotten.
  create table invitation (
    id uuid primary key,
    user_id uuid not null references app_user (id),
    code_hash char(64) not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
    invited_by uuid not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    -- a newer invitation took its place
    replaced_at timestamptz,
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (expires_at > invited_at and expires_at <= invited_at + interval '31 days'),
    check (used_at < expires_at),
    check (used_at is null or replaced_at is null),
    constraint invitation_not_to_oneself check (invited_by <> user_id)
  );
  create unique index invitation_one_a_person on invitation (user_id) where used_at is null and replaced_at is null;
  create trigger answered_once before update of used_at on invitation for each row execute function answered_once();
`;

const SESSIONS = `
  alter table user_session
    drop constraint user_session_step_up_method_check,
    add constraint user_session_step_up_method_check check (step_up_method in ('PASSWORD', 'TOTP', 'RECOVERY_CODE', 'PASSKEY', 'PROVIDER')),
    add constraint user_session_step_up_is_whole check ((stepped_up_at is null) = (step_up_method is null)),
    add column revoked_because text check (revoked_because in ('SIGNED_OUT', 'SIGNED_IN_ANEW', 'REVOKED', 'PASSWORD_CHANGED', 'DISCONNECTED', 'DEACTIVATED')),
    add column revoked_by uuid;
  create function session_stays_ended() returns trigger language plpgsql as $$
  begin
    if old.revoked_at is not null then
      raise exception 'a session that was ended stays ended' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger session_stays_ended before update of revoked_at, stepped_up_at on user_session for each row execute function session_stays_ended();
`;

const ATTEMPTS = `
  alter table sign_in_attempt
    drop constraint sign_in_attempt_outcome_check,
    drop constraint sign_in_attempt_check,
    add column method text check (method in ('PASSWORD', 'TOTP', 'RECOVERY_CODE', 'PASSKEY', 'PROVIDER')),
    add constraint sign_in_attempt_outcome_check
      check (outcome in ('SIGNED_IN', 'SECOND_STEP', 'STEPPED_UP', 'UNKNOWN_LOGIN', 'WRONG_PASSWORD', 'WRONG_PROOF', 'NOT_ADMITTED', 'LOCKED')),
    add constraint sign_in_attempt_names_its_session
      check (outcome not in ('SIGNED_IN', 'STEPPED_UP') or session_id is not null);
`;

/** An auditor's account is lent for an audit: it ends on a day that is known when it is given. */
const AUDITORS = `
  create function auditor_is_time_boxed() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from app_user u join user_role r on r.user_id = u.id
                where u.id = coalesce((to_jsonb(new) ->> 'user_id')::uuid, (to_jsonb(new) ->> 'id')::uuid) and r.role = 'AUDITOR' and u.valid_through is null) then
      raise exception 'an auditor''s account has a last day' using errcode = 'check_violation', constraint = 'auditor_is_time_boxed';
    end if;
    return null;
  end $$;
  create constraint trigger auditor_is_time_boxed after insert or update on user_role for each row when (new.role = 'AUDITOR') execute function auditor_is_time_boxed();
  create constraint trigger auditor_is_time_boxed after update on app_user for each row when (new.valid_through is null and old.valid_through is not null) execute function auditor_is_time_boxed();
`;

const GRANTS = `
  grant select on user_password, totp_factor, totp_use, recovery_code, passkey, invitation to baton_app;
  grant insert (user_id, password_hash, chosen_at, command_id) on user_password to baton_app;
  grant select, insert, delete on identity_challenge to baton_app;
  grant update (used_at) on identity_challenge to baton_app;
  grant insert on totp_factor, totp_use, recovery_code, passkey, invitation to baton_app;
  grant update (removed_at) on totp_factor to baton_app;
  grant update (used_at, replaced_at) on recovery_code to baton_app;
  grant update (counter, backed_up, last_used_at, removed_at) on passkey to baton_app;
  grant update (used_at, replaced_at) on invitation to baton_app;
  grant update (valid_through, networks) on app_user to baton_app;
  grant update (revoked_because, revoked_by) on user_session to baton_app;
  grant insert (method) on sign_in_attempt to baton_app;
  grant select (valid_through, networks, created_at) on app_user to baton_auditor;
`;
