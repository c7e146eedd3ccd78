import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import type { Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capturedService, contractedService, yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';
import { deed, figuresOf, REASON, voucherPage } from '../../support/voucher-life.js';

const split = (voucherId: string, amountWon: string, more: Json = {}, ask = {}) => deed(voucherId, 'split', { amountWon, ...more }, ask);

describe('splitting a voucher', () => {
  let use: TestUse;

  beforeAll(async () => {
    use = await yearInUse(3, { vouchers: 5, companies: 5 });
  });

  itIsClosedTo('checker', 'splitVoucher', (client) => client.post(`/vouchers/${NOWHERE}/split`, { reason: REASON, amountWon: '1' }));
  itFindsNothingAt((id) => split(id, '1'));
  itWritesOncePerKey((ask, variation) => split(use.voucherIds[0] ?? '', variation === 'first' ? '1000' : '2000', {}, ask));

  it('makes a voucher with the next number, the same company, the same last day and its share of the own money', async () => {
    const voucherId = use.voucherIds[1] ?? '';
    await contractedService(voucherId, use.provider.id, { supplyWon: '1250000' });
    const preview = (await split(voucherId, '1000000', { dryRun: true })).body;
    expect(preview).toMatchObject({ before: { availableWon: '4000000', vouchersLeft: 1 }, after: { availableWon: '3000000', heldWon: '1000000', vouchersLeft: 0, ownLeftWon: '1000000' }, part: { id: null } });
    const { part } = (await split(voucherId, '1000000')).body as { part: { id: string; number: string } };
    const [whole, piece] = [await voucherPage(voucherId), await voucherPage(part.id)];
    expect(piece.voucher).toMatchObject({ number: part.number, state: 'ISSUED', issuedWon: '1000000', availableWon: '1000000', ownLeftWon: '250000', validTo: whole.voucher.validTo, companyId: whole.voucher.companyId, parentId: voucherId });
    expect([whole.relatives, piece.relatives]).toMatchObject([[{ id: part.id, relation: 'PART' }], [{ id: voucherId, relation: 'WHOLE' }]]);
    expect(await balanceOf(use.year.account('voucher.outstanding'))).toBe(15_000_000n);
    // The part is as good as any: public and own money are spent from it.
    await capturedService(part.id, use.provider.id, { supplyWon: '1250000' });
    expect(await figuresOf(part.id)).toMatchObject({ captured: '1000000', available: '0', own: '0' });
  });

  it('refuses all of it, and what the quota does not hold, naming what is left', async () => {
    const voucherId = use.voucherIds[2] ?? '';
    expect(refusal(await split(voucherId, '5000000'))).toEqual([400, 'voucher.split-leaves-nothing', '/amountWon']);
    const { status, body } = await split(voucherId, '1000');
    expect([status, body.code, body.text.en]).toEqual([422, 'rule.quota-leaves-room', 'No voucher is left in the quota (budget left 485,000,000 won). A part counts as one. Decide on a larger quota first.']);
  });
});
