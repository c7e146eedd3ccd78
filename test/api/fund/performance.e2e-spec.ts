import { describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { formFund, recordDeal } from '../../support/funds.js';

describe('the performance of a fund', () => {
  itIsClosedTo('admin', 'getPerformance', (client) => client.get(`/funds/${NOWHERE}/performance`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}/performance`));

  it('is nothing but commitments and costs while nothing came back', async () => {
    const { id } = await formFund(Client.as('manager'));
    await recordDeal(Client.as('manager'), id, '1000000000');
    const { body } = await Client.as('auditor').get(`/funds/${id}/performance`);
    expect(body).toMatchObject({ committedWon: '20000000000', paidInWon: '0', distributedWon: '0', investedWon: '1000000000' });
  });
});
