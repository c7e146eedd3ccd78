import { fiscalYear, inclusiveDays, type LocalDate } from '#libs/calendar';
import { accruedFees, fraction, sumWon, ZERO_WON, type Fraction, type Won } from '#libs/money';
import type { ExpenseFact } from '../register/register.js';
import type { FeeYear } from './performance.js';

/** A fee as typed, and what the running sum of its fiscal year and kind gives for it. */
interface RecomputedFee {
  readonly expense: ExpenseFact;
  readonly expectedWon: Won;
}

/** A fee of which base, rate and period are known. */
interface Segment {
  readonly expense: ExpenseFact;
  readonly from: LocalDate;
  readonly base: Won;
  readonly rate: Fraction;
  readonly days: number;
}

/**
 * Recomputes every fee that gives base, rate and period: base × rate × days / 365 exactly, summed inside one fund, fiscal
 * year and kind in the order of periods, and floored on the running sum (docs/register-format.md §4, docs/domain.md §2.9). A period belongs
 * to the fiscal year in which it starts.
 */
export function recomputedFees(expenses: readonly ExpenseFact[]): RecomputedFee[] {
  const groups = new Map<string, Segment[]>();
  for (const segment of expenses.flatMap(segmentOf)) {
    const key = `${segment.expense.fund}|${fiscalYear(segment.from)}|${segment.expense.label}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [segment]);
    else group.push(segment);
  }
  return [...groups.values()].flatMap((group) => {
    const ordered = group.sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
    const fees = accruedFees(ordered);
    return ordered.map(({ expense }, index) => ({ expense, expectedWon: fees[index] ?? ZERO_WON }));
  });
}

function segmentOf(expense: ExpenseFact): Segment[] {
  const { periodFrom, periodTo, baseWon, rate } = expense;
  if (periodFrom === null || periodTo === null || baseWon === null || rate === null || periodTo < periodFrom) return [];
  return [{ expense, from: periodFrom, base: baseWon, rate: ratioOf(rate), days: inclusiveDays(periodFrom, periodTo) }];
}

/** A yearly rate such as '0.02' as an exact ratio. */
function ratioOf(decimal: string): Fraction {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Management fees by fiscal year and kind: as typed, as recomputed, as paid. Fees without base, rate or period are taken as typed. */
export function managementFees(expenses: readonly ExpenseFact[], fund: string, asOf: LocalDate): FeeYear[] {
  const fees = expenses.filter((expense) => expense.fund === fund && expense.kind === 'MANAGEMENT_FEE' && expense.paidOn <= asOf);
  const recomputed = new Map(recomputedFees(fees).map((fee) => [fee.expense, fee.expectedWon]));
  const years = new Map<string, ExpenseFact[]>();
  for (const fee of fees) {
    const key = `${fiscalYear(fee.periodFrom ?? fee.paidOn)}|${fee.label}`;
    years.set(key, [...(years.get(key) ?? []), fee]);
  }
  return [...years]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, list]) => {
      const billed = (fee: ExpenseFact): Won => fee.billedWon ?? fee.paidWon;
      return {
        fiscalYear: Number(key.slice(0, 4)),
        label: key.slice(5),
        billedWon: sumWon(list.map(billed)),
        recomputedWon: sumWon(list.map((fee) => recomputed.get(fee) ?? billed(fee))),
        paidWon: sumWon(list.map((fee) => fee.paidWon)),
      };
    });
}
