import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { balancesOn, examined, fundWithDeals, posted } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('settling due diligence', () => {
  const finance = Client.as('finance');
  let fund: { id: string; deals: string[] };
  const settle = (body: Json, ask = {}) => finance.post(`/funds/${fund.id}/due-diligence`, body, ask);

  beforeAll(async () => {
    fund = await fundWithDeals(['1000000000']);
  });

  itIsClosedTo('manager', 'settleDueDiligence', (client) => client.post(`/funds/${NOWHERE}/due-diligence`, examined('1')));
  itFindsNothingAt((id) => finance.post(`/funds/${id}/due-diligence`, examined('1')));
  itWritesOncePerKey((ask, variation) => settle(examined(variation === 'first' ? '1000' : '2000'), ask));

  it.each<[string, boolean, string, string, string]>([
    ['FINANCIAL', true, '30000001', '30000001', '0'],
    ['LEGAL', false, '30000001', '15000000', '15000001'],
    ['TECHNICAL', false, '8000000', '0', '8000000'],
  ])('of a %s one with a deal %s: of %s won the fund pays %s, the manager %s', async (kind, invested, cost, fundWon, managerWon) => {
    const before = (await balancesOn(fund.id, '2199-12-31'))['fund.expense'] ?? 0n;
    const body = await posted(settle(examined(cost, { kind, ...(invested ? { investmentId: fund.deals[0] } : {}) })));
    expect([body.fundWon, body.generalPartnerWon, ((await balancesOn(fund.id, '2199-12-31'))['fund.expense'] ?? 0n) - before]).toEqual([fundWon, managerWon, BigInt(fundWon)]);
  });

  it('in a dry run shows both parts and pays nobody', async () => {
    const before = await balancesOn(fund.id, '2199-12-31');
    const { body } = await settle(examined('1000', { dryRun: true }));
    expect([body.id, body.fundWon, await balancesOn(fund.id, '2199-12-31')]).toEqual([null, '500', before]);
  });

  it.each<[string, Json, string, string]>([
    ['of a deal that the fund has not', { investmentId: NOWHERE }, 'due-diligence.unknown-deal', '/investmentId'],
    ['tomorrow', { paidOn: '2199-01-01' }, 'expense.in-future', '/paidOn'],
    ['of a kind that is none', { kind: 'ASTROLOGICAL' }, 'request.invalid', '/kind'],
  ])('refuses one %s', async (_what, changes, code, pointer) => {
    expect(refusal(await settle(examined('1000', changes)))).toEqual([400, code, pointer]);
  });
});
