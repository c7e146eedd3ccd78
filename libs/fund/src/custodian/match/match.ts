import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';

/** A deposit at the custodian with what of it is not explained yet. */
export interface OpenLine {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly openWon: Won;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
}

/** A share that is not paid, or owes interest. */
export interface OpenShare {
  readonly callId: string;
  readonly callNumber: number;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly partnerId: string;
  readonly partner: string;
  readonly unpaidWon: Won;
  /** Interest that would be due were the whole rest paid on that day. */
  readonly interestDueOn: (day: LocalDate) => Won;
}

/** A receipt that was booked by hand and is no line of the bank yet. */
export interface LooseReceipt {
  readonly receiptId: string;
  readonly callId: string;
  readonly callNumber: number;
  readonly partnerId: string;
  readonly partner: string;
  readonly valueOn: LocalDate;
  readonly amountWon: Won;
}

export interface Reason {
  readonly code: string;
  readonly score: number;
  readonly text: Bilingual;
}

/** What a line may be: money for a share, or a receipt that is on record already. */
export interface Suggestion {
  readonly callId: string;
  readonly callNumber: number;
  readonly partnerId: string;
  readonly partner: string;
  /** The receipt on record that the line is; null where one is to be booked. */
  readonly receiptId: string | null;
  readonly capitalWon: Won;
  readonly interestWon: Won;
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Amount and name agree and nothing else comes near: it may be confirmed without a second look. */
  readonly exact: boolean;
}
