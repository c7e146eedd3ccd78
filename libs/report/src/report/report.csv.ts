import { writeCsv, type Onlooker } from '#libs/sheet';
import { columnType, sheetValue } from './report.xlsx.js';
import { headerOf, tableOf, type ReportDraft } from './report.js';

/** The list of a report as CSV: amounts as plain digits, dates in ISO 8601. The PDF carries the same bytes. Made in one go: an onlooker hears of all its rows at the end. */
export function reportCsv(draft: ReportDraft, onlooker?: Onlooker): Buffer {
  const { columns, rows } = tableOf(draft, draft.list.sectionId, draft.list.index);
  const bytes = writeCsv([columns.map(headerOf), ...rows.map(({ cells }) => columns.map(({ key }) => sheetValue(cells[key] ?? '', columnType(key))))]);
  onlooker?.onProgress?.(rows.length, rows.length);
  return bytes;
}
