import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itIsClosedTo } from '../../support/routes.js';

describe('listing funds', () => {
  itIsClosedTo('admin', 'listFunds', (client) => client.get('/funds'));

  it('shows where each stands, as of a date and as known then', async () => {
    const funds = (await Client.as('compliance').get('/funds?asOf=2023-06-30&knownAt=2023-06-30')).body as Json[];
    expect(funds.find((fund) => fund.number === 'FND-2021-02')).toMatchObject({
      name: '이음 공공기술사업화 투자조합',
      generalPartner: '이음기술지주(주)',
      committedWon: '20000000000',
      paidInWon: '8000000000',
      investedWon: '6000000000',
      qualifyingWon: '3800000000',
      ratioPercent: '19.00',
      requiredPercent: '50.00',
      headroomWon: '5200000000',
      verdict: 'IN_PROGRESS',
    });
  });

  it.each(['asOf=2023-02-30', 'asOf=', 'knownAt=yesterday', 'knownAt=2023-06-30T25:00:00Z', 'asOf=2023-01-01&asOf=2023-01-02', 'year=2023'])('refuses %s', async (query) => {
    expect(refusal(await Client.as('manager').get(`/funds?${query}`))).toEqual([400, 'request.invalid', `/${query.split('=')[0]}`]);
  });
});
