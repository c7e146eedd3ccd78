import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callBody, callsOf, draftCall, fundWithSignedCalls, readRequest, sendBack, sign } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const BODY = { contentHash: '0'.repeat(64), opinion: '다시 확인해 주세요' };

describe('returning', () => {
  itIsClosedTo('auditor', 'returnApproval', (client) => client.post(`/approvals/${NOWHERE}/return`, BODY));
  itFindsNothingAt((id) => Client.as('checker').post(`/approvals/${id}/return`, BODY));

  it('sends it back with the reason; the next version starts from nothing and shows what changed', async () => {
    const fundId = await fundWithSignedCalls([
      { kind: 'REVIEW', role: 'FINANCE_CHECKER' },
      { kind: 'APPROVE', role: 'APPROVER' },
    ]);
    const first = await draftCall(fundId);
    expectStatus(await sign('checker', first), 200);
    expect((await sendBack('head', first, '금액을 절반으로 줄여 주세요')).body.state).toBe('RETURNED');
    const second = await draftCall(fundId, '500000000', { headers: { 'approval-supersedes': first.id } });
    expect([second.number, second.version]).toEqual([first.number, 2]);
    const shown = await readRequest(second.id);
    expect(shown.differences).toEqual([{ path: '/amountWon', before: '1000000000', after: '500000000' }]);
    expect(shown.versions.map((each: { version: number; state: string }) => [each.version, each.state])).toEqual([
      [1, 'RETURNED'],
      [2, 'PENDING'],
    ]);
    // The signature on the first version counts for nothing.
    expect(refusal(await sign('head', second))).toEqual([403, 'approval.not-for-you']);
    expectStatus(await sign('checker', second), 200);
    expect((await sign('head', second)).body.state).toBe('EXECUTED');
    expect(await callsOf(fundId)).toBe(1);
  });

  it('needs a reason', async () => {
    const request = await draftCall(await fundWithSignedCalls());
    expect(refusal(await Client.as('checker').post(`/approvals/${request.id}/return`, { contentHash: request.contentHash, opinion: ' ' }))).toEqual([400, 'request.invalid', '/opinion']);
  });

  it('is a new version only of one’s own request, of the same command, once it is over', async () => {
    const fundId = await fundWithSignedCalls();
    const pending = await draftCall(fundId);
    const again = (login: 'finance' | 'manager', earlier: string) => Client.as(login).post(`/funds/${fundId}/capital-calls`, callBody('500000000'), { headers: { 'approval-supersedes': earlier } });
    expect(refusal(await again('finance', pending.id))).toEqual([409, 'approval.not-superseded']);
    await sendBack('checker', pending);
    expect(refusal(await again('manager', pending.id))).toEqual([409, 'approval.not-superseded']);
    expect(refusal(await again('finance', NOWHERE))).toEqual([404, 'resource.not-found']);
    expectStatus(await again('finance', pending.id), 202);
    expect(refusal(await again('finance', pending.id))).toEqual([409, 'approval.not-superseded']);
  });
});
