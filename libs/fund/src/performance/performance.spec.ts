import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import { readWorkbook } from '#libs/sheet';
import { obligationPosition } from '../obligation/obligation.rules.js';
import { planRegister } from '../register/register.import.js';
import { NO_FACTS, type ExitFact, type FundFact, type RegisterFacts } from '../register/register.js';
import { distributionsByNumber, exitsByKind, paidInByPartner, unpaidCalls } from './capital.rules.js';
import { managementFees } from './fee.rules.js';
import { fundPerformance, multipleOnCost, multiples } from './performance.rules.js';
import { portfolioFacts, recognitionStatus } from './portfolio.rules.js';

const NUMBER = 'FND-2021-01';
const END = localDate('2026-06-30');

interface Position {
  readonly as_of: string;
  readonly known_at: string;
  readonly bases: Record<string, { base: number; ratio: string; required: number; shortfall: number; met: boolean }>;
  readonly feasibility_on_commitments: Record<string, number | string | boolean>;
  readonly invested_basis_room: Record<string, number>;
  readonly pace?: Record<string, number>;
  readonly [figure: string]: unknown;
}

interface Figures {
  readonly obligation: readonly { as_known_then: Position; as_known_on_2026_06_30: Position }[];
  readonly deadline_test: { deadline: string; required: number; shortfall: number; met: boolean; ratio: string };
  readonly performance: readonly (Record<string, number | string> & { as_of: string })[];
  readonly paid_in_by_partner: Record<string, number>;
  readonly unpaid_calls: readonly { call: number; partner: string; unpaid: number; due: string; overdue_interest_to_2026_06_30: number }[];
  readonly management_fee: { by_year: Record<string, { typed: number; recomputed: number }>; total_paid: number };
  readonly exits: { count: number; proceeds: number; cost: number; gain: number; by_type: Record<string, { count: number; proceeds: number; cost: number }> };
  readonly distributions: Record<string, { total: number; by_partner: Record<string, number> }>;
}

const parsed = JSON.parse(readFileSync('test/fixtures/fund-register.expected.json', 'utf8')) as { figures: { funds: Record<string, Figures> } };
const figures = parsed.figures.funds[NUMBER] as Figures;

let facts: RegisterFacts;
let fund: FundFact;
beforeAll(async () => {
  const { sheets } = await readWorkbook(readFileSync('test/fixtures/fund-register.xlsx'));
  facts = planRegister(sheets, NO_FACTS).newFacts;
  fund = facts.funds[0] as FundFact;
});

const amounts = (list: Iterable<readonly [string, bigint]>): Record<string, number> => Object.fromEntries([...list].map(([name, amount]) => [name, Number(amount)]));

describe('performance of FND-2021-01', () => {
  it.each(figures.performance)('at $as_of', (expected) => {
    const actual = fundPerformance(facts, fund, localDate(expected.as_of));
    const { multiples: ratios, netRate, grossRate } = actual;
    expect({
      as_of: actual.asOf,
      paid_in: Number(actual.paidInWon),
      uncalled_or_unpaid: Number(actual.unpaidWon),
      distributed: Number(actual.distributedWon),
      holdings_fair_value: Number(actual.holdingsFairValueWon),
      cash: Number(actual.cashWon),
      nav: Number(actual.netAssetValueWon),
      PIC: ratios.pic,
      DPI: ratios.dpi,
      RVPI: ratios.rvpi,
      TVPI: ratios.tvpi,
      net_xirr_pct: Number(netRate.percent),
      gross_xirr_pct: Number(grossRate.percent),
      outstanding_cost: Number(actual.outstandingCostWon),
      realised_proceeds: Number(actual.realisedProceedsWon),
      realised_cost: Number(actual.realisedCostWon),
      fees_and_expenses_paid: Number(actual.feesAndExpensesWon),
    }).toEqual(expected);
  });

  it('multiples are exact, and null on nothing', () => {
    const bn = (billions: number) => won(BigInt(billions * 10) * 100_000_000n);
    expect(multiples(bn(20), bn(18), bn(6), bn(16.5))).toEqual({ pic: '0.9000', dpi: '0.3333', rvpi: '0.9167', tvpi: '1.2500' });
    expect(multiples(bn(20), bn(0), bn(0), bn(0))).toEqual({ pic: '0.0000', dpi: null, rvpi: null, tvpi: null });
    expect([multipleOnCost(bn(3.1), bn(0), bn(1.5)), multipleOnCost(bn(0), bn(0), bn(0))]).toEqual(['2.0667', null]);
  });
});

