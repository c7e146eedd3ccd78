import { addDays, compareDates, fiscalYear, inclusiveDays, maxDate, minDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { accruedFees, basisPoints, fractionOf, multiplyFractions, subtractWon, sumWon, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { BaseStep, BillingPeriod, FeeBill, FeePiece, FeeReduction, FeeTerm } from './fee.js';

const WHOLE = basisPoints(10_000);

/** Days of a billing period over which everything stays the same, before anybody counts won. */
type Stretch = Omit<FeePiece, 'amountWon'>;

/**
 * The management fee of each billing period: base × rate × days / 365, cut where a base, a rate or a reduction changes, and
 * billed on the running exact sum of the fiscal year, so that a year's bills are the year's fee to the won. A period belongs
 * to the fiscal year in which it starts. Throws `DomainError` invalid for reductions that overlap. Source: docs/domain.md §2.9.
 */
export function feeBills(terms: readonly FeeTerm[], reductions: readonly FeeReduction[], steps: readonly BaseStep[], periods: readonly BillingPeriod[]): FeeBill[] {
  reductionsDoNotOverlap(reductions);
  const ordered = [...periods].sort((left, right) => compareDates(left.from, right.from));
  const stretches = ordered.map((period) => terms.flatMap((term) => stretchesOf(term, period, reductions, steps)));
  const due = billed(ordered, stretches);
  const unreduced = billed(ordered, stretches.map((list) => list.map((stretch) => ({ ...stretch, keeps: WHOLE }))));
  return ordered.map((period, index) => {
    const amounts = due[index] ?? [];
    const pieces = (stretches[index] ?? []).map((stretch, place) => ({ ...stretch, amountWon: amounts[place] ?? ZERO_WON }));
    const amountWon = sumWon(amounts);
    return { period, pieces, amountWon, reducedByWon: subtractWon(sumWon(unreduced[index] ?? []), amountWon) };
  });
}

/** The won of every stretch, floored on the running sum of its fiscal year. */
function billed(periods: readonly BillingPeriod[], stretches: readonly (readonly Stretch[])[]): Won[][] {
  const years = new Map<number, number[]>();
  for (const [index, period] of periods.entries()) {
    const year = fiscalYear(period.from);
    years.set(year, [...(years.get(year) ?? []), index]);
  }
  const result: Won[][] = periods.map(() => []);
  for (const indexes of years.values()) {
    const segments = indexes.flatMap((index) => stretches[index] ?? []).map(({ baseWon, rate, keeps, days }) => ({ base: baseWon, rate: multiplyFractions(fractionOf(rate), fractionOf(keeps)), days }));
    const fees = accruedFees(segments);
    let taken = 0;
    for (const index of indexes) {
      const count = stretches[index]?.length ?? 0;
      result[index] = fees.slice(taken, taken + count);
      taken += count;
    }
  }
  return result;
}

/** The part of a term within a period, cut where its base or a reduction changes. */
function stretchesOf(term: FeeTerm, period: BillingPeriod, reductions: readonly FeeReduction[], steps: readonly BaseStep[]): Stretch[] {
  const from = maxDate(term.from, period.from);
  const to = minDate(term.to, period.to);
  if (from > to) return [];
  const changes = [...steps.filter((step) => step.base === term.base).map((step) => step.from), ...reductions.flatMap((each) => [each.from, addDays(each.to, 1)])];
  const starts = [...new Set([from, ...changes.filter((day) => day > from && day <= to)])].sort(compareDates);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? to : addDays(next, -1);
    return { from: start, to: end, days: inclusiveDays(start, end), base: term.base, baseWon: baseOn(steps, term, start), rate: term.rate, keeps: keptOn(reductions, start), clause: term.clause };
  });
}

function baseOn(steps: readonly BaseStep[], term: FeeTerm, day: LocalDate): Won {
  const standing = steps.filter((step) => step.base === term.base && step.from <= day).sort((left, right) => compareDates(left.from, right.from));
  return standing.at(-1)?.amountWon ?? ZERO_WON;
}

const keptOn = (reductions: readonly FeeReduction[], day: LocalDate): BasisPoints => reductions.find((each) => each.from <= day && day <= each.to)?.keeps ?? WHOLE;

function reductionsDoNotOverlap(reductions: readonly FeeReduction[]): void {
  const ordered = [...reductions].sort((left, right) => compareDates(left.from, right.from));
  for (const [index, each] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next === undefined || next.from > each.to) continue;
    throw invalidField('/reductions', 'fee.reductions-overlap', {
      ko: `보수 감액기간이 겹칩니다(${next.from}). 한 날에는 하나의 감액만 둘 수 있습니다. 기간을 나누어 주십시오.`,
      en: `Two reductions hold on ${next.from}. Only one may hold on a day: split the periods.`,
    });
  }
}
