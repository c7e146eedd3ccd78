import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const recall = (login: 'finance' | 'manager', id: string) => Client.as(login).post(`/approvals/${id}/recall`, { reason: '금액 오류' });

describe('recalling', () => {
  itIsClosedTo('auditor', 'recallApproval', (client) => client.post(`/approvals/${NOWHERE}/recall`, {}));
  itFindsNothingAt((id) => recall('finance', id));

  it('takes back what nobody has signed', async () => {
    const request = await draftCall(await fundWithSignedCalls());
    expect(refusal(await recall('manager', request.id))).toEqual([409, 'approval.not-recallable']);
    expect((await recall('finance', request.id)).body.state).toBe('RECALLED');
    expect(refusal(await sign('checker', request))).toEqual([409, 'approval.not-pending']);
    expect(refusal(await recall('finance', request.id))).toEqual([409, 'approval.not-pending']);
  });

  it('comes too late after the first signature', async () => {
    const request = await draftCall(await fundWithSignedCalls([{ kind: 'APPROVE', role: 'COMMITTEE', quorum: 2 }]));
    await sign('committee1', request);
    expect(refusal(await recall('finance', request.id))).toEqual([409, 'approval.not-recallable']);
  });
});
