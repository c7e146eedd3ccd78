import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { assumptions, heldDeal, paidInFund, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('scenarios of a fund', () => {
  const manager = Client.as('manager');
  let fund: PaidInFund;
  const scenario = (changes: Json = {}, name = '시험'): Json => ({ name, assumptions: assumptions(changes) });
  const save = (body: Json, ask = {}) => manager.post(`/funds/${fund.id}/scenarios`, body, ask);
  const run = (body: Json) => Client.as('auditor').post(`/funds/${fund.id}/forecast`, body);
  const list = async (): Promise<Json[]> => (await Client.as('auditor').get(`/funds/${fund.id}/scenarios`)).body as Json[];

  beforeAll(async () => {
    fund = await paidInFund();
    await heldDeal(fund.id, '4000000000');
  }, 120_000);

  itIsClosedTo('finance', 'saveScenario', (client) => client.post(`/funds/${NOWHERE}/scenarios`, scenario()));
  itIsClosedTo('admin', 'runForecast', (client) => client.post(`/funds/${NOWHERE}/forecast`, scenario()));
  itIsClosedTo('admin', 'listScenarios', (client) => client.get(`/funds/${NOWHERE}/scenarios`));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/scenarios`, scenario()));
  itWritesOncePerKey((ask, variation) => save(scenario({}, variation), ask));

  it('begin with base, good and bad, which nobody saved', async () => {
    const presets = (await list()).filter((each) => each.id === null);
    expect(presets.map((each) => [each.name, each.assumptions.multipleBasisPoints])).toEqual([['기준', 10_000], ['낙관', 15_000], ['비관', 6_000]]);
    const results = await Promise.all(presets.map(async (each) => (await run({ name: each.name, assumptions: each.assumptions })).body as Json));
    const [base, good, bad] = results.map((each) => Number(each.tvpi));
    expect([(good ?? 0) > (base ?? 0), (base ?? 0) > (bad ?? 0), results.every((each) => each.cashAtEndWon === '0')]).toEqual([true, true, true]);
  });

  it('are kept by name: the one saved last counts, also for base', async () => {
    expectStatus(await save(scenario({ multipleBasisPoints: 11_000 }, '기준')), 201);
    expectStatus(await save(scenario({ multipleBasisPoints: 12_000 }, '기준')), 201);
    const base = (await list()).filter((each) => each.name === '기준');
    expect(base.map((each) => [each.id === null, each.assumptions.multipleBasisPoints])).toEqual([[false, 12_000]]);
  });

  it('sell, call, pay and hand out as they say, to the won', async () => {
    const { body } = await run(scenario({
      calls: [{ on: '2027-03-31', amountWon: '3000000000' }],
      expenses: [{ on: '2027-06-30', amountWon: '500000000' }],
      multipleBasisPoints: 20_000,
      payouts: [{ on: '2028-12-31' }, { on: '2030-12-31' }],
      reserveWon: '1000000000',
    }));
    // No more than the two billion that were not called yet can be.
    expect((body.events as Json[]).map((event) => [event.on, event.kind, event.amountWon])).toEqual([
      ['2027-03-31', 'CALL', '2000000000'], ['2027-06-30', 'EXPENSE', '-500000000'], ['2028-12-31', 'PAYOUT', '-14500000000'], ['2030-12-31', 'EXIT', '8000000000'], ['2030-12-31', 'PAYOUT', '-9000000000'],
    ]);
    const received = (body.byPartner as Json[]).reduce((sum, part) => sum + BigInt(part.amountWon), 0n);
    expect([received + BigInt(body.carryWon), body.cashAtEndWon, body.shortOfCash]).toEqual([23_500_000_000n, '0', null]);
  });

  it('say when the money runs out', async () => {
    const { body } = await run(scenario({ deals: [{ on: '2027-01-04', amountWon: '15000000000', exitOn: '2029-01-04', multipleBasisPoints: 10_000 }] }));
    expect(body.shortOfCash).toEqual({ on: '2027-01-04', mostWon: '1000000000' });
  });

  it.each<[string, Json, string, string]>([
    ['nobody hands anything out', { payouts: [] }, 'scenario.no-payout', '/assumptions/payouts'],
    ['an exit comes before its deal', { deals: [{ on: '2027-01-04', amountWon: '1', exitOn: '2027-01-04', multipleBasisPoints: 1 }] }, 'scenario.exit-before-deal', '/assumptions/deals/0/exitOn'],
    ['a deal is sold twice', { exits: [{ number: 'A', on: '2027-01-04', multipleBasisPoints: 1 }, { number: 'A', on: '2027-01-05', multipleBasisPoints: 1 }] }, 'scenario.exit-twice', '/assumptions/exits/1/number'],
    ['a day is none', { exitOn: '2027-13-01' }, 'request.invalid', '/assumptions/exitOn'],
    ['an amount is none', { calls: [{ on: '2027-01-01', amountWon: '1.5' }] }, 'request.invalid', '/assumptions/calls/0/amountWon'],
  ])('are refused where %s', async (_what, changes, code, pointer) => {
    expect(refusal(await save(scenario(changes)))).toEqual([400, code, pointer]);
    expect(refusal(await run(scenario(changes)))).toEqual([400, code, pointer]);
  });
});
