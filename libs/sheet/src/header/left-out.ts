import { squeezed } from '../clean-text.js';
import type { Cell, Row } from '../workbook.js';
import { comparableName } from './header-name.js';

/** Why a row below the header is not data: a total, a remark, or the header again (on the next printed page). */
export type LeftOutReason = 'TOTAL_ROW' | 'NOTE_ROW' | 'HEADER_ROW';

const totalLabel = /^(?:합계|총계|총합계|계|.*소계)$/;
const filledCellsSearchedForTotal = 5;

/** Whether nothing was typed into the row: at most the values of merged blocks run through it. */
export function isBlankRow(row: Row): boolean {
  return row.cells.every((cell) => cell.merged === true);
}

/** Why the row is left out without a verdict; null when it is data. `header` is the header row of the table. */
export function reasonToLeaveOut(row: Row, header: Row): LeftOutReason | null {
  if (row.cells.slice(0, filledCellsSearchedForTotal).some((cell) => totalLabel.test(squeezed(cell.text)))) return 'TOTAL_ROW';
  const typed = row.cells.filter((cell) => cell.merged !== true);
  if (typed.length === 1 && typed[0]?.text.startsWith('※') === true) return 'NOTE_ROW';
  return repeatsHeader(typed, row.cells, header) ? 'HEADER_ROW' : null;
}

/** Every cell says what the header says above it, and there are at least two (in a table of one column: one). */
function repeatsHeader(typed: readonly Cell[], cells: readonly Cell[], header: Row): boolean {
  if (typed.length === 0 || cells.length < Math.min(2, header.cells.length)) return false;
  const names = new Map(header.cells.map((cell) => [cell.column, comparableName(cell.text)]));
  return typed.every((cell) => names.get(cell.column) === comparableName(cell.text));
}
