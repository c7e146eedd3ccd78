import type { ImportResult, RowRemark, RowVerdict } from '../../api/types.js';

/** One remark about one row of one sheet: a line of the list that goes back to whoever keeps the register. */
export interface RemarkRow {
  readonly id: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly key: string | null;
  readonly verdict: RowVerdict['verdict'];
  readonly remark: RowRemark | null;
}

/** Rejected rows first, then those to check, each in the order of the file. */
export function remarkRows(result: ImportResult): RemarkRow[] {
  const rows = result.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, position) => {
      const remarks: (RowRemark | null)[] = row.remarks.length === 0 ? [null] : row.remarks;
      return remarks.map((remark, index): RemarkRow => ({ id: `${sheet.name}/${position}/${index}`, sheet: sheet.name, row: row.row, key: row.key, verdict: row.verdict, remark }));
    }),
  );
  return [...rows.filter(({ verdict }) => verdict === 'REJECTED'), ...rows.filter(({ verdict, remark }) => verdict !== 'REJECTED' && remark !== null)];
}
