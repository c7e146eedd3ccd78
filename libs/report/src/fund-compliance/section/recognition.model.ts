import { seoulDateOf } from '#libs/calendar';
import { truncatedPercent, won } from '#libs/money';
import { both, dateText, nameIn, percentText, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportRow, ReportSection } from '../../report/report.js';
import { counts, decisionOn, type ComplianceDeal, type ComplianceFacts } from '../fund-compliance.js';
import { countedWon } from './verdict.model.js';
import { named, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** The rule version of decisions that an imported register told of; nobody judged them by a rule of this program. */
const FROM_REGISTER = 'register';

const OPEN_STATUSES: readonly string[] = ['PENDING', 'NOT_QUALIFIED', 'REVOKED'];

/** Deals that claim to qualify and do not count: why, and what the ratio would be if they did. */
export function recognitionSection(facts: ComplianceFacts): ReportSection {
  const open = facts.investments.filter((deal) => counts(deal) && OPEN_STATUSES.includes(deal.status));
  return {
    id: 'recognition',
    title: both('8. 인정 보류·취소와 영향', 'Pending and withdrawn recognition'),
    blocks: [...openBlocks(facts, open), ...historyBlocks(facts, open)],
  };
}

function openBlocks(facts: ComplianceFacts, open: readonly ComplianceDeal[]): ReportBlock[] {
  if (open.length === 0) return [{ kind: 'text', text: both('보류·불인정·취소된 투자는 없습니다.', 'Nothing is pending, refused or withdrawn.') }];
  return [
    {
      kind: 'table',
      caption: both('보류·불인정·취소 목록', 'Pending, refused and withdrawn deals'),
      columns: [
        { key: 'number', header: both('투자번호', 'No.'), align: 'center' },
        { key: 'company', header: both('기업', 'Company'), align: 'left' },
        { key: 'status', header: both('판정', 'Status'), align: 'center' },
        { key: 'amountWon', header: both('투자금액(원)', 'Amount (won)'), align: 'right' },
        { key: 'route', header: both('신청 경로', 'Route claimed'), align: 'left' },
        { key: 'ground', header: both('사유·미비 증빙', 'Ground, missing evidence'), align: 'left' },
        { key: 'countedRatioPercent', header: both('인정 시 비율', 'Ratio if counted'), align: 'right' },
      ],
      grounds: { countedRatioPercent: words('(인정 투자액 + 그 건의 금액) ÷ 판정 기준금액 (%, 소수점 아래 둘째 자리 미만 버림)', 'amountWon', named(FIGURE.counted)) },
      rows: open.map((deal) => openRow(facts, deal)),
    },
    {
      kind: 'text',
      text: both(
        `'인정 시 비율'은 그 건 하나가 인정될 때의 판정 기준 비율입니다(현재 ${percentText(facts.position.decisive.ratioPercent)}).`,
        `'Ratio if counted' is the deciding ratio with that one deal accepted (now ${percentText(facts.position.decisive.ratioPercent)}).`,
      ),
    },
  ];
}

function openRow(facts: ComplianceFacts, deal: ComplianceDeal): ReportRow {
  const { rule, decisive } = facts.position;
  const added = won(rule.measure === 'CUMULATIVE_COST' ? deal.amountWon : deal.outstandingCostWon);
  const reason = decisionOn(facts, deal.id)?.reason ?? '판정 전';
  const missing = deal.missingEvidence.length === 0 ? '' : ` (미비: ${deal.missingEvidence.join(', ')})`;
  return {
    record: { register: 'investment', id: deal.id },
    cells: {
      number: deal.number,
      company: deal.company,
      status: nameIn(facts.names.statuses, deal.status),
      amountWon: wonText(deal.amountWon),
      route: nameIn(facts.names.routes, deal.route),
      ground: `${reason}${missing}`,
      countedRatioPercent: percentText(truncatedPercent(countedWon(facts) + added, decisive.baseWon)),
    },
    ...(deal.status === 'PENDING' ? {} : { tone: 'bad' as const }),
  };
}

/** All decisions about deals that are open, or that were decided more than once, in the order in which they became known. */
function historyBlocks(facts: ComplianceFacts, open: readonly ComplianceDeal[]): ReportBlock[] {
  const times = new Map<string, number>();
  for (const { investmentId } of facts.classifications) times.set(investmentId, (times.get(investmentId) ?? 0) + 1);
  const shown = new Set([...open.map(({ id }) => id), ...[...times].filter(([, count]) => count > 1).map(([id]) => id)]);
  const deals = new Map(facts.investments.map((deal) => [deal.id, deal]));
  const decisions = facts.classifications.filter(({ investmentId }) => shown.has(investmentId) && deals.has(investmentId));
  if (decisions.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both('판정 이력 (알려진 순서)', 'Decisions in the order in which they became known'),
      columns: [
        { key: 'decidedOn', header: both('판정일', 'Decided on'), align: 'center' },
        { key: 'number', header: both('투자번호', 'No.'), align: 'center' },
        { key: 'company', header: both('기업', 'Company'), align: 'left' },
        { key: 'decision', header: both('판정', 'Decision'), align: 'center' },
        { key: 'effectiveOn', header: both('효력일', 'Effective on'), align: 'center' },
        { key: 'decidedBy', header: both('판정자', 'Decided by'), align: 'left' },
        { key: 'reason', header: both('사유', 'Reason'), align: 'left' },
        { key: 'ruleVersion', header: both('규칙 버전', 'Rule version'), align: 'center' },
      ],
      rows: decisions.map((decision) => ({
        cells: {
          decidedOn: dateText(seoulDateOf(decision.knownAt)),
          number: textOr(deals.get(decision.investmentId)?.number),
          company: textOr(deals.get(decision.investmentId)?.company),
          decision: nameIn(facts.names.statuses, decision.decision),
          effectiveOn: dateText(decision.effectiveOn),
          decidedBy: decision.decidedBy,
          reason: decision.reason,
          ruleVersion: decision.ruleVersion === FROM_REGISTER ? '과거 기록' : decision.ruleVersion,
        },
      })),
    },
  ];
}