describe('capital, fees and proceeds of FND-2021-01', () => {
  it('partners paid in', () => {
    expect(amounts(paidInByPartner(facts, NUMBER, END))).toEqual(figures.paid_in_by_partner);
  });

  it('one call is not paid in full', () => {
    const unpaid = unpaidCalls(facts.callPayments, NUMBER, END, fund.overdueRate ?? basisPoints(0));
    const printed = unpaid.map(({ call, partner, unpaidWon, dueOn, overdueInterestWon }) => {
      return { call, partner, unpaid: Number(unpaidWon), due: dueOn, overdue_interest_to_2026_06_30: Number(overdueInterestWon) };
    });
    expect(printed).toEqual(figures.unpaid_calls);
    expect(unpaidCalls(facts.callPayments, NUMBER, localDate('2022-08-20'), basisPoints(1000)).map((each) => [each.call, each.overdueDays, each.overdueInterestWon])).toEqual(
      Array.from({ length: 5 }, () => [2, 0, 0n]),
    );
    expect(unpaidCalls(facts.callPayments, NUMBER, localDate('2022-08-11'), basisPoints(1000))).toEqual([]);
  });

  it('fees by year, as typed and as recomputed', () => {
    const fees = managementFees(facts.expenses, NUMBER, END);
    expect(Object.fromEntries(fees.map((fee) => [fee.fiscalYear, { typed: Number(fee.billedWon), recomputed: Number(fee.recomputedWon) }]))).toEqual(figures.management_fee.by_year);
    expect(fees.reduce((sum, fee) => sum + Number(fee.paidWon), 0)).toBe(figures.management_fee.total_paid);
    expect(new Set(fees.map((fee) => fee.label))).toEqual(new Set(['관리보수']));
  });

  it('exits by type', () => {
    const names: Record<string, string> = { MERGER: 'M&A', WRITE_OFF: '감액(대손)', REDEMPTION: '상환', OVER_THE_COUNTER: '장외매각' };
    const exits = exitsByKind(facts.exits, NUMBER, END);
    expect(Object.fromEntries(exits.map((each) => [names[each.kind], { count: each.count, proceeds: Number(each.proceedsWon), cost: Number(each.costWon) }]))).toEqual(figures.exits.by_type);
    expect(exits.reduce((sum, each) => sum + Number(each.gainWon), 0)).toBe(figures.exits.gain);
  });

  it('distributions by number and partner', () => {
    const paid = distributionsByNumber(facts.distributions, NUMBER, END);
    expect(Object.fromEntries(paid.map((each) => [each.number, { total: Number(each.totalWon), by_partner: amounts(each.byPartner) }]))).toEqual(figures.distributions);
  });
});

