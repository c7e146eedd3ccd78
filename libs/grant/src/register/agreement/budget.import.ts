import { formatWon, sumWon, won, ZERO_WON } from '#libs/money';
import {
  differsFromRecord,
  duplicateRow,
  judgeSheet,
  numberKey,
  refuse,
  remark,
  sheetRemark,
  sheetVerdict,
  unknownWord,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type RowVerdict,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { allOf, budgetKey, lineOf, lineUnknown, referToAgreement, resourceOf, RESOURCE_NAMES, type GrantBook } from '../reading/book.import.js';
import type { BudgetFact } from '../register.js';

export const BUDGET_RULES = {
  agreement: { names: ['협약번호'], type: 'reference', required: true },
  line: { names: ['비목코드'], type: 'text', required: true },
  lineName: { names: ['비목'], type: 'loose' },
  resource: { names: ['재원'], type: 'text', required: true },
  carried: { names: ['전단계 이월액', '이월액'], type: 'won' },
  planned: { names: ['당초'], type: 'won', required: true },
  change: { names: ['변경(증감)', '변경'], type: 'won', range: 'any' },
  interestIn: { names: ['발생이자 산입금'], type: 'won' },
  approval: { names: ['변경 승인문서', '승인문서'], type: 'text' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof BUDGET_RULES;

/** 예산: lines of the plan by resource. */
export function readBudgets(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, BudgetFact>(sheet, {
    rules: BUDGET_RULES,
    keyOf: ({ row }) => [row.text('agreement'), row.text('line'), row.text('resource')].map((text) => text.normalize('NFKC')).filter((text) => text !== '').join(' ') || null,
    judge: (values, reading) => judgeBudget(values, reading, seen, book),
  });
  const verdict = sheetVerdict(name, judged);
  return { ...verdict, rows: [...verdict.rows, ...totalRemarks(book)] };
}

function judgeBudget(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: GrantBook): Judgement<BudgetFact> {
  const reference = referToAgreement(book, values.agreement, reading.at('agreement'));
  if (!reference.ok) return refuse(reference.remark);
  const line = lineOf(values.line);
  if (line === null) return refuse(lineUnknown(reading.at('line')));
  const resource = resourceOf(values.resource);
  if (resource === null) return refuse(unknownWord(reading.at('resource'), { ko: '재원', en: 'resource' }, Object.values(RESOURCE_NAMES)));
  const foreign = lineOutsideTheCall(line, resource, reading, book);
  if (foreign !== null) return refuse(foreign);
  const fact: BudgetFact = {
    agreement: reference.agreement.number,
    line,
    resource,
    carriedWon: values.carried ?? ZERO_WON,
    plannedWon: values.planned,
    changeWon: values.change ?? ZERO_WON,
    interestInWon: values.interestIn ?? ZERO_WON,
    approval: values.approval,
  };
  if (fact.plannedWon + fact.changeWon < 0n) return refuse(belowNothing(reading));
  const key = budgetKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('line'), seen.get(key)));
  const recorded = book.budgets.get(key);
  const wrong = recorded === undefined ? null : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = changeUnapproved(fact, reading, book);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  book.added.budgets.push(fact);
  book.budgets.set(key, fact);
  return { state: 'NEW', fact, warnings };
}

/** BUDGET_LINE_UNKNOWN: a call may spend on fewer lines than the law knows, and in kind on few of them (시행령 제19조). */
function lineOutsideTheCall(line: string, resource: string, reading: RowReading<Rules>, book: GrantBook): RowRemark | null {
  const { lines } = book.limits;
  if (lines === null) return null;
  const found = lines.find(({ code }) => code === line);
  if (found === undefined) return lineUnknown(reading.at('line'), lines.map(({ code }) => code));
  if (resource === 'CASH' || found.inKind) return null;
  const inKind = lines.filter((each) => each.inKind).map(({ code }) => code).join(', ');
  const text = { ko: `${line} 비목은 현물로 부담할 수 없습니다.`, en: `Nothing is brought in kind on the line ${line}.` };
  return remark('BUDGET_LINE_UNKNOWN', reading.at('resource'), text, { ko: `현물로 부담할 수 있는 비목: ${inKind}`, en: `In kind is possible on: ${inKind}` });
}

/** AMOUNT_INVALID: more was taken from a line than it had. */
function belowNothing(reading: RowReading<Rules>): RowRemark {
  const text = { ko: '변경(감액)이 당초 예산보다 큽니다.', en: 'The change takes more than the line was planned with.' };
  return remark('AMOUNT_INVALID', reading.at('change'), text, { ko: '당초와 변경(증감)을 확인하십시오.', en: 'Check both amounts.' });
}

/** BUDGET_CHANGE_UNAPPROVED: research allowance and indirect cost grow only by an approved change (시행령 제14조제2항제3호). */
function changeUnapproved(fact: BudgetFact, reading: RowReading<Rules>, book: GrantBook): RowRemark[] {
  if (fact.changeWon <= 0n || fact.approval !== null || !book.limits.approvalLines.includes(fact.line)) return [];
  return [
    remark(
      'BUDGET_CHANGE_UNAPPROVED',
      reading.at('change'),
      { ko: `${fact.line} 증액 ${formatWon(fact.changeWon)}원은 승인을 받아야 하는 변경인데 승인문서가 없습니다.`, en: `The increase of ${fact.line} by ${formatWon(fact.changeWon)} won needs an approved change, and no document is named.` },
      { ko: '변경 승인문서 번호를 적거나 증액을 되돌리십시오.', en: 'Name the approving document, or take the increase back.' },
    ),
  ];
}

/** BUDGET_TOTAL_MISMATCH: the lines of an agreement do not add up to what was agreed. */
function totalRemarks(book: GrantBook): RowVerdict[] {
  const numbers = new Set(book.added.budgets.map((fact) => numberKey(fact.agreement)));
  return [...numbers].flatMap((number) => {
    const agreement = book.agreements.get(number);
    if (agreement === undefined) return [];
    const lines = allOf(book, 'budgets').filter((fact) => numberKey(fact.agreement) === number);
    const planned = sumWon(lines.map((fact) => won(fact.plannedWon + fact.changeWon)));
    const agreed = sumWon([agreement.governmentWon, agreement.ownCashWon, agreement.ownInKindWon]);
    if (planned === agreed) return [];
    const text = {
      ko: `${agreement.number}의 비목 합계 ${formatWon(planned)}원이 협약액 ${formatWon(agreed)}원과 ${formatWon(won(planned - agreed))}원 다릅니다.`,
      en: `The lines of ${agreement.number} add up to ${formatWon(planned)} won, and ${formatWon(agreed)} were agreed.`,
    };
    return [sheetRemark(agreement.number, remark('BUDGET_TOTAL_MISMATCH', { column: '당초', value: null }, text))];
  });
}

function contradictionOf(stated: BudgetFact, recorded: BudgetFact, reading: RowReading<Rules>): RowRemark | null {
  return differsFromRecord([
    { place: reading.at('carried'), stated: stated.carriedWon, recorded: recorded.carriedWon },
    { place: reading.at('planned'), stated: stated.plannedWon, recorded: recorded.plannedWon },
    { place: reading.at('change'), stated: stated.changeWon, recorded: recorded.changeWon },
    { place: reading.at('interestIn'), stated: stated.interestInWon, recorded: recorded.interestInWon },
  ]);
}
