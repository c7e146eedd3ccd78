import { both, dateText, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportTile, ReportVerdict } from '../../report/report.js';
import { GRANT_BOOK } from '../../grant-settlement/grant-settlement.js';
import { total } from '../../table/rows.js';
import { plus } from '../../trace/origin.js';
import { ROOM_BOOK, stateOf, type MatchingFacts } from '../matching.js';
import { moneyOfProjects } from '../matching.rules.js';
import { stated, words } from '../../trace/ground.js';

/** Whether the government paid no more than the private money allowed, and what is still open. */
export function verdictOf(facts: MatchingFacts): ReportVerdict {
  const money = [...moneyOfProjects(facts).values()];
  const [over, paid] = [total(money, ({ overWon }) => overWon), total(money, ({ paidWon }) => paidWon)];
  const unproven = facts.deposits.filter((deposit) => stateOf(deposit) === 'UNPROVEN').length;
  const finding = both(
    `${dateText(facts.grant.asOf)} 현재 과제 ${facts.projects.length}개에 정부지원금 ${wonText(paid)}원을 지급하였습니다. 입금이 확인되지 않은 민간부담금 기록이 ${unproven}건 있습니다.`,
    `On ${facts.grant.asOf} ${wonText(paid)} won were paid on ${facts.projects.length} projects; ${unproven} deposits are unproven.`,
  );
  if (over > 0n) {
    return { code: 'NOT_MET', title: both('초과집행 있음', 'Over-released'), text: both(`${finding.ko} 민간부담금에 비해 ${wonText(over)}원이 초과 지급되어 환수가 필요합니다.`, `${finding.en} ${wonText(over)} won are out beyond what private money allows.`) };
  }
  return { code: 'MET', title: both('한도 준수', 'Within the limits'), text: both(`${finding.ko} 모든 과제에서 정부 집행이 민간 납입 비율 안에 있습니다.`, `${finding.en} Nothing is out beyond what private money allows.`) };
}

/** What the pool is, and the figures that everybody asks for first. */
export function overviewSection(facts: MatchingFacts, verdict: ReportVerdict): ReportSection {
  const { grant, projects } = facts;
  const money = [...moneyOfProjects(facts).values()];
  const parts = projects.map(({ agreementId }) => agreementId);
  const origin = (chart: string): Pick<ReportTile, 'origin'> => (parts.length === 0 ? { origin: words('과제가 없어 0') } : { origin: [plus(`grant/${grant.call.id}`, chart, { parts })] });
  const decided = total(grant.budgets.filter(({ spendable }) => spendable), ({ amountWon }) => amountWon);
  return {
    id: 'overview',
    title: both('1. 사업개요', 'The pool'),
    blocks: [
      { kind: 'text', text: verdict.text },
      {
        kind: 'tiles',
        tiles: [
          { label: both('과제', 'Projects'), value: String(projects.length), unit: '개', note: `정부 약정 ${wonText(total(projects, ({ governmentWon }) => governmentWon))}원`, origin: words('3장 과제별 약정의 과제 수') },
          { label: both('민간 납입(확인−회수)', 'Private money in'), value: wonText(total(money, ({ provenWon }) => provenWon)), unit: '원', note: `약정 ${wonText(total(projects, ({ privateWon }) => privateWon))}원`, ...origin(GRANT_BOOK.own) },
          { label: both('지급 가능', 'Allowed'), value: wonText(total(money, ({ allowedWon }) => allowedWon)), unit: '원', note: '민간 납입 비율 기준', ...origin(ROOM_BOOK.allowed) },
          { label: both('정부 집행', 'Released'), value: wonText(total(money, ({ releasedWon }) => releasedWon)), unit: '원', note: '지급결정 누계', ...origin(ROOM_BOOK.released) },
          { label: both('초과 지급', 'Over-released'), value: wonText(total(money, ({ overWon }) => overWon)), unit: '원', note: '환수 대상', ...origin(ROOM_BOOK.over) },
        ],
      },
      {
        kind: 'facts',
        rows: [
          { label: both('사업(공고)', 'Programme (call)'), value: `${grant.programme.ko} · ${grant.call.name} (${grant.call.fiscalYear}년)` },
          { label: both('전문기관', 'Agency'), value: grant.call.agency },
          { label: both('확정예산', 'Budget'), value: `${wonText(decided)}원`, origin: stated('예산 결정 기록', 'grant-budget.decide') },
          { label: both('지급 원칙', 'Rule'), value: '민간 현금이 은행 입금으로 확인된 비율까지만, 마일스톤이 열린 뒤에 정부지원금을 지급합니다.' },
        ],
      },
    ],
  };
}
