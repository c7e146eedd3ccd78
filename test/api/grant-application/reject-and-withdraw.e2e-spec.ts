import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { receivedApplication } from '../../support/grant-applications.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const REASON = '신청기관이 포기했습니다.';

describe.each([
  ['reject', 'rejectGrantApplication', 'REJECTED'],
  ['withdraw', 'withdrawGrantApplication', 'WITHDRAWN'],
] as const)('to %s an application', (way, operationId, state) => {
  itIsClosedTo('manager', operationId, (client) => client.post(`/grant-applications/${NOWHERE}/${way}`, { reason: REASON }));
  itFindsNothingAt((id) => finance.post(`/grant-applications/${id}/${way}`, { reason: REASON }));

  it('ends it once, with the reason', async () => {
    const id = await receivedApplication((await openedCall({ budgetWon: '0' })).id);
    expect(refusal(await finance.post(`/grant-applications/${id}/${way}`, { reason: '포기' }))).toEqual([400, 'request.invalid', '/reason']);
    const key = `once-${crypto.randomUUID()}`;
    const [first, again] = [await finance.post(`/grant-applications/${id}/${way}`, { reason: REASON }, { key }), await finance.post(`/grant-applications/${id}/${way}`, { reason: REASON }, { key })];
    expectStatus(first, 200);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await finance.get(`/grant-applications/${id}`)).body).toMatchObject({ state, reason: REASON });
    expect(refusal(await finance.post(`/grant-applications/${id}/${way}`, { reason: REASON }))).toEqual([409, 'grant-application.not-in-this-state']);
  });
});
