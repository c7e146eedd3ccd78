import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { Client } from '../support/client.js';
import { newAccount } from '../support/scoped.js';
import { refusalOf, withSql } from '../support/sql.js';

interface Forged {
  readonly userId: string;
  readonly role: string;
  readonly by: string;
  readonly decision?: string;
  readonly scopes?: readonly string[];
  /** What the log says was commanded; null: no command at all. */
  readonly command?: { readonly name: string; readonly input: object; readonly actorId?: string } | null;
}

/** What a role decision comes to that somebody writes with the application's own connection. */
async function decide(sql: pg.Client, { userId, role, by, decision = 'GRANTED', scopes = ['*'], command }: Forged): Promise<void> {
  const wanted = command === undefined ? { name: 'role.grant', input: { userId, role } } : command;
  const commandId = wanted === null ? null : randomUUID();
  if (wanted !== null) {
    await sql.query(
      `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, verdicts, acted_at, subject_ids)
       values ($1, $2, $3, 'x', '{ADMIN}', repeat('0', 64), $4, 'DONE', '[]', now(), $5)`,
      [commandId, wanted.name, 'actorId' in wanted ? wanted.actorId : by, wanted.input, [userId]],
    );
  }
  await sql.query('insert into role_decision (user_id, role, decision, scopes, decided_by, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6, now(), $7)', [
    userId,
    role,
    decision,
    scopes,
    by,
    '시험',
    commandId,
  ]);
}

const attempt = (forged: Forged) => refusalOf('APPLICATION', (sql) => decide(sql, forged));
const adminId = async (): Promise<string> => (await Client.as('admin').get('/session')).body.user.id as string;

