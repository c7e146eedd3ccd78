import { both, dateText, instantText, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { hindsightBlocks } from '../section/hindsight.model.js';

/** How the figures of the date changed since, how the agreement changed, and who signed what. */
export function changesSection(facts: ComplianceFacts): ReportSection {
  return { id: 'changes', title: both('14. 변경이력·승인기록', 'Changes and approvals'), blocks: [...hindsightBlocks(facts), ...agreementBlocks(facts), ...changeBlocks(facts)] };
}

function agreementBlocks({ agreements }: ComplianceFacts): ReportBlock[] {
  if (agreements.length === 0) return [{ kind: 'text', text: both('기준일까지 규약의 변경 기록이 없습니다.', 'No version of the agreement is on record.') }];
  return [
    {
      kind: 'table',
      caption: both('조합규약의 버전', 'Versions of the agreement'),
      columns: [
        centred('version', '판', 'Version'),
        column('effectiveOn', '시행일', 'In force from'),
        column('resolvedOn', '총회 결의일', 'Resolved on'),
        column('summary', '변경 내용', 'What changed'),
      ],
      rows: agreements.map((each) => ({
        cells: { version: String(each.version), effectiveOn: dateText(each.effectiveOn), resolvedOn: dateText(each.resolvedOn), summary: each.summary },
      })),
    },
  ];
}

function changeBlocks({ changes }: ComplianceFacts): ReportBlock[] {
  if (changes.length === 0) return [{ kind: 'text', text: both('자료 반영 시점까지 결재를 거친 업무가 없습니다.', 'Nothing was signed by then.') }];
  return [
    {
      kind: 'table',
      caption: both(`승인기록: 결재를 거친 업무와 규약·약정의 변경 (${changes.length}건)`, `Approvals and changes (${changes.length})`),
      columns: [
        centred('actedAt', '처리 시각', 'Done at'),
        column('title', '업무', 'What'),
        column('subject', '대상', 'Subject'),
        column('actor', '기안·처리', 'Drafted by'),
        column('approval', '결재번호', 'Approval', 'center'),
        column('signers', '결재자', 'Signed by'),
      ],
      rows: changes.map((change) => ({
        cells: {
          actedAt: instantText(change.actedAt),
          title: change.title.ko,
          subject: textOr(change.subject),
          actor: change.actor,
          approval: textOr(change.approvalNumber),
          signers: change.signers.length === 0 ? '-' : change.signers.join(' → '),
        },
      })),
    },
  ];
}
