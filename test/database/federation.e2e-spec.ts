import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeToken } from '../support/api-token.js';
import { Client } from '../support/client.js';
import { linkedPerson, newPerson, Visitor } from '../support/provider-visitor.js';
import { notRefusedWith, refusalOf, withSql } from '../support/sql.js';

const NOT_PERMITTED = '42501';
const RESTRICTED = '23001';
const HASH = 'a'.repeat(64);

/** A row of the command log that its actor is said to have written: as the owner, of whom nothing but the shape of the rows is asked. */
async function logCommand(sql: pg.Client, actorId: string, command: string): Promise<string> {
  const id = randomUUID();
  await sql.query(
    `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
     values ($1, $2, $3, 'someone', '{ADMIN}', $4, '{}', 'DONE', '{}', '[]', now())`,
    [id, command, actorId, HASH],
  );
  return id;
}

describe('the tokens of programs, in the database', () => {
  let person: { id: string };
  let tokenId: string;

  beforeAll(async () => {
    person = await newPerson('FUND_MANAGER');
    tokenId = (await makeToken(Client.as('manager'))).id;
  });

  const insert = (changes: { permissions?: string[]; days?: number; owner?: string; actor?: string; command?: string }) => async (sql: pg.Client) => {
    const owner = changes.owner ?? person.id;
    const commandId = await logCommand(sql, changes.actor ?? owner, changes.command ?? 'api-token.create');
    await sql.query(`insert into api_token (id, user_id, name, permissions, created_at, expires_at, command_id) values ($1, $2, 'x', $3, now(), now() + $4 * interval '1 day', $5)`, [
      randomUUID(),
      owner,
      changes.permissions ?? ['fund.read'],
      changes.days ?? 30,
      commandId,
    ]);
  };

  it('are made by a command of their owner', async () => {
    expect(await refusalOf('OWNER', insert({}))).toBeNull();
  });

  it.each<[string, Parameters<typeof insert>[0], string]>([
    ['for somebody else', { actor: randomUUID() }, 'api_token_is_a_command'],
    ['by another command', { command: 'fund.form' }, 'api_token_is_a_command'],
    ['for longer than a year', { days: 367 }, 'api_token_expires_within_a_year'],
    ['for no time at all', { days: 0 }, 'api_token_expires_within_a_year'],
    ['without a permission', { permissions: [] }, 'api_token_permissions_are_harmless'],
    ['to create accounts', { permissions: ['fund.read', 'user.create'] }, 'api_token_permissions_are_harmless'],
    ['to sign', { permissions: ['approval.sign'] }, 'api_token_permissions_are_harmless'],
    ['to decide', { permissions: ['classification.decide'] }, 'api_token_permissions_are_harmless'],
    ['to release', { permissions: ['payment.release'] }, 'api_token_permissions_are_harmless'],
    ['to reopen a period', { permissions: ['period.reopen'] }, 'api_token_permissions_are_harmless'],
    ['to look behind masks', { permissions: ['bank-account.unmask'] }, 'api_token_permissions_are_harmless'],
    ['to make further tokens', { permissions: ['api-token.create'] }, 'api_token_permissions_are_harmless'],
    ['to link accounts', { permissions: ['own-provider.link'] }, 'api_token_permissions_are_harmless'],
    ['for something that is no permission', { permissions: ['*'] }, 'api_token_permissions_are_harmless'],
  ])('are not made %s', async (_what, changes, constraint) => {
    expect(await refusalOf('OWNER', insert(changes))).toMatchObject({ constraint });
  });

  it('are never extended, widened, handed on, un-revoked or given another secret, not even by the owner of the database', async () => {
    const changes = [`expires_at = expires_at + interval '1 day'`, `permissions = permissions || '{fund.form}'`, `user_id = '${person.id}'`, `name = 'y'`];
    const statements = changes.map((change) => `update api_token set ${change} where id = '${tokenId}'`);
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', statements)).toEqual([]);
    expect(await notRefusedWith(RESTRICTED, 'OWNER', [...statements, `delete from api_token where id = '${tokenId}'`, 'truncate api_token cascade'])).toEqual([]);
    expect(await refusalOf('APPLICATION', `update api_token set token_hash = '${HASH}' where id = '${tokenId}'`)).toEqual({ code: RESTRICTED, constraint: 'api_token_only_shown_or_revoked' });
    const revived = async (sql: pg.Client): Promise<void> => {
      await sql.query(`update api_token set revoked_at = now(), revoked_by = user_id where id = '${tokenId}'`);
      await sql.query(`update api_token set revoked_at = null, revoked_by = null where id = '${tokenId}'`);
    };
    expect(await refusalOf('APPLICATION', revived)).toEqual({ code: RESTRICTED, constraint: 'api_token_only_shown_or_revoked' });
  });

  it('keep their hash from auditors, and leave uses that nobody changes', async () => {
    expect(await refusalOf('AUDITOR', 'select token_hash from api_token')).toEqual({ code: NOT_PERMITTED });
    expect(await refusalOf('AUDITOR', 'select id, permissions, expires_at from api_token')).toBeNull();
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', ['update api_token_use set path = path', 'delete from api_token_use'])).toEqual([]);
  });
});

