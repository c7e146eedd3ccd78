import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { expenseRow, record, review } from '../../support/expenses.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const auditor = Client.as('auditor');

describe('the expenses of a call', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  let ids: string[];
  const list = async (query = ''): Promise<Json> => (await auditor.get(`/grant-calls/${call.id}/expenses${query}`)).body as Json;

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
    const rows = [expenseRow(agreement.id, { supplyWon: '3000000', payeeName: '(주)백분율%' }), expenseRow(agreement.id, { line: 'D8', supplyWon: '20000', purpose: '국내출장' }), expenseRow(agreement.id, { supplyWon: '1000' })];
    ids = ((await record(call.id, rows)).body.recorded as Json[]).map(({ id }) => id as string);
    await review(call.id, [{ expenseId: ids[2] ?? '', decision: 'DISALLOWED', reason: '과제와 무관' }]);
  });

  itIsClosedTo('admin', 'listGrantExpenses', (client) => client.get(`/grant-calls/${NOWHERE}/expenses`));
  itFindsNothingAt((id) => auditor.get(`/grant-calls/${id}/expenses`));

  it('adds up what matches, and names the papers that are missing', async () => {
    const all = await list();
    expect(all).toMatchObject({ count: 3, totalWon: '3021000', disallowedWon: '1000' });
    const travel = all.expenses.find(({ id }: Json) => id === ids[1]);
    expect(travel).toMatchObject({ line: 'D8', missing: ['TRAVEL_ORDER', 'RECEIPT'], state: 'UNREVIEWED' });
  });

  it.each([
    ['?state=DISALLOWED', 1],
    ['?state=UNREVIEWED', 2],
    ['?line=D8', 1],
    ['?search=%EA%B5%AD%EB%82%B4%EC%B6%9C%EC%9E%A5', 1],
    // A sign of the pattern is searched for as it stands.
    ['?search=%25', 1],
    ['?search=_', 0],
    ['?limit=2&offset=2', 3],
  ])('answers %s with %i', async (query, count) => {
    expect((await list(query)).count).toBe(count);
  });

  it('pages', async () => {
    expect((await list('?limit=2&offset=2')).expenses).toHaveLength(1);
  });
});

describe('the lines of an agreement', () => {
  itIsClosedTo('admin', 'getGrantLines', (client) => client.get(`/grant-agreements/${NOWHERE}/lines`));
  itFindsNothingAt((id) => auditor.get(`/grant-agreements/${id}/lines`));

  it('show the columns of the form, and what is left of each', async () => {
    const call = await openedCall();
    const agreement = await concludedAgreement(call.id);
    await record(call.id, [expenseRow(agreement.id, { supplyWon: '500000' })]);
    const { lines } = (await auditor.get(`/grant-agreements/${agreement.id}/lines`)).body as Json;
    expect(lines.find(({ lineId }: Json) => lineId === agreement.lineOf('D4'))).toMatchObject({ plannedWon: '80000000', changeWon: '0', subtotalWon: '80000000', usedWon: '500000', unreviewedWon: '500000', leftWon: '79500000' });
  });
});
