import type { LocalDate } from '#libs/calendar';

/** Parts of the annual report that people decide: what they find, what is to become better, what comes next. */
export const TEXT_PARTS = ['FINDING', 'IMPROVEMENT', 'NEXT_YEAR'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** What somebody decided that a part of the report of a year says. */
export interface DecidedText {
  readonly part: TextPart;
  readonly body: string;
  readonly author: string;
  readonly decidedOn: LocalDate;
}
