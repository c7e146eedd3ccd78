import { yearOf, type LocalDate } from '#libs/calendar';
import { sumWon, won, type Won } from '#libs/money';
import { numberKey } from '#libs/sheet';
import type { AgreementFact, TrancheFact } from '../register.js';

/**
 * Of which fiscal year an agreement's government money is, in won: a tranche is of the year in which it was paid, and what was
 * not paid is of the year of the agreement. A register does not say it otherwise.
 */
export function fundingByYear(agreement: AgreementFact, tranches: readonly TrancheFact[]): ReadonlyMap<number, Won> {
  const paid = tranches.filter((tranche) => numberKey(tranche.agreement) === numberKey(agreement.number));
  const years = new Map<number, Won>();
  for (const { paidOn, amountWon } of paid) addTo(years, paidOn, amountWon);
  const open = agreement.governmentWon - sumWon(paid.map(({ amountWon }) => amountWon));
  if (open > 0n) addTo(years, agreement.agreedOn, won(open));
  return years;
}

function addTo(years: Map<number, Won>, on: LocalDate, amountWon: Won): void {
  years.set(yearOf(on), won((years.get(yearOf(on)) ?? 0n) + amountWon));
}

/** The same of many agreements together. */
export function fundingOfAll(agreements: readonly AgreementFact[], tranches: readonly TrancheFact[]): ReadonlyMap<number, Won> {
  const years = new Map<number, Won>();
  for (const agreement of agreements) {
    for (const [year, amountWon] of fundingByYear(agreement, tranches)) years.set(year, won((years.get(year) ?? 0n) + amountWon));
  }
  return years;
}
