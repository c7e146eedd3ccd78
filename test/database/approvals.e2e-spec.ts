import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { draftCall, fundWithSignedCalls, readRequest, sign, type Step } from '../support/approvals.js';
import { Client, type Json } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { notRefusedWith, refusalOf, withSql } from '../support/sql.js';

/** What raw SQL with the application's own password may not do: sign for anybody, let anything past, or change what was signed. */

const CHECK = '23514';
const CALL = 'capital-call.issue';
const people = new Map<string, string>();

/** A genuine signature that the program has made, to be tampered with. */
async function genuine(): Promise<{ readonly request: { id: string; contentHash: string }; readonly row: Json }> {
  const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
  await sign('committee1', request);
  const [row] = await withSql('OWNER', async (client) => (await client.query('select * from approval_signature where request_id = $1', [request.id])).rows as Json[]);
  return { request, row };
}

async function insertSignature(client: pg.Client, row: Json): Promise<void> {
  const columns = Object.keys(row).filter((column) => !['recorded_at', 'sealed_xid'].includes(column));
  const values = columns.map((column) => row[column] as unknown);
  await client.query(`insert into approval_signature (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, values);
}

/** A signature by somebody who may, as raw SQL would write it: everything right but for what only the program can make. */
function forged(row: Json, changes: Json = {}): Json {
  return { ...row, id: randomUUID(), signer_id: people.get('committee2'), signer_login: 'committee2', ...changes };
}

beforeAll(async () => {
  const rows = await withSql('OWNER', async (client) => (await client.query<{ login: string; id: string }>('select login, id from app_user')).rows);
  rows.forEach(({ login, id }) => people.set(login, id));
});

describe('a signature', () => {
  const refused = async (row: Json): Promise<string | undefined> => (await refusalOf('APPLICATION', (client) => insertSignature(client, row)))?.constraint;

  it('cannot be forged: whoever has the password of the application lacks the key', async () => {
    const { row } = await genuine();
    expect(await refused(forged(row))).toBe('approval_signature_genuine');
    expect(await refused(forged(row, { key_name: 'k2' }))).toBe('approval_signature_genuine');
    expect(await refused(forged(row, { mac: Buffer.alloc(32) }))).toBe('approval_signature_genuine');
    expect(await notRefusedWith('42501', 'APPLICATION', ['select * from approval_key', `select approval_mac('x', 'k1')`, `insert into approval_key values ('k9', '', '')`])).toEqual([]);
  });

  it('cannot be used again, moved to another request, or signed with twice', async () => {
    const { row } = await genuine();
    const other = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
    expect(await refused({ ...row, id: randomUUID() })).toBe('approval_signature_another_person');
    expect(await refused({ ...row, id: randomUUID(), request_id: other.id })).toBe('approval_signature_content');
    expect(await refused({ ...row, id: randomUUID(), request_id: other.id, content_hash: other.contentHash, signed_at: new Date() })).toBe('approval_signature_genuine');
  });

  it('is not the drafter’s, not of another role, not of a closed account, not out of time', async () => {
    const { row } = await genuine();
    expect(await refused(forged(row, { signer_id: people.get('finance') }))).toBe('approval_signature_role');
    expect(await refused(forged(row, { signer_id: people.get('auditor') }))).toBe('approval_signature_role');
    expect(await refused(forged(row, { position: 2 }))).toBe('approval_signature_step');
    expect(await refused(forged(row, { content_hash: 'f'.repeat(64) }))).toBe('approval_signature_content');
    expect(await refused(forged(row, { signed_at: '2199-01-01', step_up_at: '2198-12-31' }))).toBe('approval_signature_in_time');
    expect(await refused(forged(row, { step_up_at: '2199-01-01' }))).toBe('approval_signature_step_up');
    expect(await refused(forged(row, { for_id: people.get('committee2'), for_name: 'x', signer_id: people.get('head') }))).toBe('approval_signature_deputy');
  });

  it('of two accounts of one human counts once', async () => {
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
    const twin = randomUUID();
    await withSql('OWNER', async (client) => {
      await client.query(
        `insert into app_user (id, login, name, created_by, person_id) select $1, 'twin-' || $2, name, created_by, person_id from app_user where login = 'committee1'`,
        [twin, twin.slice(0, 8)],
      );
      await client.query(`insert into user_role (user_id, role, granted_by) values ($1, 'COMMITTEE', $2)`, [twin, people.get('admin')]);
    });
    await sign('committee1', request);
    const [row] = await withSql('OWNER', async (client) => (await client.query('select * from approval_signature where request_id = $1', [request.id])).rows as Json[]);
    expect(await refused(forged(row, { signer_id: twin }))).toBe('approval_signature_another_person');
  });

  it('stays as it was given, and so does what was signed', async () => {
    const tables = ['approval_policy', 'approval_tier', 'approval_step', 'approval_request', 'approval_signature', 'approval_event', 'break_glass', 'deputy', 'period_reopen'];
    expect(await notRefusedWith('42501', 'APPLICATION', tables.flatMap((table) => [`update ${table} set recorded_at = now()`, `delete from ${table}`, `truncate ${table}`].slice(['approval_tier', 'approval_step'].includes(table) ? 1 : 0)))).toEqual([]);
    expect(await notRefusedWith('42501', 'APPLICATION', [`update approval_state set state = 'APPROVED'`, `insert into approval_state values (gen_random_uuid(), 'APPROVED', 1)`, `update command_kind set always_signed = false`])).toEqual([]);
  });
});

describe('a command', () => {
  interface Forged {
    readonly command?: string;
    readonly actor?: string;
    readonly input?: string;
    readonly hash?: string;
    readonly approvalId?: string | null;
  }
  const log = (row: Forged) =>
    refusalOf('APPLICATION', (client) =>
      client.query(
        `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at, approval_id)
         values (gen_random_uuid(), $1, $2, 'raw', '{}', $3, $4, 'DONE', '{}', '[]', now(), $5)`,
        [row.command ?? 'capital-call.issue', people.get(row.actor ?? 'finance'), row.hash ?? '0'.repeat(64), row.input ?? '{}', row.approvalId ?? null],
      ),
    );
  const refused = async (row: Forged): Promise<string | undefined> => (await log(row))?.constraint;

  it('does not happen without the signatures that policy wants', async () => {
    const fundId = await fundWithSignedCalls();
    const input = JSON.stringify({ fundId, amountWon: '1000' });
    expect(await refused({ input })).toBe('command_log_signed');
    const pending = await draftCall(fundId);
    const shown = await readRequest(pending.id);
    const stored = { input: JSON.stringify(shown.input), hash: shown.inputHash as string, approvalId: pending.id };
    expect(await refused(stored)).toBe('command_log_signed');
    await sign('checker', pending);
    expect(await refused(stored)).toBe('command_log_approval');
  });

  it('is not another one than was signed, and not somebody else’s', async () => {
    const fundId = await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE' }]);
    const pending = await draftCall(fundId);
    const shown = await readRequest(pending.id);
    // As the owner, who alone can, bring about what never is seen from outside: signed, and not yet run.
    const attempt = (changes: Forged) =>
      withSql('OWNER', async (client) => {
        await client.query('begin');
        await client.query(`update approval_state set state = 'APPROVED' where request_id = $1`, [pending.id]);
        await client.query('set local session authorization baton_app');
        const row = { input: JSON.stringify(shown.input), hash: shown.inputHash as string, approvalId: pending.id, actor: 'finance', ...changes };
        await client.query(
          `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at, approval_id)
           values (gen_random_uuid(), 'capital-call.issue', $1, 'raw', '{}', $2, $3, 'DONE', '{}', '[]', now(), $4)`,
          [people.get(row.actor), row.hash, row.input, row.approvalId],
        );
        const error = await client.query('set constraints all immediate').catch((reason: unknown) => reason as { constraint?: string });
        await client.query('rollback');
        return 'constraint' in error ? error.constraint : null;
      });
    expect(await attempt({})).toBeNull();
    expect(await attempt({ input: JSON.stringify({ ...shown.input, amountWon: '2000000000' }) })).toBe('command_log_signed');
    expect(await attempt({ hash: 'f'.repeat(64) })).toBe('command_log_signed');
    expect(await attempt({ actor: 'manager' })).toBe('command_log_signed');
  });

  it('is for those who hold its role, and have not left', async () => {
    expect(await refused({ actor: 'compliance' })).toBe('command_log_role');
    expect(await refused({ actor: 'admin' })).toBe('command_log_role');
    expect(await refused({ command: 'policy.install', actor: 'compliance' })).toBe('command_log_role');
  });

  it('for which nobody decided who signs happens to nobody', async () => {
    const answer = await withSql('OWNER', async (client) => {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      await client.query(`delete from approval_step where policy_id in (select id from approval_policy where command = 'vintage.add')`);
      await client.query(`delete from approval_tier where policy_id in (select id from approval_policy where command = 'vintage.add')`);
      await client.query(`delete from approval_policy where command = 'vintage.add'`);
      await client.query('set local session_replication_role = origin');
      await client.query('set local session authorization baton_app');
      await client.query(
        `insert into command_log (id, command, actor_id, actor_login, actor_roles, input_hash, input, outcome, result, verdicts, acted_at)
         values (gen_random_uuid(), 'vintage.add', $1, 'raw', '{}', repeat('0', 64), '{}', 'DONE', '{}', '[]', now())`,
        [people.get('manager')],
      );
      const error = await client.query('set constraints all immediate').catch((reason: unknown) => reason as { constraint?: string });
      await client.query('rollback');
      return 'constraint' in error ? error.constraint : null;
    });
    expect(answer).toBe('command_log_policy');
  });

  it('of an unreadable amount takes the highest tier', async () => {
    const fundId = await fundWithSignedCalls(undefined, '100000000');
    const demand = async (amountWon: unknown): Promise<string> =>
      withSql('APPLICATION', async (client) => (await client.query<{ mode: string }>('select mode from approval_demand($1, $2)', ['capital-call.issue', JSON.stringify({ fundId, amountWon })])).rows[0]?.mode ?? 'none');
    expect(await Promise.all(['99999999', '100000000', '-1', '1e3', '', null, 5, { won: '1' }, '9'.repeat(30)].map(demand))).toEqual([
      'DIRECT',
      ...Array.from({ length: 5 }, () => 'SIGNED'),
      'DIRECT',
      ...Array.from({ length: 2 }, () => 'SIGNED'),
    ]);
  });
});

describe('an approval policy', () => {
  const lay = (tiers: readonly { from: number; mode: string; steps: readonly Step[] }[], command: string) =>
    refusalOf('APPLICATION', async (client) => {
      const id = randomUUID();
      await client.query(
        `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id) select $1, $2, '*', '2999-01-01', 14, 'raw', 'ASSUMPTION', now(), id from command_log where outcome = 'DONE' limit 1`,
        [id, command],
      );
      for (const { from, mode, steps } of tiers) {
        await client.query('insert into approval_tier (policy_id, from_won, mode) values ($1, $2, $3)', [id, from, mode]);
        for (const [index, { kind, role, quorum = 1 }] of steps.entries()) {
          await client.query(`insert into approval_step (policy_id, from_won, position, kind, role, min_rank, quorum) values ($1, $2, $3, $4, $5, 'STAFF', $6)`, [id, from, index + 1, kind, role, quorum]);
        }
      }
    });
  const approve: Step = { kind: 'APPROVE', role: 'COMPLIANCE' };

  const refusals: [string, string, Parameters<typeof lay>[0], string][] = [
    ['without a tier from 0 won', 'approval_policy_from_zero', [{ from: 5, mode: 'SIGNED', steps: [approve] }], CALL],
    ['with signatures by nobody', 'approval_policy_ends_with_approval', [{ from: 0, mode: 'SIGNED', steps: [] }], CALL],
    ['with a quorum of nobody', 'approval_step_quorum_check', [{ from: 0, mode: 'SIGNED', steps: [{ ...approve, quorum: 0 }] }], CALL],
    ['that ends with a review', 'approval_policy_ends_with_approval', [{ from: 0, mode: 'SIGNED', steps: [{ ...approve, kind: 'REVIEW' }] }], CALL],
    ['with steps where none are wanted', 'approval_policy_steps', [{ from: 0, mode: 'DIRECT', steps: [approve] }], CALL],
    ['that lets the controls themselves pass', 'approval_policy_always_signed', [{ from: 0, mode: 'DIRECT', steps: [] }], 'approval-policy.decide'],
  ];
  it.each(refusals)('%s is none', async (_, constraint, tiers, command) => {
    expect(await lay(tiers, command)).toEqual({ code: CHECK, constraint });
  });

  it('is not made easier afterwards', async () => {
    const tier = `insert into approval_tier (policy_id, from_won, mode) select id, 12345, 'DIRECT' from approval_policy where command = 'investment.record' limit 1`;
    expect(await refusalOf('APPLICATION', tier)).toEqual({ code: '23001', constraint: 'approval_policy_is_whole' });
  });
});

describe('closed books', () => {
  it('are not reopened without signatures', async () => {
    const { id } = await formFund(Client.as('manager'));
    const book = `fund/${id}`;
    expect((await Client.as('compliance').post('/ledger/periods', { book, closedThrough: '2024-06-30' })).status).toBe(201);
    const reopen = `insert into period_reopen (book, closed_through, command_id) select '${book}', null, id from command_log where command = 'period.close' limit 1`;
    expect(await refusalOf('APPLICATION', reopen)).toEqual({ code: CHECK, constraint: 'period_reopen_own_command' });
  });

  it('are not opened by breaking the glass alone', async () => {
    const glass = `insert into break_glass (id, user_id, commands, reason, opened_at, open_until, command_id)
      select gen_random_uuid(), actor_id, '{capital-call.issue}', 'raw raw raw raw', now(), now() + interval '1 hour', id from command_log where command = 'fund.form' limit 1`;
    expect(await refusalOf('APPLICATION', glass)).toEqual({ code: CHECK, constraint: 'break_glass_own_command' });
  });
});
