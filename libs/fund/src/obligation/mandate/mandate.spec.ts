import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON } from '#libs/money';
import fc from 'fast-check';
import type { ObligationRule, PortfolioFacts } from '../obligation.js';
import { obligationPosition } from '../obligation.rules.js';
import { isOfClass } from './deal-class.rules.js';
import { mandatePositions, obligationAsMandate } from './mandate.rules.js';
import type { DealClass, MandateDeal, MandateFund, MandateRule, Traits } from './mandate.js';
import { dealRoom, mandateAdmits, mandateOutlook } from './outlook.rules.js';

const asOf = localDate('2023-06-30');
const period = { from: localDate('2021-11-15'), to: localDate('2025-11-14') };
const EVERY: DealClass = { kind: 'EVERY' };
const a1: DealClass = { kind: 'TRAIT', dimension: 'a', values: ['1'] };
const b1: DealClass = { kind: 'TRAIT', dimension: 'b', values: ['1'] };
const b2: DealClass = { kind: 'TRAIT', dimension: 'b', values: ['2'] };

const base: MandateRule = {
  id: 'R',
  name: { ko: '', en: '' },
  ratioBasisPoints: basisPoints(5000),
  denominator: 'COMMITTED',
  measure: 'CUMULATIVE_COST',
  test: { kind: 'BY_DEADLINE', deadlineOn: period.to },
  fixedBaseWon: null,
  stakePartnerId: null,
  counts: a1,
  level: 'FUND',
  key: 'F0',
  startsOn: period.from,
  graceDays: 0,
  cureDays: 0,
  clause: '',
  source: 'AGREEMENT',
  version: '1',
};

function factsOf(committed: bigint, paidIn: bigint, expenses: bigint, deals: readonly MandateDeal[]): PortfolioFacts {
  const invested = deals.reduce((sum, deal) => sum + deal.amountWon, 0n);
  return {
    committedWon: won(committed),
    paidInWon: won(paidIn),
    investedWon: won(invested),
    qualifyingWon: won(deals.filter((deal) => isOfClass(deal.traits, a1)).reduce((sum, deal) => sum + deal.amountWon, 0n)),
    qualifyingOutstandingWon: won(deals.filter((deal) => isOfClass(deal.traits, a1)).reduce((sum, deal) => sum + deal.outstandingWon, 0n)),
    pendingWon: ZERO_WON,
    pendingCount: 0,
    investmentCount: deals.length,
    qualifyingCount: 0,
    lifetimeExpensesWon: won(expenses),
    recyclableWon: ZERO_WON,
  };
}

const deal = (amount: bigint, traits: Traits, fundId = 'F0', outstanding = amount): MandateDeal => ({ fundId, amountWon: won(amount), outstandingWon: won(outstanding), traits, traitsIfAccepted: null });
const fundOf = (committed: bigint, deals: readonly MandateDeal[], expenses = 0n, fundId = 'F0'): MandateFund => {
  return { fundId, generalPartnerIds: ['G'], programmeId: 'P', facts: factsOf(committed, committed, expenses, deals), stakes: new Map([['S', won(3n)]]), deals };
};

