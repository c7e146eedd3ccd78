import type { Budget } from '../limits.js';
import { countCell } from '../refusal.js';
import { cellAddress } from '../workbook.js';
import type { Cell } from '../workbook.js';
import type { CellRange } from './cell-range.js';

/** A row while its sheet is being read; cells by column. */
export interface OpenRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: Map<number, Cell>;
}

/**
 * Lets the value of a vertically merged block stand for every row of the block, as people read it: the first cell is repeated, flagged
 * `merged`, down the first column of the block, in the rows that hold something else too. What a file keeps hidden under a block is dropped.
 * Throws `sheet.too-many-cells`: overlapping blocks of whole columns would repeat without end.
 */
export function spreadMergedCells(rows: Map<number, OpenRow>, merges: readonly CellRange[], budget: Budget): void {
  if (merges.length === 0) return;
  const numbers = [...rows.keys()].sort((left, right) => left - right);
  for (const { from, to } of merges) {
    // Nothing can stand under a block beyond the last column with content.
    if (from.column > budget.limits.maxColumns) continue;
    const anchor = rows.get(from.row)?.cells.get(from.column);
    for (let at = firstAtLeast(numbers, from.row); at < numbers.length; at += 1) {
      const row = rows.get(numbers[at] ?? 0);
      if (row === undefined || row.number > to.row) break;
      // Empty blocks are counted as well: the count is what bounds the time spent here.
      countCell(budget, from.column);
      clearUnder(row, from, to);
      if (anchor === undefined || row.number === from.row) continue;
      row.cells.set(anchor.column, { ...anchor, address: cellAddress(anchor.column, row.number), merged: true });
    }
  }
}

function clearUnder(row: OpenRow, from: CellRange['from'], to: CellRange['to']): void {
  for (const column of [...row.cells.keys()]) {
    const isAnchor = column === from.column && row.number === from.row;
    if (column >= from.column && column <= to.column && !isAnchor) row.cells.delete(column);
  }
}

function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
