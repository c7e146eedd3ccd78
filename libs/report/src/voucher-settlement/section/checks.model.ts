import { both, dateText, nameIn, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { SettlementFacts } from '../voucher-settlement.js';
import { stated } from '../../trace/ground.js';

/** What was inspected and sent back, what was restricted, and what was decided about warning signs. */
export function checksSection(facts: SettlementFacts): ReportSection {
  return { id: 'checks', title: both('8. 점검·부정의심과 조치', 'Inspections, warning signs and measures'), blocks: [inspections(facts), restrictions(facts), warnings(facts)] };
}

function inspections({ uses }: SettlementFacts): ReportBlock {
  const count = (test: (use: SettlementFacts['uses'][number]) => boolean): string => `${uses.filter(test).length}건`;
  const sum = (pick: 'sentBackCount' | 'reassignedCount'): string => `${uses.reduce((all, use) => all + use[pick], 0)}회`;
  return {
    kind: 'facts',
    rows: [
      { label: both('서비스 계약', 'Contracted'), value: `${uses.length}건`, origin: stated('서비스 계약 기록', 'service.contract') },
      { label: both('결과보고 제출', 'Delivered'), value: count(({ deliveredOn }) => deliveredOn !== null), origin: stated('결과보고 기록', 'service.deliver') },
      { label: both('수요기업 검수', 'Accepted by the company'), value: count(({ acceptedOn }) => acceptedOn !== null), origin: stated('검수 기록', 'service.accept') },
      { label: both('전담기관 점검', 'Inspected by the agency'), value: count(({ inspectedOn }) => inspectedOn !== null), origin: stated('점검 기록', 'service.inspect') },
      { label: both('보완요청', 'Sent back'), value: sum('sentBackCount'), origin: stated('보완요청 기록', 'service.send-back') },
      { label: both('공급기관 교체', 'Provider replaced'), value: sum('reassignedCount'), origin: stated('공급기관 교체 기록', 'service.reassign') },
      { label: both('지급결정 취소', 'Decision to pay undone'), value: count(({ undoneOn }) => undoneOn !== null), origin: stated('지급결정 취소 기록', 'service.reverse-capture') },
    ],
  };
}

function restrictions({ restrictions: rows }: SettlementFacts): ReportBlock {
  if (rows.length === 0) return { kind: 'text', text: both('사용정지나 공급기관 정지 조치는 없었습니다.', 'No voucher and no provider was suspended.') };
  return {
    kind: 'table',
    caption: both('정지·해제 조치', 'Suspensions'),
    columns: [column('happenedOn', '일자', 'On'), column('subject', '대상', 'Subject'), centred('what', '조치', 'Measure'), column('reason', '사유', 'Reason')],
    rows: rows.map((each) => ({ cells: { happenedOn: dateText(each.happenedOn), subject: each.subject, what: each.what, reason: textOr(each.reason) } })),
  };
}

function warnings({ warnings: rows, names }: SettlementFacts): ReportBlock {
  if (rows.length === 0) return { kind: 'text', text: both('점검 신호에 대한 판단 기록이 없습니다. 신호는 자동으로 불이익을 주지 않으며, 사람이 확인하여 판단한 것만 여기에 적습니다.', 'No decision about a warning sign is on record. Signs punish nobody; what people decided about them stands here.') };
  return {
    kind: 'table',
    caption: both(`점검 신호와 판단 (${rows.length}건)`, `Warning signs and what was decided (${rows.length})`),
    columns: [
      column('decidedOn', '판단일', 'Decided on'),
      column('signal', '신호', 'Sign'),
      column('subject', '대상', 'Subject'),
      centred('decision', '판단', 'Decision'),
      column('reason', '사유', 'Reason'),
      column('decidedBy', '판단자', 'Decided by'),
    ],
    rows: rows.map((each) => ({
      cells: {
        decidedOn: dateText(each.decidedOn),
        signal: nameIn(names.signals, each.signal),
        subject: each.subject,
        decision: nameIn(names.warningVerdicts, each.verdict),
        reason: each.reason,
        decidedBy: each.decidedBy,
      },
    })),
  };
}
