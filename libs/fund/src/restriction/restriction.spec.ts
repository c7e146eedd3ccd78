import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import fc from 'fast-check';
import { judgeConduct, type ConductFacts } from './conduct.rules.js';
import { exposureStaysWithinLimit, judgeExposures } from './exposure.rules.js';
import { judgeProhibitions } from './prohibition.rules.js';
import { counterpartyIsUnrelated, relatedPath, type Relation, type Relationship } from './related-party.rules.js';
import type { DealDisclosure, ExposureDeal, ExposureLimit, Restriction, Waiver } from './restriction.js';
import { applyWaivers } from './waiver.rules.js';

const terms = { specialPurposeConsent: basisPoints(6667), lawClause: '벤처투자 촉진에 관한 법률 제52조' };
const clean: DealDisclosure = {
  prohibitedBusiness: null,
  isFinancialCompany: false,
  isFintech: false,
  isOfRestrictedGroup: false,
  fundBorrowsOrGuarantees: false,
  hasTermsOutsideContract: false,
  makesThirdPartyLiable: false,
  specialPurpose: null,
  isNonBusinessRealEstate: false,
};
const broken = (list: readonly Restriction[]) => list.filter((each) => each.verdict.result !== 'PASS').map((each) => each.verdict.rule);

describe('what the law forbids', () => {
  it.each<[string, Partial<DealDisclosure>, string[]]>([
    ['an ordinary deal', {}, []],
    ['a bar', { prohibitedBusiness: { ko: '유흥주점업', en: 'bars' } }, ['company-is-in-permitted-business']],
    ['a bank', { isFinancialCompany: true }, ['company-is-no-financial-company']],
    ['a payment company', { isFinancialCompany: true, isFintech: true }, []],
    ['a company of a restricted group', { isOfRestrictedGroup: true }, ['company-is-of-no-restricted-group']],
    ['a guarantee', { fundBorrowsOrGuarantees: true }, ['fund-neither-borrows-nor-guarantees']],
    ['a side letter', { hasTermsOutsideContract: true }, ['contract-says-all-terms']],
    ['the founder answers jointly', { makesThirdPartyLiable: true }, ['nobody-else-answers-for-the-company']],
    ['a special-purpose company, 66.66 % agreed', { specialPurpose: { consented: basisPoints(6666) } }, ['special-purpose-company-has-its-consent']],
    ['a special-purpose company, two thirds agreed', { specialPurpose: { consented: basisPoints(6667) } }, []],
    ['idle land', { isNonBusinessRealEstate: true }, ['fund-buys-no-idle-real-estate']],
    ['two at once', { isOfRestrictedGroup: true, makesThirdPartyLiable: true }, ['company-is-of-no-restricted-group', 'nobody-else-answers-for-the-company']],
  ])('%s', (_what, more, rules) => {
    const judged = judgeProhibitions({ ...clean, ...more }, terms);
    expect(broken(judged)).toEqual(rules);
    expect(judged.filter((each) => each.verdict.result !== 'PASS').every((each) => each.hardness === 'HARD' && each.verdict.result === 'BLOCK')).toBe(true);
    expect(judged).toHaveLength(8);
  });
});

