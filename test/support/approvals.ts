import { randomUUID } from 'node:crypto';
import { invariant } from '#libs/errors';
import { Client, type Answer, type Json, type Person } from './client.js';
import { formFund } from './funds.js';
import { withSql } from './sql.js';

export interface Step {
  readonly kind: 'REVIEW' | 'COOPERATE' | 'APPROVE';
  readonly role: string;
  readonly minRank?: string;
  readonly quorum?: number;
}

export const CHECKER_SIGNS: readonly Step[] = [{ kind: 'APPROVE', role: 'FINANCE_CHECKER' }];

/** Lays a policy for one command of one fund, as the owner, from an amount on; below it the command passes directly. */
export async function laySigned(fundId: string, command: string, steps: readonly Step[], fromWon = '0'): Promise<void> {
  await withSql('OWNER', async (client) => {
    await client.query('begin');
    const id = randomUUID();
    await client.query(
      `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
       select $1, $2, $3, '2020-01-03', 14, '위임전결 시험', 'ASSUMPTION', now(), id from command_log where command = 'policy.install' limit 1`,
      [id, command, `fund/${fundId}`],
    );
    if (fromWon !== '0') await client.query(`insert into approval_tier (policy_id, from_won, mode) values ($1, 0, 'DIRECT')`, [id]);
    await client.query(`insert into approval_tier (policy_id, from_won, mode) values ($1, $2, 'SIGNED')`, [id, fromWon]);
    for (const [index, { kind, role, minRank = 'STAFF', quorum = 1 }] of steps.entries()) {
      await client.query('insert into approval_step (policy_id, from_won, position, kind, role, min_rank, quorum) values ($1, $2, $3, $4, $5, $6, $7)', [id, fromWon, index + 1, kind, role, minRank, quorum]);
    }
    await client.query('commit');
  });
}

/** A fund whose capital calls need these signatures. */
export async function fundWithSignedCalls(steps: readonly Step[] = CHECKER_SIGNS, fromWon = '0'): Promise<string> {
  const { id } = await formFund(Client.as('manager'));
  await laySigned(id, 'capital-call.issue', steps, fromWon);
  return id;
}

export const callBody = (amountWon = '1000000000', changes: Json = {}): Json => ({ amountWon, purpose: '투자재원', noticeOn: '2024-02-01', dueOn: '2024-03-04', ...changes });

/** Finance drafts a call; the request that waits. */
export async function draftCall(fundId: string, amountWon = '1000000000', ask: Parameters<Client['post']>[2] = {}): Promise<{ id: string; number: string; version: number; contentHash: string }> {
  const answer = await Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody(amountWon), ask);
  invariant(answer.status === 202, `drafting answered ${answer.status} ${answer.bytes.toString()}`);
  const { id, number, version } = answer.body.approval as { id: string; number: string; version: number };
  return { id, number, version, contentHash: (await readRequest(id)).contentHash as string };
}

export async function readRequest(id: string, login: Person = 'auditor'): Promise<Json> {
  return (await Client.as(login).get(`/approvals/${id}`)).body as Json;
}

export function sign(login: Person, request: { readonly id: string; readonly contentHash: string }, body: Json = {}, ask: Parameters<Client['post']>[2] = {}): Promise<Answer> {
  return Client.as(login).post(`/approvals/${request.id}/sign`, { contentHash: request.contentHash, ...body }, ask);
}

export function sendBack(login: Person, request: { readonly id: string; readonly contentHash: string }, opinion = '납입기한을 늦춰 주세요'): Promise<Answer> {
  return Client.as(login).post(`/approvals/${request.id}/return`, { contentHash: request.contentHash, opinion });
}

/** How many calls the fund has. */
export async function callsOf(fundId: string): Promise<number> {
  return ((await Client.as('manager').get(`/funds/${fundId}/capital-calls`)).body as unknown[]).length;
}