describe('the obligation of FND-2021-01', () => {
  const rule = () =>
    ({
      ratioBasisPoints: fund.obligationRatio,
      denominator: fund.obligationBasis,
      measure: 'CUMULATIVE_COST',
      test: { kind: 'BY_DEADLINE', deadlineOn: fund.investmentTo },
      fixedBaseWon: fund.obligationFixedBaseWon,
      clause: fund.clauses['주목적 의무비율'] ?? '',
      source: 'AGREEMENT',
      version: '1',
    }) as const;
  const positionOn = (asOf: string, knownOn: string) =>
    obligationPosition(rule(), portfolioFacts(facts, fund, localDate(asOf), localDate(knownOn)), { from: fund.investmentFrom, to: fund.investmentTo }, localDate(asOf));

  /** A position in the words of expected.json; pace is only printed until the end of the investment period. */
  function printed(asOf: string, knownOn: string, withPace: boolean): Record<string, unknown> {
    const { facts: books, bases, feasibility, investedBasis, pace } = positionOn(asOf, knownOn);
    return {
      as_of: asOf,
      known_at: knownOn,
      T_invested: Number(books.investedWon),
      M_qualifying: Number(books.qualifyingWon),
      M_outstanding_cost: Number(books.qualifyingOutstandingWon),
      paid_in: Number(books.paidInWon),
      pending_count: books.pendingCount,
      pending_amount: Number(books.pendingWon),
      investments: books.investmentCount,
      qualifying: books.qualifyingCount,
      bases: Object.fromEntries(
        bases.map((each) => [
          each.basis,
          { base: Number(each.baseWon), ratio: `${each.ratioPercent ?? ''}%`, required: Number(each.requiredWon), shortfall: Number(each.shortfallWon), met: each.met },
        ]),
      ),
      feasibility_on_commitments: {
        capacity: Number(feasibility.capacityWon),
        remaining: Number(feasibility.remainingWon),
        shortfall: Number(feasibility.shortfallWon),
        headroom: Number(feasibility.headroomWon),
        feasible: feasibility.feasible,
        max_attainable: `${feasibility.maxAttainablePercent ?? ''}%`,
        required_share_of_remaining: `${feasibility.requiredShareOfRemainingPercent ?? ''}%`,
      },
      invested_basis_room: {
        min_additional_qualifying: Number(investedBasis.minAdditionalQualifyingWon),
        max_additional_nonqualifying: Number(investedBasis.maxAdditionalNonQualifyingWon),
      },
      ...(withPace ? { pace: { total_days: pace.totalDays, elapsed_days: pace.elapsedDays, expected_M: Number(pace.expectedQualifyingWon), gap: Number(pace.gapWon) } } : {}),
    };
  }

  it.each(figures.obligation.flatMap((each) => [each.as_known_then, each.as_known_on_2026_06_30]))('on $as_of as known on $known_at', (expected) => {
    expect(printed(expected.as_of, expected.known_at, expected.pace !== undefined)).toEqual(expected);
  });

  it('was met by its deadline', () => {
    const { deadline, required, shortfall, met, ratio } = figures.deadline_test;
    const { decisive, verdict } = positionOn(deadline, '2026-06-30');
    expect([Number(decisive.requiredWon), Number(decisive.shortfallWon), decisive.met, `${decisive.ratioPercent ?? ''}%`, verdict]).toEqual([required, shortfall, met, ratio, 'MET']);
  });
});

describe('recognition in both times', () => {
  const decided = (decision: 'QUALIFIED' | 'REVOKED', decidedOn: string, effectiveOn: string) => ({
    decision,
    decidedOn: localDate(decidedOn),
    effectiveOn: localDate(effectiveOn),
  });
  const deal = { route: 'GOV_RND' as const, decisions: [decided('QUALIFIED', '2023-08-25', '2023-06-01'), decided('REVOKED', '2024-05-02', '2024-01-01')] };

  it.each([
    ['2023-06-30', '2023-06-30', 'PENDING'],
    ['2023-06-30', '2023-08-25', 'QUALIFIED'],
    ['2023-05-31', '2023-08-25', 'PENDING'],
    ['2024-03-31', '2024-03-31', 'QUALIFIED'],
    ['2024-03-31', '2024-05-02', 'REVOKED'],
    ['2023-12-31', '2024-05-02', 'QUALIFIED'],
  ])('on %s as known on %s: %s', (asOf, knownOn, status) => {
    expect(recognitionStatus(deal, localDate(asOf), localDate(knownOn))).toBe(status);
  });

  it('asks no question where nothing is claimed', () => {
    expect(recognitionStatus({ route: null, decisions: [] }, END, END)).toBe('NOT_CLAIMED');
  });

  it('leaves a rescinded deal out of everything, once the rescission happened and is known', () => {
    const [first] = facts.investments;
    const paidBack = won(2_000_000_000n);
    const rescission: ExitFact = {
      fund: NUMBER,
      investment: first?.number ?? '',
      kind: 'RESCISSION',
      exitedOn: localDate('2022-12-01'),
      shares: null,
      proceedsWon: paidBack,
      costWon: paidBack,
      expenseWon: won(0n),
      counterparty: null,
      note: null,
    };
    const after = { ...facts, exits: [...facts.exits, rescission] };
    const on = (day: string) => portfolioFacts(after, fund, localDate(day), localDate(day));
    expect(on('2022-11-30').investedWon).toBe(3_500_000_000n);
    expect(on('2022-12-31')).toMatchObject({ investedWon: 1_500_000_000n, qualifyingWon: 1_500_000_000n, investmentCount: 1 });
  });

  it('counts undistributed proceeds as recyclable only where the agreement allows it', () => {
    const on = localDate('2025-12-31');
    expect(portfolioFacts(facts, fund, on, on).recyclableWon).toBe(0n);
    expect(portfolioFacts(facts, { ...fund, recycling: true }, on, on).recyclableWon).toBe(4_050_000_000n - 4_500_000n - 18_900_000n - 800_000_000n);
  });
});
