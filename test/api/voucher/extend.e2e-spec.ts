import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, localDate } from '#libs/calendar';
import { refusal } from '../../support/answers.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today, yearInUse, type TestUse } from '../../support/services.js';
import { deed, REASON, voucherPage } from '../../support/voucher-life.js';
import { issuedVouchers, openVoucherYear } from '../../support/vouchers.js';

describe('extending a voucher', () => {
  let use: TestUse;
  let last: string;
  const later = (days: number): string => addDays(localDate(last), days);

  beforeAll(async () => {
    use = await yearInUse(3);
    last = (await voucherPage(use.voucherIds[0] ?? '')).voucher.validTo as string;
  });

  itIsClosedTo('checker', 'extendVoucher', (client) => client.post(`/vouchers/${NOWHERE}/extend`, { reason: REASON, to: '2030-01-01' }));
  itFindsNothingAt((id) => deed(id, 'extend', { to: '2030-01-01' }));
  itWritesOncePerKey((ask, variation) => deed(use.voucherIds[1] ?? '', 'extend', { to: later(variation === 'first' ? 1 : 2) }, ask));

  it('sets the last day, up to three months past the first one', async () => {
    const voucherId = use.voucherIds[0] ?? '';
    const latest = addMonths(localDate(last), 3);
    expect((await voucherPage(voucherId)).latestValidTo).toBe(latest);
    expect((await deed(voucherId, 'extend', { to: later(10) })).body).toMatchObject({ before: { validTo: last }, after: { validTo: later(10), state: 'ISSUED' }, entries: [] });
    expect((await deed(voucherId, 'extend', { to: latest })).status).toBe(201);
    expect((await voucherPage(voucherId)).latestValidTo).toBe(latest);
    expect(refusal(await deed(voucherId, 'extend', { to: addDays(latest, 1) }))).toEqual([400, 'voucher.extension-out-of-range', '/to']);
  });

  it('refuses a day that is none later', async () => {
    expect(refusal(await deed(use.voucherIds[2] ?? '', 'extend', { to: last }))).toEqual([400, 'voucher.extension-out-of-range', '/to']);
  });

  it('stays within the fiscal year where the terms cut there', async () => {
    const { year, voucherIds } = await yearInUse(1, { terms: { 'voucher.ends-with-fiscal-year': 'true' } });
    expect([year.id.length, (await voucherPage(voucherIds[0] ?? '')).latestValidTo]).toEqual([36, `${today().slice(0, 4)}-12-31`]);
  });

  it('comes too late after the last day', async () => {
    const year = await openVoucherYear();
    const [voucherId = ''] = await issuedVouchers(year.id, 1, { issuedOn: '2021-05-03', validTo: '2021-06-30' });
    expect(refusal(await deed(voucherId, 'extend', { to: '2021-07-31' }))).toEqual([422, 'voucher.validity-is-over']);
  });
});
