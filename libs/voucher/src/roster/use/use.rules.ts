import type { LocalDate } from '#libs/calendar';
import { fraction, maxWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { splitUse, type EarlierUses, type ServiceUse } from '../../claim/claim.rules.js';
import { governmentBasisPoints, governmentShare, type RosterLimits } from '../roster-limits.rules.js';
import type { IssueFact, UseFact } from '../roster.js';

/** Uses that count toward what a voucher bears: all but cancelled ones, which gave back what they held. */
const counted = (uses: readonly UseFact[]): UseFact[] => uses.filter((use) => use.state !== 'CANCELLED');

const supplied = (uses: readonly UseFact[]): Won => sumWon(counted(uses).map((use) => use.supplyWon));

const borne = (uses: readonly UseFact[]): Won => sumWon(counted(uses).map((use) => use.governmentWon));

/** The government's part of one more use, after those before it, whatever the voucher has left. */
export function shareOfUse(use: ServiceUse, before: readonly UseFact[], limits: RosterLimits): Won {
  const earlier: EarlierUses = { supplyWon: supplied(before), governmentWon: borne(before) };
  return splitUse(use, earlier, ZERO_WON, governmentBasisPoints(limits)).entitledWon;
}

/** What a voucher can still bear on a day: nothing from the day after it was given up. */
export function availableFor(issue: IssueFact, before: readonly UseFact[], on: LocalDate): Won {
  if (issue.givenUpOn !== null && on > issue.givenUpOn) return ZERO_WON;
  return maxWon(ZERO_WON, subtractWon(worthOf(issue), borne(before)));
}

/** What stands on a voucher: as issued, or as topped up and split since. */
const worthOf = ({ amountWon, standing }: IssueFact): Won => standing?.amountWon ?? amountWon;


/** The largest supply price of which the government's part still fits the voucher; zero when none does. */
export function largestSupply(issue: IssueFact, before: readonly UseFact[], limits: RosterLimits): Won {
  const share = governmentShare(limits);
  if (share.numerator === 0n) return ZERO_WON;
  // floor(share × total) stays at or below the face value up to the last total before the next won.
  const inverse = fraction((worthOf(issue) + 1n) * share.denominator, share.numerator);
  const total = (inverse.numerator - 1n) / inverse.denominator;
  const rest = total - supplied(before);
  return rest > 0n ? won(rest) : ZERO_WON;
}
