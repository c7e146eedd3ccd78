import { addDays, addYears, endOfYear, maxDate, minDate, type LocalDate } from '#libs/calendar';
import { maxWon, subtractWon, ZERO_WON, type Won } from '#libs/money';
import type { Assumptions } from './scenario.model.js';

/** What a fund still has before it, for scenarios that nobody has written yet. */
export interface Prospects {
  readonly asOf: LocalDate;
  readonly lifeTo: LocalDate;
  readonly lifetimeExpensesWon: Won;
  readonly feesAndExpensesPaidWon: Won;
}

/**
 * A scenario to start from: everything held is sold on the last day of the fund for so much of its fair value, what is left of
 * the agreed expenses is paid by equal parts at year-ends, and cash above that is handed out at year-ends and all of it at the end. Nothing is
 * called and no deal is made: those are plans, and only people have them.
 */
export function presetAssumptions(prospects: Prospects, multipleBasisPoints: number): Assumptions {
  const { asOf, lifetimeExpensesWon, feesAndExpensesPaidWon } = prospects;
  const lastOn = maxDate(prospects.lifeTo, addDays(asOf, 1));
  const days = yearEnds(asOf, lastOn);
  const left = maxWon(ZERO_WON, subtractWon(lifetimeExpensesWon, feesAndExpensesPaidWon));
  const count = BigInt(days.length);
  return {
    calls: [],
    deals: [],
    // The running sum is divided, so that the parts add up to what is left.
    expenses: days.map((on, index) => ({ on, amountWon: ((left * BigInt(index + 1)) / count - (left * BigInt(index)) / count).toString() })).filter((expense) => expense.amountWon !== '0'),
    exitOn: lastOn,
    multipleBasisPoints,
    exits: [],
    payoutsOn: days,
    // What is still to be paid is kept back, so that handing out never leaves a bill open.
    reserveWon: left.toString(),
  };
}

function yearEnds(asOf: LocalDate, lastOn: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = endOfYear(asOf); day < lastOn; day = endOfYear(addYears(day, 1))) if (day > asOf) days.push(minDate(day, lastOn));
  return [...days, lastOn];
}
