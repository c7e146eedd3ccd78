import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { assetsInBooks, balancesOn, fundWithDeals, netAssetValue, posted, sheet, valued } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const BILLION = 1_000_000_000n;

describe('recording valuations', () => {
  const manager = Client.as('manager');
  let fund: { id: string; deals: string[] };
  const record = (body: Json, ask = {}) => manager.post(`/funds/${fund.id}/valuations`, body, ask);
  const [first, second] = [() => fund.deals[0] ?? '', () => fund.deals[1] ?? ''];

  beforeAll(async () => {
    fund = await fundWithDeals(['2000000000', '1500000000']);
  });

  itIsClosedTo('compliance', 'recordValuation', (client) => client.post(`/funds/${NOWHERE}/valuations`, sheet([valued(NOWHERE, '1')])));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/valuations`, sheet([valued(NOWHERE, '1')])));
  itWritesOncePerKey((ask, variation) => record(sheet([valued(first(), variation === 'first' ? '2000000000' : '2000000001')], { valuedOn: '2024-06-30' }), ask));

  it('takes a whole quarter at once: before and after, and the entries', async () => {
    const own = await fundWithDeals(['2000000000', '1500000000']);
    const impaired = { impairmentWon: '1500000000', reasons: [{ code: 'DEFAULT' }] };
    const body = await posted(manager.post(`/funds/${own.id}/valuations`, sheet([valued(own.deals[0] ?? '', '2600000000'), valued(own.deals[1] ?? '', '0', impaired)], { auditor: '한빛회계법인', signedOn: '2025-01-20' })));
    expect([body.before, body.after]).toEqual([
      { costWon: '3500000000', fairValueWon: '3500000000', impairmentWon: '0', netCostWon: '3500000000' },
      { costWon: '3500000000', fairValueWon: '2600000000', impairmentWon: '1500000000', netCostWon: '2000000000' },
    ]);
    expect((body.judged as Json[]).flatMap(({ verdicts }) => (verdicts as Json[]).map(({ rule, result }) => [rule, result]))).toEqual([
      ['impairment-follows-its-reasons', 'PASS'],
      ['auditor-signed-the-impairment', 'PASS'],
      ['fair-value-is-after-impairment', 'PASS'],
    ]);
    const balances = await balancesOn(own.id, '2024-12-31');
    expect([balances['fund.fair-value-adjustment'], balances['fund.unrealised-gain'], balances['fund.impairment-loss']]).toEqual([-900_000_000n, 600_000_000n, 1_500_000_000n]);
    expect(await assetsInBooks(own.id, '2024-12-31')).toBe(await netAssetValue(own.id, '2024-12-31'));
    const kept = (await manager.get(`/investments/${own.deals[1]}`)).body.verdicts as Json[];
    expect(kept.map(({ rule }) => rule)).toContain('impairment-follows-its-reasons');
  });

  it('is corrected by the same day again, and a valuation in between moves no later day', async () => {
    const own = await fundWithDeals(['2000000000']);
    const value = (won: string, valuedOn: string) => posted(manager.post(`/funds/${own.id}/valuations`, sheet([valued(own.deals[0] ?? '', won)], { valuedOn })));
    await value('2500000000', '2024-12-31');
    await value('2800000000', '2025-06-30');
    const then = new Date().toISOString();
    await value('2400000000', '2024-12-31');
    await value('1900000000', '2025-03-31');
    for (const [asOf, worth] of [['2024-12-31', 2_400_000_000n], ['2025-03-31', 1_900_000_000n], ['2025-06-30', 2_800_000_000n]] as const) {
      const { body } = await manager.get(`/funds/${own.id}/valuations?asOf=${asOf}`);
      expect([body.totals.fairValueWon, await assetsInBooks(own.id, asOf), await netAssetValue(own.id, asOf)]).toEqual([worth.toString(), worth - 2n * BILLION, worth - 2n * BILLION]);
    }
    expect((await manager.get(`/funds/${own.id}/valuations?asOf=2024-12-31&knownAt=${then}`)).body.totals.fairValueWon).toBe('2500000000');
    expect((await manager.get(`/funds/${own.id}/performance?asOf=2024-12-31&knownAt=${then}`)).body.holdingsFairValueWon).toBe('2500000000');
  });

  it('books a correction of a closed quarter on the first open day', async () => {
    const own = await fundWithDeals(['2000000000']);
    const value = (won: string, valuedOn: string) => posted(manager.post(`/funds/${own.id}/valuations`, sheet([valued(own.deals[0] ?? '', won)], { valuedOn })));
    await value('2500000000', '2024-12-31');
    expectStatus(await Client.as('compliance').post('/ledger/periods', { book: `fund/${own.id}`, closedThrough: '2024-12-31' }), 201);
    const { postings } = await value('2200000000', '2024-12-31');
    expect((postings as Json[]).map((entry) => entry.effectiveOn)).toEqual(['2025-01-01']);
    expect([await assetsInBooks(own.id, '2024-12-31'), await assetsInBooks(own.id, '2025-01-01')]).toEqual([500_000_000n, 200_000_000n]);
  });

  it('in a dry run shows everything and writes nothing', async () => {
    const before = (await manager.get(`/funds/${fund.id}/valuations`)).body;
    const dry = await record(sheet([valued(second(), '9000000000')], { dryRun: true }));
    expect([dry.status, dry.body.dryRun, dry.body.postings.length]).toEqual([201, true, 1]);
    expect((await manager.get(`/funds/${fund.id}/valuations`)).body).toEqual(before);
  });

  it('remarks an impairment that is too small, not signed or taken back without a round', async () => {
    const eroded = await record(sheet([valued(first(), '1900000000', { impairmentWon: '100000000', reasons: [{ code: 'LAWSUIT' }] })], { dryRun: true }));
    expect(eroded.body.judged[0].verdicts.map(({ rule, result }: Json) => `${rule as string} ${result as string}`)).toEqual(['impairment-follows-its-reasons WARN', 'auditor-signed-the-impairment WARN', 'fair-value-is-after-impairment PASS']);
  });

  it.each<[string, () => Json, string, string]>([
    ['tomorrow', () => sheet([valued(first(), '1')], { valuedOn: '2199-01-01' }), 'valuation.in-future', '/valuedOn'],
    ['a deal before it was paid', () => sheet([valued(first(), '1')], { valuedOn: '2024-06-02' }), 'valuation.not-held', '/items/0/investmentId'],
    ['a deal twice', () => sheet([valued(first(), '1'), valued(first(), '2')]), 'valuation.deal-twice', '/items/1/investmentId'],
    ['an impairment beyond the cost', () => sheet([valued(first(), '0', { impairmentWon: '2000000001', reasons: [{ code: 'DEFAULT' }] })]), 'valuation.impairment-over-cost', '/items/0/impairmentWon'],
    ['an impairment without a reason', () => sheet([valued(second(), '0'), valued(first(), '0', { impairmentWon: '1' })]), 'valuation.impairment-without-reason', '/items/1/reasons'],
    ['an auditor without a day', () => sheet([valued(first(), '1')], { auditor: '한빛회계법인' }), 'valuation.half-signature', '/signedOn'],
    ['an amount that is none', () => sheet([valued(first(), '1.5')]), 'request.invalid', '/items/0/fairValueWon'],
    ['a reason that nobody knows', () => sheet([valued(first(), '1', { reasons: [{ code: 'BAD_LUCK' }] })]), 'request.invalid', '/items/0/reasons/0/code'],
  ])('refuses %s', async (_what, body, code, pointer) => {
    expect(refusal(await record(body()))).toEqual([400, code, pointer]);
  });
});