describe('one rule is the obligation as it was', () => {
  const tv2: MandateFund = {
    ...fundOf(20_000_000_000n, [deal(3_800_000_000n, { a: '1' }), deal(1_200_000_000n, {})], 2_600_000_000n),
    deals: [deal(3_800_000_000n, { a: '1' }), deal(1_200_000_000n, {}), { ...deal(1_000_000_000n, {}), traitsIfAccepted: { a: '1' } }],
    facts: factsOf(20_000_000_000n, 8_000_000_000n, 2_600_000_000n, [deal(3_800_000_000n, { a: '1' }), deal(2_200_000_000n, {})]),
  };

  it('TV-2: 5.2 billion may go elsewhere, 5.5 billion are 300 million too much', () => {
    const [position] = mandatePositions([base], [tv2], asOf);
    expect(position).toMatchObject({ ratioPercent: '19.00', requiredWon: 10_000_000_000n, shortfallWon: 6_200_000_000n, headroomWon: 5_200_000_000n, pendingWon: 1_000_000_000n, verdict: 'IN_PROGRESS' });
    expect(position?.neededBy).toEqual({ on: '2025-11-14', ratioBasisPoints: 5000, requiredWon: 10_000_000_000n, neededWon: 6_200_000_000n });
    // 593 days for 3.8 billion: 10 billion take 1,561 days.
    expect(position?.reachedOn).toBe('2026-02-22');
    const room = dealRoom([base], [tv2], asOf, { fundId: 'F0', traits: {} });
    expect(room).toEqual({ headroomWon: 5_200_000_000n, binding: ['R'], boundByCapital: false });
    expect([5_200_000_000n, 5_200_000_001n].map((amount) => mandateAdmits([base], [tv2], asOf, { fundId: 'F0', traits: {}, amountWon: won(amount) }))).toEqual([true, false]);
  });

  it('on random portfolios: same ratio, shortfall, headroom and verdict', () => {
    const portfolio = fc.record({ committed: fc.bigInt({ min: 1n, max: 10n ** 12n }), expenses: fc.integer({ min: 0, max: 30 }), spent: fc.integer({ min: 0, max: 100 }), share: fc.integer({ min: 0, max: 100 }), ratio: fc.integer({ min: 0, max: 10_000 }) });
    fc.assert(
      fc.property(portfolio, ({ committed, expenses, spent, share, ratio }) => {
        const fees = (committed * BigInt(expenses)) / 100n;
        const invested = ((committed - fees) * BigInt(spent)) / 100n;
        const qualifying = (invested * BigInt(share)) / 100n;
        const fund = fundOf(committed, [deal(qualifying, { a: '1' }), deal(invested - qualifying, {})], fees);
        const rule: ObligationRule = { ...base, denominator: 'COMMITTED', ratioBasisPoints: basisPoints(ratio) };
        const old = obligationPosition(rule, fund.facts, period, asOf);
        const [position] = mandatePositions([obligationAsMandate(rule, 'F0', period.from, a1)], [fund], asOf);
        expect(position).toMatchObject({ ratioPercent: old.decisive.ratioPercent, shortfallWon: old.decisive.shortfallWon, met: old.decisive.met, headroomWon: old.feasibility.headroomWon, reachable: old.feasibility.feasible, verdict: old.verdict });
        expect(dealRoom([obligationAsMandate(rule, 'F0', period.from, a1)], [fund], asOf, { fundId: 'F0', traits: {} }).headroomWon).toBe(old.feasibility.headroomWon);
      }),
    );
  });
});

