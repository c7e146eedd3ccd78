import { roundedPercent } from '#libs/money';
import { both, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { Origin, ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { BOOK, booked, POSTED, type SettlementFacts } from '../voucher-settlement.js';
import { minus, plus, type FigureOrigin } from '../../trace/origin.js';
import { ratio, stated, sum } from '../../trace/ground.js';

/** What was decided, what of it is gone, and what may still be issued: in won, vouchers and companies. */
export function budgetSection(facts: SettlementFacts): ReportSection {
  return {
    id: 'budget',
    title: both('2. 예산·쿼터 대사', 'Budget and quotas reconciled'),
    blocks: [decisionTable(facts), limitTable(facts), reconciliation(facts), appropriationTable(facts)],
  };
}

function decisionTable({ decisions, names }: SettlementFacts): ReportTable {
  const spendable = decisions.filter((decision) => decision.spendable);
  const count = (pick: 'vouchers' | 'companies'): string => wonText(total(spendable, (decision) => BigInt(decision[pick])));
  return {
    kind: 'table',
    caption: both('예산·한도 결정', 'Decisions on budget and quotas'),
    columns: [
      column('decidedOn', '결정일', 'Decided on'),
      centred('stage', '단계', 'Stage'),
      column('amountWon', '금액(원)', 'Amount (won)'),
      column('voucherCount', '발급한도(건)', 'Vouchers'),
      column('companyCount', '기업한도(개사)', 'Companies'),
      column('clause', '근거', 'Clause'),
    ],
    rows: decisions.map((each) => ({
      record: { register: 'voucher_budget' as const, id: each.id },
      cells: {
        decidedOn: dateText(each.decidedOn),
        stage: `${nameIn(names.stages, each.stage)}${each.spendable ? '' : ' (쓸 수 없음)'}`,
        amountWon: wonText(each.amountWon),
        voucherCount: wonText(BigInt(each.vouchers)),
        companyCount: wonText(BigInt(each.companies)),
        clause: each.clause,
      },
      ...(each.spendable ? {} : { tone: 'muted' as const }),
    })),
    totals: { decidedOn: '', stage: '확정 합계', amountWon: wonText(total(spendable, ({ amountWon }) => amountWon)), voucherCount: count('vouchers'), companyCount: count('companies'), clause: '' },
  };
}

function limitTable(facts: SettlementFacts): ReportTable {
  const row = (limit: string, granted: bigint, left: bigint, origins: { readonly grantedCount: FigureOrigin; readonly leftCount: FigureOrigin }) => ({
    origins,
    cells: { limit, grantedCount: wonText(granted), usedCount: wonText(granted - left), leftCount: wonText(left), usedPercent: percentText(roundedPercent(granted - left, granted)) },
  });
  const granted = booked(facts, BOOK.budget, POSTED.budgetDecided);
  const on = (chart: string, postings?: readonly string[]): FigureOrigin => [plus(bookOf(facts), chart, postings === undefined ? {} : { postings })];
  return {
    kind: 'table',
    caption: both('한도별 사용 현황', 'Use of each limit'),
    columns: [
      column('limit', '한도', 'Limit'),
      column('grantedCount', '확정', 'Granted'),
      column('usedCount', '사용', 'Used'),
      column('leftCount', '남은 한도', 'Left'),
      column('usedPercent', '사용률', 'Used'),
    ],
    rows: [
      row('예산(원)', granted, booked(facts, BOOK.budget), { grantedCount: on(BOOK.budget, [POSTED.budgetDecided]), leftCount: on(BOOK.budget) }),
      row('발급 건수(건)', booked(facts, BOOK.quotaGranted), booked(facts, BOOK.quota), { grantedCount: on(BOOK.quotaGranted), leftCount: on(BOOK.quota) }),
      row('수혜기업(개사)', booked(facts, BOOK.companyQuotaGranted), booked(facts, BOOK.companyQuota), { grantedCount: on(BOOK.companyQuotaGranted), leftCount: on(BOOK.companyQuota) }),
    ],
    grounds: { usedCount: sum('grantedCount', '-leftCount'), usedPercent: ratio('usedCount', 'grantedCount') },
  };
}

/** From the budget decided to what may still be issued. */
function reconciliation(facts: SettlementFacts): ReportTable {
  const budget = (...postings: string[]): bigint => booked(facts, BOOK.budget, ...postings);
  const of = (sign: typeof plus, ...postings: readonly string[]): FigureOrigin => [sign(bookOf(facts), BOOK.budget, postings.length === 0 ? {} : { postings })];
  return flow('예산 대사', 'Budget reconciled', [
    ['확정예산', budget(POSTED.budgetDecided), '국회확정·추경·변경·이월 결정의 합계', of(plus, POSTED.budgetDecided)],
    ['(−) 발급', -budget(POSTED.issued), '발급대장의 금액', of(minus, POSTED.issued)],
    ['(−) 증액', -budget(POSTED.toppedUp), '발급 뒤에 늘린 금액', of(minus, POSTED.toppedUp)],
    ['(+) 재발급 재원으로 돌아온 금액', budget(POSTED.expired, POSTED.revoked), '소멸·회수분 중 사업 조건이 재발급을 허용한 금액', of(plus, POSTED.expired, POSTED.revoked)],
    ['(−) 불용', -budget(POSTED.budgetLapsed), '연도마감에 국고로 돌린 금액', of(minus, POSTED.budgetLapsed)],
    ['(−) 다음 연도 이월', -budget(POSTED.budgetForwarded), '연도마감에 다음 연도 예산으로 넘긴 금액', of(minus, POSTED.budgetForwarded)],
  ], ['발급가능 예산', budget(), '원장 잔액과 일치', of(plus)]);
}

/** From the money of the state to where it is now. */
function appropriationTable(facts: SettlementFacts): ReportTable {
  return flow('예산배정액의 구성', 'What the appropriation is made of', [
    ['발급가능 예산', booked(facts, BOOK.budget), '아직 발급하지 않은 금액', [plus(bookOf(facts), BOOK.budget)]],
    ['바우처 잔액', booked(facts, BOOK.outstanding), '발급되어 남아 있는 금액', [plus(bookOf(facts), BOOK.outstanding)]],
    ['공급기관 미지급금', booked(facts, BOOK.payablePublic), '지급을 결정하고 아직 보내지 않은 정부지원금', [plus(bookOf(facts), BOOK.payablePublic)]],
    ['반납 대기', booked(facts, BOOK.returned), '바우처에서 돌아와 재발급하지 않는 금액', [plus(bookOf(facts), BOOK.returned)]],
    ['환수금과 상계한 금액', total(facts.clawbacks, ({ offsetWon }) => offsetWon), '지급할 금액에서 환수금을 빼어 배정액에 남은 금액', stated('환수금 상계 기록', 'clawback.offset')],
  ], ['예산배정 잔액(이월예산 포함)', booked(facts, BOOK.appropriation) + booked(facts, BOOK.carried), '배정액에서 공급기관에 지급한 금액을 뺀 잔액', [plus(bookOf(facts), BOOK.appropriation), plus(bookOf(facts), BOOK.carried)]]);
}

export const bookOf = ({ year }: SettlementFacts): string => `voucher/${year.id}`;

type FlowRow = readonly [item: string, won: bigint, how: string, origin: Origin];

export function flow(ko: string, en: string, rows: readonly FlowRow[], closing: FlowRow): ReportTable {
  const cells = ([item, won, how]: FlowRow): Record<string, string> => ({ item, amountWon: wonText(won), how });
  return {
    kind: 'table',
    caption: both(ko, en),
    columns: [column('item', '항목', 'Item'), column('amountWon', '금액(원)', 'Amount (won)'), column('how', '설명', 'How')],
    rows: rows.map((row) => ({ cells: cells(row), origins: { amountWon: row[3] } })),
    totals: cells(closing),
    totalOrigins: { amountWon: closing[3] },
  };
}
