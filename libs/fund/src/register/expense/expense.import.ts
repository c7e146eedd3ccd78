import { inclusiveDays } from '#libs/calendar';
import { formatWon } from '#libs/money';
import { comparableWord, decimalOf, differsFromRecord, duplicateRow, futureDate, judgeSheet, percentOf, refuse, remark, sheetVerdict, valueAssumed, type CheckedValues, type JudgedRow, type Judgement, type RowReading, type RowRemark, type Sheet, type SheetVerdict } from '#libs/sheet';
import { addNew, type Book } from '../reading/book.import.js';
import { referToFund } from '../reading/reference.import.js';
import type { ExpenseFact, ExpenseKind } from '../register.js';
import { recomputedFees } from '../../performance/fee.rules.js';

export const EXPENSE_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  label: { names: ['구분'], type: 'text', required: true },
  from: { names: ['기간 시작'], type: 'date' },
  to: { names: ['기간 종료'], type: 'date' },
  days: { names: ['일수'], type: 'loose' },
  base: { names: ['기준금액'], type: 'won' },
  rate: { names: ['요율(연)', '요율'], type: 'loose' },
  billed: { names: ['산출금액'], type: 'won' },
  paidOn: { names: ['지급일'], type: 'date', required: true, happened: true },
  paid: { names: ['지급금액'], type: 'won', required: true },
  note: { names: ['비고'], type: 'text' },
} as const;

type Rules = typeof EXPENSE_RULES;
type ExpenseReading = RowReading<Rules>;
type ExpenseRow = JudgedRow<Rules, ExpenseFact>;

/** 관리보수: management fees and other expenses of the fund. */
export function readExpenses(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.expenses.map((fact) => [expenseKey(fact), fact]));
  const judged = judgeSheet<Rules, ExpenseFact>(sheet, {
    rules: EXPENSE_RULES,
    keyOf: ({ row, values }) => [row.text('label'), values.from === null ? (values.paidOn ?? '') : `${values.from}~${values.to ?? ''}`].join(' ').trim() || null,
    judge: (values, reading) => judgeExpense(values, reading, { seen, recorded, book }),
  });
  addNew(book, 'expenses', judged.rows);
  remarkFees(judged.rows, book);
  return sheetVerdict(name, judged);
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, ExpenseFact>;
  readonly book: Book;
}

function judgeExpense(values: CheckedValues<Rules>, reading: ExpenseReading, { seen, recorded, book }: Context): Judgement<ExpenseFact> {
  if (values.from !== null && values.to !== null && values.to < values.from) return refuse(periodReversed(reading));
  const fund = referToFund(book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  const rate = rateOf(reading);
  const fact: ExpenseFact = {
    fund: fund.target.number,
    kind: kindOf(values.label),
    label: values.label,
    periodFrom: values.from,
    periodTo: values.to,
    baseWon: values.base,
    rate: rate.decimal,
    billedWon: values.billed,
    paidOn: values.paidOn,
    paidWon: values.paid,
    note: values.note,
  };
  const key = expenseKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('label'), seen.get(key)));
  const same = recorded.get(key);
  const wrong = same === undefined ? futureDate(reading, EXPENSE_RULES, book.limits.today) : contradictionOf(fact, same, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  return { state: same === undefined ? 'NEW' : 'RECORDED', fact, warnings: [...rate.warnings, ...daysAreOff(fact, reading)] };
}

const expenseKey = (fact: ExpenseFact): string =>
  [fact.fund, comparableWord(fact.label), fact.periodFrom, fact.periodTo, fact.paidOn, fact.paidWon].map((part) => String(part ?? '')).join('|');

function periodReversed(reading: ExpenseReading): RowRemark {
  const text = { ko: '기간 종료가 기간 시작보다 빠릅니다.', en: 'The period ends before it starts.' };
  return remark('DATE_INVALID', reading.at('to'), text, { ko: '기간 시작과 종료를 확인하십시오.', en: 'Check both dates.' });
}

