import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { PortfolioFacts } from '../obligation.js';
import { mandatePositions } from './mandate.rules.js';
import type { DealClass, MandateDeal, MandateFund, MandateRule, Traits } from './mandate.js';
import { dealRoom, mandateAdmits, mandateOutlook, withDeal } from './outlook.rules.js';

/** Won from millions, as mandates are quoted. */
const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);
const trait = (dimension: string, ...values: string[]): DealClass => ({ kind: 'TRAIT', dimension, values });
const allOf = (...classes: DealClass[]): DealClass => ({ kind: 'ALL_OF', classes });

const asOf = localDate('2019-06-30');
const deadlineOn = localDate('2021-04-11');

function rule(id: string, percent: number, counts: DealClass, more: Partial<MandateRule> = {}): MandateRule {
  return {
    id,
    name: { ko: id, en: id },
    ratioBasisPoints: basisPoints(percent * 100),
    denominator: 'COMMITTED',
    measure: 'CUMULATIVE_COST',
    test: { kind: 'BY_DEADLINE', deadlineOn },
    fixedBaseWon: null,
    stakePartnerId: null,
    counts,
    level: 'FUND',
    key: 'F',
    startsOn: localDate('2017-04-12'),
    graceDays: 0,
    cureDays: 0,
    clause: '출자공고',
    source: 'NOTICE',
    version: '1',
    ...more,
  };
}

type DealRow = readonly [millions: number, traits: Traits];

function fund(committed: number, expenses: number, deals: readonly DealRow[], more: Partial<MandateFund> = {}): MandateFund {
  const fundId = more.fundId ?? 'F';
  const list = deals.map(([millions, traits]): MandateDeal => ({ fundId, amountWon: mn(millions), outstandingWon: mn(millions), traits, traitsIfAccepted: null }));
  const facts: PortfolioFacts = {
    committedWon: mn(committed),
    paidInWon: mn(committed),
    investedWon: sumWon(list.map((deal) => deal.amountWon)),
    qualifyingWon: ZERO_WON,
    qualifyingOutstandingWon: ZERO_WON,
    pendingWon: ZERO_WON,
    pendingCount: 0,
    investmentCount: list.length,
    qualifyingCount: 0,
    lifetimeExpensesWon: mn(expenses),
    recyclableWon: ZERO_WON,
  };
  return { fundId, generalPartnerIds: ['G'], programmeId: 'P', facts, stakes: new Map(), deals: list, ...more };
}

const shortfalls = (rules: readonly MandateRule[], funds: readonly MandateFund[]) => mandatePositions(rules, funds, asOf).map((each) => [each.rule.id, Number(each.requiredWon / 1_000_000n), Number(each.shortfallWon / 1_000_000n)]);

