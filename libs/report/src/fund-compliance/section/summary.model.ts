import type { Bilingual } from '#libs/errors';
import { both, basisPointsText, dateText, percentText, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportVerdict } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { countedWon, deadlineOf } from './verdict.model.js';
import { BASIS_NAMES } from '../words.js';
import { same } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** The finding and the five figures that everybody asks for first. */
export function summarySection(facts: ComplianceFacts, verdict: ReportVerdict): ReportSection {
  const { decisive, feasibility, rule, facts: portfolio } = facts.position;
  const basis = BASIS_NAMES[decisive.basis]?.ko ?? decisive.basis;
  return {
    id: 'summary',
    title: both('2. 요약', 'Summary'),
    blocks: [
      { kind: 'text', text: verdict.text },
      {
        kind: 'tiles',
        tiles: [
          { label: both('주목적 투자비율', 'Main-purpose ratio'), value: decisive.ratioPercent ?? '-', unit: '%', note: `${basis} 기준, 필요 ${basisPointsText(rule.ratioBasisPoints)}`, origin: same(FIGURE.ratio) },
          { label: both('필요액', 'Required'), value: wonText(decisive.requiredWon), unit: '원', note: `기한 ${dateText(deadlineOf(facts))}`, origin: same(FIGURE.required) },
          { label: both('인정 투자액(M)', 'Qualifying (M)'), value: wonText(countedWon(facts)), unit: '원', note: `${portfolio.qualifyingCount}건 / 전체 ${portfolio.investmentCount}건`, origin: same(FIGURE.counted) },
          { label: both('부족액', 'Shortfall'), value: wonText(decisive.shortfallWon), unit: '원', note: '필요액 − 인정 투자액', origin: same(FIGURE.shortfall) },
          { label: both('비주목적 투자여력', 'Headroom'), value: wonText(feasibility.headroomWon), unit: '원', note: '약정총액 기준', origin: same(FIGURE.headroom) },
        ],
      },
      { kind: 'text', text: pendingText(facts) },
    ],
  };
}

function pendingText(facts: ComplianceFacts): Bilingual {
  const { position, ifPendingAccepted } = facts;
  const { pendingCount, pendingWon } = position.facts;
  if (pendingCount === 0) return both('판정이 보류된 투자는 없습니다.', 'No deal waits for a decision.');
  const [now, then] = [percentText(position.decisive.ratioPercent), percentText(ifPendingAccepted.decisive.ratioPercent)];
  return both(
    `판정이 보류된 투자 ${pendingCount}건(${wonText(pendingWon)}원)은 인정 투자액에 넣지 않았습니다. 모두 인정되면 비율은 ${now}에서 ${then}로, 부족액은 ${wonText(ifPendingAccepted.decisive.shortfallWon)}원으로 바뀝니다.`,
    `${pendingCount} pending deal(s) of ${wonText(pendingWon)} won are left out. With all of them accepted the ratio would go from ${now} to ${then}, the shortfall to ${wonText(ifPendingAccepted.decisive.shortfallWon)} won.`,
  );
}
