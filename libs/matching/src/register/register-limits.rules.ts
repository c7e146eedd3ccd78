import type { LocalDate } from '#libs/calendar';
import type { MatchTerms } from '../match/match.js';

/** A special zone as reference data: its name, and the days on which it is one. */
export interface Zone {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What the rows of a register are measured by; the programme's policies. */
export interface MatchingLimits {
  readonly terms: MatchTerms;
  readonly budgetWon: bigint;
  readonly zones: readonly Zone[];
  /** Days within which money that comes back only passed through. */
  readonly roundTripDays: number;
  /** Dates after it have not happened; null: not asked. */
  readonly today: LocalDate | null;
}
