import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

const TURNED = ['tasks', 'money', 'relay', 'pipeline', 'outcome', 'region', 'risk', 'closing'];

/** Report E as PDF/A-3a. The summary stands on one page of its own; the wide tables are turned. */
export function annualPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: new Set(TURNED), fresh: new Set(['summary', 'next-year', 'trace', 'annex']) },
    topic: '펀드·바우처·지원·매칭 연간 실적',
    ruleNote: '과제 목록의 근거',
    sameness: '같은 연도·기준일·자료 반영 시점·열람 범위',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
