import type { LocalDate } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';

/**
 * How a share of a call stands: not due yet, paid, paid but interest owed, late and curable, in default once the cure
 * period is over.
 */
export const SHARE_STATES = ['OPEN', 'PAID', 'INTEREST_DUE', 'IN_CURE', 'IN_DEFAULT'] as const;
export type ShareState = (typeof SHARE_STATES)[number];

/** What the agreement says of money that comes late, on the day it was due. */
export interface OverdueTerms {
  readonly rate: BasisPoints;
  readonly rateClause: string;
  /** Days after the due date within which a partner may still pay without being in default. */
  readonly cureDays: number;
  /** What the other partners may do once it is in default. */
  readonly remedies: string;
  readonly remediesClause: string;
}

/** A share of a call with what came for it; amounts in won. */
export interface LateShare {
  readonly calledWon: Won;
  readonly dueOn: LocalDate;
  readonly receipts: readonly { readonly valueOn: LocalDate; readonly amountWon: Won }[];
  readonly interestReceivedWon: Won;
  readonly interestWaivedWon: Won;
}

/** Where a share stands at the end of a day. */
export interface OverduePosition {
  readonly unpaidWon: Won;
  readonly daysLate: number;
  /** Interest from the day after the due date, on what came late and on what is still unpaid. */
  readonly accruedWon: Won;
  readonly receivedWon: Won;
  readonly waivedWon: Won;
  /** accrued − received − waived, never below zero. */
  readonly dueWon: Won;
  readonly state: ShareState;
  readonly cureEndsOn: LocalDate;
}
