import type { Fraction, Won } from '#libs/money';

export const SANCTION_GROUNDS = ['FALSE_CLAIM', 'OFF_PURPOSE', 'CONDITION_BREACH', 'REQUIREMENT_UNMET'] as const;
/** Why a sanction is imposed: a false claim, use for another purpose, a breach of conditions, a requirement that was not met. */
export type SanctionGround = (typeof SANCTION_GROUNDS)[number];

/** A stretch of the table of penalties: of what lies within it, so much. */
export interface PenaltyBand {
  /** Misspent won above which the band begins. */
  readonly aboveWon: Won;
  readonly rate: Fraction;
}

/** How long a participation may be banned, by what was misspent; months. */
export interface BanBand {
  /** The band holds up to this amount; null: however much. */
  readonly upToWon: Won | null;
  readonly monthsFrom: number;
  readonly monthsTo: number;
}

/** Penalty charge and participation ban as a regime has them. */
export interface SanctionTerms {
  readonly penalty: readonly PenaltyBand[];
  /** How far a decision may go below and above the table. */
  readonly adjustment: Fraction;
  /** The most a penalty may be of the government money that was paid. */
  readonly capOfGrant: Fraction;
  readonly bans: readonly BanBand[];
  readonly clause: string;
}

/** What the table says of an amount, and the room a decision has; won. */
export interface PenaltyProposal {
  readonly standardWon: Won;
  readonly lowestWon: Won;
  readonly highestWon: Won;
  readonly clause: string;
}
