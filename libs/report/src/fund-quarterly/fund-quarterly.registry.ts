import type { Onlooker } from '#libs/pdf';
import { fundGrounds } from '../fund-compliance/grounds.js';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import { reportPdf } from '../report/report-document.pdf.js';
import type { ReportDefinition } from '../report/report-definition.js';
import type { ReportModel, SealedReport } from '../report/report.js';
import { fundQuarterlyModel } from './fund-quarterly.model.js';
import { readQuarterlyFacts } from './fund-quarterly.query.js';
import { traced } from '../trace/trace.query.js';

/** Report Q: what a quarter brought to the partners of a fund. */
export const FUND_QUARTERLY: ReportDefinition = {
  kind: 'FUND_QUARTERLY',
  letter: 'Q',
  draft: async (tx, fundId, point) => traced(tx, fundQuarterlyModel(await readQuarterlyFacts(tx, fundId, point)), point),
  grounds: fundGrounds,
  pdf: quarterlyPdf,
  xlsx: quarterlyXlsx,
};

function quarterlyPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: new Set(['portfolio']), fresh: new Set(['movement']) },
    topic: '분기 운용 현황',
    ruleNote: '보고 대상 분기 말에 시행 중인 규약의 판',
    sameness: '같은 조합·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}

function quarterlyXlsx(model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  return reportWorkbook(model, { subject: '조합', figures: [], sheets: everyTable(model) }, copyMarks, onlooker);
}
