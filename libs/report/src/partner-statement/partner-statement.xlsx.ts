import type { Onlooker } from '#libs/sheet';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportModel } from '../report/report.js';

/** A statement as a workbook; that of all partners has a sheet to each of them. */
export const partnerStatementXlsx = (model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> => reportWorkbook(model, { subject: '조합원', figures: [], sheets: everyTable(model) }, copyMarks, onlooker);
