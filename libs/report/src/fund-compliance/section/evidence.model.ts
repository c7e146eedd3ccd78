import type { EvidenceRow } from '#libs/fund';
import { both, dateText, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';

/** Every document that speaks for recognition, with the hash of its file. */
export function evidenceSection(facts: ComplianceFacts): ReportSection {
  return { id: 'evidence', title: both('15-2. 부록: 증빙 목록과 해시', 'Evidence and hashes'), blocks: [table(facts)] };
}

const TURNS: Readonly<Record<string, string>> = { FALSE_DOCUMENT: '허위 문서', CANCELLED_AB_INITIO: '소급 취소', LOST_STATUS: '자격 상실', CORRECTED: '정정' };

/** What became of a document last: one that nothing happened to stands. */
function stateOf({ turns }: EvidenceRow): string {
  const last = turns.at(-1);
  return last === undefined ? '유효' : `${TURNS[last.turn] ?? last.turn} (${dateText(last.happenedOn)}, ${last.reason})`;
}

function table({ evidence, investments }: ComplianceFacts): ReportBlock {
  const deals = new Map(investments.map((deal) => [deal.id, deal]));
  const shown = evidence.filter((each) => deals.has(each.investmentId));
  const sorted = investments.flatMap((deal) => shown.filter((each) => each.investmentId === deal.id));
  return {
    kind: 'table',
    caption: both(`증빙 목록 (${sorted.length}건)`, `Evidence (${sorted.length})`),
    columns: [
      { key: 'number', header: both('투자번호', 'No.'), align: 'center' },
      { key: 'company', header: both('기업', 'Company'), align: 'left' },
      { key: 'kind', header: both('증빙', 'Document'), align: 'left' },
      { key: 'issuedOn', header: both('발급일', 'Issued on'), align: 'center' },
      { key: 'validOn', header: both('유효기한', 'Valid to'), align: 'center' },
      { key: 'issuer', header: both('발급기관', 'Issuer'), align: 'left' },
      { key: 'state', header: both('상태', 'State'), align: 'left' },
      { key: 'file', header: both('파일', 'File'), align: 'left' },
      { key: 'sha256', header: both('SHA-256', 'SHA-256'), align: 'left' },
    ],
    rows: sorted.map((each) => ({
      cells: {
        number: textOr(deals.get(each.investmentId)?.number),
        company: textOr(deals.get(each.investmentId)?.company),
        kind: each.kind,
        issuedOn: dateText(each.issuedOn),
        validOn: dateText(each.validTo),
        issuer: textOr(each.issuer),
        state: stateOf(each),
        file: each.fileName ?? '파일 미등록',
        sha256: textOr(each.sha256),
      },
      ...(each.sha256 === null ? { tone: 'muted' as const } : {}),
    })),
  };
}
