/** What a cell turned out to hold. A formula counts as the value that Excel last calculated for it. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty';

/**
 * One cell as a person sees it, with nothing of the file format left.
 *
 * `text` is what importers work with: trimmed (no-break, ideographic and zero-width spaces too), rich text joined, control characters gone,
 * line breaks as `\n`. Whole numbers keep every digit (`20000000000`), other numbers show the 15 significant digits Excel works with and never
 * an exponent; a date is `YYYY-MM-DD`; a time of day is `HH:MM:SS`; an Excel error is its name (`#REF!`); a formula that was never calculated
 * is kind `error` and reads as the formula (`=D4/D5`).
 */
export interface Cell {
  /** 1-based: A is 1. 0 for a column the sheet does not have. */
  readonly column: number;
  /** `B7`; empty for a column the sheet does not have. */
  readonly address: string;
  readonly text: string;
  /** The value before cleaning; for kind `date` the local date and time `YYYY-MM-DDTHH:MM:SS`, without a zone. */
  readonly raw: string | number | boolean;
  readonly kind: CellKind;
  /** A number whose format shows it as a percentage: text `0.02` stands for 2 %. */
  readonly percent: boolean;
  /** The value was repeated from the first cell of a vertically merged block; the cell itself is empty in Excel. */
  readonly merged?: true;
}

/** A row with at least one filled cell. `number` is the row number Excel shows; blank rows are absent, so numbers may skip. */
export interface Row {
  readonly number: number;
  /** Filled cells only, from left to right. */
  readonly cells: readonly Cell[];
  readonly hidden: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** The cell of a row in a column (1-based); an empty cell with its address when nothing is there. */
export function cellAt(row: Row, column: number): Cell {
  return row.cells.find((cell) => cell.column === column) ?? emptyCell(column, row.number);
}

/** An empty cell. Column 0 stands for a column the sheet does not have and gives no address. */
export function emptyCell(column: number, row: number): Cell {
  return { column, address: column === 0 ? '' : cellAddress(column, row), text: '', raw: '', kind: 'empty', percent: false };
}

/** `cellAddress(2, 7)` is `B7`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

const knownLetters: string[] = [];

/** 1 is A, 26 is Z, 27 is AA. */
export function columnLetters(column: number): string {
  return (knownLetters[column] ??= spellColumn(column));
}

function spellColumn(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
