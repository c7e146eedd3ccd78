import type { LocalDate } from '#libs/calendar';
import type { EvidenceTurn } from '../recognition/detail/evidence-detail.js';

/**
 * Why a claim is on the desk: nobody has decided it, documents are missing, one runs out soon or has run out, or one that it
 * rests on turned out to be worth nothing.
 */
export const DESK_CONCERNS = ['DECISION', 'MISSING', 'EXPIRING', 'EXPIRED', 'INVALID'] as const;
export type DeskConcern = (typeof DESK_CONCERNS)[number];

export interface ExpiringDocument {
  readonly evidenceId: string;
  readonly kind: string;
  readonly validTo: LocalDate;
  /** Days from the day of the desk to the last day; below zero once it has run out. */
  readonly daysLeft: number;
}

export interface InvalidDocument {
  readonly evidenceId: string;
  readonly kind: string;
  readonly turn: EvidenceTurn;
  readonly happenedOn: LocalDate;
}

export interface ClaimConcerns {
  readonly concerns: readonly DeskConcern[];
  readonly missing: readonly string[];
  readonly expiring: readonly ExpiringDocument[];
  readonly invalid: readonly InvalidDocument[];
  /** The day on which the first document runs out. */
  readonly dueOn: LocalDate | null;
}
