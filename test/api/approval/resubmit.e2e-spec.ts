import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { callsOf, draftCall, fundWithSignedCalls, readRequest, sendBack, sign } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const resubmit = (login: 'finance' | 'manager', id: string, key = crypto.randomUUID() as string) => Client.as(login).post(`/approvals/${id}/resubmit`, undefined, { key });

describe('sending a request again as it is', () => {
  itIsClosedTo('auditor', 'resubmitApproval', (client) => client.post(`/approvals/${NOWHERE}/resubmit`, undefined));
  itFindsNothingAt((id) => resubmit('finance', id));

  it('makes it the next version, which nobody has signed; the same key once', async () => {
    const fundId = await fundWithSignedCalls();
    const first = await draftCall(fundId);
    expect(refusal(await resubmit('finance', first.id))).toEqual([409, 'approval.not-superseded']);
    await sendBack('checker', first);
    expect(refusal(await resubmit('manager', first.id))).toEqual([409, 'approval.not-yours']);
    const key = `resubmit-${first.id}`;
    const [waiting, again] = [await resubmit('finance', first.id, key), await resubmit('finance', first.id, key)];
    expectStatus(waiting, 202);
    expect(waiting.body.approval).toMatchObject({ number: first.number, version: 2, state: 'PENDING' });
    expect([again.status, again.body.approval.id, again.body.approval.replayed]).toEqual([202, waiting.body.approval.id, true]);
    const second = await readRequest(waiting.body.approval.id);
    expect([second.differences, second.line[0].signatures]).toEqual([[], []]);
    expect((await sign('checker', { id: second.id, contentHash: second.contentHash })).body.state).toBe('EXECUTED');
    expect(await callsOf(fundId)).toBe(1);
    expect(refusal(await resubmit('finance', first.id))).toEqual([409, 'approval.not-superseded']);
  });
});
