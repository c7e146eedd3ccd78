/** What a column holds, and so how its cells look and line up. */
export type ColumnType = 'text' | 'won' | 'date' | 'percent' | 'integer';

/**
 * A value to write; null leaves the cell empty. Won and whole numbers are `bigint`; dates `YYYY-MM-DD`; percentages the text to show
 * (`50.75%`), already truncated or rounded by whoever knows the rule. A string that does not fit its column is written as text.
 */
export type SheetValue = string | bigint | null;

/** What somebody who fills a column in by hand is told as soon as one of its cells is chosen. */
export interface EntryHint {
  readonly required: boolean;
  /** At most 255 letters: Excel shows no more. */
  readonly prompt: string;
}

export interface ColumnDefinition {
  readonly header: string;
  readonly type: ColumnType;
  /** In characters of Latin width; measured from the content when left out. */
  readonly width?: number;
  /** A column that is filled in by hand: its empty cells have their format already, text stays text (`0123`). */
  readonly entry?: EntryHint;
}

export interface SheetDefinition {
  /** Letters Excel does not allow are replaced, names over 31 characters cut, doubles numbered. */
  readonly name: string;
  readonly title?: string;
  /** Small lines under the title: as of when, unit, remarks. */
  readonly notes?: readonly string[];
  readonly columns: readonly ColumnDefinition[];
  /** One value per column, in column order. */
  readonly rows: readonly (readonly SheetValue[])[];
  /** The last row: the columns of type `won` and `integer` added up, or the values given, in column order. */
  readonly totals?: 'sum' | readonly SheetValue[];
}

export interface WorkbookDefinition {
  readonly title: string;
  /** Instant `YYYY-MM-DDTHH:MM:SSZ` noted as creation and modification; the only date in the file, so that same input gives same bytes. */
  readonly createdAt: string;
  readonly author?: string;
  /**
   * Whose copy it is and why. They stand in the blank line above the header of every sheet, so that no cell of data moves, in the
   * head of every printed page, and in the properties of the file.
   */
  readonly marks?: readonly string[];
  readonly sheets: readonly SheetDefinition[];
}
