/** What one uploaded file may cost at most. The defaults are several times what the largest register of a programme needs. */
export interface SheetLimits {
  /** Bytes of all parts together once inflated (also: bytes of a text file). */
  readonly maxInflatedBytes: number;
  /** Inflated bytes per packed byte of one part; parts under 1 MB inflated are not held to it. */
  readonly maxInflationRatio: number;
  /** Parts (zip entries) of one workbook. */
  readonly maxEntries: number;
  /** Rows with content, all sheets together. */
  readonly maxRows: number;
  /** Rightmost column with content. */
  readonly maxColumns: number;
  /** Filled cells, all sheets together; the repeated cells of merged blocks count. */
  readonly maxCells: number;
  /** Characters in one cell; Excel itself stops at 32,767. */
  readonly maxCellCharacters: number;
}

export const defaultSheetLimits: SheetLimits = {
  maxInflatedBytes: 60 * 1024 * 1024,
  maxInflationRatio: 200,
  maxEntries: 2_000,
  maxRows: 200_000,
  maxColumns: 200,
  maxCells: 1_000_000,
  maxCellCharacters: 32_767,
};

/** Counts what was read so far against the limits; the methods throw the refusal that says what to do. */
export interface Budget {
  readonly limits: SheetLimits;
  rows: number;
  cells: number;
}

/** A fresh count for one file. */
export function openBudget(limits: Partial<SheetLimits> = {}): Budget {
  return { limits: { ...defaultSheetLimits, ...limits }, rows: 0, cells: 0 };
}
