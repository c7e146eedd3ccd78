import { writeCsv } from '#libs/sheet';
import { columnType, sheetValue } from '../report/report.xlsx.js';
import { tableOf, type ReportDraft } from '../report/report.js';

/** The list of investments as CSV: amounts as plain digits, dates in ISO 8601. The PDF carries the same bytes. */
export function fundComplianceCsv(draft: ReportDraft): Buffer {
  const { columns, rows } = tableOf(draft, 'investments');
  return writeCsv([columns.map(({ header }) => header.ko), ...rows.map(({ cells }) => columns.map(({ key }) => sheetValue(cells[key] ?? '', columnType(key))))]);
}
