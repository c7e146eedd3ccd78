import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { openedCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo } from '../../support/routes.js';

describe('reading calls', () => {
  itIsClosedTo('admin', 'listGrantCalls', (client) => client.get('/grant-calls'));
  itIsClosedTo('admin', 'listGrantCallPresets', (client) => client.get('/grant-call-presets'));
  itIsClosedTo('admin', 'getGrantCall', (client) => client.get('/grant-calls/7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00'));
  itFindsNothingAt((id) => Client.as('finance').get(`/grant-calls/${id}`));

  it('lists a call with its money by the books, and tells a fiscal year apart', async () => {
    const { id } = await openedCall({ budgetWon: '1000000000' });
    const summary = ((await Client.as('checker').get('/grant-calls')).body as Json[]).find((each) => each.id === id);
    expect(summary).toMatchObject({ budgetWon: '1000000000', availableWon: '1000000000', committedWon: '0', paidWon: '0', spentWon: '0', agreements: 0, settled: 0 });
    const call = (await Client.as('checker').get(`/grant-calls/${id}`)).body;
    expect(call.years).toEqual([{ fiscalYear: 2021, budgetWon: '1000000000', availableWon: '1000000000', undrawnWon: '1000000000' }]);
  });
});
