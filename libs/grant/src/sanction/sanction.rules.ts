import { addFractions, fraction, minWon, multiplyFloor, multiplyFractions, sumWon, won, type Won } from '#libs/money';
import type { BanBand, PenaltyProposal, SanctionTerms } from './sanction.js';

/** The penalty for misspending by the table, and how far a decision may go; at most the cap on what the government paid. TV-14. */
export function penaltyProposal(misspentWon: Won, governmentPaidWon: Won, terms: SanctionTerms): PenaltyProposal {
  const cap = multiplyFloor(governmentPaidWon, terms.capOfGrant);
  const table = sumWon(terms.penalty.map((band, index) => multiplyFloor(within(misspentWon, band.aboveWon, terms.penalty[index + 1]?.aboveWon ?? null), band.rate)));
  const one = fraction(1n, 1n);
  const adjusted = (part: typeof one): Won => minWon(cap, multiplyFloor(table, part));
  const less = addFractions(one, multiplyFractions(fraction(-1n, 1n), terms.adjustment));
  return { standardWon: minWon(cap, table), lowestWon: adjusted(less), highestWon: adjusted(addFractions(one, terms.adjustment)), clause: terms.clause };
}

/** The part of an amount that lies above one bound and up to the next. */
function within(amount: Won, above: Won, upTo: Won | null): Won {
  const top = upTo === null || amount < upTo ? amount : upTo;
  return top <= above ? won(0n) : won(top - above);
}

/** For how long participation may be banned; the first band that holds the amount. */
export function banFor(misspentWon: Won, terms: SanctionTerms): BanBand {
  const band = terms.bans.find((each) => each.upToWon === null || misspentWon <= each.upToWon);
  if (band === undefined) throw new RangeError('the table of bans has no last band');
  return band;
}
