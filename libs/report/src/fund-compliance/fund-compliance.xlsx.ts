import { reportWorkbook } from '../report/report-workbook.xlsx.js';
import { tableOf, type ReportModel, type ReportTable } from '../report/report.js';

const EMPTY: ReportTable = { kind: 'table', caption: { ko: '지켜지지 않은 규칙', en: '' }, columns: [{ key: 'text', header: { ko: '내용', en: '' }, align: 'left' }], rows: [] };

/** The fund compliance report as a workbook. */
export function fundComplianceXlsx(model: ReportModel, copyMarks: readonly string[]): Promise<Buffer> {
  const contents = {
    subject: '조합',
    figures: tableOf(model, 'obligation', 1).rows.map(({ cells }) => ['달성 가능성', `${cells.item ?? ''} (${cells.symbol ?? ''})`, cells.amountWon ?? '', cells.how ?? ''] as const),
    sheets: [
      ['의무비율', tableOf(model, 'obligation')],
      ['투자목록', tableOf(model, 'investments')],
      ['출자납입', tableOf(model, 'capital')],
      ['예외', hasTable(model, 'exceptions') ? tableOf(model, 'exceptions') : EMPTY],
      ['규칙', tableOf(model, 'policies')],
      ['증빙', tableOf(model, 'evidence')],
    ] as const,
  };
  return reportWorkbook(model, contents, copyMarks);
}

const hasTable = (model: ReportModel, sectionId: string): boolean =>
  model.sections.some((section) => section.id === sectionId && section.blocks.some((block) => block.kind === 'table'));
