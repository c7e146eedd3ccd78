import type { RowVerdict, SheetVerdict } from '#libs/sheet';
import type { SheetVerdictDto } from './sheet-verdict.dto.js';

/** UNCHANGED rows were accepted before and count as accepted; a remark about the whole sheet is a warning without a row. */
export function shownSheet({ name, headerRow, dataRows, rows, skipped }: SheetVerdict): SheetVerdictDto {
  const judged = rows.filter(({ row }) => row !== null);
  const countOf = (outcome: RowVerdict['outcome']): number => judged.filter((row) => row.outcome === outcome).length;
  const remarked = rows.filter(({ remarks }) => remarks.length > 0);
  const warned = remarked.filter(({ outcome }) => outcome !== 'REJECTED');
  return {
    ...{ name, headerRow, dataRows, accepted: judged.length - countOf('REJECTED'), unchanged: countOf('UNCHANGED'), rejected: countOf('REJECTED') },
    warnings: warned.reduce((total, { remarks }) => total + remarks.length, 0),
    rows: remarked.map(({ row, outcome, key, remarks }) => ({
      ...{ row, verdict: outcome, key },
      remarks: remarks.map(({ code, column, value, text, fix, suggested }) => ({ code, column, value, text: { ...text }, fix: fix === null ? null : { ...fix }, suggested: suggested ?? null })),
    })),
    skipped: skipped.map((each) => ({ ...each })),
  };
}
