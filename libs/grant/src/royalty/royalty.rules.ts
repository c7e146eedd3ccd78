import { addYears, minDate, type LocalDate } from '#libs/calendar';
import { addFractions, compareFractions, fraction, maxWon, minWon, multiplyFloor, multiplyFractions, subtractWon, won, ZERO_WON, type Fraction, type Won } from '#libs/money';
import type { RoyaltyIncome, RoyaltyProject, RoyaltyShare, RoyaltyTerms, RoyaltyYear } from './royalty.js';

/** The last day on which income still costs: so long after the first collection or the end of the project, whichever is first. */
export function royaltyEndsOn(project: Pick<RoyaltyProject, 'endedOn' | 'firstCollectedOn'>, terms: RoyaltyTerms): LocalDate {
  const byEnd = addYears(project.endedOn, terms.yearsFromProjectEnd);
  return project.firstCollectedOn === null ? byEnd : minDate(byEnd, addYears(project.firstCollectedOn, terms.yearsFromFirstCollection));
}

/** What each year costs, in the order of the years: rate × income, until the cap of the whole life is reached (TV-15). */
export function royaltyYears(project: RoyaltyProject, incomes: readonly RoyaltyIncome[], terms: RoyaltyTerms): RoyaltyYear[] {
  const capWon = multiplyFloor(project.grantWon, terms.caps[project.payer]);
  const lastYear = Number(royaltyEndsOn(project, terms).slice(0, 4));
  let total: Won = ZERO_WON;
  return [...incomes]
    .sort((left, right) => left.year - right.year)
    .map((income) => {
      const ended = income.year > lastYear;
      const computedWon = computed(income, terms.rates[project.payer]);
      const dueWon = ended ? ZERO_WON : minWon(computedWon, maxWon(ZERO_WON, subtractWon(capWon, total)));
      total = won(total + dueWon);
      return { year: income.year, computedWon, dueWon, totalWon: total, capWon, ended };
    });
}

/** Licence income and the part of sales that the technology made, floored once together. */
function computed({ licenceWon, ownUse }: RoyaltyIncome, rate: Fraction): Won {
  const licence = fraction(licenceWon, 1n);
  const made = ownUse === null ? fraction(0n, 1n) : multiplyFractions(fraction(ownUse.salesWon, 1n), ownUse.contribution);
  return multiplyFloor(won(1n), multiplyFractions(addFractions(licence, made), rate));
}

/**
 * Divides royalties of a non-profit owner by least parts: each is rounded up, because it is a minimum, and the last party
 * absorbs the difference. Throws `RangeError` for parts of more than the whole or without a last party.
 */
export function divideRoyalty(amountWon: Won, shares: readonly RoyaltyShare[]): Won[] {
  const minima = shares.flatMap((share) => (share.least === null ? [] : [share.least]));
  if (minima.length !== shares.length - 1 || shares.at(-1)?.least !== null) throw new RangeError('all parties but the last have a least part');
  if (compareFractions(minima.reduce(addFractions, fraction(0n, 1n)), fraction(1n, 1n)) > 0) throw new RangeError('least parts are more than the whole');
  let left = amountWon;
  return shares.map(({ least }) => {
    const part = least === null ? left : minWon(left, ceilOf(amountWon, least));
    left = subtractWon(left, part);
    return part;
  });
}

function ceilOf(amount: Won, part: Fraction): Won {
  return won((amount * part.numerator + part.denominator - 1n) / part.denominator);
}
