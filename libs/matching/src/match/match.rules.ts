import { compareDates, daysBetween, type LocalDate } from '#libs/calendar';
import { allocate, fractionOf, fraction, maxWon, minWon, multiplyFloor, subtractWon, sumWon, TREASURY_STEP_WON, truncateTo, won, ZERO_WON, type Won } from '#libs/money';
import type { Commitment, CommitmentBound, MatchClawback, MatchSettlement, MatchTerms, PrivateMove, PrivatePosition, ReleasePosition } from './match.js';

const WHOLE = 10_000n;

/**
 * What the government commits to a private commitment: the match, no more than the cap of a project, than the budget has
 * left, and than keeps its part of the whole at most `governmentAtMost`. Each bound is floored. TV-16 (docs/domain.md §5).
 */
export function governmentCommitment(privateWon: Won, budgetLeftWon: Won, terms: MatchTerms): Commitment {
  const share = BigInt(terms.governmentAtMost);
  const bounds: readonly (readonly [CommitmentBound, Won])[] = [
    ['MATCH', multiplyFloor(privateWon, fractionOf(terms.match))],
    ['CAP', terms.capPerProjectWon],
    ['BUDGET', maxWon(ZERO_WON, budgetLeftWon)],
    ...(share < WHOLE ? [['SHARE', multiplyFloor(privateWon, fraction(share, WHOLE - share))] as const] : []),
  ];
  const [bound, governmentWon] = bounds.reduce((least, each) => (each[1] < least[1] ? each : least));
  return { governmentWon, bound };
}

/** A project that asks for its commitment out of a pool. */
export interface QueuedProject {
  readonly number: string;
  readonly agreedOn: LocalDate;
  readonly privateWon: Won;
  readonly terms: MatchTerms;
}

export interface QueuedCommitment extends Commitment {
  readonly number: string;
  readonly budgetLeftBeforeWon: Won;
}

/** The pool, given out by the day of agreement and then by number: whoever computes it gets the same queue. */
export function commitInTurn(budgetWon: Won, projects: readonly QueuedProject[]): QueuedCommitment[] {
  let left = budgetWon;
  return [...projects]
    .sort((one, other) => compareDates(one.agreedOn, other.agreedOn) || (one.number < other.number ? -1 : 1))
    .map(({ number, privateWon, terms }) => {
      const commitment = governmentCommitment(privateWon, left, terms);
      const budgetLeftBeforeWon = left;
      left = subtractWon(left, commitment.governmentWon);
      return { number, ...commitment, budgetLeftBeforeWon };
    });
}

/** What the private side has in by the end of a day. A return is of counted money first: what was matched leaves first. */
export function privatePosition(moves: readonly PrivateMove[], asOf: LocalDate): PrivatePosition {
  const until = moves.filter((move) => move.on <= asOf);
  const deposits = (own: boolean): Won => sumWon(until.filter((move) => move.kind === 'DEPOSIT' && (move.source === 'OWN') === own).map((move) => move.amountWon));
  const returned = sumWon(until.filter((move) => move.kind === 'RETURN').map((move) => move.amountWon));
  const [counted, uncounted] = [deposits(true), deposits(false)];
  const fromCounted = minWon(counted, returned);
  return { countedWon: subtractWon(counted, fromCounted), uncountedWon: maxWon(ZERO_WON, subtractWon(uncounted, subtractWon(returned, fromCounted))) };
}

/** The most that may have been released by now: in proportion to the private money that is in, floored. */
export function releasable(governmentWon: Won, privateCommittedWon: Won, countedWon: Won): Won {
  if (privateCommittedWon === 0n) return ZERO_WON;
  return countedWon >= privateCommittedWon ? governmentWon : multiplyFloor(governmentWon, fraction(countedWon, privateCommittedWon));
}

/** Where releases of a project stand at the end of a day. Without its milestone nothing further is releasable: that gate is the caller's. */
export function releasePosition(
  project: { readonly governmentWon: Won; readonly privateWon: Won },
  moves: readonly PrivateMove[],
  releases: readonly { readonly on: LocalDate; readonly amountWon: Won }[],
  asOf: LocalDate,
): ReleasePosition {
  const position = privatePosition(moves, asOf);
  const releasableWon = releasable(project.governmentWon, project.privateWon, position.countedWon);
  const releasedWon = sumWon(releases.filter((release) => release.on <= asOf).map((release) => release.amountWon));
  return {
    ...position,
    releasableWon,
    releasedWon,
    remainingWon: maxWon(ZERO_WON, subtractWon(releasableWon, releasedWon)),
    overReleasedWon: maxWon(ZERO_WON, subtractWon(releasedWon, releasableWon)),
  };
}

/** Deposits that came back in full soon after: money that only passed through. Answers the returns. */
export function roundTrips(moves: readonly PrivateMove[], withinDays: number): PrivateMove[] {
  const open = moves.filter((move) => move.kind === 'DEPOSIT' && move.source === 'OWN');
  return moves.filter((move) => {
    if (move.kind !== 'RETURN') return false;
    const index = open.findIndex((deposit) => deposit.amountWon === move.amountWon && deposit.on <= move.on && daysBetween(deposit.on, move.on) <= withinDays);
    if (index === -1) return false;
    open.splice(index, 1);
    return true;
  });
}

/** What is left of a project's money goes back in the proportion of the commitments, to the won. */
export function splitUnspent(unspentWon: Won, privateWon: Won, governmentWon: Won): { readonly privateWon: Won; readonly governmentWon: Won } {
  if (privateWon + governmentWon === 0n) return { privateWon: ZERO_WON, governmentWon: ZERO_WON };
  const [own = ZERO_WON, government = ZERO_WON] = allocate(unspentWon, [privateWon, governmentWon]);
  return { privateWon: own, governmentWon: government };
}

/** What the government claims back: released beyond what is allowed, its part of what was disallowed and left, and interest. */
export function matchClawback(project: { readonly governmentWon: Won; readonly privateWon: Won }, overReleasedWon: Won, settlement: MatchSettlement | null): MatchClawback {
  const all = won(project.governmentWon + project.privateWon);
  const part = all === 0n ? fraction(0n, 1n) : fraction(project.governmentWon, all);
  const disallowedWon = settlement === null ? ZERO_WON : multiplyFloor(settlement.disallowedWon, part);
  const unspentWon = settlement === null ? ZERO_WON : splitUnspent(settlement.unspentWon, project.privateWon, project.governmentWon).governmentWon;
  const interestWon = settlement?.interestWon ?? ZERO_WON;
  const totalWon = sumWon([overReleasedWon, disallowedWon, unspentWon, interestWon]);
  return { overReleasedWon, disallowedWon, unspentWon, interestWon, totalWon, noticeWon: truncateTo(totalWon, TREASURY_STEP_WON) };
}
