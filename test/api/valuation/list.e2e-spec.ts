import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { fundWithDeals, posted, sheet, valued } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('the valuation sheet', () => {
  const auditor = Client.as('auditor');

  itIsClosedTo('admin', 'listValuations', (client) => client.get(`/funds/${NOWHERE}/valuations`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/valuations`));

  it('shows every holding at cost and at its last value, with who says so', async () => {
    const { id, deals } = await fundWithDeals(['2000000000', '1500000000']);
    await posted(Client.as('manager').post(`/funds/${id}/valuations`, sheet([valued(deals[0] ?? '', '2600000000', { note: '후속 라운드' })], { auditor: '한빛회계법인', signedOn: '2025-01-20' })));
    const { body } = await auditor.get(`/funds/${id}/valuations?asOf=2025-01-31`);
    expect((body.holdings as Json[]).map(({ costWon, fairValueWon, valuedOn, auditor: signer }) => [costWon, fairValueWon, valuedOn, signer])).toEqual([
      ['2000000000', '2600000000', '2024-12-31', '한빛회계법인'],
      ['1500000000', '1500000000', null, null],
    ]);
    expect([body.totals.fairValueWon, body.asked.find(({ reason }: Json) => reason === 'LAWSUIT').basisPoints]).toEqual(['4100000000', 5_000]);
    expect((await auditor.get(`/funds/${id}/valuations?asOf=2024-06-02`)).body.holdings).toEqual([]);
  });
});
