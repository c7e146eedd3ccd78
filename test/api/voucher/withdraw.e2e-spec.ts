import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { yearInUse, type TestUse } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';
import { deed, figuresOf, REASON } from '../../support/voucher-life.js';
import { openVoucherYear, selectedVouchers } from '../../support/vouchers.js';

describe.each([
  ['withdraw', 'withdrawVoucher', 'WITHDRAWN'],
  ['cancel', 'cancelVoucher', 'CANCELLED'],
] as const)('POST /vouchers/:id/%s', (verb, operationId, state) => {
  let use: TestUse;
  beforeAll(async () => {
    use = await yearInUse(3);
  });

  itIsClosedTo('manager', operationId, (client) => client.post(`/vouchers/${NOWHERE}/${verb}`, { reason: REASON }));
  itFindsNothingAt((id) => deed(id, verb));
  itWritesOncePerKey((ask, variation) => deed(use.voucherIds[0] ?? '', verb, variation === 'first' ? {} : { reason: '다른 사유' }, ask));

  it('in a dry run shows the posting and where the voucher and the year would stand', async () => {
    const voucherId = use.voucherIds[1] ?? '';
    const { body } = await deed(voucherId, verb, { dryRun: true });
    expect(body).toMatchObject({ dryRun: true, before: { state: 'ISSUED', availableWon: '5000000' }, after: { state, availableWon: '0', revokedWon: '5000000', ownLeftWon: '1250000' } });
    expect(body.entries).toMatchObject([{ posting: 'voucher.revoked', lines: [{ chart: 'voucher.outstanding' }, { chart: 'voucher.returned' }, { chart: 'voucher.balance' }, { chart: 'voucher.granted' }] }]);
    expect((await figuresOf(voucherId)).state).toBe('ISSUED');
  });

  it('gives the public money back and keeps the place in the quota used', async () => {
    const voucherId = use.voucherIds[2] ?? '';
    const [returned, places] = [await balanceOf(use.year.account('voucher.returned')), await balanceOf(use.year.account('voucher.quota'))];
    expect((await deed(voucherId, verb)).status).toBe(201);
    expect([await balanceOf(use.year.account('voucher.returned')), await balanceOf(use.year.account('voucher.quota'))]).toEqual([returned + 5_000_000n, places]);
  });

  it('posts nothing before the issue', async () => {
    const year = await openVoucherYear();
    const [voucherId = ''] = await selectedVouchers(year.id);
    expect((await deed(voucherId, verb)).body).toMatchObject({ before: { state: 'SELECTED' }, after: { state }, entries: [] });
  });

  it('asks for a reason', async () => {
    expect(refusal(await deed(use.voucherIds[1] ?? '', verb, { reason: ' ' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
