import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decidedSelection, evaluatedApplications, TWO_EVALUATORS } from '../../support/grant-applications.js';
import { decideBudget, openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const promote = (callId: string, body: Json = {}) => finance.post(`/grant-calls/${callId}/promotions`, body);

describe('moving the waiting list up', () => {
  itIsClosedTo('checker', 'promoteGrantSelection', (client) => client.post(`/grant-calls/${NOWHERE}/promotions`, {}));
  itFindsNothingAt((id) => promote(id));

  it('takes the head of it once there is money, and nobody before', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS, budgetWon: '150000000' });
    const [first, second, third] = (await evaluatedApplications(id, ['90', '80', '70'])) as [string, string, string];
    expectStatus(await decidedSelection(id, { decidedOn: '2021-03-02' }), 200);
    const short = await promote(id, { selectedIds: [second], amountWon: '150000000' });
    expect([short.status, short.body.code]).toEqual([422, 'rule.place-is-free']);
    await decideBudget(id, 2021, '150000000');
    const tried = await promote(id, { dryRun: true });
    expect(tried.body.ranked).toMatchObject([{ applicationId: second, rank: 4, outcome: 'SELECTED' }]);
    expect(refusal(await promote(id, { selectedIds: [third], amountWon: '150000000' }))).toEqual([409, 'grant-selection.changed-since-preview']);
    const key = `once-${crypto.randomUUID()}`;
    const body = { selectedIds: [second], amountWon: '150000000' };
    const [once, again] = [await finance.post(`/grant-calls/${id}/promotions`, body, { key }), await finance.post(`/grant-calls/${id}/promotions`, body, { key })];
    expect([once.status, again.status, again.body]).toEqual([200, 200, once.body]);
    const states = await Promise.all([first, second, third].map(async (each) => (await finance.get(`/grant-applications/${each}`)).body.state as string));
    expect(states).toEqual(['SELECTED', 'SELECTED', 'WAITLISTED']);
    expect(refusal(await promote(id, { count: 2, selectedIds: [], amountWon: '0' }))).toEqual([400, 'grant-selection.waiting-list-shorter', '/count']);
  });
});
