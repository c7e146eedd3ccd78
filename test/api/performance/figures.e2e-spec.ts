import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { fundToHandOut, heldDeal, pay, type PaidInFund } from '../../support/distributions.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

const auditor = Client.as('auditor');
const sum = (rows: readonly Json[], pick: string): bigint => rows.reduce((total, row) => total + BigInt(row[pick]), 0n);

describe('figures of a fund', () => {
  let fund: PaidInFund;
  const read = async (what: string): Promise<Json> => (await auditor.get(`/funds/${fund.id}/performance${what}`)).body;
  beforeAll(async () => {
    fund = await fundToHandOut();
    await pay(fund.id, '20000000000', { paidOn: '2024-11-15' });
    await heldDeal(fund.id, '1000000000', '2023-06-01');
  }, 120_000);

  itIsClosedTo('admin', 'listDealPerformance', (client) => client.get(`/funds/${NOWHERE}/performance/deals`));
  itIsClosedTo('admin', 'getJCurve', (client) => client.get(`/funds/${NOWHERE}/performance/j-curve`));
  itIsClosedTo('admin', 'getCapitalAccounts', (client) => client.get(`/funds/${NOWHERE}/performance/capital-accounts?from=2024-01-01`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/performance/deals`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/performance/j-curve`));
  itFindsNothingAt((id) => auditor.get(`/funds/${id}/performance/capital-accounts?from=2024-01-01`));

  it('of the deals add up to the fund, as of a day', async () => {
    const deals = (await read('/deals?asOf=2024-12-31')) as Json[];
    expect(deals.map((deal) => [deal.state, deal.multiple])).toEqual([...Array.from({ length: 4 }, () => ['EXITED', '1.8750']), ['HELD', '1.0000']]);
    const performance = await read('?asOf=2024-12-31');
    expect([sum(deals, 'costWon'), sum(deals, 'netProceedsWon'), sum(deals, 'fairValueWon')].map(String)).toEqual([performance.investedWon, performance.realisedProceedsWon, performance.holdingsFairValueWon]);
    expect(((await read('/deals?asOf=2024-10-30')) as Json[]).every((deal) => deal.state === 'HELD')).toBe(true);
    expect(await read('/deals?asOf=2019-01-01')).toEqual([]);
  });

  it('say what partners had out and back, and what the fund was worth, quarter by quarter', async () => {
    const curve = await read('/j-curve?asOf=2024-12-31');
    expect(curve).toMatchObject({ lowestWon: '18000000000', lowestOn: '2019-11-15', breaksEvenOn: '2024-11-15' });
    const points = curve.points as Json[];
    expect([points[0]?.on, points.at(-1)?.on]).toEqual(['2017-12-31', '2024-12-31']);
    expect(points.find((point) => point.on === '2018-12-31')).toMatchObject({ paidInWon: '14000000000', distributedWon: '0', netWon: '-14000000000', netAssetValueWon: '14000000000', gainWon: '0' });
    expect(points.at(-1)).toMatchObject({ netAssetValueWon: (await read('?asOf=2024-12-31')).netAssetValueWon });
  });

  it('of the partners add up, row by row and column by column, to the net asset value', async () => {
    for (const [from, to] of [['2017-11-01', '2019-12-31'], ['2020-01-01', '2024-10-30'], ['2024-10-31', '2024-12-31'], ['2024-11-15', '2024-11-15']]) {
      const body = await read(`/capital-accounts?from=${from ?? ''}&asOf=${to ?? ''}`);
      const accounts = body.accounts as Json[];
      for (const row of accounts) {
        const moved = BigInt(row.openingWon) + BigInt(row.contributedWon) - BigInt(row.distributedWon) + BigInt(row.feesWon) + BigInt(row.realisedWon) + BigInt(row.unrealisedWon) + BigInt(row.carryWon);
        expect([row.partner, moved]).toEqual([row.partner, BigInt(row.closingWon)]);
      }
      const performance = await read(`?asOf=${to ?? ''}`);
      expect([(sum(accounts, 'closingWon') + BigInt(body.carry.closingWon)).toString(), body.carry.closingWon]).toEqual([performance.netAssetValueWon, performance.carryAccruedWon]);
    }
  });

  it('accrue carry before it is paid: net rates come with it and without', async () => {
    const before = await read('?asOf=2024-11-14');
    expect([before.carryPaidWon, BigInt(before.carryAccruedWon) > 0n]).toEqual(['0', true]);
    expect(Number(before.rateAfterCarry.percent)).toBeLessThan(Number(before.netRate.percent));
  });

  it('are of a period that begins before it ends', async () => {
    expect(refusal(await auditor.get(`/funds/${fund.id}/performance/capital-accounts?from=2025-01-01&asOf=2024-12-31`))).toEqual([400, 'performance.period', '/from']);
    expect(refusal(await auditor.get(`/funds/${fund.id}/performance/capital-accounts`)).slice(0, 2)).toEqual([400, 'request.invalid']);
  });
});