describe('links to the provider, in the database', () => {
  const link = (sql: pg.Client, row: { userId: string; by: string; commandId: string; subject?: string }): Promise<unknown> =>
    sql.query(`insert into provider_link (id, issuer, subject, user_id, linked_by, linked_at, command_id, mac) values ($1, 'https://sso.example', $2, $3, $4, now(), $5, sha256('x'))`, [
      randomUUID(),
      row.subject ?? randomUUID(),
      row.userId,
      row.by,
      row.commandId,
    ]);

  it("are made by an administrator's command, or by one's own for oneself", async () => {
    const [person, admin] = [await newPerson('FUND_MANAGER'), randomUUID()];
    expect(await refusalOf('OWNER', async (sql) => link(sql, { userId: person.id, by: admin, commandId: await logCommand(sql, admin, 'provider.link') }))).toBeNull();
    expect(await refusalOf('OWNER', async (sql) => link(sql, { userId: person.id, by: person.id, commandId: await logCommand(sql, person.id, 'own-provider.link') }))).toBeNull();
  });

  it.each([
    ['another command', 'fund.form', 'other'],
    ["somebody's command for oneself, for somebody else", 'own-provider.link', 'other'],
    ['a command of another person', 'provider.link', 'third'],
  ])('are not made by %s', async (_what, command, actor) => {
    const [person, other, third] = [await newPerson('FUND_MANAGER'), randomUUID(), randomUUID()];
    const refused = await refusalOf('OWNER', async (sql) => link(sql, { userId: person.id, by: other, commandId: await logCommand(sql, actor === 'other' ? other : third, command) }));
    expect(refused).toMatchObject({ constraint: 'provider_link_is_a_command' });
  });

  it('never open two accounts for one subject, nor one account for two', async () => {
    const person = await linkedPerson('FUND_MANAGER');
    const [other, admin] = [await newPerson('FUND_MANAGER'), randomUUID()];
    const twice = async (sql: pg.Client, one: string, two: string, subjects: readonly [string, string]): Promise<void> => {
      const commandId = await logCommand(sql, admin, 'provider.link');
      await link(sql, { userId: one, by: admin, commandId, subject: subjects[0] });
      await link(sql, { userId: two, by: admin, commandId, subject: subjects[1] });
    };
    expect(await refusalOf('OWNER', (sql) => twice(sql, person.id, other.id, ['same', 'same']))).toMatchObject({ constraint: 'provider_link_subject' });
    expect(await refusalOf('OWNER', (sql) => twice(sql, other.id, other.id, ['one', 'two']))).toMatchObject({ constraint: 'provider_link_account' });
  });

  it('are ended once and never rewritten', async () => {
    const { id } = await linkedPerson('FUND_MANAGER');
    const where = `where user_id = '${id}'`;
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', [`update provider_link set subject = 'x' ${where}`, `update provider_link set user_id = linked_by ${where}`, `delete from provider_link ${where}`])).toEqual([]);
    expect(await notRefusedWith(RESTRICTED, 'OWNER', [`update provider_link set subject = 'x' ${where}`, `delete from provider_link ${where}`, 'truncate provider_link'])).toEqual([]);
    const endedTwice = async (sql: pg.Client): Promise<void> => {
      await sql.query(`update provider_link set unlinked_at = now(), unlinked_by = linked_by ${where}`);
      await sql.query(`update provider_link set unlinked_at = null, unlinked_by = null ${where}`);
    };
    expect(await refusalOf('APPLICATION', endedTwice)).toEqual({ code: RESTRICTED, constraint: 'provider_link_only_ends' });
  });

  it('keep secrets of a round under way encrypted, and let it be used once', async () => {
    const location = new URL((await new Visitor().open('/api/session/provider')).location ?? '');
    const rows = await withSql('OWNER', async (sql) => (await sql.query(`select to_jsonb(r)::text as row from provider_round r`)).rows as { row: string }[]);
    const [state, nonce] = [location.searchParams.get('state') ?? '-', location.searchParams.get('nonce') ?? '-'];
    expect(rows.filter(({ row }) => row.includes(state) || row.includes(nonce))).toEqual([]);
    const twice = async (sql: pg.Client): Promise<void> => {
      await sql.query('update provider_round set used_at = now() where used_at is null');
      await sql.query('update provider_round set used_at = null');
    };
    expect(await refusalOf('APPLICATION', twice)).toEqual({ code: RESTRICTED, constraint: 'provider_round_is_used_once' });
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', [`update provider_round set return_to = '/'`, `update provider_round set expires_at = now() + interval '1 day'`])).toEqual([]);
  });
});

