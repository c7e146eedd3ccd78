import { allocate, minWon, shareOf, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { Contribution, FirstLoss } from './waterfall.js';

/**
 * Splits an amount so that everybody comes as close as can be to a target since inception, and nobody gives anything back:
 * by what is still owed, largest remainder, ties by order. Exact where targets less what was got are the amount.
 */
export function settle(amountWon: Won, targets: readonly Won[], earlier: readonly Won[]): Won[] {
  if (amountWon === 0n) return targets.map(() => ZERO_WON);
  const owed = targets.map((target, index) => target - (earlier[index] ?? 0n));
  return allocate(
    amountWon,
    owed.map((each) => (each > 0n ? each : 0n)),
  );
}

/** What each partner paid in by the end of a day, in the order given. */
export function contributedBy(contributions: readonly Contribution[], partners: readonly string[], on: string): Won[] {
  return partners.map((partner) => sumWon(contributions.filter((each) => each.partnerId === partner && each.on <= on).map((each) => each.amountWon)));
}

/**
 * Who has got what of the capital once `returnedWon` of it came back: by paid-in capital, and what stands in for losses
 * (우선손실충당) only after everybody else's is back. `contributed` is each partner's, not all zero.
 */
export function capitalTargets(returnedWon: Won, contributed: readonly Won[], partners: readonly string[], firstLoss: readonly FirstLoss[]): Won[] {
  const lastBack = firstLossCapital(contributed, partners, firstLoss);
  const protectedCapital = contributed.map((paid, index) => subtractWon(paid, lastBack[index] ?? ZERO_WON));
  const protectedWon = minWon(returnedWon, sumWon(protectedCapital));
  const first = sumWon(protectedCapital) === 0n ? contributed.map(() => ZERO_WON) : allocate(protectedWon, protectedCapital);
  const rest = subtractWon(returnedWon, protectedWon);
  if (rest === 0n) return first;
  const last = allocate(rest, lastBack);
  return first.map((amount, index) => won(amount + (last[index] ?? 0n)));
}

/** Capital that comes back last: the agreed share of all paid-in capital, at most what the partner itself paid in. */
export function firstLossCapital(contributed: readonly Won[], partners: readonly string[], firstLoss: readonly FirstLoss[]): Won[] {
  const all = sumWon(contributed);
  return partners.map((partner, index) => {
    const agreed = sumWon(firstLoss.filter((each) => each.partnerId === partner).map((each) => shareOf(all, each.share, 'floor')));
    return minWon(contributed[index] ?? ZERO_WON, agreed);
  });
}
