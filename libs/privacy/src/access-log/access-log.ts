import type { LocalDate } from '#libs/calendar';
import { addMonths, localDate, startOfSeoulDay } from '#libs/calendar';

/** Why somebody's figures of a month ask for an explanation; the limits are policy. */
export const SIGNALS = ['OFF_HOURS', 'MANY_SUBJECTS', 'BULK', 'MANY_REASONED', 'REFUSALS'] as const;
export type Signal = (typeof SIGNALS)[number];

/** One entry as the review sees it. */
export interface AccessRow {
  readonly id: string;
  readonly accessedAt: Date;
  readonly login: string;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly address: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly subjectLabel: string;
  readonly subjectCount: number | null;
  readonly reason: string | null;
  /** Outside office hours, on a weekend or on a public holiday. */
  readonly offHours: boolean;
}

export interface PersonFigures {
  readonly userId: string;
  readonly login: string;
  readonly name: string | null;
  readonly entries: number;
  /** People or accounts whose data was shown, added up over the entries. */
  readonly subjects: number;
  /** Entries with a reason: what was taken away or unmasked. */
  readonly reasoned: number;
  readonly offHours: number;
  /** The most subjects in one answer. */
  readonly largest: number;
  readonly refused: number;
  readonly signals: readonly Signal[];
}

export interface KindFigures {
  readonly subjectKind: string;
  readonly action: string;
  readonly entries: number;
  readonly people: number;
  readonly subjects: number;
}

/** The first day of a month given as `YYYY-MM`. */
export const firstDayOf = (month: string): LocalDate => localDate(`${month}-01`);

/** The instants from which and before which a month lies, in Seoul. */
export function monthBounds(month: string): { readonly since: Date; readonly before: Date } {
  const first = firstDayOf(month);
  return { since: startOfSeoulDay(first), before: startOfSeoulDay(addMonths(first, 1)) };
}
