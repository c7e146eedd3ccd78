import type { Onlooker } from '#libs/sheet';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportModel } from '../report/report.js';

/** The form as a workbook: each of its tables is a sheet with the same cells. */
export function grantFormXlsx(model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const head = model.sections.flatMap(({ id, blocks }) => (id === 'head' ? blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : [])) : []));
  return reportWorkbook(model, { subject: '정산', figures: head.map(({ label, value }) => ['개요', label.ko, value, ''] as const), sheets: everyTable(model) }, copyMarks, onlooker);
}
