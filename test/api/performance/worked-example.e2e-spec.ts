import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { exitDeal, heldDeal, paidInFund, pay } from '../../support/distributions.js';
import { posted, sheet, valued } from '../../support/outcomes.js';

const figures = async (fundId: string, asOf: string): Promise<Json> => (await Client.as('auditor').get(`/funds/${fundId}/performance?asOf=${asOf}`)).body;

/** TV-8 of docs/domain.md; where its days lie ahead, four years earlier: as many days between them. */
describe('the internal rate of return of a fund’s deals (TV-8)', () => {
  it.each<[string, [on: string, amountWon: string][], [on: string, amountWon: string], string]>([
    ['a year of 365 days', [['2022-01-01', '100000000']], ['2023-01-01', '110000000'], '10.0000'],
    ['a year of 366 days', [['2020-01-01', '100000000']], ['2021-01-01', '110000000'], '9.9714'],
    ['a loss', [['2022-01-01', '1000000000']], ['2025-01-01', '300000000'], '-33.0322'],
  ])('over %s', async (_what, paid, [exitedOn, proceedsWon], percent) => {
    const fund = await paidInFund();
    const dealIds: string[] = [];
    for (const [on, amountWon] of paid) dealIds.push(await heldDeal(fund.id, amountWon, on));
    await exitDeal(fund.id, dealIds[0] ?? '', proceedsWon, exitedOn);
    expect((await figures(fund.id, exitedOn)).grossRate).toMatchObject({ percent, reason: null, ambiguous: false });
  });

  it('over a follow-on and two exits', async () => {
    const fund = await paidInFund();
    const [first, second] = [await heldDeal(fund.id, '2000000000', '2018-03-28'), await heldDeal(fund.id, '500000000', '2020-06-28')];
    await exitDeal(fund.id, second, '1200000000', '2021-09-30');
    await exitDeal(fund.id, first, '3900000000', '2024-03-31');
    expect((await figures(fund.id, '2024-03-31')).grossRate).toMatchObject({ percent: '15.5161', ambiguous: false });
  });

  it('is none, with the reason, while money has only gone out and all of it is lost', async () => {
    const fund = await paidInFund();
    const dealId = await heldDeal(fund.id, '1000000000', '2022-01-03');
    await exitDeal(fund.id, dealId, '0', '2023-01-02');
    const { grossRate } = await figures(fund.id, '2024-01-01');
    expect([grossRate.percent, typeof grossRate.reason]).toEqual([null, 'string']);
  });
});

describe('multiples of a fund of 20 billion (TV-8)', () => {
  it('are rounded to four places: 18 paid in, 6 handed out, 16.5 left', async () => {
    const fund = await paidInFund();
    const dealId = await heldDeal(fund.id, '10000000000');
    await posted(pay(fund.id, '6000000000'));
    await posted(Client.as('manager').post(`/funds/${fund.id}/valuations`, sheet([valued(dealId, '14500000000')], { valuedOn: '2024-12-31' })));
    expect(await figures(fund.id, '2024-12-31')).toMatchObject({ committedWon: '20000000000', paidInWon: '18000000000', distributedWon: '6000000000', netAssetValueWon: '16500000000', pic: '0.9000', dpi: '0.3333', rvpi: '0.9167', tvpi: '1.2500' });
  });
});