function kindOf(label: string): ExpenseKind {
  const word = comparableWord(label);
  if (word.startsWith('관리보수')) return 'MANAGEMENT_FEE';
  if (word.startsWith('수탁')) return 'CUSTODY';
  return word.includes('감사') ? 'AUDIT' : 'OTHER';
}

/** The yearly rate. It only serves the recomputation, so one that cannot be read is left out with a warning. */
function rateOf(reading: ExpenseReading): { decimal: string | null; warnings: RowRemark[] } {
  const cell = reading.row.cell('rate');
  if (cell.kind === 'empty') return { decimal: null, warnings: [] };
  const read = percentOf(cell);
  const fix = { ko: "'2.0%'처럼 적거나 셀을 백분율 형식으로 바꾸십시오.", en: "Write it like '2.0%', or format the cell as a percentage." };
  if (!read.ok || read.value === null) {
    const text = { ko: '요율을 읽을 수 없어 검산하지 않았습니다.', en: 'The rate cannot be read, so the fee was not recomputed.' };
    return { decimal: null, warnings: [valueAssumed(reading.at('rate'), text, fix)] };
  }
  const decimal = decimalOf(read.value);
  if (read.assumed !== true) return { decimal, warnings: [] };
  const text = { ko: `요율 '${cell.text}'을(를) 연 ${decimal}(소수)로 보았습니다.`, en: `The rate '${cell.text}' was taken as ${decimal} a year.` };
  return { decimal, warnings: [valueAssumed(reading.at('rate'), text, fix)] };
}

function contradictionOf(stated: ExpenseFact, recorded: ExpenseFact, reading: ExpenseReading): RowRemark | null {
  return differsFromRecord([
    { place: reading.at('base'), stated: stated.baseWon, recorded: recorded.baseWon },
    { place: reading.at('rate'), stated: stated.rate, recorded: recorded.rate },
    { place: reading.at('billed'), stated: stated.billedWon, recorded: recorded.billedWon },
  ]);
}

/** DAYS_MISMATCH: the typed number of days is not that of the period, both ends counted. */
function daysAreOff(fact: ExpenseFact, reading: ExpenseReading): RowRemark[] {
  const typed = reading.row.text('days').normalize('NFKC');
  if (typed === '' || fact.periodFrom === null || fact.periodTo === null) return [];
  const days = inclusiveDays(fact.periodFrom, fact.periodTo);
  if (typed.replace(/\s*일$/u, '') === String(days)) return [];
  return [
    remark(
      'DAYS_MISMATCH',
      reading.at('days'),
      { ko: `기간의 일수(양 끝 포함)는 ${days}일입니다.`, en: `The period has ${days} days, both ends counted.` },
      { ko: `${days}이어야 합니다.`, en: `${days} would be right.` },
    ),
  ];
}

/** FEE_RECALC_DIFF: the fee as typed is not base × rate × days / 365, billed on the running sum of its year and kind. */
function remarkFees(rows: readonly ExpenseRow[], book: Book): void {
  const fees = recomputedFees(book.facts.expenses);
  const expected = new Map(fees.map((fee) => [expenseKey(fee.expense), fee.expectedWon]));
  for (const row of rows) {
    const fee = row.fact === null ? undefined : expected.get(expenseKey(row.fact));
    if (fee === undefined || row.fact === null || row.fact.billedWon === null || row.fact.billedWon === fee) continue;
    row.remarks.push(
      remark(
        'FEE_RECALC_DIFF',
        row.reading.at('billed'),
        { ko: `누적 계산(기준금액 × 요율 × 일수 ÷ 365)은 ${formatWon(fee)}원입니다.`, en: `The cumulative calculation (base × rate × days / 365) gives ${formatWon(fee)} won.` },
        { ko: `${formatWon(fee)}원이어야 합니다.`, en: `${formatWon(fee)} won would be right.` },
      ),
    );
  }
}
