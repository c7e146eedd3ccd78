import { invariant } from '#libs/errors';
import { displayWidth } from './display-width.js';
import type { ColumnDefinition, SheetDefinition, SheetValue } from './definition.js';

/** Where things stand on a written sheet; row numbers are Excel's. */
export interface SheetLayout {
  readonly name: string;
  readonly definition: SheetDefinition;
  readonly headerRow: number;
  /** Last row of data; the header row when there is none. */
  readonly lastDataRow: number;
  /** Values of the totals row; null when there is none. */
  readonly totals: readonly SheetValue[] | null;
  readonly widths: readonly number[];
}

const forbiddenInName = /[[\]:*?/\\\p{Cc}]/gu;
const longestName = 31;
const narrowest = 8;
const widest = 60;
/** Room for the filter button and the edges of the cell. */
const padding = 3;

/** Lays out a sheet under a name that is free; every row must have one value per column. */
export function layOut(definition: SheetDefinition, takenNames: ReadonlySet<string>): SheetLayout {
  const { columns, rows } = definition;
  invariant(columns.length > 0, 'a sheet needs a column');
  invariant(rows.every((row) => row.length === columns.length), `rows of sheet ${definition.name} do not fit its columns`);
  const linesAbove = (definition.title === undefined ? 0 : 1) + (definition.notes?.length ?? 0);
  const headerRow = linesAbove === 0 ? 1 : linesAbove + 2;
  const totals = totalsOf(definition);
  return {
    name: freeName(definition.name, takenNames),
    definition,
    headerRow,
    lastDataRow: headerRow + rows.length,
    totals,
    widths: columns.map((column, index) => column.width ?? measuredWidth(column, [...rows, ...(totals === null ? [] : [totals])], index)),
  };
}

/** A sheet name that Excel accepts and that is not taken; taken names are in lower case, as Excel compares them. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(forbiddenInName, ' ').replace(/^[\s']+|[\s']+$/g, '') || 'Sheet';
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : ` (${count})`;
    // What is cut must not leave an apostrophe or half a character at the end.
    const name = base.slice(0, longestName - suffix.length).replace(/[\s'\ud800-\udbff]+$/, '') + suffix;
    if (!taken.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name;
  }
}

/** The text a value shows; whole numbers with thousands separators and △ for negative, as the number format has it. */
export function shownText(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const digits = (value < 0n ? -value : value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0n ? `△${digits}` : digits;
}

function totalsOf({ columns, rows, totals }: SheetDefinition): readonly SheetValue[] | null {
  if (totals === undefined) return null;
  if (totals !== 'sum') {
    invariant(totals.length === columns.length, 'totals do not fit the columns');
    return totals;
  }
  const sums = columns.map(({ type }, index) => (type === 'won' || type === 'integer' ? sumOf(rows, index) : null));
  const labelAt = sums.indexOf(null);
  return sums.map((sum, index) => (index === labelAt ? '합계' : sum));
}

function sumOf(rows: SheetDefinition['rows'], index: number): bigint {
  let sum = 0n;
  for (const row of rows) {
    const value = row[index];
    if (typeof value === 'bigint') sum += value;
  }
  return sum;
}

function measuredWidth(column: ColumnDefinition, rows: readonly (readonly SheetValue[])[], index: number): number {
  let width = displayWidth(column.header);
  for (const row of rows) width = Math.max(width, displayWidth(shownText(row[index] ?? null)));
  return Math.min(Math.max(width + padding, narrowest), widest);
}
