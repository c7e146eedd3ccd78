import { invariant } from '#libs/errors';
import { addFractions, fraction, multiplyFractions, type Fraction } from './fraction.js';
import { floorDivide } from './integer.js';
import { won, type Won } from './won.js';

/** A stretch of days over which base and yearly rate stay the same. */
export interface FeeSegment {
  readonly base: Won;
  /** Rate a year: 2 % is 1/50. */
  readonly rate: Fraction;
  /** Inclusive days of the stretch, zero or more. */
  readonly days: number;
}

/**
 * The government's part of each amount when it bears `share` of all of them together:
 * gov_k = floor(share × Σ≤k) − floor(share × Σ<k). Rounding never piles up, and never favours the order of the bills.
 */
export function cumulativeFloorShares(amounts: readonly Won[], share: Fraction): Won[] {
  return cumulativeFloors(amounts.map((amount) => fraction(amount * share.numerator, share.denominator)));
}

/**
 * Fee of each segment in won, base × rate × days / dayCount, billed on the running exact sum: what has been billed up to
 * and including any segment is the floor of what has accrued. Actual/365 unless the fund agreement says otherwise.
 */
export function accruedFees(segments: readonly FeeSegment[], dayCount = 365): Won[] {
  return cumulativeFloors(segments.map(({ base, rate, days }) => interestOf(base, rate, days, dayCount)));
}

/** floor(amount × rate × days / dayCount) in won, e.g. interest on an overdue contribution; `rate` is a year's. */
export function simpleInterest(amount: Won, rate: Fraction, days: number, dayCount = 365): Won {
  return floorOf(interestOf(amount, rate, days, dayCount));
}

/**
 * What the Treasury takes in and pays out is a multiple of this many won (국고금 관리법 제47조). Who is bound by the law itself
 * takes it from here; who only follows it by analogy says in its policy whether it does.
 */
export const TREASURY_STEP_WON = 10n;

/**
 * Cuts toward zero to a multiple of `step` won, for the state `TREASURY_STEP_WON`; keep the exact amount and show the
 * difference.
 */
export function truncateTo(amount: Won, step: bigint): Won {
  invariant(step > 0n, 'a step is positive');
  return won(amount - (amount % step));
}

function interestOf(amount: Won, rate: Fraction, days: number, dayCount: number): Fraction {
  invariant(Number.isSafeInteger(days) && days >= 0, 'days are whole and not negative');
  invariant(Number.isSafeInteger(dayCount) && dayCount > 0, 'a year has days');
  return multiplyFractions(fraction(amount * BigInt(days), BigInt(dayCount)), rate);
}

/** Floors of the running sum, each less the one before. */
function cumulativeFloors(terms: readonly Fraction[]): Won[] {
  const floors: Won[] = [];
  let exact = fraction(0n, 1n);
  let billed = 0n;
  for (const term of terms) {
    exact = addFractions(exact, term);
    const total = floorOf(exact);
    floors.push(won(total - billed));
    billed = total;
  }
  return floors;
}

function floorOf(value: Fraction): Won {
  return won(floorDivide(value.numerator, value.denominator));
}
