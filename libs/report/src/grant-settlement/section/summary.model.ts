import { roundedPercent } from '#libs/money';
import { both, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportFact, ReportSection, ReportTile, ReportVerdict } from '../../report/report.js';
import { REGIME_WORDS } from '../../grant-form/regime-words.data.js';
import { total } from '../../table/rows.js';
import { outstandingWon, usesOf } from '../grant-settlement.rules.js';
import { GRANT_BOOK, type GrantSettlementFacts } from '../grant-settlement.js';
import { plus } from '../../trace/origin.js';
import { same, stated, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** The finding, the figures that everybody asks for first, and what the report is about. */
export function summarySection(facts: GrantSettlementFacts, verdict: ReportVerdict): ReportSection {
  return {
    id: 'summary',
    title: both('1. 요약', 'Summary'),
    blocks: [
      { kind: 'text', text: verdict.text },
      { kind: 'tiles', tiles: tiles(facts) },
      { kind: 'facts', rows: facts.agreementId === null ? ofCall(facts) : ofAgreement(facts) },
    ],
  };
}

const BUDGET = stated('예산 결정 기록', 'grant-budget.decide');

/** Nothing is traced to the accounts of no agreement. */
const paidOrigin = ({ call, agreements }: GrantSettlementFacts): Pick<ReportTile, 'origin'> =>
  agreements.length === 0 ? { origin: words('협약이 없어 지급한 금액이 없음') } : { origin: [plus(`grant/${call.id}`, GRANT_BOOK.government, { parts: agreements.map(({ id }) => id) })] };

function tiles(facts: GrantSettlementFacts): ReportTile[] {
  const { agreements, settled, recoveries } = facts;
  const uses = usesOf(facts);
  const [given, used] = [total(uses, ({ subtotalWon }) => subtotalWon), total(uses, ({ usedWon }) => usedWon)];
  const [paid, returned] = [total(agreements, ({ paidWon }) => paidWon), total(settled, ({ form }) => form.returns.totalWon)];
  return [
    { label: both('협약', 'Agreements'), value: String(agreements.length), unit: '건', note: `정산 결정 ${settled.length}건`, origin: words('2장 협약 재원에 있는 협약의 수') },
    { label: both('정부지원금 지급', 'Government money paid'), value: wonText(paid), unit: '원', note: `협약액의 ${percentText(roundedPercent(paid, total(agreements, ({ governmentWon }) => governmentWon)))}`, ...paidOrigin(facts) },
    { label: both('사용률', 'Used'), value: roundedPercent(used, given) ?? '-', unit: '%', note: `사용 ${wonText(used)}원 ÷ 예산 ${wonText(given)}원`, origin: same(FIGURE.used) },
    { label: both('불인정', 'Not accepted'), value: wonText(total(uses, ({ disallowedWon }) => disallowedWon)), unit: '원', note: `집행 ${facts.expenses.length}건 가운데 ${facts.expenses.filter(({ disallowedWon }) => disallowedWon > 0n).length}건`, origin: same(FIGURE.disallowed) },
    { label: both('총 반납액', 'Goes back'), value: wonText(returned), unit: '원', note: `회수 미수금 ${wonText(total(recoveries, outstandingWon))}원`, origin: settled.length === 0 ? words('결정된 정산이 없어 0') : same(FIGURE.returned) },
  ];
}

function ofCall({ call, programme, budgets, names }: GrantSettlementFacts): ReportFact[] {
  const decided = budgets.filter(({ spendable }) => spendable);
  return [
    { label: both('사업(공고)', 'Programme (call)'), value: `${programme.ko} · ${call.name} (${call.fiscalYear}년)` },
    { label: both('전문기관', 'Agency'), value: call.agency },
    { label: both('확정예산', 'Budget'), value: `${wonText(total(decided, ({ amountWon }) => amountWon))}원`, origin: BUDGET },
    ...budgets.map((each) => ({ label: both(`${each.fiscalYear}년 ${nameIn(names.budgetStages, each.stage)}`, `${each.fiscalYear}, ${each.stage}`), value: `${wonText(each.amountWon)}원 · ${dateText(each.decidedOn)} · ${each.clause}`, origin: BUDGET })),
  ];
}

function ofAgreement({ call, programme, agreements, names }: GrantSettlementFacts): ReportFact[] {
  const words = REGIME_WORDS[call.regime];
  return agreements.flatMap((each): ReportFact[] => [
    { label: both('사업(공고)', 'Programme (call)'), value: `${programme.ko} · ${call.name} (${call.fiscalYear}년)` },
    { label: both('협약번호', 'Agreement'), value: `${each.number} (제${each.version}판)` },
    { label: both(`${words.project}명`, 'Project'), value: each.title },
    { label: both(words.recipient, 'Institution'), value: `${each.partyName} (${words.roles[each.role]}, ${nameIn(names.institutions, each.institution)})` },
    { label: both('수행기간', 'Period'), value: `${dateText(each.periodFrom)} ~ ${dateText(each.periodTo)}` },
    { label: both('상태', 'State'), value: nameIn(names.states, each.state) },
  ]);
}
