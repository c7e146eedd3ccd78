import { describe, expect, it } from '@jest/globals';
import { draftCall, fundWithSignedCalls, readRequest, sign } from '../../support/approvals.js';
import { Client, type Person } from '../../support/client.js';
import { NOWHERE } from '../../support/routes.js';

const box = async (login: Person, name: string): Promise<string[]> => ((await Client.as(login).get(`/approvals?box=${name}&limit=500`)).body as { id: string }[]).map(({ id }) => id);
const count = async (login: Person): Promise<number> => (await Client.as(login).get('/approvals/count')).body.todo as number;

describe('the inbox', () => {
  it('is closed to strangers', async () => {
    expect((await Client.anonymous().get('/approvals')).status).toBe(401);
    expect((await Client.anonymous().get('/approvals/count')).status).toBe(401);
    expect((await Client.anonymous().get(`/approvals/${NOWHERE}`)).status).toBe(401);
    expect((await Client.as('checker').get(`/approvals/${NOWHERE}`)).status).toBe(404);
  });

  it('shows everybody what waits for them, and the drafter what they drafted', async () => {
    const { id, contentHash } = await draftCall(
      await fundWithSignedCalls([
        { kind: 'REVIEW', role: 'FINANCE_CHECKER' },
        { kind: 'APPROVE', role: 'APPROVER', minRank: 'HEAD' },
      ]),
    );
    expect(await count('checker')).toBeGreaterThan(0);
    expect(await box('checker', 'todo')).toContain(id);
    expect(await box('head', 'todo')).not.toContain(id);
    expect(await box('finance', 'todo')).not.toContain(id);
    expect(await box('finance', 'mine')).toContain(id);
    expect(await box('manager', 'mine')).not.toContain(id);
    await sign('checker', { id, contentHash });
    expect(await box('checker', 'todo')).not.toContain(id);
    expect(await box('head', 'todo')).toContain(id);
    expect(await box('executive', 'todo')).not.toContain(id);
    expect(await box('head', 'open')).toContain(id);
    await sign('head', { id, contentHash });
    expect(await box('auditor', 'closed')).toContain(id);
    expect(await box('head', 'open')).not.toContain(id);
  });

  it('tells what will happen: postings, rules, balances with their floors, documents by name, and who signs next', async () => {
    const { id } = await draftCall(await fundWithSignedCalls());
    const shown = await readRequest(id, 'checker');
    expect(shown.title.ko).toMatch(/^출자요청 · FND-2024-\d+ .* · 1,000,000,000원$/);
    expect(shown.entries.map((entry: { posting: string }) => entry.posting)).toEqual(['fund.capital-call-issued']);
    const balances = shown.balances as { account: string; before: string; after: string; floor: string | null }[];
    const uncalled = balances.filter(({ account }) => account.includes('uncalled'));
    expect(uncalled.map(({ floor }) => floor)).toEqual(['0', '0', '0']);
    expect(uncalled.map(({ before, after }) => String(BigInt(before) - BigInt(after))).sort()).toEqual(['10000000', '490000000', '500000000']);
    expect(shown.verdicts.map((verdict: { rule: string; result: string }) => [verdict.rule, verdict.result])).toEqual([
      ['call-stays-within-commitments', 'PASS'],
      ['call-gives-its-notice', 'PASS'],
      ['due-date-is-a-business-day', 'PASS'],
    ]);
    expect(shown.labels.map((label: { kind: string }) => label.kind)).toContain('fund');
    expect(shown.waitingFor.map((each: { login: string }) => each.login)).toContain('checker');
    expect([shown.mine, shown.drafted, shown.line[0].delegated]).toEqual([true, false, true]);
  });
});
