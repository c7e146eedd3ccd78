import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { decide, formFund, pendingDeal, recordDeal } from '../../support/funds.js';
import { itIsClosedTo, itWritesOncePerKey } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

describe('closing a period', () => {
  const [manager, compliance] = [Client.as('manager'), Client.as('compliance')];
  let fundId: string;
  const close = (closedThrough: string, id = fundId, ask = {}) => compliance.post('/ledger/periods', { book: `fund/${id}`, closedThrough }, ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  const repeated = formFund(manager);
  itIsClosedTo('finance', 'closePeriod', (client) => client.post('/ledger/periods', { book: 'fund/x', closedThrough: '2024-12-31' }));
  itWritesOncePerKey(async (ask, variation) => close(variation === 'first' ? '2024-06-30' : '2024-12-31', (await repeated).id, ask));

  it('lets nothing be posted any more on or before that day, and everything after it', async () => {
    const { id } = await formFund(manager);
    const call = (await manager.post(`/funds/${id}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
    const closed = await close('2024-06-30', id);
    expectStatus(closed, 201);
    expect(closed.body).toEqual({ book: `fund/${id}`, closedThrough: '2024-06-30' });
    const receipt = (valueOn: string) => Client.as('finance').post(`/capital-calls/${call.id}/receipts`, { partnerId: call.shares[0].partnerId, amountWon: '1000', valueOn });
    expect(refusal(await recordDeal(manager, id, '1000', { paidOn: '2024-06-30' }))).toEqual([422, 'ledger.period-closed']);
    expect(refusal(await receipt('2024-06-30'))).toEqual([422, 'ledger.period-closed']);
    expect([(await recordDeal(manager, id, '1000', { paidOn: '2024-07-01' })).status, (await receipt('2024-07-01')).status]).toEqual([201, 201]);
  });

  it('leaves nothing of a refused deal behind', async () => {
    const { id } = await formFund(manager);
    await close('2024-06-30', id);
    const refused = await recordDeal(manager, id, '1000');
    expect(refused.status).toBe(422);
    expect((await manager.get(`/funds/${id}/investments`)).body).toEqual([]);
    expect(await balanceOf(`fund/${id}/fund.headroom`)).toBe(7_400_000_000n);
  });

  it('does not keep a deal of the closed period from being voided: the mirror is dated today', async () => {
    const { id } = await formFund(manager);
    const investmentId = await pendingDeal(id, '1000000000');
    await decide(investmentId, 'QUALIFIED');
    await close('2024-12-31', id);
    expect((await manager.post(`/investments/${investmentId}/void`, { reason: '중복' })).status).toBe(201);
    expect([await balanceOf(`fund/${id}/fund.headroom`), await balanceOf(`fund/${id}/fund.deal-capacity`)]).toEqual([7_400_000_000n, 17_400_000_000n]);
  });

  it('goes forward only', async () => {
    const { id } = await formFund(manager);
    expect((await close('2024-12-31', id)).status).toBe(201);
    expect(refusal(await close('2024-12-31', id))).toEqual([409, 'period.closed-already']);
    expect(refusal(await close('2024-06-30', id))).toEqual([409, 'period.closed-already']);
    expect((await close('2025-06-30', id)).status).toBe(201);
  });

  it('refuses a period that is not over, and a book that nobody keeps', async () => {
    expect(refusal(await close('2199-12-31'))).toEqual([400, 'period.not-over']);
    expect(refusal(await close('2024-12-31', 'nobody'))).toEqual([404, 'resource.not-found']);
    expect(refusal(await close('2024-02-30'))).toEqual([400, 'request.invalid', '/closedThrough']);
  });
});
