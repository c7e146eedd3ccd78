import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, draftedBatch, release, stateOf, yearInUse, type TestUse } from '../../support/services.js';

const because = { reason: '계좌 변경' };

describe('cancelling payments', () => {
  const finance = Client.as('finance');
  let use: TestUse;
  const cancel = (id: string) => finance.post(`/payment-batches/${id}/cancel`, because);

  beforeAll(async () => {
    use = await yearInUse(1);
  });

  itIsClosedTo('manager', 'cancelPaymentBatch', (client) => client.post(`/payment-batches/${NOWHERE}/cancel`, because));
  itFindsNothingAt(cancel);

  it('lets the claims be drafted anew, and cannot be done twice or after the payment', async () => {
    const id = await capturedService(use.voucherIds[0] ?? '', use.provider.id, { supplyWon: '10000' });
    const first = await draftedBatch(use.year.id, [id]);
    expectStatus(await cancel(first), 200);
    expect([await stateOf(id), refusal(await cancel(first))[1], refusal(await release(first))[1]]).toEqual(['CAPTURED', 'payment-batch.ended', 'payment-batch.ended']);
    const second = await draftedBatch(use.year.id, [id]);
    expectStatus(await release(second), 200);
    expect(refusal(await cancel(second))).toEqual([409, 'payment-batch.ended']);
    const listed = (await finance.get(`/voucher-years/${use.year.id}/payment-batches`)).body as { state: string; reason: string | null }[];
    expect(listed.map(({ state, reason }) => [state, reason])).toEqual([['RELEASED', null], ['CANCELLED', '계좌 변경']]);
  });
});
