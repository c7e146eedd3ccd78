import type { Onlooker } from '#libs/pdf';
import { reportPdf } from '../report/report-document.pdf.js';
import type { SealedReport } from '../report/report.js';

/** Sections whose tables are too wide for an upright page. */
const WIDE = ['roll-forward', 'vouchers', 'brokers', 'clawbacks', 'annex'];

/** The settlement report as PDF/A-3a. A section that has nothing to show stays on the page of the one before it. */
export function voucherSettlementPdf(report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const turned = report.model.sections.filter(({ id, blocks }) => WIDE.includes(id) && blocks.some(({ kind }) => kind === 'table'));
  const dress = {
    layout: { turned: new Set(turned.map(({ id }) => id)), fresh: new Set<string>() },
    topic: '바우처 발급·사용·정산 현황',
    ruleNote: '자부담률의 버전. 적용 규칙 전체는 12장',
    sameness: '같은 사업연도·기준일·자료 반영 시점',
  };
  return reportPdf(report, dress, copyMarks, onlooker);
}
