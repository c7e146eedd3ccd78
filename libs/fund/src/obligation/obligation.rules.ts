import { inclusiveDays, minDate, type LocalDate } from '#libs/calendar';
import { maxWon, meetsRatio, requiredAmount, subtractWon, truncatedPercent, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import {
  OBLIGATION_BASES,
  type BasisPosition,
  type Feasibility,
  type ObligationBasis,
  type ObligationPosition,
  type ObligationRule,
  type ObligationVerdict,
  type Pace,
  type PortfolioFacts,
} from './obligation.js';

/** The investment period over which pace is measured, both days included. */
export interface InvestmentPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Where a fund stands under its rule. Decided in whole won by cross-multiplication; a percentage is only ever shown.
 * Pure: the same facts and the same rule give the same position.
 */
export function obligationPosition(rule: ObligationRule, facts: PortfolioFacts, period: InvestmentPeriod, asOf: LocalDate): ObligationPosition {
  const counted = rule.measure === 'CUMULATIVE_COST' ? facts.qualifyingWon : facts.qualifyingOutstandingWon;
  const ratio = ratioInForce(rule, asOf);
  const bases = OBLIGATION_BASES.filter((basis) => basis !== 'FIXED_AMOUNT' || rule.fixedBaseWon !== null).map((basis) =>
    basisPosition(basis, baseWon(basis, rule, facts), counted, ratio),
  );
  const decisive = basisPosition(rule.denominator, baseWon(rule.denominator, rule, facts), counted, ratio);
  const feasibility = feasibilityOnCommitments(facts, counted, ratio);
  return {
    rule,
    facts,
    bases,
    decisive,
    feasibility,
    investedBasis: roomOnInvestedBasis(facts.investedWon, counted, ratio),
    pace: pace(requiredAmount(facts.committedWon, ratio), counted, period, asOf),
    verdict: verdict(rule, decisive, feasibility, asOf),
  };
}

/** The ratio that must be reached by `asOf`: the last milestone passed, or the rule's own ratio. */
function ratioInForce(rule: ObligationRule, asOf: LocalDate): BasisPoints {
  if (rule.test.kind !== 'MILESTONES') return rule.ratioBasisPoints;
  return rule.test.milestones.filter((milestone) => milestone.on <= asOf).at(-1)?.ratioBasisPoints ?? rule.ratioBasisPoints;
}

/** What a ratio is measured on, in won. */
export function baseWon(basis: ObligationBasis, rule: Pick<ObligationRule, 'fixedBaseWon'>, facts: PortfolioFacts): Won {
  switch (basis) {
    case 'COMMITTED':
      return facts.committedWon;
    case 'PAID_IN':
      return facts.paidInWon;
    case 'INVESTED':
      return facts.investedWon;
    case 'COMMITTED_MINUS_FEES':
      return maxWon(ZERO_WON, subtractWon(facts.committedWon, facts.lifetimeExpensesWon));
    case 'FIXED_AMOUNT':
      return rule.fixedBaseWon ?? ZERO_WON;
  }
}

function basisPosition(basis: ObligationBasis, base: Won, counted: Won, ratio: BasisPoints): BasisPosition {
  const required = requiredAmount(base, ratio);
  return {
    basis,
    baseWon: base,
    ratioPercent: truncatedPercent(counted, base),
    requiredWon: required,
    shortfallWon: maxWon(ZERO_WON, subtractWon(required, counted)),
    met: meetsRatio(counted, base, ratio),
  };
}

/** Capacity K = C − E, and remaining R = max(0, K − T + what may be recycled): the won that can be, and can still be, invested. */
export function investableWon(facts: PortfolioFacts): { readonly capacity: Won; readonly remaining: Won } {
  const capacity = maxWon(ZERO_WON, subtractWon(facts.committedWon, facts.lifetimeExpensesWon));
  return { capacity, remaining: maxWon(ZERO_WON, won(capacity - facts.investedWon + facts.recyclableWon)) };
}

/**
 * With what remains R and the shortfall S, headroom H = R − S: the won that may still go to deals that do not qualify
 * without putting the obligation out of reach.
 */
function feasibilityOnCommitments(facts: PortfolioFacts, counted: Won, ratio: BasisPoints): Feasibility {
  const { capacity, remaining } = investableWon(facts);
  const shortfall = maxWon(ZERO_WON, subtractWon(requiredAmount(facts.committedWon, ratio), counted));
  return {
    capacityWon: capacity,
    remainingWon: remaining,
    shortfallWon: shortfall,
    headroomWon: subtractWon(remaining, shortfall),
    feasible: shortfall <= remaining,
    maxAttainablePercent: truncatedPercent(counted + remaining, facts.committedWon),
    requiredShareOfRemainingPercent: truncatedPercent(shortfall, remaining),
  };
}

/** On the invested basis: what must still qualify, and what may still not, if nothing else is invested. */
function roomOnInvestedBasis(invested: Won, counted: Won, ratio: BasisPoints): ObligationPosition['investedBasis'] {
  const whole = 10_000n;
  const required = BigInt(ratio);
  const lacking = required * invested - counted * whole;
  const complement = whole - required;
  const additional = lacking <= 0n ? 0n : complement === 0n ? invested - counted : (lacking + complement - 1n) / complement;
  const room = required === 0n ? invested : (counted * whole) / required - invested;
  return { minAdditionalQualifyingWon: won(additional), maxAdditionalNonQualifyingWon: maxWon(ZERO_WON, won(room)) };
}

/** Straight-line pace over the investment period in inclusive days; after its end the whole is expected. */
export function pace(required: Won, counted: Won, period: InvestmentPeriod, asOf: LocalDate): Pace {
  const totalDays = inclusiveDays(period.from, period.to);
  const elapsedDays = asOf < period.from ? 0 : inclusiveDays(period.from, minDate(asOf, period.to));
  const expected = won((required * BigInt(elapsedDays)) / BigInt(totalDays));
  return { totalDays, elapsedDays, expectedQualifyingWon: expected, gapWon: subtractWon(counted, expected) };
}

function verdict(rule: ObligationRule, decisive: BasisPosition, feasibility: Feasibility, asOf: LocalDate): ObligationVerdict {
  if (decisive.met) return 'MET';
  if (rule.test.kind === 'AT_ALL_TIMES') return 'NOT_MET';
  const deadline = rule.test.kind === 'BY_DEADLINE' ? rule.test.deadlineOn : rule.test.milestones.at(-1)?.on;
  if (deadline !== undefined && asOf >= deadline) return 'NOT_MET';
  return feasibility.feasible ? 'IN_PROGRESS' : 'UNREACHABLE';
}

/** The sum of several funds, judged at programme level: a programme may be met while single funds are not. */
export function programmePosition(positions: readonly Pick<ObligationPosition, 'facts' | 'rule'>[], ratioBasisPoints: BasisPoints): BasisPosition {
  const committed = won(positions.reduce((sum, position) => sum + position.facts.committedWon, 0n));
  const qualifying = won(positions.reduce((sum, position) => sum + position.facts.qualifyingWon, 0n));
  return basisPosition('COMMITTED', committed, qualifying, ratioBasisPoints);
}

/** The facts with one more deal in them: pending, or accepted. */
export function withDeal(facts: PortfolioFacts, amountWon: bigint, status: 'NOT_CLAIMED' | 'PENDING' | 'QUALIFIED'): PortfolioFacts {
  const qualifies = status === 'QUALIFIED' ? amountWon : 0n;
  const pends = status === 'PENDING' ? amountWon : 0n;
  return {
    ...facts,
    investedWon: won(facts.investedWon + amountWon),
    qualifyingWon: won(facts.qualifyingWon + qualifies),
    qualifyingOutstandingWon: won(facts.qualifyingOutstandingWon + qualifies),
    pendingWon: won(facts.pendingWon + pends),
    pendingCount: facts.pendingCount + (status === 'PENDING' ? 1 : 0),
    investmentCount: facts.investmentCount + 1,
    qualifyingCount: facts.qualifyingCount + (status === 'QUALIFIED' ? 1 : 0),
  };
}
