import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { enrolPasskey, SoftPasskey } from '../support/passkey.js';
import { enrolTotp, invitationOf, newClient, newPerson, type NewPerson } from '../support/people.js';
import { notRefusedWith, refusalOf, withSql } from '../support/sql.js';

const NOT_PERMITTED = '42501';
const RESTRICTED = '23001';
const CHECKED = '23514';
const TAKEN = '23505';

describe('proofs of identity, under raw SQL', () => {
  let person: NewPerson;
  let client: Client;
  let command: string;

  beforeAll(async () => {
    ({ client, person } = await newClient());
    await enrolTotp(client);
    await enrolPasskey(client, new SoftPasskey(3));
    await withSql('OWNER', async (sql) => {
      command = ((await sql.query('select id from command_log limit 1')).rows[0] as { id: string }).id;
    });
  });

  it('are not rewritten by the application', async () => {
    const tried = await notRefusedWith(NOT_PERMITTED, 'APPLICATION', [
      `update user_password set password_hash = '$argon2id$x'`,
      'delete from user_password',
      `update totp_factor set secret = 'v1.k1.x.y'`,
      'update totp_factor set user_id = user_id',
      'delete from totp_factor',
      'delete from totp_use',
      'update totp_use set time_step = 1',
      `update passkey set public_key = 'x'`,
      'update passkey set user_id = user_id',
      'delete from passkey',
      'update recovery_code set code_hash = code_hash',
      'update recovery_code set user_id = user_id',
      'delete from recovery_code',
      `update invitation set expires_at = now() + interval '9 days'`,
      'update invitation set user_id = user_id',
      'delete from invitation',
      'update identity_challenge set expires_at = expires_at',
      'update identity_challenge set user_id = user_id',
    ]);
    expect(tried).toEqual([]);
  });

  it('are not read by the auditor', async () => {
    const tables = ['user_password', 'totp_factor', 'totp_use', 'passkey', 'recovery_code', 'invitation', 'identity_challenge', 'user_session', 'sign_in_attempt'];
    expect(await notRefusedWith(NOT_PERMITTED, 'AUDITOR', tables.map((table) => `select 1 from ${table}`))).toEqual([]);
  });

  it('keep no secret in the clear', async () => {
    const tried = await notRefusedWith(CHECKED, 'APPLICATION', [
      `insert into user_password (user_id, password_hash, chosen_at) values ('${person.id}', 'secret', now())`,
      `insert into totp_factor (id, user_id, secret, enrolled_at, command_id) values (gen_random_uuid(), '${person.id}', 'JBSWY3DPEHPK3PXP', now(), '${command}')`,
      `insert into identity_challenge (id, kind, user_id, payload, offered_at, expires_at) values (gen_random_uuid(), 'TOTP_ENROLMENT', '${person.id}', 'JBSWY3DPEHPK3PXP', now(), now() + interval '1 minute')`,
      `insert into identity_challenge (id, kind, user_id, payload, offered_at, expires_at) values (gen_random_uuid(), 'NEW_PASSWORD', '${person.id}', 'secret', now(), now() + interval '1 minute')`,
      `insert into recovery_code (code_hash, user_id, made_at, command_id) values (rpad('K3M9Q', 64), '${person.id}', now(), '${command}')`,
    ]);
    expect(tried).toEqual([]);
  });

  it('count once: a time step, a recovery code, a challenge, an invitation', async () => {
    expect(await refusalOf('APPLICATION', 'insert into totp_use select * from totp_use')).toMatchObject({ code: TAKEN, constraint: 'totp_use_pkey' });
    const twice = (sql: string) =>
      refusalOf('APPLICATION', async (connection) => {
        await connection.query(sql, [person.id]);
        await connection.query(sql.replace(/ and used_at is null$/, ''), [person.id]);
      });
    await client.post('/passkeys/offers', undefined, { byName: true });
    await invitationOf(person.id);
    expect(await twice('update recovery_code set used_at = now() where user_id = $1 and used_at is null')).toMatchObject({ code: RESTRICTED });
    expect(await twice('update identity_challenge set used_at = now() where user_id = $1 and used_at is null')).toMatchObject({ code: RESTRICTED });
    expect(await twice('update invitation set used_at = now() where user_id = $1 and used_at is null')).toMatchObject({ code: RESTRICTED });
  });

  it('stay removed, and the counter of a passkey only rises', async () => {
    const tried = (sql: string) => refusalOf('APPLICATION', (connection) => connection.query(sql, [person.id]));
    const back = (table: string) =>
      refusalOf('APPLICATION', async (connection) => {
        await connection.query(`update ${table} set removed_at = now() where user_id = $1`, [person.id]);
        await connection.query(`update ${table} set removed_at = null where user_id = $1`, [person.id]);
      });
    expect([await back('passkey'), await back('totp_factor')]).toMatchObject([{ code: RESTRICTED }, { code: RESTRICTED }]);
    expect(await tried('update passkey set counter = 3 where user_id = $1')).toEqual({ code: CHECKED, constraint: 'passkey_counter_rises' });
    expect(await tried('update passkey set counter = 2 where user_id = $1')).toEqual({ code: CHECKED, constraint: 'passkey_counter_rises' });
    expect(await tried('update passkey set counter = 4 where user_id = $1')).toBeNull();
  });

  it('hold one authenticator and one open invitation a person, and no invitation to oneself', async () => {
    expect(await refusalOf('APPLICATION', `insert into totp_factor (id, user_id, secret, enrolled_at, command_id) values (gen_random_uuid(), $1, 'v1.k1.x.y', now(), $2)`, [person.id, command])).toMatchObject({ code: TAKEN, constraint: 'totp_factor_one_a_person' });
    const invite = (by: string) => [person.id, by, command];
    const sql = `insert into invitation (id, user_id, code_hash, invited_by, invited_at, expires_at, command_id) values (gen_random_uuid(), $1, repeat('a', 64), $2, now(), now() + interval '1 day', $3)`;
    expect(await refusalOf('APPLICATION', sql, invite(person.id))).toEqual({ code: CHECKED, constraint: 'invitation_not_to_oneself' });
    expect(await refusalOf('APPLICATION', sql, invite(crypto.randomUUID()))).toMatchObject({ code: TAKEN, constraint: 'invitation_one_a_person' });
  });

  it('leave an ended session ended, and name what it was stepped up by', async () => {
    const tried = (sql: string) =>
      refusalOf('APPLICATION', async (connection) => {
        await connection.query('update user_session set revoked_at = now() where user_id = $1', [person.id]);
        await connection.query(sql, [person.id]);
      });
    expect(await tried('update user_session set revoked_at = null where user_id = $1')).toMatchObject({ code: RESTRICTED });
    expect(await tried(`update user_session set stepped_up_at = now(), step_up_method = 'PASSKEY' where user_id = $1`)).toMatchObject({ code: RESTRICTED });
    expect(await refusalOf('APPLICATION', `update user_session set step_up_method = 'SMILE' where user_id = $1`, [person.id])).toMatchObject({ code: CHECKED });
    expect(await refusalOf('APPLICATION', 'update user_session set step_up_method = null where user_id = $1', [person.id])).toEqual({ code: CHECKED, constraint: 'user_session_step_up_is_whole' });
  });
});

describe('an auditor’s account, under raw SQL', () => {
  it('has a last day when the role is given, and keeps one', async () => {
    const [open, bound] = [await newPerson(['COMPLIANCE']), await newPerson(['AUDITOR'], { validThrough: '2099-12-31' })];
    const grant = (id: string) =>
      refusalOf('OWNER', async (sql) => {
        await sql.query('delete from user_role where user_id = $1', [id]);
        await sql.query(`insert into user_role (user_id, role, granted_by) values ($1, 'AUDITOR', gen_random_uuid())`, [id]);
      });
    expect([await grant(open.id), await grant(bound.id)]).toEqual([{ code: CHECKED, constraint: 'auditor_is_time_boxed' }, null]);
    expect(await refusalOf('APPLICATION', 'update app_user set valid_through = null where id = $1', [bound.id])).toEqual({ code: CHECKED, constraint: 'auditor_is_time_boxed' });
    expect(await refusalOf('APPLICATION', `update app_user set valid_through = '2098-01-01' where id = $1`, [bound.id])).toBeNull();
  });
});
