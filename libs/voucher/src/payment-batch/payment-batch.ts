import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { BusinessStanding } from '../service/service.rules.js';

export const BATCH_STATES = ['DRAFTED', 'RELEASED', 'CANCELLED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** The account that a payee would be paid to on a day. */
export interface PayeeAccount {
  readonly id: string;
  readonly holderIsParty: boolean;
  /** A second person signed its registration, having seen what the rules remarked. */
  readonly signed: boolean;
}

/** What is owed for one service whose payment was decided. */
export interface Payable {
  readonly serviceId: string;
  readonly number: string;
  readonly payeeId: string;
  readonly payee: string;
  readonly business: BusinessStanding | null;
  readonly company: string;
  readonly companyBusiness: BusinessStanding | null;
  readonly publicWon: Won;
  readonly ownWon: Won;
  readonly capturedOn: LocalDate;
  /** Null: no account of the payee is open on the day. */
  readonly account: PayeeAccount | null;
  /** The batch in which it waits already. */
  readonly waitsIn: string | null;
}
