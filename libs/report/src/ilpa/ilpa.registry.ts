import type { Onlooker } from '#libs/pdf';
import { fundGrounds, partnerGrounds } from '../fund-compliance/grounds.js';
import { reportPdf } from '../report/report-document.pdf.js';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportDefinition } from '../report/report-definition.js';
import type { ReportModel, SealedReport } from '../report/report.js';
import { ilpaPerformanceModel } from './ilpa-performance.model.js';
import { ilpaReportingModel } from './ilpa-reporting.model.js';
import { readIlpaPerformance, readIlpaReporting } from './ilpa.query.js';
import { traced } from '../trace/trace.query.js';

/** Report I: the fields of the reporting template for one partner. */
export const ILPA_REPORTING: ReportDefinition = {
  kind: 'ILPA_REPORTING',
  letter: 'I',
  draft: async (tx, partnerId, point) => traced(tx, ilpaReportingModel(await readIlpaReporting(tx, partnerId, point)), point),
  grounds: partnerGrounds,
  pdf: ilpaPdf,
  xlsx: ilpaXlsx,
};

/** Report J: the fields of the performance template, granular and grossed up. */
export const ILPA_PERFORMANCE: ReportDefinition = {
  kind: 'ILPA_PERFORMANCE',
  letter: 'J',
  draft: async (tx, fundId, point) => traced(tx, ilpaPerformanceModel(await readIlpaPerformance(tx, fundId, point)), point),
  grounds: fundGrounds,
  pdf: ilpaPdf,
  xlsx: ilpaXlsx,
};

function ilpaPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: new Set(['partner', 'general-partner', 'fund', 'portfolio']), fresh: new Set<string>() },
    topic: 'ILPA 서식 항목',
    ruleNote: '배분 기준을 정한 규약의 판',
    sameness: '같은 대상·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}

function ilpaXlsx(model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  return reportWorkbook(model, { subject: '대상', figures: [], sheets: everyTable(model) }, copyMarks, onlooker);
}