describe('bases, measures and dates of one rule', () => {
  const deals = [deal(40n, { a: '1' }, 'F0', 10n), deal(20n, {})];
  const fund: MandateFund = { ...fundOf(200n, deals, 20n), facts: factsOf(200n, 100n, 20n, deals), stakes: new Map([['S', won(30n)]]) };

  it.each<[string, Partial<MandateRule>, bigint, bigint, string | null]>([
    ['commitments', {}, 200n, 100n, '20.00'],
    ['paid-in', { denominator: 'PAID_IN' }, 100n, 50n, '40.00'],
    ['invested', { denominator: 'INVESTED' }, 60n, 30n, '66.66'],
    ['commitments less fees', { denominator: 'COMMITTED_MINUS_FEES' }, 180n, 90n, '22.22'],
    ['a fixed amount', { denominator: 'FIXED_AMOUNT', fixedBaseWon: won(150n) }, 150n, 75n, '26.66'],
    ['twice a partner\'s stake', { denominator: 'PARTNER_STAKE', stakePartnerId: 'S', ratioBasisPoints: basisPoints(20_000) }, 30n, 60n, '133.33'],
    ['a partner that is not there', { denominator: 'PARTNER_STAKE', stakePartnerId: 'T' }, 0n, 0n, null],
    ['outstanding cost', { measure: 'OUTSTANDING_COST' }, 200n, 100n, '5.00'],
  ])('%s: base %s', (_what, more, baseWon, requiredWon, ratioPercent) => {
    expect(mandatePositions([{ ...base, ...more }], [fund], asOf)[0]).toMatchObject({ baseWon, requiredWon, ratioPercent });
  });

  const milestones = { kind: 'MILESTONES', milestones: [{ on: localDate('2022-12-31'), ratioBasisPoints: basisPoints(1000) }, { on: localDate('2023-12-31'), ratioBasisPoints: basisPoints(3000) }, { on: period.to, ratioBasisPoints: basisPoints(5000) }] } as const;

  it.each<[string, Partial<MandateRule>, string, string, string | null]>([
    ['before the first milestone', { test: milestones }, '2022-12-30', 'IN_PROGRESS', '2023-12-31'],
    ['after a milestone that is met', { test: milestones }, '2023-06-30', 'IN_PROGRESS', '2023-12-31'],
    ['after one that is not', { test: milestones }, '2023-12-31', 'NOT_MET', '2023-12-31'],
    ['within its grace', { test: milestones, graceDays: 30 }, '2024-01-29', 'IN_GRACE', '2023-12-31'],
    ['grace over, curable', { test: milestones, graceDays: 30, cureDays: 60 }, '2024-01-30', 'CURABLE', '2023-12-31'],
    ['cure over', { test: milestones, graceDays: 30, cureDays: 60 }, '2024-03-30', 'NOT_MET', '2025-11-14'],
    ['the deadline itself', {}, '2025-11-14', 'NOT_MET', '2025-11-14'],
    ['after the deadline', {}, '2025-11-15', 'NOT_MET', null],
    ['at all times', { test: { kind: 'AT_ALL_TIMES' } }, '2023-06-30', 'NOT_MET', '2023-06-30'],
    ['at all times, met', { test: { kind: 'AT_ALL_TIMES' }, ratioBasisPoints: basisPoints(2000) }, '2023-06-30', 'MET', null],
    ['out of reach', { ratioBasisPoints: basisPoints(9000) }, '2023-06-30', 'UNREACHABLE', '2025-11-14'],
    ['out of reach in its grace', { ratioBasisPoints: basisPoints(9000), graceDays: 30 }, '2025-11-20', 'UNREACHABLE', '2025-11-14'],
  ])('%s: on %s it is %s, needed by %s', (_what, more, on, verdict, neededBy) => {
    const [position] = mandatePositions([{ ...base, ...more }], [fund], localDate(on));
    expect([position?.verdict, position?.neededBy?.on ?? null]).toEqual([verdict, neededBy]);
  });

  it('a rule that holds at all times on invested capital stops a deal at once, whatever might follow', () => {
    const always: MandateRule = { ...base, denominator: 'INVESTED', test: { kind: 'AT_ALL_TIMES' } };
    expect(dealRoom([always], [fund], asOf, { fundId: 'F0', traits: {} })).toEqual({ headroomWon: 20n, binding: ['R'], boundByCapital: false });
    expect(mandatePositions([always], [fund], asOf)[0]?.headroomWon).toBe(20n);
    expect(dealRoom([{ ...always, test: base.test }], [fund], asOf, { fundId: 'F0', traits: {} }).headroomWon).toBe(70n);
  });
});

