import type { LocalDate } from '#libs/calendar';

export type Outcome = 'PAID' | 'REJECTED' | 'RETURNED';

/** What the bank did with one line. */
export interface LineOutcome {
  readonly lineNo: number;
  readonly outcome: Outcome;
  /** The day on which the bank moved the money, refused or sent it back. */
  readonly happenedOn: LocalDate;
  /** How the bank or the statement of account calls it. */
  readonly bankReference: string | null;
  /** ISO 20022 external status reason (AC01, AC04, …). */
  readonly reasonCode: string | null;
  readonly reason: string | null;
}
