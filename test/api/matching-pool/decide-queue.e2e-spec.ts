import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decidedQueue, evaluatedPlan, openedPool } from '../../support/matching.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');

describe('the queue of a pool', () => {
  itIsClosedTo('checker', 'decideQueueMatchingPool', (client) => client.post(`/matching-pools/${NOWHERE}/queue`, {}));
  itIsClosedTo('admin', 'getMatchingQueue', (client) => client.get(`/matching-pools/${NOWHERE}/queue`));
  itFindsNothingAt((id) => finance.post(`/matching-pools/${id}/queue`, {}));
  itFindsNothingAt((id) => finance.get(`/matching-pools/${id}/queue`));

  it('goes by the day of receipt: each gets what is left, and says what binds it; everybody sees the same', async () => {
    const { id } = await openedPool({ budgetWon: '370000000' });
    const third = await evaluatedPlan(id, { receivedOn: '2021-03-04' });
    const second = await evaluatedPlan(id, { receivedOn: '2021-03-03', privateWon: '400000000' });
    const first = await evaluatedPlan(id, { receivedOn: '2021-03-02', matchBasisPoints: 8_000 });
    const weak = await evaluatedPlan(id, { receivedOn: '2021-03-01' }, '40');
    const shown = (await finance.get(`/matching-pools/${id}/queue`)).body;
    expect((await Client.as('auditor').get(`/matching-pools/${id}/queue`)).body).toEqual(shown);
    expect((shown.next as Json[]).map(({ applicationId, position, outcome, governmentWon, bound, budgetLeftWon }) => [applicationId, position, outcome, governmentWon, bound, budgetLeftWon])).toEqual([
      [first, 1, 'SELECTED', '200000000', 'MATCH', '370000000'],
      [second, 2, 'SELECTED', '170000000', 'BUDGET', '170000000'],
      [third, 3, 'WAITLISTED', '0', 'BUDGET', '0'],
      [weak, null, 'REJECTED', null, null, null],
    ]);
    const decided = await decidedQueue(id);
    expectStatus(decided, 200);
    expect(decided.body).toMatchObject({ amountWon: '370000000', dryRun: false });
    const states = await Promise.all([first, second, third, weak].map(async (each) => (await finance.get(`/grant-applications/${each}`)).body.state as string));
    expect(states).toEqual(['SELECTED', 'SELECTED', 'WAITLISTED', 'REJECTED']);
    expect((await finance.get(`/matching-pools/${id}/queue`)).body).toMatchObject({ budgetLeftWon: '0', amountWon: '0', next: [{ applicationId: third, position: 1, outcome: 'WAITLISTED' }] });
  });

  it('lets who waits go first once there is money again', async () => {
    const { id } = await openedPool({ budgetWon: '250000000' });
    const first = await evaluatedPlan(id, { receivedOn: '2021-03-02' });
    const second = await evaluatedPlan(id, { receivedOn: '2021-03-03' });
    expectStatus(await decidedQueue(id), 200);
    expect(refusal(await decidedQueue(id))).toEqual([409, 'matching-pool.nothing-to-decide']);
    expectStatus(await finance.post(`/grant-applications/${first}/withdraw`, { reason: '기업이 계획을 접음' }), 200);
    expect((await decidedQueue(id)).body).toMatchObject({ amountWon: '250000000', places: [{ applicationId: second, outcome: 'SELECTED', governmentWon: '250000000' }] });
  });

  it('is decided as it was looked at, on days that make sense, and once for the same key', async () => {
    const { id } = await openedPool();
    const only = await evaluatedPlan(id);
    expect(refusal(await finance.post(`/matching-pools/${id}/queue`, {}))).toEqual([400, 'matching-pool.list-missing', '/selectedIds']);
    expect(refusal(await finance.post(`/matching-pools/${id}/queue`, { selectedIds: [only], amountWon: '1' }))).toEqual([409, 'matching-pool.queue-changed']);
    expect(refusal(await decidedQueue(id, { decidedOn: '2099-01-01', notifiedOn: '2099-01-01' }))).toEqual([400, 'matching-pool.not-decided-yet', '/decidedOn']);
    expect(refusal(await decidedQueue(id, { notifiedOn: '2021-03-28' }))).toEqual([400, 'matching-pool.notified-before', '/notifiedOn']);
    expect((await finance.post(`/matching-pools/${id}/queue`, { dryRun: true })).body).toMatchObject({ dryRun: true, amountWon: '250000000' });
    const [key, body] = [`queue-${crypto.randomUUID()}`, { selectedIds: [only], amountWon: '250000000' }];
    const [done, again] = [await finance.post(`/matching-pools/${id}/queue`, body, { key }), await finance.post(`/matching-pools/${id}/queue`, body, { key })];
    expect([done.status, again.status, again.body.amountWon]).toEqual([200, 200, '250000000']);
  });
});
