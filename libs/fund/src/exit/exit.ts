import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { ExitKind } from '../register/register.js';

/** Ways out of a deal that are recorded here; a rescission is a command of its own. */
export const EXIT_KINDS = ['LISTING', 'MERGER', 'OVER_THE_COUNTER', 'REDEMPTION', 'LIQUIDATION', 'PROJECT_SETTLEMENT', 'WRITE_OFF'] as const satisfies readonly ExitKind[];
export type LiveExitKind = (typeof EXIT_KINDS)[number];

/** An exit as somebody puts it in; amounts in won. */
export interface ExitTerms {
  readonly kind: LiveExitKind;
  readonly exitedOn: LocalDate;
  readonly shares: bigint | null;
  readonly pricePerShareWon: Won | null;
  /** What came, before fees and taxes; interest is part of it, what is held back is not. */
  readonly proceedsWon: Won;
  readonly feeWon: Won;
  readonly taxWon: Won;
  readonly interestWon: Won;
  readonly escrowWon: Won;
  readonly escrowUntil: LocalDate | null;
  /** Part of the cost that goes with it; null: by the shares, or all that is left. */
  readonly costWon: Won | null;
  readonly note: string | null;
}

/** A deal on the day of an exit. */
export interface ExitedDeal {
  readonly id: string;
  readonly fundId: string;
  readonly number: string;
  readonly company: string;
  readonly kind: string;
  readonly paidOn: LocalDate;
  readonly amountWon: Won;
  /** Shares that it brought, those of conversions if it was converted; null where there are none, or not only. */
  readonly shares: bigint | null;
  readonly takenWon: Won;
  readonly soldShares: bigint;
  readonly voided: boolean;
  /** The last exit so far. */
  readonly lastExitedOn: LocalDate | null;
  /** By the last valuation on or before the day; null where nobody valued it. */
  readonly fairValueWon: Won | null;
  readonly impairmentWon: Won;
}
