import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** The kind under which the desk of the bank knows own cash that came in. */
export const OWN_SHARE_MOVE = 'grant.own-share';

/** Who pays cash in beside the government. */
export const CASH_SOURCES = ['OWN', 'LOCAL', 'OTHER'] as const;
export type CashSource = (typeof CASH_SOURCES)[number];

export interface OwnShare {
  readonly id: string;
  readonly agreementId: string;
  readonly source: CashSource;
  readonly amountWon: Won;
  readonly receivedOn: LocalDate;
  readonly reference: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
  readonly reversed: boolean;
  readonly reversedFor: string | null;
  readonly actor: string;
}
