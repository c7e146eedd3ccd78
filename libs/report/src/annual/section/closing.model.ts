import { both, nameIn, wonText } from '../../report/report-text.js';
import type { ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { originsOf } from '../../trace/origin.js';
import type { AnnualFacts } from '../annual.js';
import { type BookMoney } from '../annual.rules.js';
import { sumUp, termsOf, type Source } from '../money/measure.js';
import { stated } from '../../trace/ground.js';

type Side = 'voucher' | 'grant';
type Key = 'decidedWon' | 'forwardedWon' | 'spentWon' | 'carriedWon' | 'lapsedWon' | 'availableWon';

const sourcesOf = (side: Side): Readonly<Record<Key, readonly Source[]>> => {
  const available = side === 'voucher' ? 'voucher.budget' : 'grant.available';
  const moved = ['budget-decided', 'budget-lapsed', 'budget-forwarded', 'commitments-carried-over', 'commitment-lapsed'].map((posting) => `${side}.${posting}`);
  return {
    decidedWon: [{ chart: `${side}.appropriation`, postings: [`${side}.budget-decided`], sign: 1 }],
    forwardedWon: [{ chart: available, postings: [`${side}.budget-forwarded`], sign: -1 }],
    spentWon: [{ chart: `${side}.appropriation`, without: moved, sign: -1 }, { chart: `${side}.appropriation-carried`, without: moved, sign: -1 }],
    carriedWon: [{ chart: `${side}.appropriation-carried`, postings: [`${side}.commitments-carried-over`], sign: 1 }],
    lapsedWon: [{ chart: `${side}.appropriation`, postings: [`${side}.budget-lapsed`], sign: -1 }, { chart: `${side}.appropriation-carried`, postings: [`${side}.commitment-lapsed`], sign: -1 }],
    availableWon: [{ chart: available, sign: 1 }],
  };
};

const COLUMNS: readonly (readonly [key: Key, ko: string, en: string])[] = [
  ['decidedWon', '확정예산', 'Decided'],
  ['spentWon', '지출', 'Spent'],
  ['carriedWon', '지출원인행위 이월', 'Commitments carried'],
  ['forwardedWon', '다음 연도 이월', 'Forwarded'],
  ['lapsedWon', '불용', 'Lapsed'],
  ['availableWon', '남은 예산(누계)', 'Left'],
];

/** What was decided for the year at each stage, and what the year's end made of it. */
export function closingSection(facts: AnnualFacts, rows: readonly BookMoney[]): ReportSection {
  return {
    id: 'closing',
    title: both('9. 예산·결산·이월', 'Budget, closing, carry-over'),
    blocks: [
      stageTable(facts),
      closingTable(facts, rows.filter(({ book }) => book.instrument !== 'FUND')),
      { kind: 'text', text: both('정부안은 국회 확정 전이라 쓸 수 없는 금액입니다. 펀드는 회계연도 예산이 없어 이 장에 없습니다. 남은 예산은 기준일까지의 누계 잔액이고 다른 열은 해당 연도의 움직임입니다.', 'A proposal of the government is no money yet. Funds have no budget of a fiscal year. What is left is the balance by the date; the other columns are movements of the year.') },
    ],
  };
}

const DECIDED = stated('예산 결정 기록', 'voucher-budget.decide', 'grant-budget.decide');

function stageTable({ budgets, books, names, year }: AnnualFacts): ReportTable {
  const named = new Map(books.map((book) => [book.book, book]));
  return {
    kind: 'table',
    caption: both(`예산 단계별 결정 (${year}년)`, `Budget decisions in ${year}`),
    columns: [centred('number', '번호', 'No.'), column('name', '이름', 'Name'), centred('stage', '단계', 'Stage'), column('decisionCount', '결정(건)', 'Decisions'), column('amountWon', '금액(원)', 'Amount (won)')],
    grounds: { decisionCount: DECIDED, amountWon: DECIDED },
    rows: budgets.map(({ book, stage, count, amountWon }) => ({
      cells: { number: named.get(book)?.number ?? '', name: named.get(book)?.name ?? '', stage: nameIn(names.stages, stage), decisionCount: String(count), amountWon: wonText(amountWon) },
      ...(stage === 'PROPOSAL' ? { tone: 'muted' as const } : {}),
    })),
    totals: { number: '확정 합계', name: '', stage: '', decisionCount: '', amountWon: wonText(total(budgets.filter(({ stage }) => stage !== 'PROPOSAL'), ({ amountWon }) => amountWon)) },
  };
}

function closingTable(facts: AnnualFacts, rows: readonly BookMoney[]): ReportTable {
  const side = ({ book }: BookMoney): Side => (book.instrument === 'VOUCHER' ? 'voucher' : 'grant');
  const amount = (row: BookMoney, key: Key): bigint => sumUp(sourcesOf(side(row))[key], row.movements)[key === 'availableWon' ? 'totalWon' : 'yearWon'];
  const terms = (row: BookMoney, key: Key) => termsOf(row.book.book, sourcesOf(side(row))[key], key === 'availableWon' ? undefined : facts.from);
  const cells = (own: readonly BookMoney[]): Record<string, string> => Object.fromEntries(COLUMNS.map(([key]) => [key, wonText(total(own, (row) => amount(row, key)))]));
  const origins = (own: readonly BookMoney[]) => originsOf(Object.fromEntries(COLUMNS.map(([key]) => [key, own.flatMap((row) => terms(row, key))])));
  return {
    kind: 'table',
    caption: both(`결산과 이월 (${facts.year}년, 단위: 원)`, `Closing of ${facts.year} (won)`),
    columns: [centred('number', '번호', 'No.'), column('name', '이름', 'Name'), ...COLUMNS.map(([key, ko, en]) => column(key, ko, en))],
    rows: rows.map((row) => ({ cells: { number: row.book.number, name: row.book.name, ...cells([row]) }, origins: origins([row]) })),
    totals: { number: '합계', name: '', ...cells(rows) },
    totalOrigins: origins(rows),
  };
}
