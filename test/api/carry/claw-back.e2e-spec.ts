import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { callAndReceive, dealWithExit, decideTerms, exitDeal, heldDeal, paidInFund, pay, waterfallTerms, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const clawBack = (fundId: string, changes: Json = {}, ask = {}) => Client.as('finance').post(`/funds/${fundId}/carry/clawbacks`, { paidOn: '2026-06-30', taxWon: '0', ...changes }, ask);

const TERMS_AT_THE_END = waterfallTerms({ hurdleBasisPoints: 800, carryBasisPoints: 1000, effectiveFrom: '2026-01-01' });

/** Carry was paid on the first exits; the last deal, paid for by a later call, was lost. */
async function fundWithTooMuchCarry(): Promise<PaidInFund & { readonly lost: string }> {
  const fund = await paidInFund({}, { investmentTo: '2025-10-31' });
  for (let part = 0; part < 4; part += 1) await dealWithExit(fund.id, '4000000000', '7500000000');
  expectStatus(await pay(fund.id, '32000000000'), 201);
  await callAndReceive(fund.id, '2000000000', '2025-01-02');
  const lost = await heldDeal(fund.id, '2000000000', '2025-02-03');
  return { ...fund, lost };
}

describe('clawing carry back', () => {
  let fund: Awaited<ReturnType<typeof fundWithTooMuchCarry>>;
  beforeAll(async () => {
    fund = await fundWithTooMuchCarry();
  }, 120_000);

  itIsClosedTo('manager', 'clawBackCarry', (client) => client.post(`/funds/${NOWHERE}/carry/clawbacks`, { paidOn: '2026-06-30', taxWon: '0' }));
  itFindsNothingAt((id) => clawBack(id));

  it('waits until nothing is held', async () => {
    const early = await clawBack(fund.id);
    expect([early.status, early.body.code]).toEqual([422, 'rule.clawback-comes-at-the-end']);
  });

  it('gives the partners what they lack to have the hurdle; in a dry run nobody pays', async () => {
    await exitDeal(fund.id, fund.lost, '0', '2026-06-01');
    await decideTerms(fund.id, TERMS_AT_THE_END);
    const dry = await clawBack(fund.id, { dryRun: true });
    expectStatus(dry, 201);
    // 32 billion came back for 20 paid in: carry of 10 % on 12 billion is less than was paid, and investors lack even more of 8 % a year.
    expect(dry.body).toMatchObject({ id: null, carryPaidWon: '1518194361', beyondShareWon: '318194361', hurdleShortfallWon: '701845365', clawbackWon: '701845365' });
    expect((dry.body.fromPartners as Json[]).map((part) => [part.partnerId, part.amountWon])).toEqual([[fund.partnerIds[4], '701845365']]);
    expect(((await Client.as('auditor').get(`/funds/${fund.id}/distributions`)).body as Json[]).length).toBe(1);
  });

  it('keeps to what the tax left, moves no cash on balance, and ends a fund that can then be dissolved', async () => {
    const ended = await fundWithTooMuchCarry();
    await exitDeal(ended.id, ended.lost, '0', '2026-06-01');
    await decideTerms(ended.id, TERMS_AT_THE_END);
    const book = `fund/${ended.id}`;
    const general = ended.partnerIds[4] ?? '';
    const cash = await balanceOf(`${book}/fund.cash`);
    const done = await clawBack(ended.id, { taxWon: '1000000000' });
    expectStatus(done, 201);
    expect(done.body).toMatchObject({ carryPaidWon: '1518194361', clawbackWon: '518194361' });
    expect((done.body.toPartners as Json[]).map((part) => part.amountWon as string)).toEqual(['259097181', '129548590', '77729154', '46637492', '5181944']);
    expect([await balanceOf(`${book}/fund.cash`), await balanceOf(`${book}/fund.carry-paid/${general}`)]).toEqual([cash, 1_000_000_000n]);
    const rows = (await Client.as('auditor').get(`/funds/${ended.id}/distributions`)).body as Json[];
    expect(rows.at(-1)).toMatchObject({ kind: 'CLAWBACK', amountWon: '0', investorsWon: '518194361', carryWon: '-518194361', reversible: false });
    expect((await Client.as('finance').post(`/distributions/${rows.at(-1)?.id as string}/reverse`, { reason: '착오' })).body.code).toBe('distribution.is-clawback');
    const figures = (await Client.as('auditor').get(`/funds/${ended.id}/performance`)).body as Json;
    expect(figures).toMatchObject({ carryPaidWon: '1000000000', otherCashWon: '0', cashWon: '0', netAssetValueWon: '0', outstandingCostWon: '0', paidInWon: '20000000000', distributedWon: '31000000000' });
    const dissolved = await Client.as('manager').post(`/funds/${ended.id}/dissolution`, { dissolvedOn: '2026-07-31', cause: 'PARTNERS_DECIDED', reason: '전 자산 회수 및 분배 완료', liquidator: '업무집행조합원' });
    expectStatus(dissolved, 201);
  });

  it('is refused where there is nothing to give back', async () => {
    const { id } = await paidInFund();
    expect(refusal(await clawBack(id)).slice(0, 2)).toEqual([422, 'carry.nothing-to-claw-back']);
    expect((await clawBack(id, { dryRun: true })).body).toMatchObject({ clawbackWon: '0', postings: [] });
    expect((await clawBack(id, { taxWon: '1' })).body.code).toBe('rule.tax-stays-within-carry');
  });

  it.each([
    ['in the future', { paidOn: '2099-01-01' }, 'distribution.not-paid-yet', '/paidOn'],
    ['with a tax below zero', { taxWon: '-1' }, 'request.invalid', '/taxWon'],
  ])('is refused %s', async (_what, changes, code, pointer) => {
    expect(refusal(await clawBack(fund.id, changes))).toEqual([400, code, pointer]);
  });

  itWritesOncePerKey((ask, variation) => clawBack(fund.id, variation === 'first' ? { paidOn: '2026-07-01' } : { paidOn: '2026-07-02' }, ask));
});
