import { describe, expect, it } from '@jest/globals';
import { callsOf, draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('signing many at once', () => {
  itIsClosedTo('auditor', 'signApprovals', (client) => client.post('/approvals/sign-batch', { items: [{ id: NOWHERE, contentHash: '0'.repeat(64) }] }));

  it('signs each on its own: one that fails leaves the others signed', async () => {
    const fundId = await fundWithSignedCalls();
    const [one, two, three] = [await draftCall(fundId, '1000000'), await draftCall(fundId, '2000000'), await draftCall(fundId, '3000000')];
    await sign('checker', two);
    const items = [one, two, { ...three, contentHash: 'f'.repeat(64) }, { id: NOWHERE, contentHash: one.contentHash }].map(({ id, contentHash }) => ({ id, contentHash }));
    const key = `batch-${fundId}`;
    const send = () => Client.as('checker').post('/approvals/sign-batch', { items }, { key });
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(answer.body.map((each: { state: string; problemCode: string | null }) => [each.state, each.problemCode])).toEqual([
      ['EXECUTED', null],
      ['PENDING', 'approval.not-pending'],
      ['PENDING', 'approval.content-changed'],
      ['PENDING', 'resource.not-found'],
    ]);
    expect(await callsOf(fundId)).toBe(2);
    expect((await send()).body[0].state).toBe('EXECUTED');
    expect(await callsOf(fundId)).toBe(2);
  });
});
