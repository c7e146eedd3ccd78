import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { fundToHandOut, pay, payout, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { balanceOf } from '../../support/sql.js';

describe('reversing a distribution', () => {
  const finance = Client.as('finance');
  const body = { reason: '금액 착오' };
  const reverse = (id: string, ask = {}) => finance.post(`/distributions/${id}/reverse`, body, ask);
  let fund: PaidInFund;
  const paid = async (amountWon: string, changes: Json = {}): Promise<string> => (await pay(fund.id, amountWon, changes)).body.id as string;

  beforeAll(async () => {
    fund = await fundToHandOut();
  }, 120_000);

  itIsClosedTo('manager', 'reverseDistribution', (client) => client.post(`/distributions/${NOWHERE}/reverse`, body));
  itFindsNothingAt((id) => finance.post(`/distributions/${id}/reverse`, body));
  itWritesOncePerKey(async (ask, variation) => {
    keyed ??= await paid('1000');
    return finance.post(`/distributions/${keyed}/reverse`, { reason: variation === 'first' ? '착오' : '다른 착오' }, ask);
  });
  let keyed: string | undefined;

  it('makes it as if it had never been: books, figures and the next working', async () => {
    const book = `fund/${fund.id}`;
    const [first, general] = [fund.partnerIds[0] ?? '', fund.partnerIds[4] ?? ''];
    const balances = () => Promise.all([`fund.cash`, `fund.distributed/${first}`, `fund.carry-paid/${general}`, `fund.uncalled-commitment/${first}`].map((account) => balanceOf(`${book}/${account}`)));
    const before = await balances();
    const plan = async () => (await pay(fund.id, '31000000000', { dryRun: true })).body.plan as Json;
    const working = await plan();
    const id = await paid('32000000000', { recallableWon: '5000000000' });
    expect(await balances()).not.toEqual(before);
    const undone = await reverse(id);
    expectStatus(undone, 201);
    expect(await balances()).toEqual(before);
    expect(await plan()).toEqual(working);
    const rows = (await finance.get(`/funds/${fund.id}/distributions`)).body as Json[];
    expect(rows.find((row) => row.id === id)).toMatchObject({ amountWon: '32000000000', carryWon: '1518194361', reversedReason: '금액 착오', reversible: false });
    expect((await finance.get(`/funds/${fund.id}/performance`)).body).toMatchObject({ distributedWon: '0', carryPaidWon: '0', otherCashWon: '0', cashWon: '32000000000' });
  });

  it('is told beside what was known before: as known then it stands', async () => {
    const knownAt = new Date().toISOString();
    const id = await paid('1000000000');
    const between = new Date().toISOString();
    await reverse(id);
    const known = async (at: string) => ((await finance.get(`/funds/${fund.id}/distributions?knownAt=${at}`)).body as Json[]).find((row) => row.id === id);
    expect([await known(knownAt), (await known(between))?.reversedReason, (await known(new Date().toISOString()))?.reversedReason]).toEqual([undefined, null, '금액 착오']);
  });

  it('takes the last one only, and each once', async () => {
    const [earlier, later] = [await paid('1000'), await paid('2000')];
    expect((await reverse(earlier)).body.code).toBe('distribution.not-the-last');
    expectStatus(await reverse(later), 201);
    expect(refusal(await reverse(later)).slice(0, 2)).toEqual([409, 'distribution.reversed-already']);
    expectStatus(await reverse(earlier), 201);
  });

  it('wants a reason', async () => {
    expect(refusal(await finance.post(`/distributions/${NOWHERE}/reverse`, { reason: ' ' }))).toEqual([400, 'request.invalid', '/reason']);
  });

  it('is not there for whoever may not see the fund', async () => {
    const id = await paid('1000');
    const stranger = await scopedPerson('FINANCE_MAKER', [`fund/${NOWHERE}`]);
    expect((await stranger.post(`/distributions/${id}/reverse`, body)).status).toBeGreaterThanOrEqual(403);
    expect((await stranger.post(`/funds/${fund.id}/distributions`, payout('1000'))).status).toBeGreaterThanOrEqual(403);
    expectStatus(await reverse(id), 201);
  });
});
