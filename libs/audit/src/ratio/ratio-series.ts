import type { LocalDate } from '#libs/calendar';

/** What can move a ratio. */
export const RATIO_EVENTS = ['DEAL', 'DECISION', 'VOID', 'EXIT', 'RECEIPT', 'TERM'] as const;
export type RatioEventKind = (typeof RATIO_EVENTS)[number];

/** A fact that took effect on one day and became known on another. */
export interface RatioEvent {
  readonly kind: RatioEventKind;
  readonly effectOn: LocalDate;
  readonly knownAt: Date;
  /** In Seoul. */
  readonly knownOn: LocalDate;
  readonly what: string;
  readonly subjectId: string;
  readonly by: string;
  /** Known only after the day on which it took effect was over. */
  readonly late: boolean;
}

/** A fund on one day, as somebody knew it. Percentages are truncated to two decimals; null on a base of zero. */
export interface RatioStand {
  readonly ratioPercent: string | null;
  readonly requiredPercent: string;
  readonly qualifyingWon: string;
  readonly investedWon: string;
  readonly shortfallWon: string;
  readonly verdict: string;
  readonly bases: readonly { readonly basis: string; readonly ratioPercent: string | null }[];
}

/** One day seen twice: by who knew what was known at its end, and by who knows what is known now. Null before there was a rule. */
export interface RatioPoint {
  readonly on: LocalDate;
  readonly then: RatioStand | null;
  readonly now: RatioStand | null;
}
