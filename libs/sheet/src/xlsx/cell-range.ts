export interface CellPosition {
  readonly column: number;
  readonly row: number;
}

export interface CellRange {
  readonly from: CellPosition;
  readonly to: CellPosition;
}

/** Excel's own edges: column XFD, row 1,048,576. */
export const lastExcelColumn = 16_384;
export const lastExcelRow = 1_048_576;

/** The position of `B7` or `$B$7`; null when it is none, or beyond Excel's edges. */
export function positionOf(reference: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= lastExcelColumn && row >= 1 && row <= lastExcelRow ? { column, row } : null;
}

/** The range of `B4:D8`, corners in order; null when it is none. */
export function rangeOf(reference: string): CellRange | null {
  const [first = '', last = first] = reference.split(':');
  const from = positionOf(first);
  const to = positionOf(last);
  if (from === null || to === null) return null;
  return {
    from: { column: Math.min(from.column, to.column), row: Math.min(from.row, to.row) },
    to: { column: Math.max(from.column, to.column), row: Math.max(from.row, to.row) },
  };
}
