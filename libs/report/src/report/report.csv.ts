import { writeCsv } from '#libs/sheet';
import { columnType, sheetValue } from './report.xlsx.js';
import { headerOf, tableOf, type ReportDraft } from './report.js';

/** The list of a report as CSV: amounts as plain digits, dates in ISO 8601. The PDF carries the same bytes. */
export function reportCsv(draft: ReportDraft): Buffer {
  const { columns, rows } = tableOf(draft, draft.list.sectionId, draft.list.index);
  return writeCsv([columns.map(headerOf), ...rows.map(({ cells }) => columns.map(({ key }) => sheetValue(cells[key] ?? '', columnType(key))))]);
}
