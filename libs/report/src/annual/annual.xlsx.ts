import type { Onlooker } from '#libs/sheet';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportModel } from '../report/report.js';

/** Report E as a workbook: every table of it is a sheet. */
export function annualXlsx(model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  return reportWorkbook(model, { subject: '대상', figures: [], sheets: everyTable(model) }, copyMarks, onlooker);
}
