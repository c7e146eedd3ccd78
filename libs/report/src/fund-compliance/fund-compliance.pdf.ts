import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

/** Sections whose tables are too wide for an upright page. */
const TURNED = new Set(['statutory', 'investments', 'recognition', 'restrictions', 'fees', 'outcome', 'valuation', 'exceptions', 'changes', 'policies', 'evidence']);
/** Sections that begin on a page of their own. */
const FRESH = new Set(['obligation']);

/** The fund compliance report as PDF/A-3a. */
export function fundCompliancePdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: TURNED, fresh: FRESH },
    topic: '주목적 투자의무 준수 현황',
    ruleNote: '주목적 의무비율의 버전. 적용 규칙 전체는 15-1장',
    sameness: '같은 조합·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
