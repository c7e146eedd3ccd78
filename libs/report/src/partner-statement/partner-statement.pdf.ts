import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

/** A statement, of one partner or of all, as PDF/A-3a. */
export function partnerStatementPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: new Set(['accounts']), fresh: new Set<string>() },
    topic: '출자자 자본계정',
    ruleNote: '분배 순서와 배분 기준을 정한 규약의 판',
    sameness: '같은 조합원·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