describe('related parties', () => {
  const edge = (from: string, relation: Relation, to: string, share: number | null = null, validTo: string | null = null): Relationship => ({
    from,
    relation,
    to,
    share: share === null ? null : basisPoints(share),
    validFrom: localDate('2021-01-01'),
    validTo: validTo === null ? null : localDate(validTo),
  });
  const graph = [
    edge('GP', 'EMPLOYS', '김심사역', null, '2023-12-31'),
    edge('이배우자', 'MARRIED_TO', '김심사역'),
    edge('GP', 'OWNED_BY', '대주주', 3_000),
    edge('GP', 'OWNED_BY', '소액주주', 50),
    edge('계열사', 'AFFILIATED_WITH', 'GP'),
    edge('GP', 'MANAGES', '1호 조합'),
    edge('GP', 'MANAGES', '2호 조합'),
    edge('1호 조합', 'PARTNERED_BY', '공제회', 1_000),
    edge('1호 조합', 'PARTNERED_BY', '기업B', 999),
    edge('공제회', 'AFFILIATED_WITH', '공제회 자회사'),
    edge('기업B', 'AFFILIATED_WITH', '기업B 자회사'),
    edge('공제회 자회사', 'AFFILIATED_WITH', '먼 회사'),
  ];
  const related = { majorShareholder: basisPoints(100), majorPartner: basisPoints(1000), clause: '시행령 제36조' };

  it.each<[string, string, string[] | null]>([
    ['GP', '2023-06-30', []],
    ['김심사역', '2023-06-30', ['EMPLOYS']],
    ['이배우자', '2023-06-30', ['EMPLOYS', 'MARRIED_TO']],
    ['이배우자', '2024-01-01', null],
    ['대주주', '2023-06-30', ['OWNED_BY']],
    ['소액주주', '2023-06-30', null],
    ['계열사', '2023-06-30', ['AFFILIATED_WITH']],
    ['2호 조합', '2023-06-30', ['MANAGES']],
    ['1호 조합', '2023-06-30', null],
    ['공제회', '2023-06-30', ['PARTNERED_BY']],
    ['공제회 자회사', '2023-06-30', ['PARTNERED_BY', 'AFFILIATED_WITH']],
    ['먼 회사', '2023-06-30', null],
    ['기업B', '2023-06-30', null],
    ['기업B 자회사', '2023-06-30', null],
    ['남남', '2023-06-30', null],
  ])('%s on %s: %j', (counterpartyId, on, chain) => {
    const path = relatedPath({ fundId: '1호 조합', generalPartnerId: 'GP', counterpartyId }, graph, related, localDate(on));
    expect(path === null ? null : path.map((step) => step.relation)).toEqual(chain);
    expect(counterpartyIsUnrelated(path, false, related).verdict.result).toBe(chain === null ? 'PASS' : 'BLOCK');
    expect(counterpartyIsUnrelated(path, true, related).verdict.result).toBe('PASS');
  });

  it('says how', () => {
    const path = relatedPath({ fundId: '1호 조합', generalPartnerId: 'GP', counterpartyId: '이배우자' }, graph, related, localDate('2023-06-30'));
    expect(counterpartyIsUnrelated(path, false, related).verdict.text.ko).toContain('임직원 → 배우자');
  });
});

const COMPANY: ExposureLimit = {
  rule: 'investment-stays-within-issuer-limit',
  name: { ko: '동일기업 투자', en: 'investments in one company' },
  counts: { kind: 'EVERY' },
  per: 'company',
  level: 'FUND',
  period: 'WHOLE_LIFE',
  cap: basisPoints(2000),
  action: 'BLOCK',
  hardness: 'SOFT',
  clause: '규약 제25조',
};
const OVERSEAS: ExposureLimit = { ...COMPANY, rule: 'overseas-stays-within-limit', counts: { kind: 'TRAIT', dimension: 'place', values: ['OVERSEAS'] }, per: null, action: 'WARN' };
const LISTED: ExposureLimit = { ...COMPANY, rule: 'listed-stays-within-limit', counts: { kind: 'TRAIT', dimension: 'market', values: ['LISTED'] }, per: null, hardness: 'HARD' };
const LISTED_OF_ALL: ExposureLimit = { ...LISTED, rule: 'listed-stays-within-general-partner-limit', level: 'GENERAL_PARTNER' };
const QUARTER: ExposureLimit = { ...COMPANY, rule: 'quarter-stays-within-pace', per: null, period: 'QUARTER', action: 'WARN' };

const mn = (millions: number) => won(BigInt(millions) * 1_000_000n);
const deal = (millions: number, traits: ExposureDeal['traits'], paidOn = '2023-05-20', fundId = 'F1'): ExposureDeal => ({ fundId, amountWon: mn(millions), paidOn: localDate(paidOn), traits });

