import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

const TURNED = ['private', 'commitment', 'release', 'clawback', 'choice', 'zone', 'settlement', 'outcome'];

/** Report D as PDF/A-3a; its wide tables stand on turned pages. */
export function matchingPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const dress = {
    layout: { turned: new Set(TURNED), fresh: new Set(['overview', 'trace', 'annex']) },
    topic: '민간부담금 확인·정부 집행·환수 현황',
    ruleNote: '매칭 비율의 근거. 적용 규칙 전체는 부록',
    sameness: '같은 사업·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