describe('failed sign-ins of an address, in the database', () => {
  const attempt = (sql: pg.Client, address: string, outcome: string): Promise<unknown> =>
    sql.query(`insert into sign_in_attempt (login_key, outcome, attempted_at, address) values ($1, $2, now(), $3)`, [HASH, outcome, address]);
  const failuresOf = async (sql: pg.Client, address: string): Promise<number> => {
    const { rows } = await sql.query('select coalesce(sum(failures), 0)::int as failures from sign_in_throttle where network = throttled_network($1)', [address]);
    return (rows[0] as { failures: number }).failures;
  };

  it('are counted as they are written, a household of IPv6 as one, whoever the account was', async () => {
    await withSql('APPLICATION', async (sql) => {
      await sql.query('begin');
      for (const outcome of ['UNKNOWN_LOGIN', 'WRONG_PASSWORD', 'NOT_ADMITTED', 'LOCKED', 'WRONG_PROOF']) await attempt(sql, '192.0.2.7', outcome);
      await attempt(sql, '192.0.2.8', 'WRONG_PASSWORD');
      await attempt(sql, '2001:db8:1:2::1', 'WRONG_PASSWORD');
      await attempt(sql, '2001:db8:1:2:ffff::9', 'WRONG_PASSWORD');
      await attempt(sql, '2001:db8:1:3::1', 'WRONG_PASSWORD');
      const counts = [];
      for (const address of ['192.0.2.7', '192.0.2.8', '192.0.2.9', '2001:db8:1:2::77', '2001:db8:1:3::77']) counts.push(await failuresOf(sql, address));
      expect(counts).toEqual([5, 1, 0, 2, 1]);
      await sql.query('rollback');
    });
  });

  it('are not counted for what was no failure', async () => {
    await withSql('APPLICATION', async (sql) => {
      await sql.query('begin');
      await attempt(sql, '192.0.2.10', 'SECOND_STEP');
      expect(await failuresOf(sql, '192.0.2.10')).toBe(0);
      await sql.query('rollback');
    });
  });

  it('are written by nobody but the trigger', async () => {
    const statements = [`insert into sign_in_throttle values ('192.0.2.7', now(), 1)`, 'update sign_in_throttle set failures = 1', 'delete from sign_in_throttle'];
    expect(await notRefusedWith(NOT_PERMITTED, 'APPLICATION', statements)).toEqual([]);
  });
});
