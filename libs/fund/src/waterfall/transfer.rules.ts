import { compareDates, type LocalDate } from '#libs/calendar';
import { allocate, minWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { Contribution, PaidDistribution, PartnerAmount } from './waterfall.js';

/** Units that changed hands, with what had been paid in and given back on them. */
export interface TransferredCapital {
  readonly fromId: string;
  readonly toId: string;
  readonly effectiveOn: LocalDate;
  readonly paidInWon: Won;
  readonly distributedWon: Won;
}

/**
 * Contributions and distributions as they belong to those who hold the units now: whoever takes units over takes over what was
 * paid in and given back on them, each amount in proportion and on its own day, so that no sum of a day changes.
 */
export function withTransfers<Paid extends PaidDistribution>(
  contributions: readonly Contribution[],
  paid: readonly Paid[],
  transfers: readonly TransferredCapital[],
): { readonly contributions: Contribution[]; readonly paid: Paid[] } {
  let held = { contributions: [...contributions], paid: [...paid] };
  for (const transfer of [...transfers].sort((left, right) => compareDates(left.effectiveOn, right.effectiveOn))) {
    held = { contributions: movedContributions(held.contributions, transfer), paid: movedDistributions(held.paid, transfer) };
  }
  return held;
}

function movedContributions(contributions: readonly Contribution[], { fromId, toId, effectiveOn, paidInWon }: TransferredCapital): Contribution[] {
  const moved = movedParts(contributions.map((each) => (each.partnerId === fromId && each.on <= effectiveOn ? each.amountWon : ZERO_WON)), paidInWon);
  return contributions.flatMap((each, index) => {
    const gone = moved[index] ?? ZERO_WON;
    return [{ ...each, amountWon: subtractWon(each.amountWon, gone) }, { ...each, partnerId: toId, amountWon: gone }].filter((part) => part.amountWon > 0n);
  });
}

function movedDistributions<Paid extends PaidDistribution>(paid: readonly Paid[], { fromId, toId, effectiveOn, distributedWon }: TransferredCapital): Paid[] {
  const got = (each: Paid): Won => (each.on <= effectiveOn ? sumWon(each.byPartner.filter((part) => part.partnerId === fromId).map((part) => part.amountWon)) : ZERO_WON);
  const moved = movedParts(paid.map(got), distributedWon);
  return paid.map((each, index) => {
    const gone = moved[index] ?? ZERO_WON;
    return gone === 0n ? each : { ...each, byPartner: reassigned(each.byPartner, fromId, toId, gone) };
  });
}

function reassigned(parts: readonly PartnerAmount[], fromId: string, toId: string, gone: Won): PartnerAmount[] {
  const of = (partnerId: string): Won => sumWon(parts.filter((part) => part.partnerId === partnerId).map((part) => part.amountWon));
  const others = parts.filter((part) => part.partnerId !== fromId && part.partnerId !== toId);
  return [...others, { partnerId: fromId, amountWon: subtractWon(of(fromId), gone) }, { partnerId: toId, amountWon: won(of(toId) + gone) }];
}

/** How much of each amount goes with the units: in proportion, no more than there is. */
function movedParts(amounts: readonly Won[], movedWon: Won): Won[] {
  const all = sumWon(amounts);
  const moved = minWon(movedWon, all);
  return moved === 0n ? amounts.map(() => ZERO_WON) : allocate(moved, amounts);
}
