import type { FieldFault } from '#libs/errors';
import type { WonUnit } from '#libs/money';
import { cellAt, emptyCell } from '../workbook.js';
import type { Cell, Row, Sheet } from '../workbook.js';
import { columnIsAmbiguous, columnIsMissing, headerIsMissing } from './header-fault.js';
import { comparableName, nameWithoutUnit, nearestName, unitOfHeader, unitOfRemark } from './header-name.js';
import { isBlankRow, reasonToLeaveOut } from './left-out.js';
import type { LeftOutReason } from './left-out.js';

/** A column an importer looks for. Names are compared without spaces and line breaks, by NFKC; a unit in brackets behind a name is ignored. */
export interface ColumnSpec<Key extends string> {
  readonly key: Key;
  /** The name to show first, then other names in use. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
}

export interface FoundColumn {
  /** 1-based. */
  readonly column: number;
  /** The header as typed. */
  readonly header: string;
  /** Unit of the amounts in this column: in brackets behind its name, else from a remark such as `(단위: 천원)` above the table. */
  readonly unit: WonUnit | null;
}

/** A row of data, read by column key. */
export interface DataRow<Key extends string> extends Row {
  /** The cell under a column; an empty one when the cell is empty or the sheet has no such column. */
  cell(key: Key): Cell;
  /** The cleaned text of that cell; '' when empty. */
  text(key: Key): string;
}

export interface SkippedRow {
  readonly row: number;
  readonly why: LeftOutReason;
}

/** A table found in a sheet. With `faults` the sheet cannot be imported as it is; blank rows are in neither list. */
export interface Table<Key extends string> {
  /** Excel row number of the header; null when no row looks like it. */
  readonly headerRow: number | null;
  /** Cells of the header row, known columns or not. */
  readonly headerCells: readonly Cell[];
  readonly columns: ReadonlyMap<Key, FoundColumn>;
  readonly dataRows: readonly DataRow<Key>[];
  readonly skipped: readonly SkippedRow[];
  readonly faults: readonly FieldFault[];
}

/** Title, unit and remark lines above a header are few; below this many rows a sheet is searched no further. */
const rowsSearched = 50;
/** No column name is longer; what is, is a remark. */
const longestName = 100;

interface Candidate<Key extends string> {
  readonly row: Row;
  readonly matches: ReadonlyMap<Key, readonly Cell[]>;
}

/**
 * Finds the header row by its names and tells data from totals, remarks and repeated headers below it. The row with the most known names is
 * the header, if it has at least two (or all) of them and half of the required ones. Missing and doubled required columns are `faults`.
 */
export function findHeader<Key extends string>(sheet: Sheet, specs: readonly ColumnSpec<Key>[]): Table<Key> {
  const header = bestCandidate(sheet, specs);
  if (header === null) {
    return { headerRow: null, headerCells: [], columns: new Map(), dataRows: [], skipped: [], faults: [headerIsMissing(sheet.name, specs)] };
  }
  const columns = foundColumns(sheet, header);
  const { dataRows, skipped } = rowsBelow(sheet, header.row, columns);
  return { headerRow: header.row.number, headerCells: header.row.cells, columns, dataRows, skipped, faults: faultsOf(sheet, header, specs) };
}

function bestCandidate<Key extends string>(sheet: Sheet, specs: readonly ColumnSpec<Key>[]): Candidate<Key> | null {
  const required = specs.filter((spec) => spec.required === true);
  let best: Candidate<Key> | null = null;
  for (const row of sheet.rows.slice(0, rowsSearched)) {
    const matches = matchNames(row, specs);
    const requiredFound = required.filter((spec) => matches.has(spec.key)).length;
    const isCandidate = matches.size >= Math.min(2, specs.length) && requiredFound * 2 >= required.length;
    if (isCandidate && matches.size > (best?.matches.size ?? 0)) best = { row, matches };
  }
  return best;
}

function matchNames<Key extends string>(row: Row, specs: readonly ColumnSpec<Key>[]): Map<Key, readonly Cell[]> {
  const named = row.cells
    .filter((cell) => cell.text.length <= longestName)
    .map((cell) => ({ cell, full: comparableName(cell.text), bare: nameWithoutUnit(comparableName(cell.text)) }));
  const matches = new Map<Key, readonly Cell[]>();
  // A spec that names the unit itself, such as '요율(%)', goes before one that matches by leaving it out.
  for (const form of ['full', 'bare'] as const) {
    for (const spec of specs) {
      const names = spec.names.map(comparableName);
      const cells = named.filter((candidate) => names.includes(candidate[form])).map(({ cell }) => cell);
      if (cells.length > 0 && !matches.has(spec.key)) matches.set(spec.key, cells);
    }
  }
  return matches;
}

function foundColumns<Key extends string>(sheet: Sheet, header: Candidate<Key>): Map<Key, FoundColumn> {
  const above = sheet.rows.filter((row) => row.number < header.row.number).flatMap((row) => row.cells);
  const unitAbove = above.map((cell) => unitOfRemark(cell.text)).find((unit) => unit !== null) ?? null;
  const columns = new Map<Key, FoundColumn>();
  for (const [key, [cell]] of header.matches) {
    if (cell !== undefined) columns.set(key, { column: cell.column, header: cell.text, unit: unitOfHeader(cell.text) ?? unitAbove });
  }
  return columns;
}

function faultsOf<Key extends string>(sheet: Sheet, header: Candidate<Key>, specs: readonly ColumnSpec<Key>[]): readonly FieldFault[] {
  const used = new Set([...header.matches.values()].flat());
  const unused = header.row.cells.filter((cell) => !used.has(cell)).map((cell) => cell.text);
  return specs
    .filter((spec) => spec.required === true)
    .flatMap((spec) => {
      const cells = header.matches.get(spec.key) ?? [];
      if (cells.length === 0) return [columnIsMissing(sheet.name, header.row.number, spec, nearestName(spec.names[0], unused))];
      return cells.length > 1 ? [columnIsAmbiguous(sheet.name, header.row.number, spec, cells)] : [];
    });
}

function rowsBelow<Key extends string>(sheet: Sheet, header: Row, columns: ReadonlyMap<Key, FoundColumn>): Pick<Table<Key>, 'dataRows' | 'skipped'> {
  const dataRows: DataRow<Key>[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of sheet.rows) {
    if (row.number <= header.number || isBlankRow(row)) continue;
    const why = reasonToLeaveOut(row, header);
    if (why === null) dataRows.push(asDataRow(row, columns));
    else skipped.push({ row: row.number, why });
  }
  return { dataRows, skipped };
}

function asDataRow<Key extends string>(row: Row, columns: ReadonlyMap<Key, FoundColumn>): DataRow<Key> {
  const cell = (key: Key): Cell => {
    const found = columns.get(key);
    return found === undefined ? emptyCell(0, row.number) : cellAt(row, found.column);
  };
  return { ...row, cell, text: (key) => cell(key).text };
}