describe('2017: 50 % of the fund in five special zones, and twice each city\'s own contribution in that city', () => {
  // 미래기술 1호: 50.1 billion, of which six cities and provinces put in 10.7. Press of 2017-04-12; how the 10.7 divide was not published and is assumed here.
  const stakes: readonly (readonly [string, number])[] = [['대전', 3_000], ['광주', 2_000], ['대구', 2_000], ['경북', 1_200], ['부산', 1_500], ['전북', 1_000]];
  const rules = [
    rule('zones', 50, trait('zone', '대덕', '광주', '대구', '부산', '전북')),
    ...stakes.map(([city]) => rule(city, 200, trait('region', city), { denominator: 'PARTNER_STAKE', stakePartnerId: city })),
  ];
  const stakesOf = new Map(stakes.map(([city, millions]) => [city, mn(millions)]));
  const with_ = (...deals: DealRow[]) => fund(50_100, 5_000, deals, { stakes: stakesOf });

  it('asks, to begin with, for 25,050 million in the zones and 21,400 million in the cities', () => {
    const needed = shortfalls(rules, [with_()]);
    expect(needed).toEqual([['zones', 25_050, 25_050], ['대전', 6_000, 6_000], ['광주', 4_000, 4_000], ['대구', 4_000, 4_000], ['경북', 2_400, 2_400], ['부산', 3_000, 3_000], ['전북', 2_000, 2_000]]);
    expect(needed.slice(1).reduce((sum, [, required]) => sum + Number(required), 0)).toBe(21_400);
  });

  it('a deal in a zone counts for its city too, so 25,050 million may do for all', () => {
    expect(mandateOutlook(rules, [with_()], asOf)).toMatchObject({ reachable: true, leastFurtherWon: mn(25_050), outOfReach: [], conflict: [] });
    expect(dealRoom(rules, [with_()], asOf, { fundId: 'F', traits: {} })).toEqual({ headroomWon: mn(20_050), binding: ['zones'], boundByCapital: false });
  });

  it('20 billion in Daejeon leave less room than any rule alone: five cities need 15,400 million', () => {
    const daejeon = with_([20_000, { zone: '대덕', region: '대전' }]);
    const { positions, leastFurtherWon } = mandateOutlook(rules, [daejeon], asOf);
    expect(positions.map((each) => Number(each.headroomWon / 1_000_000n))).toEqual([20_050, 25_100, 21_100, 21_100, 22_700, 22_100, 23_100]);
    expect(leastFurtherWon).toBe(mn(15_400));
    expect(dealRoom(rules, [daejeon], asOf, { fundId: 'F', traits: { region: '대전' } })).toEqual({ headroomWon: mn(9_700), binding: ['광주', '대구', '경북', '부산', '전북'], boundByCapital: false });
  });

  it('a deal may be larger where it counts: what Gwangju lacks comes on top', () => {
    const daejeon = with_([20_000, { zone: '대덕', region: '대전' }]);
    expect(dealRoom(rules, [daejeon], asOf, { fundId: 'F', traits: { zone: '광주', region: '광주' } }).headroomWon).toBe(mn(13_700));
  });

  it('40 billion in Daejeon put the cities out of reach together, though each alone is in reach', () => {
    const lost = mandateOutlook(rules, [with_([40_000, { zone: '대덕', region: '대전' }])], asOf);
    expect(lost.positions.every((each) => each.reachable)).toBe(true);
    expect(lost).toMatchObject({ reachable: false, outOfReach: [], leastFurtherWon: mn(15_400) });
    // 5,100 million are left: these two ask for 5,400, and either of them alone would fit.
    expect(lost.conflict).toEqual(['경북', '부산']);
    expect(dealRoom(rules, [with_([40_000, { zone: '대덕', region: '대전' }])], asOf, { fundId: 'F', traits: {} }).headroomWon).toBe(mn(5_100 - 15_400));
  });
});

describe('2014: 60 % of the fund in public technology, a third of it in young companies, half of that in lab companies, new shares only', () => {
  // The fund is taken at 30 billion; the notice gives the ratios.
  const main = allOf(trait('purpose', 'PUBLIC_TECHNOLOGY'), trait('shares', 'NEW'));
  const young = allOf(main, trait('stage', 'EARLY'));
  const lab = allOf(young, trait('route', 'LAB_COMPANY'));
  const rules = [rule('main', 60, main), rule('young', 20, young), rule('lab', 10, lab)];
  const good = { purpose: 'PUBLIC_TECHNOLOGY', shares: 'NEW' };

  it.each<[string, DealRow[], [number, number, number]]>([
    ['nothing invested', [], [18_000, 6_000, 3_000]],
    ['a lab company counts three times', [[3_000, { ...good, stage: 'EARLY', route: 'LAB_COMPANY' }]], [15_000, 3_000, 0]],
    ['an older lab company counts once', [[3_000, { ...good, route: 'LAB_COMPANY' }]], [15_000, 6_000, 3_000]],
    ['old shares count for nothing', [[3_000, { ...good, shares: 'SECONDARY', stage: 'EARLY', route: 'LAB_COMPANY' }]], [18_000, 6_000, 3_000]],
    ['a rule over-filled helps only those it is nested in', [[17_000, good]], [1_000, 6_000, 3_000]],
  ])('%s', (_what, deals, lacking) => {
    expect(shortfalls(rules, [fund(30_000, 4_000, deals)]).map(([, , shortfall]) => shortfall)).toEqual(lacking);
  });

  it('the nested rules bind once the outer one is nearly full', () => {
    const nearly = fund(30_000, 4_000, [[17_000, good]]);
    expect(mandateOutlook(rules, [nearly], asOf).leastFurtherWon).toBe(mn(6_000));
    expect(dealRoom(rules, [nearly], asOf, { fundId: 'F', traits: good })).toEqual({ headroomWon: mn(3_000), binding: ['young'], boundByCapital: false });
    expect(dealRoom(rules, [nearly], asOf, { fundId: 'F', traits: { ...good, stage: 'EARLY' } })).toEqual({ headroomWon: mn(6_000), binding: ['lab'], boundByCapital: false });
    expect(dealRoom(rules, [nearly], asOf, { fundId: 'F', traits: { ...good, stage: 'EARLY', route: 'LAB_COMPANY' } })).toEqual({ headroomWon: mn(9_000), binding: [], boundByCapital: true });
  });

  it('is broken for good by itself when the young companies no longer fit', () => {
    const late = fund(30_000, 4_000, [[17_000, good], [4_000, { shares: 'SECONDARY' }]]);
    expect(mandateOutlook(rules, [late], asOf)).toMatchObject({ reachable: false, outOfReach: ['young'], conflict: ['young'] });
    expect(mandatePositions(rules, [late], asOf).map((each) => each.verdict)).toEqual(['IN_PROGRESS', 'UNREACHABLE', 'IN_PROGRESS']);
  });
});

