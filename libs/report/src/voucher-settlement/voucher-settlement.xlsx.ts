import { reportWorkbook, type ReportSheet } from '../report/report-workbook.xlsx.js';
import type { ReportModel } from '../report/report.js';

/** The settlement report as a workbook: every table of it is a sheet. */
export function voucherSettlementXlsx(model: ReportModel, copyMarks: readonly string[]): Promise<Buffer> {
  const tables = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const sheets = tables.map((table): ReportSheet => [table.caption.ko.replace(/ \([^)]*\)$/, ''), table]);
  return reportWorkbook(model, { subject: '사업연도', figures: [], sheets }, copyMarks);
}