describe('decisions about roles, as the database sees them', () => {
  it('belong to a command of the same administrator about the same account and role', async () => {
    const [by, { id: userId }, other] = [await adminId(), await newAccount(), await newAccount()];
    const refusals = [
      await attempt({ userId, role: 'COMPLIANCE', by, command: null }),
      await attempt({ userId, role: 'COMPLIANCE', by: '00000000-0000-0000-0000-000000000000', command: null }),
      await attempt({ userId, role: 'COMPLIANCE', by, command: { name: 'investment.record', input: { userId, role: 'COMPLIANCE' } } }),
      await attempt({ userId, role: 'COMPLIANCE', by, command: { name: 'role.grant', input: { userId, role: 'AUDITOR' } } }),
      await attempt({ userId, role: 'COMPLIANCE', by, command: { name: 'role.revoke', input: { userId, role: 'COMPLIANCE' } } }),
      await attempt({ userId, role: 'COMPLIANCE', by, command: { name: 'role.grant', input: { userId, role: 'COMPLIANCE' }, actorId: other.id } }),
    ];
    const [own, notTheirs] = ['role_decision_has_a_command', 'command_log_role'];
    expect(refusals.map((refusal) => refusal?.constraint)).toEqual([own, own, notTheirs, own, own, notTheirs]);
  });

  it('are made once by a command: what was taken back does not come again by the old one', async () => {
    const { id: userId } = await newAccount();
    await Client.as('admin').post(`/users/${userId}/roles`, { role: 'COMPLIANCE', scopes: ['*'], reason: '시험' });
    await Client.as('admin').post(`/users/${userId}/roles/COMPLIANCE/revoke`, { reason: '시험' });
    const again = await refusalOf(
      'APPLICATION',
      `insert into role_decision (user_id, role, decision, scopes, decided_by, reason, known_at, command_id)
       select user_id, role, decision, scopes, decided_by, reason, now(), command_id from role_decision where user_id = $1 and decision = 'GRANTED'`,
      [userId],
    );
    expect(again?.constraint).toBe('role_decision_once');
  });

  it('are about somebody else: not about oneself, not about another account of oneself', async () => {
    const by = await adminId();
    const shadow = await newAccount(by);
    const [self, another] = [await attempt({ userId: by, role: 'COMPLIANCE', by }), await attempt({ userId: shadow.id, role: 'COMPLIANCE', by })];
    expect([self?.constraint, another?.constraint]).toEqual(Array(2).fill('role_decision_not_about_oneself'));
  });

  it('give no natural person both roles of a toxic pair, under whichever accounts', async () => {
    const [by, first] = [await adminId(), await newAccount()];
    const second = await newAccount(first.id);
    const pair = (roles: readonly [string, string]) =>
      refusalOf('APPLICATION', async (sql) => {
        await decide(sql, { userId: first.id, role: roles[0], by });
        await decide(sql, { userId: second.id, role: roles[1], by });
      });
    const toxic = await withSql('OWNER', async (sql) => {
      const { rows } = await sql.query<{ definition: string }>(`select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'user_role'::regclass and indpred is not null`);
      return rows.map(({ definition }) => [...definition.matchAll(/'([A-Z_]+)'/g)].map((match) => match[1] ?? '') as unknown as readonly [string, string]);
    });
    expect(toxic).toHaveLength(18);
    // As the database sees a pair within one account, it sees it across two: each is told by its own index.
    const codes: (string | undefined)[] = [];
    for (const roles of toxic.filter(([one, other]) => one !== 'AUDITOR' && other !== 'AUDITOR')) codes.push((await pair(roles))?.constraint?.split('_toxic_')[0]);
    expect(new Set(codes)).toEqual(new Set(['person_role']));
    expect(await pair(['FUND_MANAGER', 'FINANCE_MAKER'])).toBeNull();
  });

  it('leave somebody who can decide: the last administrator stays', async () => {
    const by = await adminId();
    const refusal = await refusalOf('OWNER', async (sql) => {
      await sql.query(`update app_user set active = false where id in (select user_id from user_role where role = 'ADMIN') and id <> $1`, [by]);
      const { rows } = await sql.query<{ id: string }>(`select user_id as id from user_role where role = 'ADMIN' and user_id = $1`, [by]);
      await decide(sql, { userId: rows[0]?.id ?? '', role: 'ADMIN', by: randomUUID(), decision: 'REVOKED', scopes: [], command: { name: 'role.revoke', input: { userId: by, role: 'ADMIN' } } });
    });
    expect(refusal).toMatchObject({ constraint: 'role_decision_keeps_an_administrator' });
  });

  it('name places that are there, and everywhere alone', async () => {
    const [by, { id: userId }] = [await adminId(), await newAccount()];
    const outcomes = [
      await attempt({ userId, role: 'COMPLIANCE', by, scopes: [`fund/${randomUUID()}`] }),
      await attempt({ userId, role: 'COMPLIANCE', by, scopes: ['everything'] }),
      await attempt({ userId, role: 'COMPLIANCE', by, scopes: ['*', `fund/${randomUUID()}`] }),
      await attempt({ userId, role: 'ADMIN', by, scopes: [`fund/${randomUUID()}`] }),
    ];
    expect(outcomes.map((refusal) => refusal?.constraint)).toEqual([
      'role_decision_scope_exists',
      'role_decision_scope_exists',
      'role_decision_everywhere_is_alone',
      'role_decision_administers_everywhere',
    ]);
  });

  it('are the only way to a role: nobody writes what is held, and the person behind roles stays', async () => {
    const { id } = await newAccount();
    const direct = await refusalOf('APPLICATION', 'insert into user_role (user_id, role, granted_by) values ($1, $2, $3)', [id, 'ADMIN', randomUUID()]);
    const moved = await refusalOf('OWNER', `update app_user set person_id = gen_random_uuid() where login = 'manager'`);
    expect([direct?.code, moved?.constraint]).toEqual(['42501', 'app_user_stays_the_person']);
    expect(await refusalOf('APPLICATION', `update app_user set rank = 'HEAD'`)).toMatchObject({ code: '42501' });
  });
});
