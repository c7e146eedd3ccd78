import { sumWon, truncatedPercent } from '#libs/money';
import { EXPENSE_KIND_NAMES } from '../../fund-outcome/words.js';
import { both, dateText, nameIn, percentText, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { named, ratio, stated, sum, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';
import { plus } from '../../trace/origin.js';

/** Commands that keep what was paid. */
const PAYING = ['expense.pay', 'expense.void', 'fund-register.import'] as const;

/** What the fund paid for its management and its running, beside what the agreement asks for and what was planned for its life. */
export function feesSection(facts: ComplianceFacts): ReportSection {
  return { id: 'fees', title: both('10. 관리보수·비용', 'Fees and expenses'), blocks: [kindTable(facts), ...feeBlocks(facts), ...paymentBlocks(facts)] };
}

function kindTable({ outcome, position, fund, ledger }: ComplianceFacts): ReportTable {
  const { expenses, performance } = outcome;
  const planned = position.facts.lifetimeExpensesWon;
  const kinds = [...new Set(expenses.map(({ kind }) => kind))];
  const share = (amount: bigint): string => percentText(truncatedPercent(amount, performance.committedWon));
  return {
    kind: 'table',
    caption: both('종류별 지급 누계', 'Paid so far, by kind'),
    columns: [
      column('kind', '종류', 'Kind'),
      column('paymentCount', '건수', 'Payments'),
      column('paidWon', '지급액(원)', 'Paid (won)'),
      column('committedPercent', '약정총액 대비', 'Of commitments'),
    ],
    grounds: {
      paymentCount: words('지급 내역의 건수'),
      paidWon: stated('관리보수·비용 지급 기록', ...PAYING),
      committedPercent: ratio('paidWon', named(FIGURE.committed), 'truncate'),
    },
    ...(ledger.standingVoids.length === 0 ? { totalOrigins: { paidWon: [plus(`fund/${fund.id}`, 'fund.expense')] } } : {}),
    totalNames: { paidWon: FIGURE.spent },
    rows: [
      ...kinds.map((kind) => {
        const own = expenses.filter((each) => each.kind === kind);
        const paid = sumWon(own.map((each) => each.paidWon));
        return { cells: { kind: nameIn(EXPENSE_KIND_NAMES, kind), paymentCount: String(own.length), paidWon: wonText(paid), committedPercent: share(paid) } };
      }),
      { cells: { kind: '생애 보수·비용 예정액(E) 중 남은 금액', paymentCount: '-', paidWon: wonText(planned - performance.feesAndExpensesWon), committedPercent: share(planned - performance.feesAndExpensesWon) }, origins: { paidWon: sum(named(FIGURE.expenses), `-${named(FIGURE.spent)}`) }, tone: 'muted' as const },
    ],
    totals: { kind: '지급 합계', paymentCount: String(expenses.length), paidWon: wonText(performance.feesAndExpensesWon), committedPercent: share(performance.feesAndExpensesWon) },
  };
}

/** As billed beside what base × rate × days ÷ 365 gives on the running sum, so that no won is lost between quarters. */
function feeBlocks({ outcome }: ComplianceFacts): ReportBlock[] {
  if (outcome.fees.length === 0) return [{ kind: 'text', text: both('지급한 관리보수가 없습니다.', 'No management fee was paid.') }];
  return [
    {
      kind: 'table',
      caption: both('관리보수: 청구액과 재계산액', 'Management fees as billed and as recomputed'),
      columns: [
        centred('year', '회계연도', 'Year'),
        column('label', '구분', 'Kind'),
        column('billedWon', '청구액(원)', 'Billed (won)'),
        column('recomputedWon', '재계산액(원)', 'Recomputed (won)'),
        column('differenceWon', '차이(원)', 'Difference (won)'),
        column('paidWon', '지급액(원)', 'Paid (won)'),
      ],
      grounds: {
        billedWon: stated('관리보수 청구 기록', 'fee.bill', 'fund-register.import'),
        recomputedWon: words('기준금액 × 요율 × 일수 ÷ 365를 회계연도 안에서 누적하여 원 미만 버림'),
        differenceWon: sum('billedWon', '-recomputedWon'),
        paidWon: stated('관리보수 지급 기록', ...PAYING),
      },
      rows: outcome.fees.map(({ fiscalYear, label, billedWon, recomputedWon, paidWon }) => ({
        cells: {
          year: String(fiscalYear),
          label,
          billedWon: wonText(billedWon),
          recomputedWon: wonText(recomputedWon),
          differenceWon: wonText(billedWon - recomputedWon),
          paidWon: wonText(paidWon),
        },
        ...(billedWon > recomputedWon ? { tone: 'bad' as const } : {}),
      })),
    },
    {
      kind: 'text',
      text: both(
        '재계산액은 기준금액 × 요율 × 일수 ÷ 365를 회계연도 안에서 누적하여 원 미만을 버린 금액입니다. 기준금액·요율·기간이 기록되지 않은 보수는 청구액을 그대로 적습니다.',
        'Recomputed: base × rate × days ÷ 365, floored on the running sum of the year. Fees without base, rate or period are shown as billed.',
      ),
    },
  ];
}

function paymentBlocks({ outcome: { expenses } }: ComplianceFacts): ReportBlock[] {
  if (expenses.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both('지급 내역', 'Payments'),
      columns: [
        column('paidOn', '지급일', 'Paid on'),
        column('label', '내용', 'What for'),
        column('fromOn', '기간 시작', 'From'),
        column('toOn', '기간 끝', 'To'),
        column('baseWon', '기준금액(원)', 'Base (won)'),
        column('rate', '연 요율', 'Rate a year', 'right'),
        column('paidWon', '지급액(원)', 'Paid (won)'),
        column('note', '비고', 'Note'),
      ],
      grounds: { baseWon: stated('지급 기록에 적은 기준금액', ...PAYING), rate: stated('지급 기록에 적은 요율', ...PAYING), paidWon: stated('지급 기록', ...PAYING) },
      rows: expenses.map((each) => ({
        cells: {
          paidOn: dateText(each.paidOn),
          label: each.label,
          fromOn: dateText(each.periodFrom),
          toOn: dateText(each.periodTo),
          baseWon: each.baseWon === null ? '-' : wonText(each.baseWon),
          rate: textOr(each.rate),
          paidWon: wonText(each.paidWon),
          note: textOr(each.note),
        },
      })),
    },
  ];
}
