import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, obligation, pendingDeal, recordDeal } from '../../support/funds.js';
import { assetsInBooks, netAssetValue, posted, sheet, valued } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

describe('voiding an investment', () => {
  const manager = Client.as('manager');
  const undo = (id: string, ask = {}, reason = '중복 입력') => manager.post(`/investments/${id}/void`, { reason }, ask);

  const repeated = formFund(manager).then(async ({ id }) => [await pendingDeal(id, '1000000'), await pendingDeal(id, '2000000')] as const);
  itIsClosedTo('compliance', 'voidInvestment', (client) => client.post(`/investments/${NOWHERE}/void`, { reason: '중복' }));
  itFindsNothingAt((id) => undo(id));
  itWritesOncePerKey(async (ask, variation) => undo((await repeated)[variation === 'first' ? 0 : 1], ask));

  it('mirrors every entry and gives both limits back, as if it had never been', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '2000000000');
    await decide(investmentId, 'QUALIFIED');
    const voided = await undo(investmentId);
    expectStatus(voided, 201);
    expect(voided.body.after).toMatchObject({ investedWon: '0', qualifyingWon: '0', headroomWon: '7400000000', remainingWon: '17400000000' });
    expect([await balanceOf(`fund/${id}/fund.headroom`), await balanceOf(`fund/${id}/fund.deal-capacity`), await balanceOf(`fund/${id}/fund.cash`)]).toEqual([7_400_000_000n, 17_400_000_000n, 0n]);
    const entries = (await manager.get(`/ledger/entries?book=fund/${id}&subject=${investmentId}`)).body as Json[];
    expect(entries.map(({ posting }) => posting as string)).toEqual(['fund.investment-voided', 'fund.investment-voided', 'fund.recognition-accepted', 'fund.investment-paid']);
    expect(entries.slice(0, 2).map(({ reverses }) => reverses as string).sort()).toEqual(entries.slice(2).map(({ id: entryId }) => entryId as string).sort());
    expect((await manager.get(`/investments/${investmentId}`)).body).toMatchObject({ voided: true, outstandingCostWon: '0' });
  });

  it('takes what a valuation had added back on the day it was added: no day shows a gain without its deal', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '2000000000');
    await posted(manager.post(`/funds/${id}/valuations`, sheet([valued(investmentId, '2500000000')])));
    expect(await assetsInBooks(id, '2024-12-31')).toBe(500_000_000n);
    expectStatus(await undo(investmentId), 201);
    for (const day of ['2024-06-03', '2024-12-31', '2025-06-30']) expect([day, await assetsInBooks(id, day), await netAssetValue(id, day)]).toEqual([day, 0n, 0n]);
    expect([await balanceOf(`fund/${id}/fund.fair-value-adjustment/${investmentId}`), await balanceOf(`fund/${id}/fund.unrealised-gain/${investmentId}`)]).toEqual([0n, 0n]);
  });

  it('is recorded even where it takes headroom that was spent on the strength of the deal', async () => {
    const { id } = await formFund(manager, { obligationRatioBasisPoints: 2000 });
    const investmentId = await pendingDeal(id, '4000000000');
    await decide(investmentId, 'QUALIFIED');
    expect((await recordDeal(manager, id, '13400000000')).status).toBe(201);
    expect((await undo(investmentId)).status).toBe(201);
    expect((await obligation(id)).feasibility).toMatchObject({ remainingWon: '4000000000', shortfallWon: '4000000000', headroomWon: '0', feasible: true });
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(0n);
  });

  it('is refused a second time, and everything else about a voided deal with it', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '1000000');
    await undo(investmentId);
    expect(refusal(await undo(investmentId))).toEqual([409, 'investment.voided-already']);
    expect(refusal(await decide(investmentId, 'QUALIFIED'))).toEqual([409, 'classification.nothing-to-decide']);
  });

  it('is done once when two people do it at the same time', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '1000000000');
    const answers = await Promise.all(Array.from({ length: 5 }, () => undo(investmentId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await balanceOf(`fund/${id}/fund.deal-capacity`)).toBe(17_400_000_000n);
  });

  it('is refused when somebody decided since the deal was read', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '1000000000');
    const seen = (await manager.get(`/investments/${investmentId}`)).headers.get('etag') ?? '';
    await decide(investmentId, 'QUALIFIED');
    expect(refusal(await undo(investmentId, { headers: { 'if-match': seen } }))).toEqual([409, 'precondition.stale']);
    expect((await obligation(id)).investedWon).toBe('1000000000');
    expect((await undo(investmentId, { headers: { 'if-match': '*' } })).status).toBe(201);
  });

  it('asks for a reason', async () => {
    expect(refusal(await undo(NOWHERE, {}, ' \n'))).toEqual([400, 'request.invalid', '/reason']);
  });
});
