import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('receiving called capital', () => {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  let call: Json;
  let fundId: string;
  const receipt = (amountWon: string, changes: Json = {}): Json => ({ partnerId: call?.shares[0].partnerId, amountWon, valueOn: '2024-03-04', ...changes });
  const receive = (amountWon: string, changes: Json = {}, ask = {}) => finance.post(`/capital-calls/${call.id}/receipts`, receipt(amountWon, changes), ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
  });

  itIsClosedTo('manager', 'receiveCapital', (client) => client.post(`/capital-calls/${NOWHERE}/receipts`, receipt('1000')));
  itFindsNothingAt((id) => finance.post(`/capital-calls/${id}/receipts`, receipt('1000', { partnerId: NOWHERE })));
  itWritesOncePerKey((ask, variation) => receive(variation === 'first' ? '1000' : '2000', {}, ask));

  it('fills the account, tells what is still owed, and shows in the list', async () => {
    const partnerId = call.shares[2].partnerId as string;
    const received = await receive('30000000', { partnerId, bankReference: '시험은행 2024-03-04', note: '일부' });
    expectStatus(received, 201);
    expect(received.body).toMatchObject({ unpaidWon: '10000000', overdueInterestWon: '0' });
    const [listed] = (await manager.get(`/funds/${fundId}/capital-calls`)).body as Json[];
    expect((listed.shares as Json[]).find((share) => share.partnerId === partnerId)).toMatchObject({ calledWon: '40000000', paidWon: '30000000', unpaidWon: '10000000', receipts: [{ amountWon: '30000000', note: '일부' }] });
  });

  it('owes interest from the day after the due date: 1.96 billion, ten days, ten percent', async () => {
    const late = await receive('1960000000', { partnerId: call.shares[1].partnerId, valueOn: '2024-03-14' });
    expect(late.body).toMatchObject({ unpaidWon: '0', overdueInterestWon: ((1_960_000_000n * 10n) / 3_650n).toString() });
  });

  it('refuses a won more than is unpaid, and anything after it is all paid', async () => {
    const partnerId = call.shares[1].partnerId as string;
    expect(refusal(await receive('1', { partnerId }))).toEqual([400, 'capital-call.more-than-unpaid', '/amountWon']);
    expect(refusal(await receive('2000000001'))).toEqual([400, 'capital-call.more-than-unpaid', '/amountWon']);
  });

  it('takes the last won once when two people enter it at the same time', async () => {
    const { id } = await formFund(manager);
    const other = (await manager.post(`/funds/${id}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
    const body = { partnerId: other.shares[0].partnerId, amountWon: '2000000000', valueOn: '2024-03-04' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => finance.post(`/capital-calls/${other.id}/receipts`, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
  });

  it.each([
    ['from a partner who was not asked', { partnerId: NOWHERE }, 'capital-call.not-a-partner', '/partnerId'],
    ['that arrives tomorrow', { valueOn: '2199-01-01' }, 'capital-call.not-received-yet', '/valueOn'],
    ['from before the founding', { valueOn: '2024-01-14' }, 'capital-call.outside-fund-life', '/valueOn'],
    ['of nothing', { amountWon: '0' }, 'request.invalid', '/amountWon'],
  ])('refuses money %s', async (_what, changes, code, pointer) => {
    expect(refusal(await receive('1000', changes))).toEqual([400, code, pointer]);
  });
});