describe('limits on what is held, of 20 billion committed and 50 billion under management', () => {
  const standing = [
    deal(2_500, { company: 'A' }, '2022-03-28'),
    deal(3_000, { company: 'B', place: 'OVERSEAS' }, '2023-04-01'),
    deal(1_000, { company: 'C', market: 'LISTED' }, '2023-03-31'),
    deal(5_500, { company: 'D', market: 'LISTED' }, '2022-01-10', 'F2'),
  ];

  it.each<[string, ExposureLimit, ExposureDeal, string]>([
    ['the same company, to the won', COMPANY, deal(1_500, { company: 'A' }), 'PASS'],
    ['the same company, too much', COMPANY, deal(1_501, { company: 'A' }), 'BLOCK'],
    ['another company', COMPANY, deal(4_000, { company: 'E' }), 'PASS'],
    ['overseas', OVERSEAS, deal(1_000, { company: 'E', place: 'OVERSEAS' }), 'PASS'],
    ['overseas, too much', OVERSEAS, deal(1_001, { company: 'E', place: 'OVERSEAS' }), 'WARN'],
    ['listed, in the fund', LISTED, deal(3_000, { company: 'E', market: 'LISTED' }), 'PASS'],
    ['listed, too much in the fund', LISTED, deal(3_001, { company: 'E', market: 'LISTED' }), 'BLOCK'],
    ['listed, in all funds', LISTED_OF_ALL, deal(3_500, { company: 'E', market: 'LISTED' }), 'PASS'],
    ['listed, too much in all funds', LISTED_OF_ALL, deal(3_501, { company: 'E', market: 'LISTED' }), 'BLOCK'],
    ['a quarter', QUARTER, deal(1_000, { company: 'E' }), 'PASS'],
    ['a quarter, too much', QUARTER, deal(1_001, { company: 'E' }), 'WARN'],
    ['the quarter before does not count', QUARTER, deal(4_000, { company: 'E' }, '2023-07-01'), 'PASS'],
  ])('%s', (_what, limit, next, result) => {
    const facts = { deal: next, standing, committedWon: mn(20_000), generalPartnerCommittedWon: mn(50_000) };
    expect(exposureStaysWithinLimit(facts, limit).verdict.result).toBe(result);
  });

  it('says how much is possible, and asks only what concerns the deal', () => {
    const facts = { deal: deal(2_000, { company: 'A' }), standing, committedWon: mn(20_000), generalPartnerCommittedWon: mn(50_000) };
    const judged = judgeExposures(facts, [COMPANY, OVERSEAS, LISTED]);
    expect(judged.map((each) => each.verdict.text.ko)).toEqual(['동일기업 투자 금액이 4,500,000,000원으로 한도(20.00%) 4,000,000,000원을 500,000,000원 초과합니다. 1,500,000,000원까지 투자할 수 있습니다.']);
  });

  it('the amount a refusal names is the largest that is accepted', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 11n }), fc.bigInt({ min: 0n, max: 10n ** 11n }), fc.bigInt({ min: 1n, max: 10n ** 11n }), fc.integer({ min: 0, max: 10_000 }), (committed, held, amount, cap) => {
        const judge = (amountWon: bigint) =>
          exposureStaysWithinLimit(
            { deal: { ...deal(0, { company: 'A' }), amountWon: won(amountWon) }, standing: [{ ...deal(0, { company: 'A' }), amountWon: won(held) }], committedWon: won(committed), generalPartnerCommittedWon: won(committed) },
            { ...COMPANY, cap: basisPoints(cap) },
          ).verdict;
        const refused = judge(amount);
        fc.pre(refused.result === 'BLOCK');
        const named = BigInt((/Up to ([\d,]+) won/.exec(refused.text.en)?.[1] ?? '').replaceAll(',', ''));
        expect([named === 0n || judge(named).result === 'PASS', judge(named + 1n).result]).toEqual([true, 'BLOCK']);
      }),
    );
  });
});

