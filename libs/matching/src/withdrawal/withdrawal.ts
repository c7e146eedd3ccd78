import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** Private money that left a project again. */
export interface Withdrawal {
  readonly id: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly withdrawnOn: LocalDate;
  readonly amountWon: Won;
  /** Of it off what counted. */
  readonly countedWon: Won;
  readonly paidTo: string;
  readonly reason: string;
  readonly actor: string | null;
  /** The command that recorded it: its entry is found by it. */
  readonly commandId: string;
  /** Why it was reversed, and who did it; null: it stands. */
  readonly reversedFor: string | null;
  readonly reversedBy: string | null;
}

/** The kind under which the desk of the bank knows withdrawals. */
export const WITHDRAWAL_MOVE = 'matching.withdrawal';

export interface WithdrawalDraft {
  readonly withdrawnOn: LocalDate;
  readonly amountWon: Won;
  readonly countedWon: Won;
  readonly paidTo: string;
  readonly reason: string;
  readonly documentId: string | null;
}
