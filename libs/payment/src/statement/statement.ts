import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { Won } from '#libs/money';

/** A movement of an account as its bank lists it. */
export interface StatementLine {
  /** Row of the file, or number of the entry in a message. */
  readonly rowNo: number;
  readonly valueOn: LocalDate;
  /** `HH:MM:SS` of the bank's clock; null where it does not say. */
  readonly timeOfDay: string | null;
  /** In above zero, out below; never zero. */
  readonly amountWon: Won;
  readonly balanceWon: Won | null;
  /** Who paid or was paid, as the bank prints it: often cut short. */
  readonly counterparty: string | null;
  /** The bank's word for the movement (적요). */
  readonly kind: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
  /** The bank takes back an earlier movement by it. */
  readonly isReversal: boolean;
}

/** A row that could not be read, and why: kept as an item to look at. */
export interface RefusedRow {
  readonly rowNo: number | null;
  readonly code: string;
  readonly text: Bilingual;
  readonly fix: Bilingual | null;
}

export type StatementFormat = 'TABLE' | 'CAMT_053';

/** What a file says, the oldest line first. */
export interface ReadStatement {
  readonly lines: readonly StatementLine[];
  readonly refused: readonly RefusedRow[];
  /** Before the first line and after the last one; null where the file does not say. */
  readonly openingWon: Won | null;
  readonly closingWon: Won | null;
  /** The number of the account as the file prints it, `*` for covered digits; null where it does not. */
  readonly accountNumber: string | null;
}

/** A line with what tells it from every other of its account. */
export interface KeyedLine extends StatementLine {
  readonly lineKey: string;
  /** Its turn in the file, the oldest first, from 1. */
  readonly position: number;
}

/** A line on record, as far as a reversal asks for it. */
export interface StandingLine {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly amountWon: Won;
  readonly counterparty: string | null;
  readonly isReversal: boolean;
}
