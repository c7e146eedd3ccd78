import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { capture, claimedService, contract, yearInUse, type TestUse } from '../../support/services.js';
import { deed, figuresOf, REASON } from '../../support/voucher-life.js';

describe('suspending and resuming a voucher', () => {
  let use: TestUse;
  beforeAll(async () => {
    use = await yearInUse(4);
  });

  itIsClosedTo('checker', 'suspendVoucher', (client) => client.post(`/vouchers/${NOWHERE}/suspend`, { reason: REASON }));
  itIsClosedTo('auditor', 'resumeVoucher', (client) => client.post(`/vouchers/${NOWHERE}/resume`, { reason: REASON }));
  itFindsNothingAt((id) => deed(id, 'suspend'));
  itFindsNothingAt((id) => deed(id, 'resume'));
  itWritesOncePerKey((ask, variation) => deed(use.voucherIds[0] ?? '', 'suspend', variation === 'first' ? {} : { reason: '다른 사유' }, ask));

  it('stops contracts and payments, keeps what is held, and lets both go on afterwards', async () => {
    const voucherId = use.voucherIds[1] ?? '';
    const serviceId = await claimedService(voucherId, use.provider.id);
    expect((await deed(voucherId, 'suspend')).body).toMatchObject({ before: { state: 'ISSUED' }, after: { state: 'SUSPENDED', heldWon: '2666666' }, entries: [] });
    expect(refusal(await contract(voucherId, use.provider.id, { supplyWon: '1000' }))).toEqual([409, 'voucher.not-in-this-state']);
    expect((await capture(serviceId)).status).toBe(409);
    expect((await deed(voucherId, 'resume')).body.after.state).toBe('ISSUED');
    expect((await capture(serviceId)).status).toBe(200);
    expect(await figuresOf(voucherId)).toMatchObject({ held: '0', captured: '2666666' });
  });

  it('leaves nothing behind in a dry run', async () => {
    const voucherId = use.voucherIds[2] ?? '';
    expect((await deed(voucherId, 'suspend', { dryRun: true })).body.after.state).toBe('SUSPENDED');
    expect((await figuresOf(voucherId)).state).toBe('ISSUED');
  });
});