describe('on random small portfolios the answers are those of trying everything', () => {
  const KINDS: readonly Traits[] = [{}, { b: '1' }, { b: '2' }, { a: '1' }, { a: '1', b: '1' }, { a: '1', b: '2' }];
  const CLASSES: readonly DealClass[] = [EVERY, a1, b1, b2, { kind: 'ALL_OF', classes: [a1, b1] }, { kind: 'ANY_OF', classes: [a1, b2] }, { kind: 'NOT', class: b1 }];
  const small = (max: bigint) => fc.bigInt({ min: 0n, max });

  const anyFund = (fundId: string) =>
    fc.record({ committed: small(9n), fees: small(2n), paid: small(9n), stake: small(3n), deals: fc.array(fc.record({ amount: small(3n), kind: fc.integer({ min: 0, max: 5 }) }), { maxLength: 3 }) }).map(({ committed, fees, paid, stake, deals }) => {
      const list = deals.map(({ amount, kind }) => deal(amount, KINDS[kind] ?? {}, fundId));
      const invested = list.reduce((sum, each) => sum + each.amountWon, 0n);
      // Three won are left to invest at most, so that everything can be tried.
      const capped = committed - fees - invested > 3n ? invested + fees + 3n : committed;
      return { fundId, generalPartnerIds: ['G'], programmeId: 'P', facts: factsOf(capped, paid < capped ? paid : capped, fees, list), stakes: new Map([['S', won(stake)]]), deals: list } satisfies MandateFund;
    });
  const anyRule = fc
    .record({
      counts: fc.constantFrom(...CLASSES),
      denominator: fc.constantFrom('COMMITTED' as const, 'PAID_IN' as const, 'INVESTED' as const, 'COMMITTED_MINUS_FEES' as const, 'FIXED_AMOUNT' as const, 'PARTNER_STAKE' as const),
      ratio: fc.integer({ min: 0, max: 10_000 }),
      fixed: small(6n),
      always: fc.boolean(),
      target: fc.constantFrom(['FUND', 'F0'] as const, ['FUND', 'F1'] as const, ['PROGRAMME', 'P'] as const, ['GENERAL_PARTNER', 'G'] as const),
    })
    .map(({ counts, denominator, ratio, fixed, always, target: [level, key] }) => {
      const ratioBasisPoints = basisPoints(denominator === 'PARTNER_STAKE' ? 2 * ratio : ratio);
      return { ...base, counts, denominator, ratioBasisPoints, fixedBaseWon: won(fixed), stakePartnerId: 'S', level, key, test: always ? ({ kind: 'AT_ALL_TIMES' } as const) : base.test } satisfies MandateRule;
    });
  const anyCase = fc.record({ funds: fc.tuple(anyFund('F0'), anyFund('F1')), rules: fc.array(anyRule, { minLength: 1, maxLength: 3 }).map((rules) => rules.map((rule, index) => ({ ...rule, id: `R${index}` }))) });

  /** Every way to invest what is left of a fund, by kind of deal. */
  function ways(left: bigint, kinds = KINDS.length): bigint[][] {
    if (kinds === 0) return [[]];
    return Array.from({ length: Number(left) + 1 }, (_, amount) => BigInt(amount)).flatMap((amount) => ways(left - amount, kinds - 1).map((rest) => [amount, ...rest]));
  }

  const scopeOf = (rule: MandateRule, funds: readonly MandateFund[]) => funds.filter((fund) => rule.level !== 'FUND' || fund.fundId === rule.key);
  const left = ({ facts }: MandateFund): bigint => {
    const capacity = facts.committedWon > facts.lifetimeExpensesWon ? facts.committedWon - facts.lifetimeExpensesWon : 0n;
    return capacity > facts.investedWon ? capacity - facts.investedWon : 0n;
  };

  /** Whether a rule holds once each fund has made the deals of `plan`; written out again, without the engine. */
  function holds(rule: MandateRule, funds: readonly MandateFund[], plan: readonly (readonly bigint[])[], inTheEnd: boolean): boolean {
    // A fixed amount is the rule's own, however many funds it counts.
    let [counted, whole] = [0n, rule.denominator === 'FIXED_AMOUNT' ? (rule.fixedBaseWon ?? 0n) : 0n];
    for (const fund of scopeOf(rule, funds)) {
      const put = plan[funds.indexOf(fund)] ?? [];
      const { committedWon, paidInWon, lifetimeExpensesWon, investedWon } = fund.facts;
      const after = investedWon + put.reduce((sum, each) => sum + each, 0n);
      counted += fund.deals.filter((each) => isOfClass(each.traits, rule.counts)).reduce((sum, each) => sum + each.amountWon, 0n);
      counted += put.reduce((sum, each, kind) => (isOfClass(KINDS[kind] ?? {}, rule.counts) ? sum + each : sum), 0n);
      const bases = { COMMITTED: committedWon, PAID_IN: inTheEnd ? committedWon : paidInWon, INVESTED: after, COMMITTED_MINUS_FEES: committedWon > lifetimeExpensesWon ? committedWon - lifetimeExpensesWon : 0n, FIXED_AMOUNT: 0n, PARTNER_STAKE: fund.stakes.get('S') ?? 0n };
      whole += bases[rule.denominator];
    }
    return counted * 10_000n >= BigInt(rule.ratioBasisPoints) * whole;
  }

  const plansOf = (funds: readonly MandateFund[]): bigint[][][] => ways(left(funds[0] as MandateFund)).flatMap((one) => ways(left(funds[1] as MandateFund)).map((two) => [one, two]));

  it('whether all rules can be met, and the least it takes', () => {
    fc.assert(
      fc.property(anyCase, ({ funds, rules }) => {
        const good = plansOf(funds).filter((plan) => rules.every((rule) => holds(rule, funds, plan, true)));
        const outlook = mandateOutlook(rules, funds, asOf);
        expect(outlook.reachable).toBe(good.length > 0);
        if (good.length > 0) {
          const sums = good.map((plan) => plan.flat().reduce((sum, each) => sum + each, 0n));
          const least = sums.reduce((low, sum) => (sum < low ? sum : low));
          expect((outlook.leastFurtherWon ?? 99n) <= least).toBe(true);
          if (rules.every((rule) => rule.level !== 'FUND')) expect(outlook.leastFurtherWon).toBe(least);
        }
        for (const position of outlook.positions) expect(position.met).toBe(holds(position.rule, funds, [], false));
      }),
      { numRuns: 120 },
    );
  });

  it('the largest deal of a kind is the largest that is admitted, one won after the other', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 5 }), ({ funds, rules }, kind) => {
        const intent = { fundId: 'F0', traits: KINDS[kind] ?? {} };
        const plans = plansOf(funds).filter((plan) => rules.every((rule) => holds(rule, funds, plan, true)));
        fc.pre(plans.length > 0);
        const { headroomWon } = dealRoom(rules, funds, asOf, intent);
        const most = left(funds[0]);
        const immediate = rules.filter((rule) => rule.test.kind === 'AT_ALL_TIMES' && rule.denominator === 'INVESTED');
        for (let amount = 0n; amount <= most + 1n; amount += 1n) {
          const only = [KINDS.map((_, index) => (index === kind ? amount : 0n)), []];
          const atOnce = immediate.every((rule) => holds(rule, funds, only, false) || (!holds(rule, funds, [], false) && (rule.key === 'F1' || amount === 0n || isOfClass(intent.traits, rule.counts))));
          const tried = atOnce && plans.some((plan) => (plan[0]?.[kind] ?? 0n) >= amount);
          expect([amount, mandateAdmits(rules, funds, asOf, { ...intent, amountWon: won(amount) })]).toEqual([amount, tried]);
          expect(amount <= (headroomWon ?? -1n)).toBe(tried);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('finds the largest deal of a large portfolio by halving', () => {
    const large = fc.record({ committed: fc.bigInt({ min: 10n ** 9n, max: 10n ** 12n }), ratios: fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 4 }), spent: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 3, maxLength: 3 }), kind: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(large, ({ committed, ratios, spent, kind }) => {
        const fund = fundOf(committed, spent.map((percent, index) => deal((committed * BigInt(percent)) / 100n, KINDS[index + 1] ?? {})), committed / 10n);
        const rules = ratios.map((ratio, index): MandateRule => ({ ...base, id: `R${index}`, counts: CLASSES[index + 1] ?? EVERY, ratioBasisPoints: basisPoints(ratio), denominator: index === 2 ? 'INVESTED' : 'COMMITTED' }));
        fc.pre(mandateOutlook(rules, [fund], asOf).reachable);
        const intent = { fundId: 'F0', traits: KINDS[kind] ?? {} };
        let [low, high] = [0n, committed];
        while (low < high) {
          const middle = (low + high + 1n) / 2n;
          if (mandateAdmits(rules, [fund], asOf, { ...intent, amountWon: won(middle) })) low = middle;
          else high = middle - 1n;
        }
        expect(dealRoom(rules, [fund], asOf, intent).headroomWon).toBe(low);
      }),
      { numRuns: 100 },
    );
  });
});
