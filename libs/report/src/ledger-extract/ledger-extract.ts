import type { LocalDate } from '#libs/calendar';

/** What the lines of a book come to, per account: printed before them, and what they are checked against. */
export interface ExtractAccount {
  readonly chart: string;
  readonly name: string;
  readonly unit: string;
  readonly lines: number;
  readonly debit: string;
  readonly credit: string;
}

/** A book at a point in both times. */
export interface ExtractHead {
  readonly book: string;
  readonly bookName: string;
  readonly asOf: LocalDate;
  /** Exclusive, ISO 8601. */
  readonly knownBefore: string;
  readonly entries: number;
  readonly accounts: readonly ExtractAccount[];
}

/** One line of an entry. `side` is debit or credit; the amount is digits. */
export interface ExtractLine {
  readonly entryId: string;
  readonly effectiveOn: LocalDate;
  readonly knownOn: LocalDate;
  readonly posting: string;
  readonly account: string;
  readonly unit: string;
  readonly side: 'D' | 'C';
  readonly amount: string;
  readonly memo: string;
  readonly actor: string;
  readonly reverses: string | null;
}
