import { describe, expect, it } from '@jest/globals';
import { draftCall, fundWithSignedCalls, sign } from '../../support/approvals.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the history of a thing', () => {
  itIsClosedTo('admin', 'listHistory', (client) => client.get(`/history/${NOWHERE}`));

  it('tells who did, drafted and signed what, seeing what, the latest first; and what was refused', async () => {
    const fundId = await fundWithSignedCalls();
    const request = await draftCall(fundId);
    await sign('checker', request, { opinion: '확인함' });
    await Client.as('finance').post(`/funds/${fundId}/capital-calls`, { amountWon: '99000000000', purpose: '과다', noticeOn: '2024-02-01', dueOn: '2024-03-04' });
    const rows = (await Client.as('auditor').get(`/history/${fundId}`)).body as Json[];
    expect(rows.map((row) => [row.command, row.outcome, row.actorLogin])).toEqual([
      ['capital-call.issue', 'REFUSED', 'finance'],
      ['capital-call.issue', 'DONE', 'finance'],
      ['capital-call.issue', 'SUBMITTED', 'finance'],
      ['fund.form', 'DONE', 'manager'],
    ]);
    expect(rows[0].problem.ko).toContain('미요청 약정액');
    expect(rows[1].signatures).toEqual([expect.objectContaining({ signerName: '박한별', decision: 'SIGNED', opinion: '확인함', contentHash: request.contentHash })]);
    expect(rows[1].approvalNumber).toBe(request.number);
    expect((await Client.as('auditor').get(`/history/${crypto.randomUUID()}`)).body).toEqual([]);
  });
});
