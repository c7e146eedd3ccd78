import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { openVoucherYear } from '../../support/vouchers.js';

describe('a programme year', () => {
  itIsClosedTo('admin', 'getVoucherYear', (client) => client.get(`/voucher-years/${NOWHERE}`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/voucher-years/${id}`));

  it('shows what its books say, in the list as on its own', async () => {
    const { id } = await openVoucherYear({ budgetWon: '30000000', vouchers: 6, companies: 5 });
    const limits = { budgetWon: '30000000', budgetLeftWon: '30000000', outstandingWon: '0', vouchersIssued: 0, vouchersLeft: 6, companiesServed: 0, companiesLeft: 5 };
    expect((await Client.as('checker').get(`/voucher-years/${id}`)).body).toMatchObject(limits);
    expect(((await Client.as('committee1').get('/voucher-years')).body as Json[]).find((year) => year.id === id)).toMatchObject(limits);
  });
});
