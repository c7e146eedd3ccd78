import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decidedSelection, evaluatedApplications, TWO_EVALUATORS } from '../../support/grant-applications.js';
import { agreementForm, openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const stateOf = async (id: string): Promise<string> => (await finance.get(`/grant-applications/${id}`)).body.state as string;

describe('the selection of a call', () => {
  itIsClosedTo('manager', 'decideGrantSelection', (client) => client.post(`/grant-calls/${NOWHERE}/selections`, {}));
  itIsClosedTo('admin', 'getGrantRanking', (client) => client.get(`/grant-calls/${NOWHERE}/ranking`));
  itIsClosedTo('admin', 'listGrantSelections', (client) => client.get(`/grant-calls/${NOWHERE}/selections`));
  itFindsNothingAt((id) => finance.post(`/grant-calls/${id}/selections`, {}));
  itFindsNothingAt((id) => finance.get(`/grant-calls/${id}/ranking`));

  it('goes down the list to the budget: the first are selected, the rest wait, the weak are turned down', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS, budgetWon: '300000000' });
    const [weak, third, first, second] = await evaluatedApplications(id, ['40', '70', '90', '80']);
    const ranking = (await finance.get(`/grant-calls/${id}/ranking`)).body;
    expect((ranking.ranked as Json[]).map(({ rank, applicationId, outcome, score }) => [rank, applicationId, outcome, score])).toEqual([
      [1, first, 'SELECTED', '90'], [2, second, 'SELECTED', '80'], [3, third, 'WAITLISTED', '70'], [4, weak, 'REJECTED', '40'],
    ]);
    expect(ranking).toMatchObject({ amountWon: '300000000', before: { budgetWon: '300000000', projects: null }, after: { budgetWon: '0', projects: null } });
    const decided = await decidedSelection(id, { decidedOn: '2021-03-02', notifiedOn: '2021-03-03' });
    expectStatus(decided, 200);
    expect(await Promise.all([first, second, third, weak].map((each) => stateOf(each as string)))).toEqual(['SELECTED', 'SELECTED', 'WAITLISTED', 'REJECTED']);
    // Thirty days after the notice: the first day does not count, and 2021-04-02 is a Friday.
    expect((await finance.get(`/grant-applications/${first as string}`)).body).toMatchObject({ rank: 1, notifiedOn: '2021-03-03', agreeBy: '2021-04-02' });
    expect((await finance.get(`/grant-calls/${id}/selections`)).body).toMatchObject([{ selected: 2, waitlisted: 1, rejected: 1, amountWon: '300000000', actor: 'finance' }]);
  });

  it('is decided as it was looked at', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS, budgetWon: '300000000' });
    const [only] = await evaluatedApplications(id, ['90']);
    expect(refusal(await finance.post(`/grant-calls/${id}/selections`, {}))).toEqual([400, 'grant-selection.list-missing', '/selectedIds']);
    expect(refusal(await finance.post(`/grant-calls/${id}/selections`, { selectedIds: [], amountWon: '0' }))).toEqual([409, 'grant-selection.changed-since-preview']);
    expect(refusal(await decidedSelection(id, { decidedOn: '2099-01-01' }))).toEqual([400, 'grant-selection.not-decided-yet', '/decidedOn']);
    expect(refusal(await decidedSelection(id, { decidedOn: '2021-03-02', notifiedOn: '2021-03-01' }))).toEqual([400, 'grant-selection.notified-before', '/notifiedOn']);
    const key = `once-${crypto.randomUUID()}`;
    const body = { selectedIds: [only], amountWon: '150000000' };
    const [first, again] = [await finance.post(`/grant-calls/${id}/selections`, body, { key }), await finance.post(`/grant-calls/${id}/selections`, body, { key })];
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(refusal(await finance.post(`/grant-calls/${id}/selections`, { ...body, amountWon: '1' }, { key }))).toEqual([409, 'idempotency.key-reused']);
    expect(refusal(await decidedSelection(id))).toEqual([409, 'grant-selection.nothing-to-decide']);
  });

  it('stops at the number of projects that the call selects', async () => {
    const { id } = await openedCall({ terms: { ...TWO_EVALUATORS.terms, 'grant.projects-selected-maximum': '1' } });
    await evaluatedApplications(id, ['90', '80']);
    const { ranked } = (await finance.get(`/grant-calls/${id}/ranking`)).body as { ranked: Json[] };
    expect(ranked.map(({ outcome }) => outcome as string)).toEqual(['SELECTED', 'WAITLISTED']);
  });

  it('is what agreements follow from: a selected application is agreed once, one that waits is not', async () => {
    const { id } = await openedCall({ ...TWO_EVALUATORS, budgetWon: '200000000' });
    const [first, second] = (await evaluatedApplications(id, ['90', '80'])) as [string, string];
    const conclude = (applicationId: string) => finance.post(`/grant-calls/${id}/agreements`, agreementForm({ applicationId }));
    expect(refusal(await conclude(first))).toEqual([409, 'grant-application.not-in-this-state']);
    expectStatus(await decidedSelection(id, { decidedOn: '2021-02-20' }), 200);
    expectStatus(await conclude(first), 201);
    expect(await stateOf(first)).toBe('AGREED');
    expect((await finance.get(`/grant-applications/${first}`)).body.agreementId).not.toBeNull();
    expect(refusal(await conclude(second))).toEqual([409, 'grant-application.not-in-this-state']);
    const { id: other } = await openedCall();
    expect(refusal(await finance.post(`/grant-calls/${other}/agreements`, agreementForm({ applicationId: second })))).toEqual([400, 'grant-application.not-of-the-call', '/applicationId']);
  });
});
