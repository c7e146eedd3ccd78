import type { LocalDate } from '#libs/calendar';
import type { GrantSettlementFacts } from '../grant-settlement/grant-settlement.js';
import type { DeclaredOutcome } from '../annual/annual.js';
import type { Policy } from '#libs/policy';

/** A project with what it was committed to and what kept that from being more; won and basis points. */
export interface MatchingProjectFacts {
  readonly agreementId: string;
  readonly number: string;
  readonly title: string;
  readonly position: number;
  readonly company: string;
  readonly performer: string;
  readonly researcher: string | null;
  readonly chosenBecause: string | null;
  readonly relation: string | null;
  readonly relationNote: string | null;
  readonly ipTerms: string | null;
  readonly royaltyTerms: string | null;
  readonly zone: string | null;
  readonly zoneMode: string | null;
  readonly zoneClause: string | null;
  readonly zoneParty: string | null;
  readonly zoneStated: string | null;
  readonly committedOn: LocalDate;
  readonly privateWon: bigint;
  readonly matchBasisPoints: number;
  readonly governmentAtMost: number;
  readonly capWon: bigint;
  readonly budgetLeftWon: bigint;
  readonly governmentWon: bigint;
  readonly bound: string;
  readonly statedGovernmentWon: bigint | null;
}

/** Private money that somebody said came in, with what proves it by the point; won. */
export interface MatchingDepositFacts {
  readonly agreementId: string;
  readonly project: string;
  readonly depositedOn: LocalDate;
  readonly depositor: string;
  readonly relation: string;
  readonly source: string;
  readonly sourceText: string | null;
  readonly amountWon: bigint;
  readonly lockedUntil: LocalDate;
  readonly reversed: boolean;
  /** Null: unproven. */
  readonly evidence: string | null;
  readonly byBank: boolean;
  readonly provenOn: LocalDate | null;
  /** Kinds of flags that keep it out, as decided by the point. */
  readonly flags: readonly string[];
}

/** A release beside the milestone that opened it and the private money that was in; won. */
export interface MatchingReleaseFacts {
  readonly agreementId: string;
  readonly project: string;
  readonly number: number;
  readonly milestone: string | null;
  readonly requestedOn: LocalDate;
  readonly amountWon: bigint;
  readonly allowedWon: bigint;
  readonly releasedWon: bigint;
  readonly event: string | null;
  readonly paidOn: LocalDate | null;
}

export interface MatchingWithdrawalFacts {
  readonly project: string;
  readonly withdrawnOn: LocalDate;
  readonly paidTo: string;
  readonly reason: string;
  readonly amountWon: bigint;
  readonly countedWon: bigint;
}

export interface MatchingClawbackFacts {
  readonly project: string;
  readonly proposedOn: LocalDate;
  readonly cause: string;
  readonly overReleasedWon: bigint;
  readonly disallowedWon: bigint;
  readonly unspentWon: bigint;
  readonly interestWon: bigint;
  readonly totalWon: bigint;
  readonly outcome: string | null;
  readonly recovery: string | null;
}

/** Everything report D is made of: what report C reads of the pool's call, and what matching adds to it. */
export interface MatchingFacts {
  readonly grant: GrantSettlementFacts;
  readonly terms: readonly Policy[];
  readonly projects: readonly MatchingProjectFacts[];
  readonly deposits: readonly MatchingDepositFacts[];
  readonly releases: readonly MatchingReleaseFacts[];
  readonly withdrawals: readonly MatchingWithdrawalFacts[];
  readonly clawbacks: readonly MatchingClawbackFacts[];
  readonly outcomes: readonly DeclaredOutcome[];
}

/** Accounts of a project in the book of its pool (docs/postings.md). */
export const ROOM_BOOK = { allowed: 'matching.allowed', room: 'matching.room', released: 'matching.released', over: 'matching.over-released' } as const;

/** Where a deposit stands by the point. */
export type DepositState = 'COUNTED' | 'FLAGGED' | 'UNPROVEN' | 'REVERSED';

export function stateOf({ reversed, evidence, flags }: MatchingDepositFacts): DepositState {
  if (reversed) return 'REVERSED';
  if (evidence === null) return 'UNPROVEN';
  return flags.length > 0 ? 'FLAGGED' : 'COUNTED';
}
