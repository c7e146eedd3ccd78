import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

/** Report C as PDF/A-3a. Every section is turned, because nearly all of its tables are wide; the form stands on pages of its own. */
export function grantSettlementPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const ids = report.model.sections.map(({ id }) => id);
  const dress = {
    layout: { turned: new Set(ids), fresh: new Set(ids.filter((id) => id.startsWith('form-'))) },
    topic: '협약·집행·정산·회수 현황',
    ruleNote: '반납액의 근거. 적용 규칙 전체는 부록',
    sameness: '같은 대상·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
