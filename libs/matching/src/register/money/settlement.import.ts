import { ZERO_WON } from '#libs/money';
import { duplicateRow, futureDate, judgeSheet, numberIn, numberKey, refuse, sheetVerdict, type CheckedValues, type Judgement, type RowReading, type Sheet, type SheetVerdict } from '#libs/sheet';
import { referToProject, type MatchingBook } from '../reading/book.import.js';
import type { SettlementFact } from '../register.js';

export const SETTLEMENT_RULES = {
  project: { names: ['과제번호'], type: 'reference', required: true },
  settledOn: { names: ['정산일'], type: 'date', required: true, happened: true },
  unspent: { names: ['미집행 잔액', '미집행잔액'], type: 'won' },
  disallowed: { names: ['불인정금액'], type: 'won' },
  interest: { names: ['정부분 이자'], type: 'won' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof SETTLEMENT_RULES;

/** 집행잔액: what a settlement found. */
export function readSettlements(name: string, sheet: Sheet, book: MatchingBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, SettlementFact>(sheet, {
    rules: SETTLEMENT_RULES,
    keyOf: (reading) => numberIn(reading, 'project'),
    judge: (values, reading) => judgeSettlement(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeSettlement(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: MatchingBook): Judgement<SettlementFact> {
  const reference = referToProject(book, values.project, reading.at('project'));
  if (!reference.ok) return refuse(reference.remark);
  const fact: SettlementFact = {
    project: reference.project.number,
    settledOn: values.settledOn,
    unspentWon: values.unspent ?? ZERO_WON,
    disallowedWon: values.disallowed ?? ZERO_WON,
    interestWon: values.interest ?? ZERO_WON,
  };
  const key = `${numberKey(fact.project)}|${fact.settledOn}`;
  if (seen.has(key)) return refuse(duplicateRow(reading.at('project'), seen.get(key)));
  const same = book.known.settlements.find((each) => `${numberKey(each.project)}|${each.settledOn}` === key);
  const wrong = same === undefined ? futureDate(reading, SETTLEMENT_RULES, book.limits.today) : null;
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  if (same !== undefined) return { state: 'RECORDED', fact: same, warnings: [] };
  book.added.settlements.push(fact);
  return { state: 'NEW', fact, warnings: [] };
}
