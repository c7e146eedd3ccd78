import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, paidService, stateOf, step, yearInUse, type TestUse } from '../../support/services.js';
import { withSql } from '../../support/sql.js';

const because = { reason: '납품 하자' };
const postings = (body: Json): string[] => (body.entries as Json[]).map(({ posting }) => posting as string);

describe('refunding a service', () => {
  let use: TestUse;
  const paid = async (index: number, changes: Json = {}): Promise<string> => (await paidService(use, use.voucherIds[index] ?? '', changes)).id;

  beforeAll(async () => {
    use = await yearInUse(5);
  });

  itIsClosedTo('checker', 'refundService', (client) => client.post(`/services/${NOWHERE}/refund`, { kind: 'WHOLE', ...because }));
  itFindsNothingAt((id) => step(id, 'refund', { kind: 'WHOLE', ...because }));

  let once: string | null = null;
  itWritesOncePerKey(async (ask, variation) =>
    step((once ??= await paid(0, { supplyWon: '100000' })), 'refund', { kind: 'PRO_RATA', supplyWon: variation === 'first' ? '10000' : '20000', ...because }, ask),
  );

  it('shares a credit note over the lots in which it was paid, and each won returns to its origin', async () => {
    const id = await paid(1);
    const note = { kind: 'PRO_RATA', supplyWon: '1111111', vatWon: '111111', ...because };
    const shown = await step(id, 'refund', { ...note, dryRun: true });
    expect(shown.body).toMatchObject({ dryRun: true, returned: { publicWon: '888889', selfWon: '222222', vatWon: '111111' } });
    const refunded = await step(id, 'refund', note);
    expectStatus(refunded, 200);
    expect(refunded.body).toMatchObject({ before: { availableWon: '2333334', ownMoneyWon: '583333' }, after: { availableWon: '3222223', ownMoneyWon: '805555' } });
    expect(postings(refunded.body)).toEqual(['voucher.service-refunded']);
    expect(await stateOf(id)).toBe('PAID');
    const rest = await step(id, 'refund', { kind: 'WHOLE', ...because });
    expect(rest.body).toMatchObject({ returned: { publicWon: '1777777', selfWon: '444445', vatWon: '222222' }, after: { availableWon: '5000000', ownMoneyWon: '1250000' } });
    expect(await stateOf(id)).toBe('REFUNDED');
    expect(refusal(await step(id, 'refund', { kind: 'WHOLE', ...because }))).toEqual([409, 'service.not-in-this-state']);
  });

  it('returns lot by lot as it was decided, and never more of a lot than stands', async () => {
    const id = await paid(2);
    const part = (lots: Json) => step(id, 'refund', { kind: 'PART', lots, ...because });
    expect(refusal(await part({ publicWon: '2666667', selfWon: '0', vatWon: '0' }))).toEqual([400, 'refund.exceeds-the-use', '/lots/publicWon']);
    expectStatus(await part({ publicWon: '0', selfWon: '0', vatWon: '333333' }), 200);
    const own = await part({ publicWon: '100', selfWon: '666667', vatWon: '0' });
    expect(own.body.after).toMatchObject({ availableWon: '2333434', ownMoneyWon: '1250000' });
    expect(refusal(await part({ publicWon: '0', selfWon: '1', vatWon: '0' }))).toEqual([400, 'refund.exceeds-the-use', '/lots/selfWon']);
    expect(refusal(await step(id, 'refund', { kind: 'PART', ...because }))).toEqual([400, 'refund.lots-missing', '/lots']);
    expect(refusal(await step(id, 'refund', { kind: 'PRO_RATA', ...because }))).toEqual([400, 'refund.supply-missing', '/supplyWon']);
    expect(refusal(await step(id, 'refund', { kind: 'WHOLE', returnedOn: '2021-01-01', ...because }))).toEqual([400, 'service.step-out-of-order', '/returnedOn']);
  });

  it('passes public money on to the programme once the voucher has expired', async () => {
    const id = await paid(3);
    const [, , , voucherId = ''] = use.voucherIds;
    await withSql('OWNER', (sql) => sql.query('update voucher_state set valid_to = current_date - 2 where voucher_id = $1', [voucherId]));
    expectStatus(await Client.as('finance').post(`/voucher-years/${use.year.id}/expire`, { voucherIds: [voucherId] }), 201);
    const refunded = await step(id, 'refund', { kind: 'WHOLE', ...because });
    expect(postings(refunded.body)).toEqual(['voucher.service-refunded', 'voucher.expired']);
    const returned = BigInt(refunded.body.after.returnedWon as string) - BigInt(refunded.body.before.returnedWon as string);
    expect([refunded.body.after.balanceWon, returned]).toEqual(['0', 2_666_666n]);
  });

  it('is for what has been paid', async () => {
    const id = await capturedService(use.voucherIds[4] ?? '', use.provider.id);
    expect(refusal(await step(id, 'refund', { kind: 'WHOLE', ...because }))).toEqual([409, 'service.not-in-this-state']);
  });
});
