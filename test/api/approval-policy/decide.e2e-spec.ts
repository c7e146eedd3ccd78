import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callBody, readRequest, sign } from '../../support/approvals.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';

const today = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const STEP = { kind: 'APPROVE', role: 'FINANCE_CHECKER', minRank: 'STAFF', quorum: 1 };
const DIRECT = { fromWon: '0', mode: 'DIRECT', steps: [] };
const policy = (changes: Json = {}): Json => ({
  command: 'capital-call.issue',
  effectiveFrom: today(),
  expiresAfterDays: 14,
  clause: '위임전결규정 제5조',
  source: 'NOTICE',
  tiers: [DIRECT, { fromWon: '500000000', mode: 'SIGNED', steps: [STEP] }],
  ...changes,
});
const decide = (body: Json, ask = {}) => Client.as('compliance').post('/approval-policies', body, ask);

describe('deciding who signs', () => {
  itIsClosedTo('manager', 'decideApprovalPolicy', (client) => client.post('/approval-policies', policy()));

  it('waits for a second person of compliance itself, then applies to the fund', async () => {
    const { id: fundId } = await formFund(Client.as('manager'));
    const waiting = await decide(policy({ fundId }));
    expectStatus(waiting, 202);
    const request = { id: waiting.body.approval.id as string, contentHash: (await readRequest(waiting.body.approval.id)).contentHash as string };
    const send = (amountWon: string) => Client.as('finance').post(`/funds/${fundId}/capital-calls`, callBody(amountWon));
    expectStatus(await send('500000000'), 201);
    expect(refusal(await sign('compliance', request))).toEqual([403, 'approval.same-person']);
    expect((await sign('compliance2', request)).body.state).toBe('EXECUTED');
    expectStatus(await send('499999999'), 201);
    expectStatus(await send('500000000'), 202);
    const listed = (await Client.as('manager').get('/approval-policies')).body as { scope: string; tiers: Json[] }[];
    expect(listed.filter(({ scope }) => scope === `fund/${fundId}`).map(({ tiers }) => tiers)).toEqual([[DIRECT, { fromWon: '500000000', mode: 'SIGNED', steps: [STEP] }]]);
  });

  const faults: [string, Json, string, string][] = [
    ['an unknown command', { command: 'capital-call.isue' }, '/command', 'approval-policy.unknown-command'],
    ['a start in the past', { effectiveFrom: '2021-01-01' }, '/effectiveFrom', 'approval-policy.in-the-past'],
    ['no tier from 0 won', { tiers: [{ fromWon: '1', mode: 'SIGNED', steps: [STEP] }] }, '/tiers', 'approval-policy.from-zero'],
    ['a tier twice', { tiers: [DIRECT, DIRECT] }, '/tiers', 'approval-policy.tier-twice'],
    ['signatures by nobody', { tiers: [{ fromWon: '0', mode: 'SIGNED', steps: [] }] }, '/tiers/0/steps', 'approval-policy.ends-with-approval'],
    ['a review at the end', { tiers: [{ fromWon: '0', mode: 'SIGNED', steps: [{ ...STEP, kind: 'REVIEW' }] }] }, '/tiers/0/steps', 'approval-policy.ends-with-approval'],
    ['steps where none are wanted', { tiers: [{ ...DIRECT, steps: [STEP] }] }, '/tiers/0/steps', 'approval-policy.direct-with-steps'],
    ['the controls themselves unsigned', { command: 'period.reopen', tiers: [DIRECT] }, '/tiers/0/mode', 'approval-policy.always-signed'],
    ['a fund for a command without one', { command: 'period.close', fundId: '7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00' }, '/fundId', 'approval-policy.no-fund'],
    ['a quorum of nobody', { tiers: [{ fromWon: '0', mode: 'SIGNED', steps: [{ ...STEP, quorum: 0 }] }] }, '/tiers/0/steps/0/quorum', 'field.min'],
  ];
  it.each(faults)('refuses %s, at its field', async (_, changes, pointer, code) => {
    const answer = await decide(policy(changes));
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([400, pointer]);
    expect([answer.body.code, answer.body.errors[0]?.code]).toContain(code);
  });

  it('lists the commands that can be decided about', async () => {
    const kinds = (await Client.as('manager').get('/command-kinds')).body as { command: string; hasAmount: boolean; hasFund: boolean; alwaysSigned: boolean }[];
    expect(kinds.find(({ command }) => command === 'investment.record')).toMatchObject({ hasAmount: true, hasFund: true, alwaysSigned: false });
    expect(kinds.filter(({ alwaysSigned }) => alwaysSigned).map(({ command }) => command)).toEqual(['access-log.purge', 'approval-policy.decide', 'break-glass.open', 'period.reopen', 'waiver.grant']);
  });
});
