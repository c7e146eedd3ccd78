import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { decide, formFund, pendingDeal, recordDeal } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('listing investments', () => {
  itIsClosedTo('admin', 'listInvestments', (client) => client.get(`/funds/${NOWHERE}/investments`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}/investments`));

  it('shows each deal with the status it has, or had', async () => {
    const { id } = await formFund(Client.as('manager'));
    const accepted = await pendingDeal(id, '1000000000');
    await pendingDeal(id, '2000000000');
    await recordDeal(Client.as('manager'), id, '300000000', { paidOn: '2024-09-02', round: 'Seed' });
    await decide(accepted, 'QUALIFIED', { effectiveOn: '2024-08-01' });
    const on = async (asOf: string) => ((await Client.as('auditor').get(`/funds/${id}/investments?asOf=${asOf}`)).body as Json[]).map(({ number, amountWon, status }) => [number, amountWon, status]);
    expect(await on('2024-07-31')).toEqual([
      ['INV-2024-0001', '1000000000', 'PENDING'],
      ['INV-2024-0002', '2000000000', 'PENDING'],
    ]);
    expect(await on('2024-12-31')).toEqual([
      ['INV-2024-0001', '1000000000', 'QUALIFIED'],
      ['INV-2024-0002', '2000000000', 'PENDING'],
      ['INV-2024-0003', '300000000', 'NOT_CLAIMED'],
    ]);
  });
});
