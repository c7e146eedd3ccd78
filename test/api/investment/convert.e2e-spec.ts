import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { recordedDeal } from '../../support/deals.js';
import { CLAIM, decide, formFund, obligation } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const manager = Client.as('manager');
const conversion = (changes: Json = {}): Json => ({ instrument: 'COMMON', convertedOn: '2025-03-04', shares: '40000', ...changes });
const convert = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/investments/${id}/conversions`, conversion(changes), ask);

async function held(instrument: string, changes: Json = {}): Promise<{ fundId: string; id: string }> {
  const { id: fundId } = await formFund(manager);
  return { fundId, id: (await recordedDeal(fundId, '2000000000', { instrument, ...changes })).id };
}

describe('converting a holding', () => {
  const repeated = Promise.all([held('CB'), held('CB')]);
  itIsClosedTo('compliance', 'convertInvestment', (client) => client.post(`/investments/${NOWHERE}/conversions`, conversion()));
  itFindsNothingAt((id) => convert(id));
  itWritesOncePerKey(async (ask, variation) => convert((await repeated)[variation === 'first' ? 0 : 1].id, {}, ask));

  it('moves no money and is never counted twice: cost, obligation and limits are what they were', async () => {
    const { fundId, id } = await held('CB', CLAIM);
    await decide(id, 'QUALIFIED');
    const [before, cash] = [await obligation(fundId), await balanceOf(`fund/${fundId}/fund.cash`)];
    const answer = await convert(id, { totalShares: '400000' });
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ dryRun: false, convertedWon: '2000000000', costWon: '2000000000', leftWon: '0', ownershipPercent: '10.00' });
    const after = await obligation(fundId);
    expect([after.investedWon, after.qualifyingWon, after.investmentCount, after.feasibility.headroomWon]).toEqual([before.investedWon, before.qualifyingWon, before.investmentCount, before.feasibility.headroomWon]);
    expect([await balanceOf(`fund/${fundId}/fund.cash`), await balanceOf(`fund/${fundId}/fund.investment-cost/${id}`), await balanceOf(`fund/${fundId}/fund.investment-cost/${answer.body.id}`)]).toEqual([cash, 2_000_000_000n, 0n]);
    const [root, made] = [(await manager.get(`/investments/${id}`)).body, (await manager.get(`/investments/${answer.body.id}`)).body];
    expect([root.status, root.outstandingCostWon, root.conversions]).toEqual(['QUALIFIED', '2000000000', [expect.objectContaining({ instrument: 'COMMON', shares: '40000', convertedWon: '2000000000', fromId: id, voided: false })]]);
    expect(made).toMatchObject({ kind: 'CONVERSION', outstandingCostWon: '0', originId: id, status: 'NOT_CLAIMED', term: { totalShares: '400000', ownershipPercent: '10.00' } });
  });

  it('goes in parts and in steps, and never over what is held', async () => {
    const { id } = await held('SAFE');
    const first = await convert(id, { instrument: 'RCPS', convertedWon: '1500000000' });
    expect(first.body).toMatchObject({ leftWon: '500000000' });
    expect(refusal(await convert(id, { convertedWon: '500000001' }))).toEqual([400, 'conversion.more-than-held', '/convertedWon']);
    expectStatus(await convert(first.body.id as string, { convertedOn: '2025-06-02' }), 201);
    expect(refusal(await convert(first.body.id as string, { convertedOn: '2025-06-02', convertedWon: '1' }))).toEqual([400, 'conversion.more-than-held', '/convertedWon']);
    expect((((await manager.get(`/investments/${id}`)).body.conversions) as Json[]).map(({ instrument, convertedWon }) => [instrument, convertedWon])).toEqual([['RCPS', '1500000000'], ['COMMON', '1500000000']]);
  });

  it('is done once when two people do it at the same time', async () => {
    const { id } = await held('CB');
    const answers = await Promise.all(Array.from({ length: 4 }, () => convert(id, { convertedWon: '2000000000' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  it('in a dry run says the same and leaves nothing behind', async () => {
    const { id } = await held('CPS');
    expect((await convert(id, { dryRun: true })).body).toMatchObject({ id: null, number: null, dryRun: true, convertedWon: '2000000000' });
    expect((await manager.get(`/investments/${id}`)).body.conversions).toEqual([]);
  });

  it('is undone by itself, and not under it the deal', async () => {
    const { id } = await held('CB');
    const made = (await convert(id)).body.id as string;
    const undo = (which: string) => manager.post(`/investments/${which}/void`, { reason: '중복 입력' });
    expect(refusal(await undo(id))).toEqual([409, 'investment.converted']);
    expectStatus(await undo(made), 201);
    expectStatus(await convert(id), 201);
  });

  it.each<[string, string, Json, readonly unknown[]]>([
    ['of common stock', 'COMMON', {}, [409, 'conversion.not-convertible']],
    ['of a CPS into RCPS', 'CPS', { instrument: 'RCPS' }, [400, 'conversion.into', '/instrument']],
    ['before the payment', 'CB', { convertedOn: '2024-06-02' }, [400, 'conversion.date', '/convertedOn']],
    ['of tomorrow', 'CB', { convertedOn: '2099-01-02' }, [400, 'conversion.date', '/convertedOn']],
    ['with a term that common stock does not have', 'CB', { terms: { couponBasisPoints: 300 } }, [400, 'deal.term-not-of-instrument', '/terms/couponBasisPoints']],
    ['without shares', 'CB', { shares: '0' }, [400, 'request.invalid', '/shares']],
  ])('refuses a conversion %s', async (_what, instrument, changes, expected) => {
    expect(refusal(await convert((await held(instrument)).id, changes))).toEqual(expected);
  });

  it('refuses to convert what was voided or rescinded', async () => {
    const [voided, rescinded] = [await held('CB'), await held('CB')];
    await manager.post(`/investments/${voided.id}/void`, { reason: '중복 입력' });
    await manager.post(`/investments/${rescinded.id}/rescission`, { rescindedOn: '2024-09-02', reason: '선행조건 미이행' });
    expect([refusal(await convert(voided.id)), refusal(await convert(rescinded.id))]).toEqual([[409, 'conversion.nothing-held'], [409, 'conversion.nothing-held']]);
  });
});
