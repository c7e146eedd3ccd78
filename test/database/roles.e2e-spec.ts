import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { notRefusedWith, refusalOf, withSql, type DatabaseRole } from '../support/sql.js';

const NOT_PERMITTED = '42501';

describe.each<DatabaseRole>(['APPLICATION', 'AUDITOR'])('the role %s', (role) => {
  it('builds, alters and drops nothing', async () => {
    const tried = await notRefusedWith(NOT_PERMITTED, role, [
      'create table loot (id int)',
      'create temp table loot (id int)',
      'create schema loot',
      `create function loot() returns int language sql as 'select 1'`,
      'create view loot as select 1',
      'create extension if not exists dblink',
      'create role loot',
      'create or replace function forbid_change() returns trigger language plpgsql as $$ begin return new; end $$',
      'alter table journal_entry disable trigger all',
      'alter table account_balance drop constraint account_balance_floor',
      'alter table fund add column loot int',
      'alter function forbid_change() rename to loot',
      'drop table journal_entry cascade',
      'drop trigger append_only on journal_entry',
      'drop function forbid_change() cascade',
      'create index loot on fund (id)',
      'comment on table fund is null',
    ]);
    expect(tried).toEqual([]);
  });

  it('becomes nobody else, and switches no trigger off', async () => {
    const owner = await withSql('OWNER', async (client) => (await client.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? '');
    const tried = await notRefusedWith(NOT_PERMITTED, role, [
      `set role "${owner}"`,
      'set role pg_read_all_data',
      `set session authorization "${owner}"`,
      'set session_replication_role = replica',
      `grant "${owner}" to current_user`,
      'alter role current_user superuser',
    ]);
    expect(tried).toEqual([]);
  });

  it('reads no files and runs no programs', async () => {
    const tried = await notRefusedWith(NOT_PERMITTED, role, [
      `select pg_read_file('/etc/passwd')`,
      `select pg_ls_dir('.')`,
      `select lo_import('/etc/passwd')`,
      `copy (select 1) to '/tmp/loot'`,
      `copy (select 1) to program 'id'`,
    ]);
    expect(tried).toEqual([]);
  });

  it('is no superuser, creates nothing and inherits nothing', async () => {
    const rights = await withSql(role, async (client) => (await client.query('select rolsuper, rolcreatedb, rolcreaterole, rolinherit, rolbypassrls, rolreplication from pg_roles where rolname = current_user')).rows[0] as object);
    expect(Object.values(rights)).toEqual([false, false, false, false, false, false]);
  });
});

describe('the auditor’s role', () => {
  let tables: { name: string }[];

  beforeAll(async () => {
    tables = await withSql('OWNER', async (client) => (await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)).rows);
  });

  it('writes nothing anywhere', async () => {
    const statements = tables.flatMap(({ name }) => [`insert into ${name} default values`, `delete from ${name}`, `truncate ${name}`, `lock table ${name} in exclusive mode`]);
    expect(statements.length).toBeGreaterThan(100);
    expect(await notRefusedWith(NOT_PERMITTED, 'AUDITOR', statements)).toEqual([]);
  });

  it('sees no password, no session and no attempt to sign in', async () => {
    const tried = await notRefusedWith(NOT_PERMITTED, 'AUDITOR', [
      'select password_hash from user_password',
      'select * from app_user',
      'select count(*) from user_password',
      'select token_hash from user_session',
      'select * from sign_in_attempt',
      'select * from sign_in_lock',
    ]);
    expect(tried).toEqual([]);
    expect(await refusalOf('AUDITOR', 'select id, login, name, active from app_user')).toBeNull();
  });

  it('reads every fact and the log of commands', async () => {
    const hidden = ['api_token', 'approval_key', 'identity_challenge', 'invitation', 'migrations', 'passkey', 'provider_round', 'recovery_code', 'seal_clock', 'service_capture_check', 'sign_in_attempt', 'sign_in_lock', 'sign_in_throttle', 'totp_factor', 'totp_use', 'user_password', 'user_session'];
    const read = await notRefusedWith(NOT_PERMITTED, 'AUDITOR', tables.map(({ name }) => `select ${name === 'app_user' ? 'id' : '*'} from ${name} limit 1`));
    expect(read.map((each) => /from (\w+) .* (went through)/.exec(each)?.slice(1).join(' '))).toEqual(tables.filter(({ name }) => !hidden.includes(name)).map(({ name }) => `${name} went through`));
  });
});

describe('the application’s role', () => {
  it('changes nothing of a person but whether, until when and from where the account works, and of a session when it was seen, stepped up and ended', async () => {
    const tried = await notRefusedWith(NOT_PERMITTED, 'APPLICATION', [
      `update user_password set password_hash = '$argon2id$x'`,
      `update app_user set login = 'x'`,
      'update app_user set name = name',
      'delete from app_user',
      `update user_role set role = 'ADMIN'`,
      `insert into user_role (user_id, role, granted_by) select id, 'ADMIN', gen_random_uuid() from app_user limit 1`,
      'update person_role set accounts = accounts',
      'delete from person_role',
      'delete from user_role',
      `update user_session set expires_at = 'infinity'`,
      'update user_session set user_id = user_id',
      'delete from sign_in_lock',
      'delete from user_session',
    ]);
    expect(tried).toEqual([]);
  });

  it.each([
    [['FUND_MANAGER', 'COMPLIANCE']],
    [['FINANCE_MAKER', 'FINANCE_CHECKER']],
    [['ADMIN', 'FINANCE_MAKER']],
    [['AUDITOR', 'ADMIN']],
  ])('gives nobody the roles %j together, whichever comes first', async (roles) => {
    // As the owner: the application writes no role at all, only decisions about roles (role-decisions.e2e-spec).
    const grant = (given: readonly string[]) =>
      refusalOf('OWNER', async (client) => {
        const id = randomUUID();
        await client.query(`insert into app_user (id, login, name, created_by, valid_through) values ($1, $2, '아무개', $3, '2099-12-31')`, [id, `u-${id}`, randomUUID()]);
        for (const role of given) await client.query('insert into user_role (user_id, role, granted_by) values ($1, $2, $3)', [id, role, randomUUID()]);
      });
    expect(await grant(roles.slice(0, 1))).toBeNull();
    expect([(await grant(roles))?.code, (await grant([...roles].reverse()))?.code]).toEqual(['23505', '23505']);
  });

  it('gives nobody a role by themselves, and none that is not on the list', async () => {
    const grant = (role: string, self: boolean) =>
      refusalOf('OWNER', async (client) => {
        const id = randomUUID();
        await client.query(`insert into app_user (id, login, name, created_by) values ($1, $2, '아무개', $1)`, [id, `u-${id}`]);
        await client.query('insert into user_role (user_id, role, granted_by) values ($1, $2, $3)', [id, role, self ? id : randomUUID()]);
      });
    expect(await grant('FUND_MANAGER', true)).toEqual({ code: '23514', constraint: 'user_role_not_granted_to_oneself' });
    expect(await grant('ROOT', false)).toEqual({ code: '23514', constraint: 'user_role_role_check' });
  });

  it('stores no password that is not hashed', async () => {
    expect(await refusalOf('APPLICATION', `insert into user_password (user_id, password_hash, chosen_at) select id, 'secret', now() from app_user limit 1`)).toEqual({ code: '23514', constraint: 'user_password_password_hash_check' });
  });
});
