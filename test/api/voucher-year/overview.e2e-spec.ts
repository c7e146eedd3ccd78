import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, claimedService, contractedService, paidService, today, yearInUse, type TestUse } from '../../support/services.js';
import { agreedVoucher, appliedVoucher, issuedVoucher, openVoucherYear, selectedVouchers } from '../../support/vouchers.js';

const overview = async (yearId: string): Promise<Json> => (await Client.as('auditor').get(`/voucher-years/${yearId}/overview`)).body;

describe('the overview of a programme year', () => {
  let use: TestUse;
  let shown: Json;

  beforeAll(async () => {
    use = await yearInUse(4, { budgetWon: '100000000', vouchers: 10 });
    const [first = '', second = '', third = ''] = use.voucherIds;
    await paidService(use, first);
    await capturedService(second, use.provider.id);
    await claimedService(third, use.provider.id);
    await contractedService(third, use.provider.id, { supplyWon: '1000000' });
    const on = { receivedOn: today(), contractOn: today() };
    await appliedVoucher(use.year.id, on);
    await selectedVouchers(use.year.id, 2, on);
    await agreedVoucher(use.year.id, { application: on, agreedOn: today() });
    await Client.as('finance').post(`/vouchers/${use.voucherIds[3] ?? ''}/withdraw`, { reason: '시험 사유입니다' });
    shown = await overview(use.year.id);
  });

  itIsClosedTo('admin', 'getVoucherYearOverview', (client) => client.get(`/voucher-years/${NOWHERE}/overview`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/voucher-years/${id}/overview`));

  it('follows the public money from the budget to where it is', () => {
    expect(shown.money).toEqual({
      ...{ budgetWon: '100000000', budgetLeftWon: '80000000' },
      // Three vouchers of 5 million, less twice 2,666,666; what the two services under way hold.
      ...{ outstandingWon: '9666668', heldWon: '3466666' },
      ...{ capturedWon: '5333332', unpaidWon: '2666666', paidWon: '2666666' },
      ...{ expiredWon: '0', revokedWon: '5000000', returnedWon: '5000000', carriedOverWon: '0' },
    });
    const { budgetLeftWon, outstandingWon, capturedWon, returnedWon, budgetWon } = shown.money as Record<string, string>;
    expect([budgetLeftWon, outstandingWon, capturedWon, returnedWon].reduce((sum, won) => sum + BigInt(won ?? 0), 0n)).toBe(BigInt(budgetWon ?? 0));
  });

  it('counts pieces, and who stands where', () => {
    expect(shown).toMatchObject({ vouchersIssued: 4, vouchersLeft: 6, companiesServed: 4, companiesLeft: 6, openClawbacks: 0, clawbackWon: '0', asOf: today() });
    const vouchers = Object.fromEntries((shown.vouchers as Json[]).map(({ state, count, publicWon }) => [state, [count, publicWon]]));
    expect(vouchers).toEqual({ APPLIED: [1, '0'], SELECTED: [2, '0'], AGREED: [1, '0'], ISSUED: [3, '15000000'], WITHDRAWN: [1, '5000000'] });
    const services = Object.fromEntries((shown.services as Json[]).map(({ state, count, publicWon }) => [state, [count, publicWon]]));
    expect(services).toEqual({ PAID: [1, '2666666'], CAPTURED: [1, '2666666'], CLAIMED: [1, '2666666'], CONTRACTED: [1, '800000'] });
    expect(shown.stages).toEqual([{ stage: 'APPROVED', spendable: true, amountWon: '100000000', vouchers: 10, companies: 10 }]);
  });

  it('shows what ends soon and what stands still by the days that were decided', async () => {
    expect([shown.expiringWithinDays, shown.expiring, shown.stuckAfterDays, shown.stuck]).toEqual([30, [], 30, []]);
    const compliance = Client.as('compliance');
    const term = (key: string, value: string) => compliance.post(`/voucher-years/${use.year.id}/terms`, { key, value, effectiveFrom: today(), clause: '업무지침', source: 'PRACTICE' });
    await term('voucher.expiring-within-days', '999');
    await term('voucher.stuck-after-days', '0');
    const later = await overview(use.year.id);
    expect((later.expiring as Json[]).map(({ balanceWon, heldWon }) => [balanceWon, heldWon]).sort()).toEqual([['2333334', '0'], ['2333334', '0'], ['5000000', '3466666']]);
    expect((later.stuck as Json[]).map(({ state, days, publicWon }) => [state, days, publicWon]).sort()).toEqual([['CAPTURED', 0, '2666666'], ['CLAIMED', 0, '2666666'], ['CONTRACTED', 0, '800000']]);
    expect(new Set((later.stuck as Json[]).map(({ provider }) => provider as string)).size).toBe(1);
  });

  it('keeps those whose last day has passed at the top until they are expired', async () => {
    const year = await openVoucherYear();
    const id = await issuedVoucher(year.id, { validTo: '2021-06-30' });
    expect((await overview(year.id)).expiring).toMatchObject([{ voucherId: id, validTo: '2021-06-30', balanceWon: '5000000' }]);
    await Client.as('finance').post(`/voucher-years/${year.id}/expire`, {});
    expect(await overview(year.id)).toMatchObject({ expiring: [], money: { expiredWon: '5000000', returnedWon: '5000000', outstandingWon: '0' } });
  });
});
