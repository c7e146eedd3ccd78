import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { decidedRule, ruleTerms, simulate } from '../../support/mandates.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('simulating deals', () => {
  const manager = Client.as('manager');
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('admin', 'simulateDeals', (client) => client.post('/deal-simulations', { deals: [{ fundId: NOWHERE, amountWon: '1', traits: [] }] }));

  it('tells by how much a deal is too large, as recording it does (S2)', async () => {
    const { steps } = await simulate([fundId, '7700000000', {}]);
    expect(steps[0]).toMatchObject({ admitted: false, roomWon: '7400000000', overWon: '300000000', binding: [`main:${fundId}`] });
    const refused = await recordDeal(manager, fundId, '7700000000');
    expect([refused.status, refused.body.text.ko]).toEqual([422, expect.stringContaining('300,000,000원이 부족')]);
  });

  it('makes one deal after the other, over several funds, and keeps none', async () => {
    const other = (await formFund(manager)).id;
    const { steps, rules, reachable } = await simulate([fundId, '7000000000', {}], [fundId, '500000000', {}], [fundId, '10000000000', { purpose: 'PUBLIC_TECHNOLOGY', route: 'LAB_COMPANY' }], [other, '1', {}]);
    expect((steps as Json[]).map(({ admitted, roomWon }) => [admitted as boolean, roomWon as string])).toEqual([[true, '7400000000'], [false, '400000000'], [false, '-100000000'], [true, '7400000000']]);
    expect(reachable).toBe(true);
    expect((rules as Json[]).find(({ rule }) => rule.keyId === fundId)).toMatchObject({ before: { countedWon: '0', verdict: 'IN_PROGRESS' }, after: { countedWon: '10000000000', ratioPercent: '50.00', verdict: 'MET' } });
    expect((await simulate([fundId, '1', {}])).steps[0].roomWon).toBe('7400000000');
  });

  it('asks as of a day and as known at a time', async () => {
    const id = (await formFund(manager)).id;
    const earlier = new Date().toISOString();
    expect((await recordDeal(manager, id, '1000000000')).status).toBe(201);
    const roomOn = async (query: string): Promise<unknown> => {
      const answer = await manager.post(`/deal-simulations${query}`, { deals: [{ fundId: id, amountWon: '1', traits: [] }] });
      return answer.status === 200 ? answer.body.steps[0].roomWon : refusal(answer);
    };
    expect([await roomOn(''), await roomOn('?asOf=2024-06-03'), await roomOn('?asOf=2024-06-02')]).toEqual(['6400000000', '6400000000', '7400000000']);
    expect(await roomOn(`?asOf=2024-06-03&knownAt=${earlier}`)).toBe('7400000000');
    // There was no such fund yet.
    expect(await roomOn('?asOf=2024-01-14')).toEqual([400, 'simulation.unknown-fund', '/deals/0/fundId']);
  });

  it.each([
    ['a fund that is not there', { fundId: NOWHERE }, 'simulation.unknown-fund', '/deals/0/fundId'],
    ['a property that deals do not have', { traits: [{ dimension: 'colour', value: 'red' }] }, 'mandate.unknown-dimension', '/deals/0/traits/0/dimension'],
    ['nothing for nothing', { amountWon: '0' }, 'request.invalid', '/deals/0/amountWon'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    expect(refusal(await manager.post('/deal-simulations', { deals: [{ fundId, amountWon: '1', traits: [], ...changes }] }))).toEqual([400, code, pointer]);
  });
});

describe('replaying the past under a draft', () => {
  const manager = Client.as('manager');
  const replay = (fundId: string, changes: Json = {}) => manager.post(`/funds/${fundId}/obligation-replay`, { ...ruleTerms(), from: '2024-05-01', to: '2024-07-31', ...changes });

  itIsClosedTo('admin', 'replayObligation', (client) => client.post(`/funds/${NOWHERE}/obligation-replay`, { ...ruleTerms(), from: '2024-05-01', to: '2024-07-31' }));

  it('shows month by month where the fund stood under both', async () => {
    const { id } = await formFund(manager);
    await recordDeal(manager, id, '6000000000', { traits: [{ dimension: 'region', value: '대전' }] });
    const { points, metUnderDraft, metInForce } = (await replay(id)).body as Json;
    expect((points as Json[]).map(({ on, draft, inForce }) => [on as string, draft.ratioPercent as string, draft.verdict as string, inForce.ratioPercent as string])).toEqual([
      ['2024-05-31', '0.00', 'IN_PROGRESS', '0.00'],
      ['2024-06-30', '30.00', 'MET', '0.00'],
      ['2024-07-31', '30.00', 'MET', '0.00'],
    ]);
    expect([metUnderDraft, metInForce]).toEqual([2, 0]);
  });

  it('compares with a rule of the mandate only where it was in force', async () => {
    const { id } = await formFund(manager);
    const againstRuleId = await decidedRule(id, { effectiveFrom: '2024-06-15' });
    const { points } = (await replay(id, { againstRuleId })).body as Json;
    expect((points as Json[]).map(({ inForce }) => inForce === null)).toEqual([true, false, false]);
  });

  it.each([
    ['months that go backwards', { to: '2024-04-30' }, 'replay.backwards', '/to'],
    ['more than three years', { to: '2027-06-30' }, 'replay.too-long', '/to'],
    ['a draft that cannot be tested', { deadlineOn: '2023-01-01' }, 'mandate.deadline', '/deadlineOn'],
  ])('refuses %s', async (_what, changes, code, pointer) => {
    const { id } = await formFund(manager);
    expect(refusal(await replay(id, changes))).toEqual([400, code, pointer]);
  });
});
