import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { fundToHandOut, paidInFund, partsOf, pay, payout, PAYOUT_ON, heldDeal, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const stepsOf = (answer: { body: Json }) => (answer.body.plan.steps as Json[]).map((step) => [step.tier, step.amountWon, step.carryWon]);
const verdictOf = (answer: { body: Json }, rule: string): string => (answer.body.verdicts as Json[]).find((verdict) => verdict.rule === rule)?.result as string;

describe('32 billion won are handed out after 18 were paid in (TV-7, four years earlier)', () => {
  let fund: PaidInFund;
  beforeAll(async () => {
    fund = await fundToHandOut();
  }, 120_000);

  it('shows the working step by step, and writes nothing', async () => {
    const dry = await pay(fund.id, '32000000000', { dryRun: true });
    expectStatus(dry, 201);
    expect(stepsOf(dry)).toEqual([
      ['RETURN_OF_CAPITAL', '18000000000', '0'],
      ['PREFERRED_RETURN', '6409028195', '0'],
      ['SPLIT', '7590971805', '1518194361'],
    ]);
    expect(dry.body).toMatchObject({ id: null, dryRun: true, cashBeforeWon: '32000000000', cashAfterWon: '0', plan: { hurdleBalanceWon: '24409028195', carryWon: '1518194361' } });
    expect(partsOf(dry)).toEqual(['15240902819', '7620451410', '4572270846', '2743362508', '304818056']);
    expect((await Client.as('auditor').get(`/funds/${fund.id}/distributions`)).body).toEqual([]);
  });

  it('pays it once: parts, carry and books are the whole', async () => {
    const paid = await pay(fund.id, '32000000000');
    expectStatus(paid, 201);
    const general = fund.partnerIds[4] ?? '';
    const book = `fund/${fund.id}`;
    expect([await balanceOf(`${book}/fund.cash`), await balanceOf(`${book}/fund.carry-paid/${general}`), await balanceOf(`${book}/fund.distributed/${general}`)]).toEqual([0n, 1_518_194_361n, 304_818_056n]);
    const [listed] = (await Client.as('auditor').get(`/funds/${fund.id}/distributions`)).body as Json[];
    expect(listed).toMatchObject({ id: paid.body.id, number: 1, kind: 'PAYOUT', amountWon: '32000000000', investorsWon: '30481805639', carryWon: '1518194361', reversible: true, reversedReason: null });
    const { body } = await Client.as('auditor').get(`/funds/${fund.id}/performance?asOf=${PAYOUT_ON}`);
    expect(body).toMatchObject({ distributedWon: '30481805639', carryPaidWon: '1518194361', cashWon: '0', otherCashWon: '0', netAssetValueWon: '0', carryAccruedWon: '0', netRate: { percent: '8.7884' } });
  });
});

describe('the same with a catch-up', () => {
  it.each([
    [10_000, '2800000000'],
    [4_000, '2800000000'],
  ])('of %i basis points: carry %s', async (catchUpBasisPoints, carryWon) => {
    const { id } = await fundToHandOut({ catchUpBasisPoints });
    const dry = await pay(id, '32000000000', { dryRun: true });
    expect([dry.body.plan.carryWon, dry.body.terms.catchUpBasisPoints]).toEqual([carryWon, catchUpBasisPoints]);
  });
});

describe('paying a distribution', () => {
  const manager = Client.as('manager');
  let fund: PaidInFund;
  beforeAll(async () => {
    fund = await fundToHandOut();
  }, 120_000);

  itIsClosedTo('compliance', 'payDistribution', (client) => client.post(`/funds/${NOWHERE}/distributions`, payout('1000')));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/distributions`, payout('1000')));
  itWritesOncePerKey((ask, variation) => pay(fund.id, variation === 'first' ? '1000' : '2000', { paidOn: '2024-11-01' }, ask));

  it.each([
    ['in the future', { paidOn: '2099-01-01' }, 'distribution.not-paid-yet', '/paidOn'],
    ['before the founding', { paidOn: '2017-10-31' }, 'distribution.before-founding', '/paidOn'],
    ['of nothing', { amountWon: '0' }, 'request.invalid', '/amountWon'],
    ['from nowhere', { source: ' ' }, 'request.invalid', '/source'],
    ['on no day', { paidOn: '2024-02-30' }, 'request.invalid', '/paidOn'],
  ])('refuses one %s', async (_what, changes, code, pointer) => {
    expect(refusal(await pay(fund.id, '1000', changes))).toEqual([400, code, pointer]);
  });

  it('refuses one dated before the last', async () => {
    const { id } = await fundToHandOut();
    expectStatus(await pay(id, '1000000000'), 201);
    expect(refusal(await pay(id, '1000', { paidOn: '2024-11-14' }))).toEqual([400, 'distribution.out-of-order', '/paidOn']);
    expectStatus(await pay(id, '1000'), 201);
  });

  it('refuses more than there is, on the day and today', async () => {
    const { id } = await paidInFund();
    const early = await pay(id, '8000000001', { paidOn: '2017-12-01' });
    expect([early.status, early.body.code]).toEqual([422, 'rule.payout-stays-within-cash']);
    await heldDeal(id, '4000000000', '2019-12-02');
    const spent = await pay(id, '14000000001', { dryRun: true });
    expect([verdictOf(spent, 'payout-stays-within-cash'), spent.body.id, spent.body.postings, stepsOf(spent)[0]?.[1]]).toEqual(['BLOCK', null, [], '14000000001']);
    expectStatus(await pay(id, '14000000000'), 201);
  });

  it('refuses one before anything was paid in', async () => {
    const { id } = await paidInFund();
    expect((await pay(id, '1000', { paidOn: '2017-11-02' })).body.code).toBe('waterfall.nothing-paid-in');
  });

  it('before the obligation is met gives back capital with a warning, and no profit', async () => {
    const { id } = await fundToHandOut({ interim: 'PRINCIPAL_ONLY' }, { obligationRatioBasisPoints: 5000 }, 2);
    const within = await pay(id, '18000000000', { dryRun: true });
    expect([verdictOf(within, 'interim-payout-stays-within-principal'), verdictOf(within, 'payout-follows-obligation'), within.body.obligationMet]).toEqual(['PASS', 'WARN', false]);
    const beyond = await pay(id, '18000000001');
    expect([beyond.status, beyond.body.code]).toEqual([422, 'rule.interim-payout-stays-within-principal']);
  });

  it('gives part of it to be called again: that much of the commitments is not called any more', async () => {
    const { id, partnerIds } = await fundToHandOut();
    const first = partnerIds[0] ?? '';
    const uncalled = () => balanceOf(`fund/${id}/fund.uncalled-commitment/${first}`);
    const before = await uncalled();
    const paid = await pay(id, '2000000000', { recallableWon: '1000000001' });
    expectStatus(paid, 201);
    expect((paid.body.parts as Json[]).map((part) => part.recallableWon)).toEqual(['500000001', '250000000', '150000000', '90000000', '10000000']);
    expect((await uncalled()) - before).toBe(500_000_001n);
    const beyond = await pay(id, '16000000000', { recallableWon: '16000000001' });
    expect([beyond.status, beyond.body.code]).toEqual([422, 'rule.recallable-is-returned-capital']);
  });

  it('recomputes from inception: terms that changed since set the next one right', async () => {
    const { id } = await fundToHandOut();
    expectStatus(await pay(id, '32000000000', { dryRun: true }), 201);
    expectStatus(await pay(id, '30000000000'), 201);
    await Client.as('compliance').post(`/funds/${id}/waterfall-terms`, { hurdleBasisPoints: 500, carryBasisPoints: 0, catchUpBasisPoints: 0, dayCount: 'ACTUAL_365', interim: 'UNRESTRICTED', parties: [], effectiveFrom: '2024-11-15', clause: '변경' });
    const next = await pay(id, '2000000000', { dryRun: true });
    expect([verdictOf(next, 'earlier-payouts-agree'), next.body.plan.carryWon, next.body.plan.overpaidCarryWon]).toEqual(['WARN', '0', '1118194361']);
  });

  it('is paid once when two people enter it at the same time', async () => {
    const { id } = await fundToHandOut();
    const answers = await Promise.all([pay(id, '20000000000'), pay(id, '20000000000'), pay(id, '20000000000')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422, 422]);
  });
});
