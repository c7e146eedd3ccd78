import { addYears, daysBetween, type LocalDate } from '#libs/calendar';
import { won, type BasisPoints, type Won } from '#libs/money';
import { Decimal } from 'decimal.js';
import type { DayCount } from './waterfall.js';

/** Money into (positive) or out of (negative) what investors are owed, on a day. */
interface HurdleFlow {
  readonly on: LocalDate;
  readonly amountWon: bigint;
}

/** Powers are irrational: enough digits that the last won of any amount is right. */
const Exact = Decimal.clone({ precision: 50 });
const WHOLE = 10_000;

/**
 * What investors are owed on a day to have earned the hurdle: Σ contribution × (1+h)^years − Σ distribution × (1+h)^years,
 * rounded up to the won, so that a hurdle is never called reached by rounding. Negative once they have more. Flows after
 * the day do not count. Source: docs/domain.md §2.10.
 */
export function hurdleBalance(contributions: readonly HurdleFlow[], distributions: readonly HurdleFlow[], hurdle: BasisPoints, dayCount: DayCount, on: LocalDate): Won {
  const growth = new Exact(hurdle).dividedBy(WHOLE).plus(1);
  const factors = new Map<LocalDate, Decimal>();
  const grown = ({ on: from, amountWon }: HurdleFlow): Decimal => {
    const factor = factors.get(from) ?? growth.pow(yearsBetween(from, on, dayCount));
    factors.set(from, factor);
    return factor.times(amountWon.toString());
  };
  const sumOf = (flows: readonly HurdleFlow[]): Decimal => flows.filter((flow) => flow.on <= on).reduce((sum, flow) => sum.plus(grown(flow)), new Exact(0));
  return won(BigInt(sumOf(contributions).minus(sumOf(distributions)).ceil().toFixed(0)));
}

/** Years from one day to a later one under a day count, as a decimal. */
export function yearsBetween(from: LocalDate, to: LocalDate, dayCount: DayCount): Decimal {
  if (dayCount === 'ACTUAL_365') return new Exact(daysBetween(from, to)).dividedBy(365);
  let whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (addYears(from, whole) > to) whole -= 1;
  const begun = addYears(from, whole);
  return new Exact(daysBetween(begun, to)).dividedBy(daysBetween(begun, addYears(from, whole + 1))).plus(whole);
}
