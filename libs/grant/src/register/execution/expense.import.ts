import { formatOfficialDate } from '#libs/calendar';
import { formatWon, minWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import {
  differsFromRecord,
  duplicateRow,
  futureDate,
  judgeSheet,
  meaningOf,
  numberIn,
  numberKey,
  refuse,
  remark,
  saysNothing,
  sheetRemark,
  sheetVerdict,
  unknownWord,
  usualWords,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type RowVerdict,
  type Sheet,
  type SheetVerdict,
  type WordList,
} from '#libs/sheet';
import { budgetKey, keyOfFact, lineOf, lineSpent, lineTotal, lineUnknown, referToAgreement, resourceOf, RESOURCE_NAMES, type GrantBook } from '../reading/book.import.js';
import type { AgreementFact, ExpenseFact } from '../register.js';

export const EXPENSE_RULES = {
  number: { names: ['집행번호'], type: 'text', required: true },
  agreement: { names: ['협약번호'], type: 'reference', required: true },
  line: { names: ['비목코드'], type: 'text', required: true },
  resource: { names: ['재원'], type: 'text', required: true },
  spentOn: { names: ['집행일'], type: 'date', required: true, happened: true },
  vendor: { names: ['거래처'], type: 'text', required: true },
  vendorNumber: { names: ['거래처 사업자번호', '거래처 사업자등록번호'], type: 'business-number', required: true },
  purpose: { names: ['적요'], type: 'text' },
  amount: { names: ['사용금액'], type: 'won', required: true, range: 'positive' },
  vat: { names: ['부가세'], type: 'won' },
  evidenceKind: { names: ['증빙종류'], type: 'text' },
  evidence: { names: ['증빙번호'], type: 'text' },
  review: { names: ['검토결과'], type: 'text' },
  disallowed: { names: ['불인정금액'], type: 'won' },
  disallowedFor: { names: ['불인정사유'], type: 'text' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof EXPENSE_RULES;
type Values = CheckedValues<Rules>;
type Reading = RowReading<Rules>;

const REVIEW_WORDS: WordList<'ALLOWED' | 'PARTLY' | 'DISALLOWED'> = [
  ['ALLOWED', '인정'],
  ['PARTLY', '일부불인정', '일부인정'],
  ['DISALLOWED', '불인정'],
];

/** 집행: what was spent. */
export function readExpenses(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, ExpenseFact>(sheet, {
    rules: EXPENSE_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    judge: (values, reading) => judgeExpense(values, reading, seen, book),
  });
  const verdict = sheetVerdict(name, judged);
  return { ...verdict, rows: [...verdict.rows, ...overspent(book)] };
}

function judgeExpense(values: Values, reading: Reading, seen: Map<string, number>, book: GrantBook): Judgement<ExpenseFact> {
  const reference = referToAgreement(book, values.agreement, reading.at('agreement'));
  if (!reference.ok) return refuse(reference.remark);
  const line = lineOf(values.line);
  if (line === null) return refuse(lineUnknown(reading.at('line')));
  const resource = resourceOf(values.resource);
  if (resource === null) return refuse(unknownWord(reading.at('resource'), { ko: '재원', en: 'resource' }, Object.values(RESOURCE_NAMES)));
  const review = values.review === null ? 'ALLOWED' : meaningOf(REVIEW_WORDS, values.review);
  if (review === null) return refuse(unknownWord(reading.at('review'), { ko: '검토결과', en: 'review' }, usualWords(REVIEW_WORDS)));
  const fact = expenseOf(values, { agreement: reference.agreement.number, line, resource, reviewed: values.review !== null, disallowedWon: disallowedOf(values, review) });
  const key = numberKey(fact.number);
  const recorded = seen.has(key) ? undefined : book.expenses.get(key);
  const wrong = recorded === undefined ? refusalOf(fact, seen.get(key), reading, book) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = expenseWarnings(fact, reference.agreement, reading);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  book.added.expenses.push(fact);
  book.expenses.set(key, fact);
  const evidence = keyOfFact(fact);
  if (evidence !== null) book.evidence.set(evidence, fact.number);
  return { state: 'NEW', fact, warnings };
}

function expenseOf({ amount, vat, evidence, disallowed: _disallowed, review: _review, note: _note, ...values }: Values, found: Pick<ExpenseFact, 'agreement' | 'line' | 'resource' | 'reviewed' | 'disallowedWon'>): ExpenseFact {
  return { ...values, ...found, amountWon: amount, vatWon: vat ?? ZERO_WON, evidence: saysNothing(evidence) ? null : evidence };
}

/** What the reviewer did not accept: the stated amount, or all of it where the whole was refused and none is stated. */
function disallowedOf(values: Values, review: 'ALLOWED' | 'PARTLY' | 'DISALLOWED'): Won {
  if (values.disallowed !== null) return minWon(values.amount, values.disallowed);
  return review === 'DISALLOWED' ? values.amount : ZERO_WON;
}

function refusalOf(fact: ExpenseFact, before: number | undefined, reading: Reading, book: GrantBook): RowRemark | null {
  return evidenceUsed(fact, reading, book) ?? (before === undefined ? futureDate(reading, EXPENSE_RULES, book.limits.today) : duplicateRow(reading.at('number'), before));
}

/** EVIDENCE_DUPLICATE: a tax invoice or a slip pays for one thing, whatever instrument pays. */
function evidenceUsed(fact: ExpenseFact, reading: Reading, book: GrantBook): RowRemark | null {
  const key = keyOfFact(fact);
  if (key === null) return null;
  const by = book.evidence.get(key);
  if (by === undefined && !book.limits.usedEvidence.has(key)) return null;
  const where = by === undefined ? { ko: '다른 사업의 정산', en: 'another programme' } : { ko: by, en: by };
  return remark(
    'EVIDENCE_DUPLICATE',
    reading.at('evidence'),
    { ko: `같은 증빙이 이미 사용되었습니다(${where.ko}).`, en: `This invoice or slip was used already (${where.en}).` },
    { ko: '승인번호를 확인하십시오. 같은 거래라면 이 행을 지우십시오.', en: 'Check the number; if it is the same purchase, delete this row.' },
  );
}

/** EXPENSE_OUTSIDE_PERIOD and EVIDENCE_MISSING; both count as used until somebody decides otherwise. */
function expenseWarnings(fact: ExpenseFact, agreement: AgreementFact, reading: Reading): RowRemark[] {
  const outside = fact.spentOn < agreement.from || fact.spentOn > agreement.to;
  const period = `${formatOfficialDate(agreement.from)} ~ ${formatOfficialDate(agreement.to)}`;
  return [
    ...(outside ? [remark('EXPENSE_OUTSIDE_PERIOD', reading.at('spentOn'), { ko: `수행 기간(${period}) 밖의 집행입니다. 기간 안의 지출원인행위인지 확인하십시오.`, en: `Spent outside the period ${agreement.from} to ${agreement.to}. Check whether it was committed within it.` })] : []),
    ...(fact.evidence === null ? [remark('EVIDENCE_MISSING', reading.at('evidence'), { ko: '증빙번호가 없습니다. 증빙을 확인할 수 없으면 불인정 대상입니다.', en: 'No evidence is named; without it the expense may be disallowed.' })] : []),
  ];
}

/** LINE_OVERSPENT: a line was spent beyond what it has. */
function overspent(book: GrantBook): RowVerdict[] {
  const touched = new Map(book.added.expenses.map((fact) => [budgetKey(fact), fact]));
  return [...touched.values()].flatMap((fact) => {
    const over = subtractWon(lineSpent(book, fact), lineTotal(book, fact) ?? won(0n));
    if (over <= 0n) return [];
    const key = `${fact.agreement} ${fact.line} ${RESOURCE_NAMES[fact.resource]}`;
    const text = { ko: `${key}의 집행이 예산을 ${formatWon(over)}원 초과합니다.`, en: `Spending on ${key} exceeds its budget by ${formatWon(over)} won.` };
    return [sheetRemark(key, remark('LINE_OVERSPENT', { column: '사용금액', value: null }, text))];
  });
}

function contradictionOf(stated: ExpenseFact, recorded: ExpenseFact, reading: Reading): RowRemark | null {
  const keys = ['agreement', 'line', 'spentOn', 'vendorNumber', 'evidence'] as const;
  return differsFromRecord([
    ...keys.map((key) => ({ place: reading.at(key), stated: stated[key], recorded: recorded[key] })),
    { place: reading.at('amount'), stated: stated.amountWon, recorded: recorded.amountWon },
    { place: reading.at('disallowed'), stated: stated.disallowedWon, recorded: recorded.disallowedWon },
  ]);
}
