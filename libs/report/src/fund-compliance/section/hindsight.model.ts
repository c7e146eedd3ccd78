import { endOfSeoulDay } from '#libs/calendar';
import { won } from '#libs/money';
import { both, knownText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportRow } from '../../report/report.js';
import type { ComplianceFacts, Hindsight } from '../fund-compliance.js';
import { countedWon, VERDICT_NAMES } from './verdict.model.js';
import { sum, words } from '../../trace/ground.js';

/** The same date as it was known then and as it is known now: what was learnt, corrected or withdrawn in between. */
export function hindsightBlocks(facts: ComplianceFacts): ReportBlock[] {
  const { then } = facts;
  if (then === null && facts.knownBefore > endOfSeoulDay(facts.asOf)) {
    return [{ kind: 'text', text: both('기준일까지 알려진 의무투자 기준이 없어(과거 자료를 나중에 등록) 비교할 수 없습니다.', 'No obligation was known on the date itself (the past was entered later): there is nothing to compare.') }];
  }
  if (then === null) {
    return [{ kind: 'text', text: both('이 보고서는 기준일까지 알려진 자료만으로 작성되어 비교할 시점이 없습니다.', 'The report knows nothing that was not known on the date itself: there is nothing to compare.') }];
  }
  const [was, is] = [knownText(then.knownBefore), knownText(facts.knownBefore)];
  const rows = [...figureRows(facts, then), ...dealRows(facts, then)];
  if (rows.every((row) => row.tone === 'muted')) {
    return [{ kind: 'text', text: both(`당시(${was})와 현재(${is})의 수치가 모두 같습니다.`, 'Every figure is the same as it was known on the date itself.') }];
  }
  return [
    {
      kind: 'table',
      caption: both(`당시 ${was}까지 알려진 수치와 현재 ${is}까지 알려진 수치`, 'Figures as known on the date itself and as known now'),
      columns: [
        { key: 'item', header: both('항목', 'Item'), align: 'left' },
        { key: 'thenKnown', header: both('당시', 'Then'), align: 'right' },
        { key: 'nowKnown', header: both('현재', 'Now'), align: 'right' },
        { key: 'differenceWon', header: both('차이(원)', 'Difference (won)'), align: 'right' },
      ],
      grounds: { thenKnown: words('그때까지 알려진 자료로 같은 산식을 다시 계산'), nowKnown: words('이 보고서 본문의 같은 이름 수치'), differenceWon: sum('nowKnown', '-thenKnown') },
      rows,
    },
  ];
}

function figureRows(facts: ComplianceFacts, then: Hindsight): ReportRow[] {
  const [was, is] = [then.position, facts.position];
  return [
    amountRow('납입출자금(원)', was.facts.paidInWon, is.facts.paidInWon),
    amountRow('투자총액 T(원)', was.facts.investedWon, is.facts.investedWon),
    amountRow('인정 투자액 M(원)', countedWon(then), countedWon(facts)),
    amountRow('보류액(원)', was.facts.pendingWon, is.facts.pendingWon),
    amountRow('필요액(원)', was.decisive.requiredWon, is.decisive.requiredWon),
    amountRow('부족액(원)', was.decisive.shortfallWon, is.decisive.shortfallWon),
    amountRow('비주목적 투자여력 H(원)', was.feasibility.headroomWon, is.feasibility.headroomWon),
    textRow('주목적 투자비율', percentText(was.decisive.ratioPercent), percentText(is.decisive.ratioPercent)),
    textRow('판정', VERDICT_NAMES[was.verdict].ko, VERDICT_NAMES[is.verdict].ko),
  ];
}

/** Deals that were learnt of, voided, corrected or decided otherwise since. */
function dealRows({ investments, names }: ComplianceFacts, then: Hindsight): ReportRow[] {
  const before = new Map(then.investments.map((deal) => [deal.id, deal]));
  const shown = (deal: Hindsight['investments'][number] | undefined): string =>
    deal === undefined ? '기록 없음' : deal.voided ? '기록 취소' : nameIn(names.statuses, deal.status);
  return investments
    .filter((deal) => shown(deal) !== shown(before.get(deal.id)))
    .map((deal) => textRow(`${deal.number} ${deal.company} (${wonText(deal.amountWon)}원)`, shown(before.get(deal.id)), shown(deal)));
}

const amountRow = (item: string, was: bigint, is: bigint): ReportRow => ({
  cells: { item, thenKnown: wonText(was), nowKnown: wonText(is), differenceWon: wonText(won(is - was)) },
  ...(was === is ? { tone: 'muted' as const } : {}),
});

const textRow = (item: string, was: string, is: string): ReportRow => ({
  cells: { item, thenKnown: was, nowKnown: is, differenceWon: was === is ? '-' : '변경' },
  ...(was === is ? { tone: 'muted' as const } : {}),
});
