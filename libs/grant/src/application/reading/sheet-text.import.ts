import { cellAt, type Sheet } from '#libs/sheet';

/** The rows of the first sheet that has any, as they would be copied out of it: cells parted by tabs, rows by line feeds. */
export function sheetText(sheets: readonly Sheet[]): string {
  const rows = sheets.find((sheet) => sheet.rows.length > 0 && !sheet.hidden)?.rows ?? [];
  const width = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return rows.map((row) => Array.from({ length: width }, (_, at) => cellAt(row, at + 1).text.replace(/\s+/gu, ' ')).join('\t')).join('\n');
}
