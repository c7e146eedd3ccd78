import { both, dateText, nameIn, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { GrantSettlementFacts } from '../grant-settlement.js';
import { OPINION_WORDS, VERIFICATION_WORDS } from '../words.js';

/** What auditors from outside said. */
export function auditorsSection({ verifications }: GrantSettlementFacts): ReportSection {
  const none: ReportBlock = { kind: 'text', text: both('접수한 감사인 검증보고서가 없습니다.', 'No report of an auditor was received.') };
  const table: ReportBlock = {
    kind: 'table',
    caption: both(`감사인 검증 (${verifications.length}건)`, `External verification (${verifications.length})`),
    columns: [
      ...[centred('agreement', '협약번호', 'Agreement'), column('kind', '구분', 'Kind'), centred('about', '대상', 'About'), column('auditor', '감사인', 'Auditor'), centred('opinion', '의견', 'Opinion')],
      ...[column('findings', '지적사항', 'Findings'), column('reportedOn', '보고일', 'Reported'), column('receivedOn', '접수일', 'Received'), column('sha256', '파일 SHA-256', 'SHA-256')],
    ],
    rows: verifications.map((each) => ({
      cells: {
        ...{ agreement: each.agreement, kind: nameIn(VERIFICATION_WORDS, each.kind), about: each.about, auditor: each.auditor, opinion: nameIn(OPINION_WORDS, each.opinion), findings: textOr(each.findings) },
        ...{ reportedOn: dateText(each.reportedOn), receivedOn: dateText(each.receivedOn), sha256: textOr(each.sha256) },
      },
    })),
  };
  return { id: 'auditors', title: both('10. 감사인 검증', 'External verification'), blocks: [verifications.length === 0 ? none : table] };
}