describe('waivers', () => {
  const waiver: Waiver = {
    id: 'W1',
    rule: COMPANY.rule,
    fundId: 'F1',
    companyId: 'A',
    mostWon: mn(2_000),
    validFrom: localDate('2023-05-01'),
    validTo: localDate('2023-06-30'),
    approvedBy: ['박임원', '최대표'],
    reason: '후속투자 약정',
  };
  const [verdict] = judgeExposures({ deal: deal(2_000, { company: 'A' }), standing: [deal(2_500, { company: 'A' })], committedWon: mn(20_000), generalPartnerCommittedWon: mn(50_000) }, [COMPANY]);
  const asked = { fundId: 'F1', companyId: 'A', amountWon: mn(2_000), on: localDate('2023-06-30') };
  const result = (given: Partial<Waiver>, about: Partial<typeof asked> = {}, hardness: Restriction['hardness'] = 'SOFT') =>
    applyWaivers(verdict === undefined ? [] : [{ ...verdict, hardness }], [{ ...waiver, ...given }], { ...asked, ...about }, 2)[0];

  it.each<[string, Partial<Waiver>, Partial<typeof asked>, string]>([
    ['as approved', {}, {}, 'WARN'],
    ['for any company and amount', { companyId: null, mostWon: null }, { companyId: 'Z', amountWon: mn(9_000) }, 'WARN'],
    ['one won more', {}, { amountWon: won(mn(2_000) + 1n) }, 'BLOCK'],
    ['another company', {}, { companyId: 'B' }, 'BLOCK'],
    ['another fund', {}, { fundId: 'F2' }, 'BLOCK'],
    ['another rule', { rule: OVERSEAS.rule }, {}, 'BLOCK'],
    ['a day late', {}, { on: localDate('2023-07-01') }, 'BLOCK'],
    ['a day early', {}, { on: localDate('2023-04-30') }, 'BLOCK'],
    ['signed by one', { approvedBy: ['박임원'] }, {}, 'BLOCK'],
    ['signed twice by the same', { approvedBy: ['박임원', '박임원'] }, {}, 'BLOCK'],
  ])('%s', (_what, given, about, expected) => {
    expect(result(given, about)?.result).toBe(expected);
  });

  it('never waive the law, and leave on record what was broken', () => {
    expect(result({}, {}, 'HARD')?.result).toBe('BLOCK');
    expect(result({})?.inputs).toMatchObject({ waiverId: 'W1', waivedBy: ['박임원', '최대표'], waivedTo: '2023-06-30', capWon: '4000000000' });
    expect(result({})?.text.ko).toContain('예외승인에 따라 진행할 수 있습니다(2023. 6. 30.까지, 2,000,000,000원까지: 후속투자 약정)');
  });
});

describe('the people behind a deal', () => {
  const facts: ConductFacts = { keyManagers: [{ name: '김', leftOn: null }, { name: '이', leftOn: localDate('2023-05-21') }], keyManagersMinimum: 2, coInvests: false, coInvestmentDisclosed: false, bridgeDueOn: null, bridgeMostDays: 365, paidOn: localDate('2023-05-20') };

  it.each<[string, Partial<ConductFacts>, string[]]>([
    ['all there', {}, []],
    ['a key manager left on the day', { paidOn: localDate('2023-05-21') }, ['key-managers-stand-behind-the-deal']],
    ['co-investment nobody knows of', { coInvests: true }, ['co-investment-is-disclosed']],
    ['co-investment that is disclosed', { coInvests: true, coInvestmentDisclosed: true }, []],
    ['a bridge of a year', { bridgeDueOn: localDate('2024-05-19') }, []],
    ['a longer bridge', { bridgeDueOn: localDate('2024-05-20') }, ['bridge-is-short']],
  ])('%s', (_what, more, rules) => {
    expect(broken(judgeConduct({ ...facts, ...more }, '규약'))).toEqual(rules);
  });
});
