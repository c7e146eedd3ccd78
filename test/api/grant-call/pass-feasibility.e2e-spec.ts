import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const finance = Client.as('finance');
const pending = () => openedCall({ kind: 'OSMU', budgetWon: '0', fiscalYear: 2022, changes: { feasibility: 'PENDING' } });
const pass = (id: string, changes: Json = {}, ask = {}) => finance.post(`/grant-calls/${id}/feasibility`, { passedOn: '2022-03-02', clause: '예비타당성조사 결과 통보', ...changes }, ask);
const budget = { fiscalYear: 2022, stage: 'APPROVED', amountWon: '1000000000', decidedOn: '2022-03-03', clause: '국회확정' };

describe('a call whose feasibility study is pending', () => {
  itIsClosedTo('checker', 'passFeasibility', (client) => client.post(`/grant-calls/${NOWHERE}/feasibility`, { passedOn: '2022-03-02', clause: '-' }));
  itFindsNothingAt((id) => pass(id));
  const calls = { first: pending, other: pending };
  itWritesOncePerKey(async (ask, variation) => {
    const known = (openings[variation] ??= calls[variation]());
    return pass((await known).id, {}, ask);
  });

  it('takes a proposal and no budget; once the study is passed it does', async () => {
    const { id } = await pending();
    expectStatus(await finance.post(`/grant-calls/${id}/budget`, { ...budget, stage: 'PROPOSAL' }), 201);
    const early = await finance.post(`/grant-calls/${id}/budget`, budget);
    expect([early.status, early.body.code]).toEqual([422, 'rule.study-was-passed']);
    expectStatus(await pass(id), 200);
    expect((await finance.get(`/grant-calls/${id}`)).body.feasibility).toBe('PASSED');
    expectStatus(await finance.post(`/grant-calls/${id}/budget`, budget), 201);
  });

  it('is passed once, not in the future, and only where one was needed', async () => {
    const [{ id }, { id: free }] = [await pending(), await openedCall({ budgetWon: '0' })];
    expect(refusal(await pass(id, { passedOn: '2099-01-01' }))).toEqual([400, 'grant-call.not-passed-yet', '/passedOn']);
    expectStatus(await pass(id), 200);
    expect(refusal(await pass(id))).toEqual([409, 'grant-call.no-study-pending']);
    expect(refusal(await pass(free))).toEqual([409, 'grant-call.no-study-pending']);
  });
});

const openings: Partial<Record<'first' | 'other', ReturnType<typeof pending>>> = {};
