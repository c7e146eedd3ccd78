import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportModel } from '../report/report.js';

/** Report E as a workbook: every table of it is a sheet. */
export function annualXlsx(model: ReportModel, copyMarks: readonly string[]): Promise<Buffer> {
  return reportWorkbook(model, { subject: '대상', figures: [], sheets: everyTable(model) }, copyMarks);
}
