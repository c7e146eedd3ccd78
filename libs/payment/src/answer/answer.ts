import type { LocalDate } from '#libs/calendar';

/** What a bank may say of one transfer. PENDING: it is still at work. */
export type AnswerStatus = 'PAID' | 'REJECTED' | 'RETURNED' | 'PENDING';

export interface AnswerLine {
  /** As we named the transfer: `EndToEndId`. */
  readonly endToEndId: string;
  readonly status: AnswerStatus;
  /** Null where the message tells no day for it. */
  readonly happenedOn: LocalDate | null;
  /** Won as a string of digits; null where the message tells none. */
  readonly amountWon: string | null;
  readonly bankReference: string | null;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

/** A status report (pain.002) or a notice of movements (camt.054) of a bank, as far as it is about transfers of ours. */
export interface BankAnswer {
  readonly kind: 'PAIN_002' | 'CAMT_054';
  readonly messageId: string;
  /** The message of ours that a status report is about; null of a notice. */
  readonly originalMessageId: string | null;
  /** Of the whole message, where a status report says nothing of single transfers. */
  readonly groupStatus: AnswerStatus | null;
  /** The day of the message itself: for what tells no day of its own. */
  readonly createdOn: LocalDate;
  readonly lines: readonly AnswerLine[];
}
