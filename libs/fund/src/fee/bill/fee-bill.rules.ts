import { addDays, compareDates, fiscalYear, maxDate, minDate, quarterEnd, type LocalDate } from '#libs/calendar';
import { maxWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { feeBills } from '../fee-schedule.rules.js';
import type { BaseStep, BillingPeriod, FeePiece, FeeReduction, FeeTerm } from '../fee.js';

/** A stretch that was billed, here or as a register tells it. */
export interface BilledPeriod extends BillingPeriod {
  readonly amountWon: Won;
}

/** What a bill is made of. Amounts in won. */
export interface PlannedBill {
  readonly period: BillingPeriod;
  readonly pieces: readonly FeePiece[];
  /** What base × rate × days gives for the period. */
  readonly accruedWon: Won;
  readonly reducedByWon: Won;
  /** What the earlier bills of the year are off, by what is known now; below zero where they were too high. */
  readonly adjustmentWon: Won;
  /** Accrued with the adjustment; a bill is never below zero, what is left over lowers the next one of the year. */
  readonly amountWon: Won;
}

export interface FeeGround {
  readonly terms: readonly FeeTerm[];
  readonly reductions: readonly FeeReduction[];
  readonly steps: readonly BaseStep[];
  readonly billed: readonly BilledPeriod[];
}

/** The period that is billed next: from the day after what was billed to the end of that quarter; null once the terms have ended. */
export function nextBillingPeriod(terms: readonly FeeTerm[], billed: readonly BillingPeriod[]): BillingPeriod | null {
  const first = [...terms].map((term) => term.from).sort(compareDates)[0];
  const last = [...terms].map((term) => term.to).sort(compareDates).at(-1);
  const through = [...billed].map((period) => period.to).sort(compareDates).at(-1);
  if (first === undefined || last === undefined) return null;
  const from = through === undefined ? first : maxDate(first, addDays(through, 1));
  return from > last ? null : { from, to: minDate(quarterEnd(from), last) };
}

/**
 * The bill of a period. It is what the fiscal year comes to by the end of the period less what was billed of it: a fact that became
 * known after an earlier bill (an impairment, a rate) is settled here and not lost. Source: docs/domain.md §2.9.
 */
export function planBill({ terms, reductions, steps, billed }: FeeGround, period: BillingPeriod): PlannedBill {
  const ofYear = billed.filter((each) => fiscalYear(each.from) === fiscalYear(period.from) && each.from < period.from).sort((left, right) => compareDates(left.from, right.from));
  const bills = feeBills(terms, reductions, steps, [...ofYear, period]);
  const own = bills.at(-1);
  const untilNow = sumWon(bills.map((bill) => bill.amountWon));
  const dueWon = subtractWon(untilNow, sumWon(ofYear.map((each) => each.amountWon)));
  const accruedWon = own?.amountWon ?? ZERO_WON;
  return {
    period,
    pieces: own?.pieces ?? [],
    accruedWon,
    reducedByWon: own?.reducedByWon ?? ZERO_WON,
    adjustmentWon: subtractWon(dueWon, accruedWon),
    amountWon: maxWon(ZERO_WON, dueWon),
  };
}

/** The bills that are still to come until a day, one after the other; at most `most`. */
export function comingBills(ground: FeeGround, until: LocalDate, most: number): PlannedBill[] {
  const planned: PlannedBill[] = [];
  let billed = ground.billed;
  while (planned.length < most) {
    const period = nextBillingPeriod(ground.terms, billed);
    if (period === null || period.from > until) break;
    const bill = planBill({ ...ground, billed }, period);
    planned.push(bill);
    billed = [...billed, { ...period, amountWon: bill.amountWon }];
  }
  return planned;
}

/** What a fund is expected to spend over its life against what it has: how much of the plan is left, below zero where it is passed. */
export function leftOfPlan(planWon: Won, paidWon: Won, owedWon: Won): Won {
  return won(planWon - paidWon - owedWon);
}
