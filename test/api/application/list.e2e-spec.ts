import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { agreedVouchers, openVoucherYear } from '../../support/vouchers.js';

describe('listing the applications of a year', () => {
  const finance = Client.as('finance');

  itIsClosedTo('admin', 'listApplications', (client) => client.get(`/voucher-years/${NOWHERE}/applications`));
  itFindsNothingAt((id) => finance.get(`/voucher-years/${id}/applications`));

  it('tells how far each has come, up to the own money that was paid in', async () => {
    const { id } = await openVoucherYear();
    await agreedVouchers(id, 2);
    const listed = (await finance.get(`/voucher-years/${id}/applications`)).body as Json[];
    expect(listed.map(({ state, free, scored, meanScore, rank, agreedOn, agreedWon, ownDueWon, ownPaidWon }) => ({ state, free, scored, meanScore, rank, agreedOn, agreedWon, ownDueWon, ownPaidWon }))).toEqual([
      { state: 'AGREED', free: 2, scored: 2, meanScore: '95', rank: 1, agreedOn: '2021-04-01', agreedWon: '5000000', ownDueWon: '1250000', ownPaidWon: '1250000' },
      { state: 'AGREED', free: 2, scored: 2, meanScore: '94', rank: 2, agreedOn: '2021-04-01', agreedWon: '5000000', ownDueWon: '1250000', ownPaidWon: '1250000' },
    ]);
  });

  it('shows one page after the other', async () => {
    const { id } = await openVoucherYear();
    await agreedVouchers(id, 3, { deposited: false });
    const numbers = async (query: string): Promise<string[]> => ((await finance.get(`/voucher-years/${id}/applications${query}`)).body as Json[]).map(({ number }) => number as string);
    expect([await numbers('?limit=2'), await numbers('?limit=2&after=APP-2021-002')]).toEqual([['APP-2021-001', 'APP-2021-002'], ['APP-2021-003']]);
  });
});
