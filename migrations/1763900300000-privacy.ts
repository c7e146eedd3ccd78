import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank accounts of parties: facts that are sealed, and numbers that are encrypted. */
export class Privacy1763900300000 implements MigrationInterface {
  readonly name = 'Privacy1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POLICY_NUMBER);
    await runner.query(BANK_ACCOUNTS);
    await runner.query(BANK_ACCOUNT_RULES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are append-only: write a new one instead.');
  }
}

const POLICY_NUMBER = `
  -- A number of policy in force on a day. Nobody's guess stands in for a decision that is missing.
  create function policy_number(wanted text, day date) returns integer language plpgsql stable security definer set search_path = public as $$
  declare
    found_value integer;
  begin
    select (value #>> '{}')::integer into found_value from policy
     where scope = '*' and key = wanted and effective_from <= day and (effective_to is null or effective_to >= day)
       and jsonb_typeof(value) = 'number'
     order by effective_from desc, known_at desc, id desc limit 1;
    if found_value is null then
      raise exception 'no policy % is in force on %', wanted, day using errcode = 'no_data_found';
    end if;
    return found_value;
  end $$;
`;

const BANK_ACCOUNTS = `
  -- What nobody may read in the database. It changes when the keys do, so the facts refer to it by a hash that does not.
  create table bank_account_secret (
    id uuid primary key,
    -- number, holder and a salt; encrypted before it comes here, and nothing that is not may lie here
    content text not null constraint bank_account_secret_is_encrypted check (content ~ '^v1[.][A-Za-z0-9_-]{1,32}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]{60,}$'),
    -- keyed hash of bank and number, for finding an account by its number
    number_index char(64) not null check (number_index ~ '^[0-9a-f]{64}$'),
    index_key text not null,
    -- SHA-256 of the readable content, salted within: no list of numbers finds it, and no key has to stay for it
    content_hash char(64) not null check (content_hash ~ '^[0-9a-f]{64}$'),
    deposited_by uuid not null,
    request_key text not null,
    deposited_at timestamptz not null default clock_timestamp(),
    constraint bank_account_secret_keys_agree check (index_key = split_part(content, '.', 2))
  );
  create index bank_account_secret_number on bank_account_secret (number_index, index_key);
  create index bank_account_secret_request on bank_account_secret (deposited_by, request_key);

  create table bank_account (
    id uuid primary key,
    party_id uuid not null references party (id),
    bank_code char(3) not null check (bank_code ~ '^[0-9]{3}$'),
    number_tail char(4) not null check (number_tail ~ '^[0-9]{4}$'),
    number_length smallint not null check (number_length between 10 and 16),
    holder_masked text not null check (holder_masked like '%*%' and char_length(holder_masked) <= 100),
    holder_is_party boolean not null,
    secret_id uuid not null unique references bank_account_secret (id),
    content_hash char(64) not null,
    effective_from date not null,
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (known_at <= recorded_at + interval '1 minute')
  );
  create index bank_account_party on bank_account (party_id);

  create table bank_account_close (
    account_id uuid primary key references bank_account (id),
    closed_on date not null,
    reason text not null check (btrim(reason) <> ''),
    known_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    command_id uuid not null references command_log (id) deferrable initially deferred,
    check (known_at <= recorded_at + interval '1 minute')
  );
  select make_append_only('bank_account');
  select make_append_only('bank_account_close');
`;

const BANK_ACCOUNT_RULES = `
  -- The owner may put the same content under another key. Everything else about it stays.
  create function bank_account_secret_is_reencrypted() returns trigger language plpgsql as $$
  begin
    if (old.id, old.content_hash, old.deposited_by, old.request_key, old.deposited_at)
       is distinct from (new.id, new.content_hash, new.deposited_by, new.request_key, new.deposited_at) then
      raise exception 'bank_account_secret: only the encryption of a row may change' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$;
  create trigger reencrypted_only before update on bank_account_secret for each row execute function bank_account_secret_is_reencrypted();
  create trigger never_truncated before truncate on bank_account_secret for each statement execute function forbid_change();

  create function bank_account_is_sound() returns trigger language plpgsql security definer set search_path = public as $$
  declare
    secret bank_account_secret;
  begin
    select * into secret from bank_account_secret where id = new.secret_id;
    if secret.content_hash is distinct from new.content_hash then
      raise exception 'bank_account: the hash is not that of its content' using errcode = 'check_violation', constraint = 'bank_account_content_hash';
    end if;
    -- Two registrations of one number wait for each other.
    perform pg_advisory_xact_lock(hashtextextended('bank account ' || new.party_id, 0));
    if exists (select 1 from bank_account a
                 join bank_account_secret s on s.id = a.secret_id
                 left join bank_account_close c on c.account_id = a.id
                where a.party_id = new.party_id and s.number_index = secret.number_index and s.index_key = secret.index_key
                  and (c.closed_on is null or c.closed_on >= new.effective_from)) then
      raise exception 'bank_account: the party has this account already' using errcode = 'unique_violation', constraint = 'bank_account_once';
    end if;
    return new;
  end $$;
  create trigger is_sound before insert on bank_account for each row execute function bank_account_is_sound();

  create function bank_account_closes_after_it_opened() returns trigger language plpgsql as $$
  begin
    if new.closed_on < (select effective_from from bank_account where id = new.account_id) then
      raise exception 'bank_account_close: closed before it was opened' using errcode = 'check_violation', constraint = 'bank_account_close_after_opening';
    end if;
    return new;
  end $$;
  create trigger closes_after_it_opened before insert on bank_account_close for each row execute function bank_account_closes_after_it_opened();

  -- A number that was handed in for a command which then did not happen has no purpose any more (개인정보 보호법 제21조).
  create function forget_unused_bank_account_secrets() returns void language plpgsql security definer set search_path = public as $$
  begin
    delete from bank_account_secret s
     where s.deposited_at < clock_timestamp() - make_interval(days => policy_number('bank-account.deposit-days', (clock_timestamp() at time zone 'Asia/Seoul')::date))
       and not exists (select 1 from bank_account a where a.secret_id = s.id);
  end $$;
  revoke execute on function forget_unused_bank_account_secrets() from public;
`;

/** Inserts are granted by column where the database bears witness to the time itself. */
const GRANTS = `
  grant insert (id, content, number_index, index_key, content_hash, deposited_by, request_key) on bank_account_secret to baton_app;
  grant insert (id, party_id, bank_code, number_tail, number_length, holder_masked, holder_is_party, secret_id, content_hash, effective_from, known_at, command_id) on bank_account to baton_app;
  grant insert (account_id, closed_on, reason, known_at, command_id) on bank_account_close to baton_app;
  grant select on bank_account_secret, bank_account, bank_account_close to baton_app, baton_auditor;
  grant execute on function forget_unused_bank_account_secrets() to baton_app;
`;
