import { daysBetween } from '#libs/calendar';
import type { CashFlow, InternalRate, NoRateReason } from './performance.js';
import { Decimal } from 'decimal.js';

const DAY_COUNT = 365;
/** Rates are searched as ln(1 + r), from about -99.99999 % to about 1,200,000 % a year. */
const LOWEST_LOG = -16;
const HIGHEST_LOG = 14;
const SEARCH_STEP = 0.05;
const PRECISION = 1e-13;

/**
 * The yearly rate at which the flows are worth nothing together: Σ aᵢ / (1 + r)^((dᵢ − d₀) / 365) = 0, Actual/365 Fixed as
 * in Excel's XIRR, by bracketing and bisection to better than 1e-10. Of several such rates the one nearest to zero is given.
 * Source: docs/domain.md §2.11.
 */
export function internalRate(flows: readonly CashFlow[]): InternalRate {
  const dated = flows.filter((flow) => flow.amountWon !== 0n).sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  const first = dated[0];
  if (first === undefined) return none('NO_FLOWS', false);
  // A rate is for display and no amount comes from it, so a double is precise enough.
  // eslint-disable-next-line house/won-stays-won -- see above
  const points = dated.map((flow) => ({ amount: Number(flow.amountWon), years: daysBetween(first.on, flow.on) / DAY_COUNT }));
  const changes = signChanges(points.map((point) => point.amount));
  const ambiguous = changes > 1;
  if (changes === 0) return none('NO_SIGN_CHANGE', false);
  const bracket = nearestBracket((log) => worth(points, log));
  if (bracket === null) return none('NO_RATE_FOUND', ambiguous);
  const rate = Math.expm1(bisect((log) => worth(points, log), bracket));
  return { rate, percent: percentText(rate), reason: null, ambiguous };
}

interface Point {
  readonly amount: number;
  readonly years: number;
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

function none(reason: NoRateReason, ambiguous: boolean): InternalRate {
  return { rate: null, percent: null, reason, ambiguous };
}

function signChanges(amounts: readonly number[]): number {
  return amounts.filter((amount, index) => index > 0 && amount > 0 !== (amounts[index - 1] ?? 0) > 0).length;
}

/** Worth of the flows at a rate, divided by the largest discount factor among them so that nothing overflows: only sign and root matter. */
function worth(points: readonly Point[], log: number): number {
  const largest = Math.max(...[points[0], points.at(-1)].map((point) => -log * (point?.years ?? 0)));
  return points.reduce((sum, { amount, years }) => sum + amount * Math.exp(-log * years - largest), 0);
}

/** The stretch nearest to a rate of zero over which the worth changes sign. */
function nearestBracket(worthAt: (log: number) => number): Bracket | null {
  if (worthAt(0) === 0) return { low: 0, high: 0 };
  for (let step = 0; step * SEARCH_STEP < Math.max(-LOWEST_LOG, HIGHEST_LOG); step += 1) {
    const near = step * SEARCH_STEP;
    const far = near + SEARCH_STEP;
    if (far <= HIGHEST_LOG && worthAt(near) * worthAt(far) <= 0) return { low: near, high: far };
    if (-far >= LOWEST_LOG && worthAt(-far) * worthAt(-near) <= 0) return { low: -far, high: -near };
  }
  return null;
}

function bisect(worthAt: (log: number) => number, bracket: Bracket): number {
  let { low, high } = bracket;
  const rises = worthAt(high) > worthAt(low);
  while (high - low > PRECISION * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (worthAt(middle) > 0 === rises) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Percent with four decimals, half away from zero; no sign on zero. */
function percentText(rate: number): string {
  const percent = new Decimal(rate).times(100).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  // A rate that rounds to nothing is shown without a sign.
  return (percent.isZero() ? percent.abs() : percent).toFixed(4);
}
