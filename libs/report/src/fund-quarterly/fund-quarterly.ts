import type { LocalDate } from '#libs/calendar';
import type { CapitalAccounts, FundRow, ObligationPosition } from '#libs/fund';
import type { Won } from '#libs/money';
import type { FundOutcome } from '../fund-outcome/fund-outcome.js';
import type { Quarter } from '../period/quarter.js';

/** Something that partners are told of: what happened, on which day, and where it stands in the record. */
export interface KeyEvent {
  readonly on: LocalDate;
  readonly kind: string;
  readonly text: string;
}

/** A deal paid within the quarter. */
export interface NewDeal {
  readonly number: string;
  readonly company: string;
  readonly instrument: string;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  readonly round: string | null;
  readonly status: string;
}

/** What the quarterly report is made of, read in one snapshot. */
export interface QuarterlyFacts {
  readonly fund: FundRow;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly quarter: Quarter;
  /** The first day that the report tells of: of the quarter, or of the fund. */
  readonly from: LocalDate;
  readonly position: ObligationPosition;
  readonly accounts: CapitalAccounts;
  /** At the end of the day before the quarter, and at its end. */
  readonly before: FundOutcome;
  readonly outcome: FundOutcome;
  readonly newDeals: readonly NewDeal[];
  readonly events: readonly KeyEvent[];
  /** Called and not paid yet. */
  readonly unpaidWon: Won;
  /** Of commitments, what was never called or may be called again. */
  readonly uncalledWon: Won;
  readonly agreementVersion: number | null;
}
