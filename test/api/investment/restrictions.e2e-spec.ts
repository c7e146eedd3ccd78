import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { company, recordedDeal, verdictOn } from '../../support/deals.js';
import { formFund, partners, recordDeal } from '../../support/funds.js';

const manager = Client.as('manager');

describe('restrictions before a deal', () => {
  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  it.each<[string, Json, string]>([
    ['a forbidden business', { prohibitedBusiness: '무도장 운영업' }, 'company-is-in-permitted-business'],
    ['a financial company', { isFinancialCompany: true }, 'company-is-no-financial-company'],
    ['a company of a restricted group', { isOfRestrictedGroup: true }, 'company-is-of-no-restricted-group'],
    ['a guarantee of the fund', { fundBorrowsOrGuarantees: true }, 'fund-neither-borrows-nor-guarantees'],
    ['terms outside the contract', { hasTermsOutsideContract: true }, 'contract-says-all-terms'],
    ['a third party made liable', { makesThirdPartyLiable: true }, 'nobody-else-answers-for-the-company'],
    ['a special-purpose company without consent', { specialPurposeConsentBasisPoints: 6666 }, 'special-purpose-company-has-its-consent'],
    ['idle real estate', { isNonBusinessRealEstate: true }, 'fund-buys-no-idle-real-estate'],
  ])('by law bar %s', async (_what, disclosure, rule) => {
    const answer = await recordDeal(manager, fundId, '1000', { disclosure });
    expect([refusal(answer), verdictOn(answer, rule)?.result]).toEqual([[422, `rule.${rule}`], 'BLOCK']);
  });

  it('let fintech and a consented special-purpose company pass', async () => {
    expectStatus(await recordDeal(manager, fundId, '1000', { disclosure: { isFinancialCompany: true, isFintech: true, specialPurposeConsentBasisPoints: 6667 } }), 201);
  });

  it('count overseas, secondary and project deals against their limits, and listed ones by law', async () => {
    const { id } = await formFund(manager, { obligationRatioBasisPoints: 0 });
    const project = { instrument: 'PROJECT', project: '수소 실증' };
    await recordedDeal(id, '4000000000', { overseas: true });
    await recordedDeal(id, '2000000000', project);
    const [abroad, old, same, other] = [
      await recordDeal(manager, id, '1', { overseas: true, dryRun: true }),
      await recordDeal(manager, id, '4000000001', { instrument: 'SECONDARY', dryRun: true }),
      await recordDeal(manager, id, '2000000001', { ...project, dryRun: true }),
      await recordDeal(manager, id, '2000000001', { ...project, project: '배터리 실증', dryRun: true }),
    ];
    expect([
      verdictOn(abroad, 'overseas-stays-within-limit')?.result,
      verdictOn(old, 'secondary-stays-within-limit')?.result,
      verdictOn(same, 'project-stays-within-limit')?.result,
      verdictOn(other, 'project-stays-within-limit')?.result,
    ]).toEqual(['WARN', 'WARN', 'WARN', 'PASS']);
    expectStatus(await recordDeal(manager, id, '4000000000', { listed: true }), 201);
    expect(refusal(await recordDeal(manager, id, '1', { listed: true }))).toEqual([422, 'rule.listed-stays-within-limit']);
  });

  it('count listed companies over all funds of one manager', async () => {
    const [one, two, general] = partners();
    const form = () => formFund(manager, { partners: [one, two, general], obligationRatioBasisPoints: 0 });
    const [first, second] = [await form(), await form()];
    await recordedDeal(first.id, '4000000000', { listed: true });
    await recordedDeal(second.id, '4000000000', { listed: true });
    const more = await recordDeal(manager, second.id, '1', { listed: true });
    expect(verdictOn(more, 'listed-stays-within-general-partner-limit')).toMatchObject({ result: 'BLOCK', inputs: { standingWon: '8000000000', capWon: '8000000000' } });
  });

  it('keep conduct: co-investment is disclosed, a bridge loan is short, key managers are there', async () => {
    expect(refusal(await recordDeal(manager, fundId, '1000', { disclosure: { coInvests: true } }))).toEqual([422, 'rule.co-investment-is-disclosed']);
    expectStatus(await recordDeal(manager, fundId, '1000', { disclosure: { coInvests: true, coInvestmentDisclosed: true } }), 201);
    const bridge = await recordDeal(manager, fundId, '1000', { disclosure: { bridgeDueOn: '2024-12-01' } });
    expect(verdictOn(bridge, 'bridge-is-short')).toMatchObject({ result: 'WARN', inputs: { days: 181, bridgeMostDays: 180 } });
    const { id } = await formFund(manager);
    await Client.as('compliance').post(`/funds/${id}/policies`, { key: 'fund.key-managers-minimum', value: '1', effectiveFrom: '2024-01-15', clause: '규약 제9조', source: 'AGREEMENT', reason: '핵심운용인력 요건' });
    expect(refusal(await recordDeal(manager, id, '1000'))).toEqual([422, 'rule.key-managers-stand-behind-the-deal']);
  });

  it('keeps terms by instrument, computes the ownership and says where it disagrees', async () => {
    const priced = { shares: '20000', pricePerShareWon: '50000', preMoneyWon: '9000000000', postMoneyWon: '10000000000' };
    const agreed = await recordDeal(manager, fundId, '1000000000', { ...priced, totalShares: '200000', terms: { conversionPriceWon: '50000', refixingFloorBasisPoints: 7000, antiDilution: 'WEIGHTED_AVERAGE', liquidationBasisPoints: 10000 } });
    expectStatus(agreed, 201);
    expect(verdictOn(agreed, 'ownership-agrees-with-valuation')?.result).toBe('PASS');
    expect((await manager.get(`/investments/${agreed.body.id}`)).body.term).toMatchObject({ ownershipPercent: '10.00', terms: { conversionPriceWon: '50000', refixingFloorBasisPoints: 7000 }, newlyIssued: true, listed: false });
    const other = await recordDeal(manager, fundId, '1000000000', { ...priced, totalShares: '160000', dryRun: true });
    expect(verdictOn(other, 'ownership-agrees-with-valuation')).toMatchObject({ result: 'WARN', inputs: { byShares: '12.50%', byValuation: '10.00%' } });
  });

  it('adds follow-ons to the cost in one company', async () => {
    const { id } = await formFund(manager);
    const chosen = company();
    const first = await recordedDeal(id, '3000000000', { company: chosen });
    const second = await recordDeal(manager, id, '1500000000', { company: chosen, kind: 'FOLLOW_ON', originId: first.id });
    expect(verdictOn(second, 'investment-stays-within-issuer-limit')).toMatchObject({ result: 'WARN', inputs: { standingWon: '3000000000', capWon: '4000000000' } });
    expect(refusal(await recordDeal(manager, id, '1000', { kind: 'FOLLOW_ON', originId: first.id }))).toEqual([400, 'investment.other-origin', '/originId']);
  });

  it.each<[string, Json, readonly unknown[]]>([
    ['a SAFE with a maturity', { instrument: 'SAFE', terms: { maturityOn: '2027-06-03' } }, [400, 'deal.term-not-of-instrument', '/terms/maturityOn']],
    ['common stock with a coupon', { instrument: 'COMMON', terms: { couponBasisPoints: 300 } }, [400, 'deal.term-not-of-instrument', '/terms/couponBasisPoints']],
    ['a project without a name', { instrument: 'PROJECT' }, [400, 'investment.project-name', '/project']],
    ['a price that does not make the amount', { shares: '10', pricePerShareWon: '99' }, [400, 'investment.price-times-shares', '/pricePerShareWon']],
    ['a value after the round below the value before it', { preMoneyWon: '1000', postMoneyWon: '1500' }, [400, 'investment.post-money', '/postMoneyWon']],
    ['more shares than there are', { shares: '10', totalShares: '9' }, [400, 'investment.total-shares', '/totalShares']],
    ['old shares called new', { instrument: 'SECONDARY', newlyIssued: true }, [400, 'investment.secondary-is-old', '/newlyIssued']],
    ['new shares with a seller', { seller: { name: '누군가' } }, [400, 'investment.seller-of-new-shares', '/seller']],
    ['a property given twice', { traits: [{ dimension: 'region', value: '대전' }, { dimension: 'region', value: '부산' }] }, [400, 'deal.trait-twice', '/traits/1/dimension']],
    ['a property that follows from facts', { traits: [{ dimension: 'company', value: 'x' }] }, [400, 'request.invalid', '/traits/0/dimension']],
  ])('refuse %s at its field', async (_what, changes, expected) => {
    expect(refusal(await recordDeal(manager, fundId, '1000', changes))).toEqual(expected);
  });
});
