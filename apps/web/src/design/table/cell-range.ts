/** A rectangle of cells as in a spreadsheet: from the cell where it began to the cell where the cursor is. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface CellRange {
  readonly anchor: Cell;
  readonly head: Cell;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function rangeBounds({ anchor, head }: CellRange): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function rangeHolds(range: CellRange, { row, column }: Cell): boolean {
  const { top, bottom, left, right } = rangeBounds(range);
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function rangeCount(range: CellRange): number {
  const { top, bottom, left, right } = rangeBounds(range);
  return (bottom - top + 1) * (right - left + 1);
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** Where a key leads from `from`; null for keys that do not move. With Ctrl an arrow goes to the edge, as in Excel. */
export function moveByKey(key: string, control: boolean, from: Cell, size: Size): Cell | null {
  if (key === 'Home') return { row: control ? 0 : from.row, column: 0 };
  if (key === 'End') return { row: control ? size.rows - 1 : from.row, column: size.columns - 1 };
  const step = STEPS[key];
  if (step === undefined) return null;
  const reach = control ? Math.max(size.rows, size.columns) : 1;
  return {
    row: clamp(from.row + step[0] * reach, size.rows),
    column: clamp(from.column + step[1] * reach, size.columns),
  };
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
