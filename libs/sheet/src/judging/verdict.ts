import type { Bilingual, Details } from '#libs/errors';

export interface RowRemark {
  readonly code: string;
  /** Header of the column at fault; null for the row as a whole. */
  readonly column: string | null;
  readonly value: string | null;
  readonly text: Bilingual;
  readonly fix: Bilingual | null;
  /** What the text names, as data: amounts in won as text of digits, dates, numbers of other rows. */
  readonly details?: Details;
  /** What could stand in the cell instead, ready to be put there. */
  readonly suggested?: string;
}

/** ACCEPTED and WARNED rows are stored; UNCHANGED rows are on record already, word for word; REJECTED rows change nothing. */
export type RowOutcome = 'ACCEPTED' | 'WARNED' | 'UNCHANGED' | 'REJECTED';

export interface RowVerdict {
  /** Excel row number; null for a warning about the sheet as a whole. */
  readonly row: number | null;
  readonly outcome: RowOutcome;
  /** Number or name that the row is about. */
  readonly key: string | null;
  readonly remarks: readonly RowRemark[];
}

export interface SheetVerdict {
  readonly name: string;
  readonly headerRow: number | null;
  readonly dataRows: number;
  /** Every data row, and the remarks about the sheet as a whole. */
  readonly rows: readonly RowVerdict[];
  readonly skipped: readonly { readonly row: number; readonly why: string }[];
}
