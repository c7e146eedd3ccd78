import type { LocalDate } from '#libs/calendar';
import { fraction, toDecimalString, type Fraction } from '#libs/money';
import type { Instrument } from '../investment/investment.js';

/** What is known of the shares of one holding: a deal, or what a conversion made of one. Amounts in won at cost. */
export interface HoldingFacts {
  readonly instrument: Instrument;
  readonly on: LocalDate;
  readonly shares: bigint | null;
  /** Sold or redeemed since. */
  readonly sold: bigint;
  readonly amountWon: bigint;
  /** Of the cost, what was converted into another holding. */
  readonly convertedWon: bigint;
  /** All shares of the company when the holding came about. */
  readonly totalShares: bigint | null;
  readonly numerator: bigint | null;
  readonly denominator: bigint | null;
}

const EQUITY: readonly Instrument[] = ['COMMON', 'RCPS', 'CPS', 'SECONDARY', 'LLC_INTEREST'];

/**
 * What part of a company some holdings are: the shares they still have, of all shares as they were last known (`latestTotal`);
 * where shares are not known, the part that the latest deal gave by value. Null where nothing is known. What was converted
 * is not counted beside what became of it.
 */
export function ownershipNow(holdings: readonly HoldingFacts[], latestTotal: bigint | null): Fraction | null {
  const equity = holdings.filter((each) => EQUITY.includes(each.instrument) && each.convertedWon < each.amountWon);
  if (equity.length === 0) return null;
  const held = equity.map(sharesLeft);
  if (latestTotal !== null && held.every((shares) => shares !== null)) {
    // Exits are told of the deal that was paid, also where what was sold came of its conversion.
    const [got, sold] = [held.reduce((sum, shares) => sum + shares, 0n), holdings.reduce((sum, each) => sum + each.sold, 0n)];
    const left = got > sold ? got - sold : 0n;
    return fraction(left < latestTotal ? left : latestTotal, latestTotal);
  }
  const latest = equity.findLast((each) => each.numerator !== null && each.denominator !== null);
  return latest === undefined ? null : fraction(latest.numerator ?? 0n, latest.denominator ?? 1n);
}

/** All shares of a company as the latest holding tells them; holdings come in the order of their days. */
export const latestTotal = (holdings: readonly HoldingFacts[]): bigint | null => holdings.findLast((each) => each.totalShares !== null)?.totalShares ?? null;

/** With two decimals, truncated. */
export const shownPart = (part: Fraction | null): string | null => (part === null ? null : toDecimalString(fraction(part.numerator * 100n, part.denominator), 2, 'truncate'));

/** Of a holding that was converted in part, so many shares as belong to the rest. */
const sharesLeft = ({ shares, amountWon, convertedWon }: HoldingFacts): bigint | null => (shares === null ? null : (shares * (amountWon - convertedWon)) / amountWon);
