import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('listing capital calls', () => {
  itIsClosedTo('admin', 'listCapitalCalls', (client) => client.get(`/funds/${NOWHERE}/capital-calls`));
  itFindsNothingAt((id) => Client.as('auditor').get(`/funds/${id}/capital-calls`));

  it('shows who owed and paid what, as of a date and as known then', async () => {
    const funds = (await Client.as('auditor').get('/funds')).body as Json[];
    const id = funds.find((fund) => fund.number === 'FND-2021-02').id as string;
    const on = async (day: string) => (await Client.as('auditor').get(`/funds/${id}/capital-calls?asOf=${day}&knownAt=${day}`)).body as Json[];
    expect((await on('2021-11-14')).length).toBe(0);
    expect((await on('2022-08-30')).map(({ number, amountWon, paidWon, unpaidWon }) => [number, amountWon, paidWon, unpaidWon])).toEqual([
      [1, '4000000000', '4000000000', '0'],
      [2, '4000000000', '0', '4000000000'],
    ]);
    expect((await on('2022-08-31'))[1]).toMatchObject({ paidWon: '4000000000', unpaidWon: '0' });
  });
});
