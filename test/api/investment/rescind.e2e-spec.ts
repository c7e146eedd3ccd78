import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { recordedDeal } from '../../support/deals.js';
import { decide, formFund, obligation, pendingDeal, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const manager = Client.as('manager');
const rescission = (changes: Json = {}): Json => ({ rescindedOn: '2024-09-02', reason: '선행조건 미이행으로 계약 해제', ...changes });
const rescind = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/investments/${id}/rescission`, rescission(changes), ask);

describe('rescinding a deal', () => {
  const repeated = formFund(manager).then(async ({ id }) => [await recordedDeal(id, '1000000'), await recordedDeal(id, '2000000')] as const);
  itIsClosedTo('compliance', 'rescindInvestment', (client) => client.post(`/investments/${NOWHERE}/rescission`, rescission()));
  itFindsNothingAt((id) => rescind(id));
  itWritesOncePerKey(async (ask, variation) => rescind((await repeated)[variation === 'first' ? 0 : 1].id, {}, ask));

  it('gives money and limits back and takes recognition, as if nothing had been invested', async () => {
    const { id: fundId } = await formFund(manager);
    const id = await pendingDeal(fundId, '2000000000');
    await decide(id, 'QUALIFIED');
    const dry = await rescind(id, { dryRun: true });
    expect(dry.body).toMatchObject({ id: null, dryRun: true, before: { qualifyingWon: '2000000000' }, after: { qualifyingWon: '0', investedWon: '0' } });
    const answer = await rescind(id);
    expectStatus(answer, 201);
    expect(answer.body.after).toMatchObject({ investedWon: '0', qualifyingWon: '0', headroomWon: '7400000000', remainingWon: '17400000000' });
    expect((answer.body.postings as Json[]).map(({ posting }) => posting as string)).toEqual(['fund.deal-rescinded', 'fund.limits-settled']);
    const account = (chart: string) => balanceOf(`fund/${fundId}/${chart}`);
    expect([await account('fund.cash'), await account(`fund.investment-cost/${id}`), await account('fund.deal-capacity'), await account('fund.headroom')]).toEqual([0n, 0n, 17_400_000_000n, 7_400_000_000n]);
    expect((await manager.get(`/investments/${id}`)).body).toMatchObject({ rescinded: true, outstandingCostWon: '0', exits: [expect.objectContaining({ kind: 'RESCISSION', proceedsWon: '2000000000' })] });
    // What was given back may be invested again, to the last won.
    expect([(await recordDeal(manager, fundId, '7400000001')).status, (await recordDeal(manager, fundId, '7400000000')).status]).toEqual([422, 201]);
  });

  it('is known from its day on: the day before, the deal still stands', async () => {
    const { id: fundId } = await formFund(manager);
    const { id } = await recordedDeal(fundId, '1000000000');
    await rescind(id);
    expect([(await obligation(fundId, '?asOf=2024-09-01')).investedWon, (await obligation(fundId, '?asOf=2024-09-02')).investedWon]).toEqual(['1000000000', '0']);
  });

  it('books what did not come back as a loss', async () => {
    const { id: fundId } = await formFund(manager);
    const { id } = await recordedDeal(fundId, '1000000000');
    expectStatus(await rescind(id, { returnedWon: '900000000' }), 201);
    expect([await balanceOf(`fund/${fundId}/fund.exit-loss`), await balanceOf(`fund/${fundId}/fund.investment-cost/${id}`)]).toEqual([100_000_000n, 0n]);
  });

  it('is refused a second time, of a voided deal, of a conversion, and outside its days', async () => {
    const { id: fundId } = await formFund(manager);
    const [done, voided, converted] = [await recordedDeal(fundId, '1000000'), await recordedDeal(fundId, '1000000'), await recordedDeal(fundId, '1000000', { instrument: 'CB' })];
    await rescind(done.id);
    await manager.post(`/investments/${voided.id}/void`, { reason: '중복 입력' });
    const made = await manager.post(`/investments/${converted.id}/conversions`, { instrument: 'COMMON', convertedOn: '2024-07-01', shares: '10' });
    expect(refusal(await rescind(done.id))).toEqual([409, 'rescission.done-already']);
    expect(refusal(await rescind(voided.id))).toEqual([409, 'rescission.nothing-to-undo']);
    expect(refusal(await rescind(made.body.id as string))).toEqual([409, 'rescission.of-a-conversion']);
    expect(refusal(await rescind(converted.id, { rescindedOn: '2024-06-02' }))).toEqual([400, 'rescission.date', '/rescindedOn']);
    expect(refusal(await rescind(converted.id, { rescindedOn: '2099-01-02' }))).toEqual([400, 'rescission.date', '/rescindedOn']);
    expect(refusal(await rescind(converted.id, { reason: '' }))).toEqual([400, 'request.invalid', '/reason']);
  });

  it('happens once when several people do it at the same time', async () => {
    const { id: fundId } = await formFund(manager);
    const { id } = await recordedDeal(fundId, '1000000000');
    const answers = await Promise.all(Array.from({ length: 4 }, () => rescind(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await balanceOf(`fund/${fundId}/fund.deal-capacity`)).toBe(17_400_000_000n);
  });
});
