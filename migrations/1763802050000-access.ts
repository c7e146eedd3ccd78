import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, what they may do, how they sign in, who looked at what, and the evidence files. */
export class Access1763802050000 implements MigrationInterface {
  readonly name = 'Access1763802050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PEOPLE);
    await runner.query(TOXIC_PAIRS);
    await runner.query(SESSIONS);
    await runner.query(ACCESS_LOG);
    await runner.query(DOCUMENTS);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const PEOPLE = `
  create table app_user (
    id uuid primary key,
    -- ASCII only, so that two logins which look alike are alike under every locale
    login text not null check (login ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$'),
    name text not null check (btrim(name) <> '' and char_length(name) <= 100),
    password_hash text not null check (password_hash like '$argon2id$%'),
    active boolean not null default true,
    -- the last day on which the account works, in Seoul; an auditor's account is lent for an audit
    valid_through date,
    -- from where the account works; empty: from anywhere
    networks inet[] not null default '{}',
    created_by uuid not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint app_user_is_not_the_system check (id <> '00000000-0000-0000-0000-000000000000' and lower(login) <> 'system')
  );
  create unique index app_user_login on app_user (lower(login));

  create table user_role (
    user_id uuid not null references app_user (id),
    role text not null check (role in ('FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'AUDITOR', 'ADMIN')),
    granted_by uuid not null,
    granted_at timestamptz not null default clock_timestamp(),
    primary key (user_id, role),
    constraint user_role_not_granted_to_oneself check (granted_by <> user_id)
  );
`;

/** One unique index a pair: unlike a trigger it cannot be raced by two grants that do not see each other. */
const TOXIC_PAIRS = `
  create unique index user_role_toxic_manager_compliance on user_role (user_id) where role in ('FUND_MANAGER', 'COMPLIANCE');
  create unique index user_role_toxic_maker_checker on user_role (user_id) where role in ('FINANCE_MAKER', 'FINANCE_CHECKER');
  create unique index user_role_toxic_admin_manager on user_role (user_id) where role in ('ADMIN', 'FUND_MANAGER');
  create unique index user_role_toxic_admin_maker on user_role (user_id) where role in ('ADMIN', 'FINANCE_MAKER');
  create unique index user_role_toxic_admin_checker on user_role (user_id) where role in ('ADMIN', 'FINANCE_CHECKER');
  create unique index user_role_toxic_admin_compliance on user_role (user_id) where role in ('ADMIN', 'COMPLIANCE');
  create unique index user_role_toxic_auditor_manager on user_role (user_id) where role in ('AUDITOR', 'FUND_MANAGER');
  create unique index user_role_toxic_auditor_maker on user_role (user_id) where role in ('AUDITOR', 'FINANCE_MAKER');
  create unique index user_role_toxic_auditor_checker on user_role (user_id) where role in ('AUDITOR', 'FINANCE_CHECKER');
  create unique index user_role_toxic_auditor_compliance on user_role (user_id) where role in ('AUDITOR', 'COMPLIANCE');
  create unique index user_role_toxic_auditor_admin on user_role (user_id) where role in ('AUDITOR', 'ADMIN');
`;

const SESSIONS = `
  create table user_session (
    id uuid primary key,
    token_hash char(64) not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    user_id uuid not null references app_user (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz,
    address text,
    user_agent text
  ) with (fillfactor = 80);
  create index user_session_user on user_session (user_id) where revoked_at is null;

  -- Failures are counted by login as typed, whether or not anybody has it, so that a lock betrays no account.
  create table sign_in_lock (
    login_key char(64) primary key check (login_key ~ '^[0-9a-f]{64}$'),
    failed_count integer not null check (failed_count >= 0),
    last_failed_at timestamptz not null,
    locked_until timestamptz
  );

  -- What was typed as a login is kept only as its hash: people type passwords there.
  create table sign_in_attempt (
    id bigint generated always as identity primary key,
    login_key char(64) not null check (login_key ~ '^[0-9a-f]{64}$'),
    user_id uuid references app_user (id),
    outcome text not null check (outcome in ('SIGNED_IN', 'UNKNOWN_LOGIN', 'WRONG_PASSWORD', 'NOT_ADMITTED', 'LOCKED')),
    attempted_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    address text,
    user_agent text,
    session_id uuid references user_session (id),
    check ((outcome = 'SIGNED_IN') = (session_id is not null))
  );
  create index sign_in_attempt_user on sign_in_attempt (user_id, attempted_at desc);
  select make_append_only('sign_in_attempt');
`;

const ACCESS_LOG = `
  -- Who, when, from where, whose data, what and why.
  create table access_log (
    id bigint generated always as identity primary key,
    accessed_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    user_id uuid not null,
    login text not null,
    roles text[] not null,
    address text,
    user_agent text,
    session_id uuid,
    action text not null check (action <> ''),
    subject_kind text not null check (subject_kind <> ''),
    subject_id text,
    subject_label text not null,
    reason text check (btrim(reason) <> ''),
    check (accessed_at <= recorded_at + interval '1 minute')
  );
  create index access_log_recorded on access_log (recorded_at desc, id);
  create index access_log_user on access_log (user_id, recorded_at desc);
  create index access_log_subject on access_log (subject_kind, subject_id);
  select make_append_only('access_log');
`;

const DOCUMENTS = `
  -- The bytes lie in the document store under their hash; a row says who handed them in under which name.
  create table document (
    id uuid primary key,
    sha256 char(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name text not null check (char_length(file_name) between 1 and 255),
    media_type text not null,
    size_bytes integer not null check (size_bytes > 0),
    uploaded_by uuid not null,
    uploaded_by_name text not null,
    uploaded_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    constraint document_once unique (sha256, file_name, uploaded_by)
  );
  select make_append_only('document');
`;

/** Inserts are granted by column where the database bears witness to the time itself. */
const GRANTS = `
  grant select, insert on app_user, user_role to baton_app;
  grant update (active) on app_user to baton_app;
  grant select, insert on user_session, sign_in_lock to baton_app;
  grant update (last_seen_at, revoked_at) on user_session to baton_app;
  grant update (failed_count, last_failed_at, locked_until) on sign_in_lock to baton_app;
  grant insert (login_key, user_id, outcome, attempted_at, address, user_agent, session_id) on sign_in_attempt to baton_app;
  grant select on access_log, document to baton_app, baton_auditor;
  grant insert (accessed_at, user_id, login, roles, address, user_agent, session_id, action, subject_kind, subject_id, subject_label, reason)
    on access_log to baton_app;
  grant insert (id, sha256, file_name, media_type, size_bytes, uploaded_by, uploaded_by_name, uploaded_at, command_id) on document to baton_app;
  grant select (id, login, name, active) on app_user to baton_auditor;
  grant select on user_role to baton_auditor;
`;