describe('2025: 70 % of the commitments in public technology, and 20 % in companies founded by researchers, which may overlap', () => {
  // Two funds of 12 billion each were called for on 2025-03-31.
  const rules = [rule('main', 70, trait('purpose', 'PUBLIC_TECHNOLOGY')), rule('founders', 20, trait('founder', 'RESEARCHER'))];

  it.each<[string, DealRow[], number, number, string[]]>([
    ['nothing invested: one won may count twice', [], 8_400, 2_000, ['main']],
    ['main full without a founder: 2,400 million are left to find', [[8_400, { purpose: 'PUBLIC_TECHNOLOGY' }]], 2_400, -400, ['founders']],
    ['founders full outside the main purpose', [[2_000, { founder: 'RESEARCHER' }]], 8_400, 0, ['main']],
    ['both full from the same companies', [[8_400, { purpose: 'PUBLIC_TECHNOLOGY', founder: 'RESEARCHER' }]], 0, 2_000, []],
  ])('%s', (_what, deals, least, headroom, binding) => {
    const portfolio = [fund(12_000, 1_600, deals)];
    expect(mandateOutlook(rules, portfolio, asOf).leastFurtherWon).toBe(mn(least));
    expect(dealRoom(rules, portfolio, asOf, { fundId: 'F', traits: {} })).toMatchObject({ headroomWon: mn(headroom), binding });
  });
});

describe('2020: 50 % or more of 80 billion, each fund and the programme', () => {
  const main = trait('purpose', 'PUBLIC_TECHNOLOGY');
  const ids = ['F1', 'F2', 'F3', 'F4'];
  const funds = [11_000, 9_500, 12_000, 8_000].map((millions, index) => fund(20_000, 2_000, [[millions, { purpose: 'PUBLIC_TECHNOLOGY' }]], { fundId: ids[index] ?? '' }));
  const rules = [rule('programme', 50, main, { level: 'PROGRAMME', key: 'P' }), ...ids.map((key) => rule(key, 50, main, { key }))];

  it('the programme is met while two of its funds are not (TV-3 c)', () => {
    expect(mandatePositions(rules, funds, asOf).map((each) => [each.rule.id, each.ratioPercent, each.verdict])).toEqual([
      ['programme', '50.62', 'MET'],
      ['F1', '55.00', 'MET'],
      ['F2', '47.50', 'IN_PROGRESS'],
      ['F3', '60.00', 'MET'],
      ['F4', '40.00', 'IN_PROGRESS'],
    ]);
  });

  it('a programme may bind a fund that is met itself', () => {
    const behind = [fund(20_000, 2_000, [[10_000, { purpose: 'PUBLIC_TECHNOLOGY' }]], { fundId: 'F1' }), fund(20_000, 2_000, [[14_000, {}]], { fundId: 'F2' })];
    const two = [rule('programme', 50, main, { level: 'PROGRAMME', key: 'P' }), rule('F1', 50, main, { key: 'F1' })];
    // 10 billion are lacking: 4 can still come from F2, so 6 of the 8 left in F1 have to count.
    expect(dealRoom(two, behind, asOf, { fundId: 'F1', traits: {} })).toEqual({ headroomWon: mn(2_000), binding: ['programme'], boundByCapital: false });
    expect(mandateAdmits(two, behind, asOf, { fundId: 'F1', traits: {}, amountWon: mn(2_000) })).toBe(true);
    expect(mandateAdmits(two, behind, asOf, { fundId: 'F1', traits: {}, amountWon: won(mn(2_000) + 1n) })).toBe(false);
  });

  it('several deals at once are judged one after the other', () => {
    const [first] = funds;
    const once = withDeal(first as MandateFund, { fundId: 'F1', traits: {}, amountWon: mn(5_000) });
    expect(dealRoom(rules, [once, ...funds.slice(1)], asOf, { fundId: 'F1', traits: {} })).toMatchObject({ headroomWon: mn(2_000), boundByCapital: true });
  });
});
