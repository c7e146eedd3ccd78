import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { MatchingClawbackFacts, MatchingFacts } from '../matching.js';
import { CLAWBACK_WORDS } from '../words.js';
import { stated, sum } from '../../trace/ground.js';

const WITHDRAWN = stated('민간부담금 회수 기록', 'matching-withdrawal.record', 'matching-register.import');
const PROPOSED = stated('환수 제안 기록', 'matching-clawback.propose', 'matching-withdrawal.record');

/** Private money that left, and what of the government's has to come back because of it. */
export function clawbackSection({ withdrawals, clawbacks }: MatchingFacts): ReportSection {
  const none = (ko: string, en: string): ReportBlock => ({ kind: 'text', text: both(ko, en) });
  return {
    id: 'clawback',
    title: both('5. 초과집행·환수', 'Over-release and clawback'),
    blocks: [
      withdrawals.length === 0
        ? none('기준일까지 회수된 민간부담금이 없습니다.', 'No private money left by the date.')
        : {
            kind: 'table',
            caption: both(`민간부담금 회수 (${withdrawals.length}건)`, `Withdrawals (${withdrawals.length})`),
            columns: [centred('project', '협약번호', 'Project'), column('withdrawnOn', '회수일', 'On'), column('paidTo', '받은 곳', 'Paid to'), column('reason', '사유', 'Reason'), column('amountWon', '회수액(원)', 'Amount (won)'), column('countedWon', '인정액 감소(원)', 'Counted less (won)')],
            grounds: { amountWon: WITHDRAWN, countedWon: WITHDRAWN },
            rows: withdrawals.map((each) => ({ cells: { project: each.project, withdrawnOn: dateText(each.withdrawnOn), paidTo: each.paidTo, reason: each.reason, amountWon: wonText(each.amountWon), countedWon: wonText(each.countedWon) } })),
            totals: { project: '합계', withdrawnOn: '', paidTo: '', reason: '', amountWon: wonText(total(withdrawals, ({ amountWon }) => amountWon)), countedWon: wonText(total(withdrawals, ({ countedWon }) => countedWon)) },
          },
      clawbacks.length === 0 ? none('기준일까지 환수 제안이 없습니다.', 'No clawback was proposed by the date.') : clawbackTable(clawbacks),
      none('환수액 = max(0, 지급 누계 − 지급 가능) + 불인정 정부분 + 미집행 정부분 + 이자. 지급 가능 = 정부 약정 × 인정 민간 ÷ 민간 약정(원 미만 버림).', 'Clawback = max(0, released − allowed) + the government’s part of what is disallowed and unspent + interest.'),
    ],
  };
}

function clawbackTable(clawbacks: readonly MatchingClawbackFacts[]): ReportBlock {
  const amounts = (each: MatchingClawbackFacts): Record<string, string> => ({
    ...{ overReleasedWon: wonText(each.overReleasedWon), disallowedWon: wonText(each.disallowedWon), unspentWon: wonText(each.unspentWon) },
    ...{ interestWon: wonText(each.interestWon), totalWon: wonText(each.totalWon) },
  });
  return {
    kind: 'table',
    caption: both(`환수 제안과 결정 (${clawbacks.length}건, 단위: 원)`, `Clawbacks (${clawbacks.length}, won)`),
    columns: [
      ...[centred('project', '협약번호', 'Project'), column('proposedOn', '제안일', 'Proposed'), column('cause', '원인', 'Cause'), column('overReleasedWon', '초과 지급', 'Over-released'), column('disallowedWon', '불인정', 'Disallowed')],
      ...[column('unspentWon', '미집행', 'Unspent'), column('interestWon', '이자', 'Interest'), column('totalWon', '합계', 'Total'), centred('outcome', '결과', 'Outcome'), centred('recovery', '회수번호', 'Recovery')],
    ],
    grounds: { overReleasedWon: PROPOSED, disallowedWon: PROPOSED, unspentWon: PROPOSED, interestWon: PROPOSED, totalWon: sum('overReleasedWon', 'disallowedWon', 'unspentWon', 'interestWon') },
    rows: clawbacks.map((each) => ({
      cells: { project: each.project, proposedOn: dateText(each.proposedOn), cause: each.cause, ...amounts(each), outcome: each.outcome === null ? '결정 대기' : nameIn(CLAWBACK_WORDS, each.outcome), recovery: textOr(each.recovery) },
      ...(each.outcome === null ? { tone: 'bad' as const } : {}),
    })),
  };
}
