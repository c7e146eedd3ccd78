import { formatWon, subtractWon } from '#libs/money';
import {
  duplicateRow,
  judgeSheet,
  numberIn,
  numberKey,
  refuse,
  remark,
  sheetVerdict,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { allOf, referToAgreement, type GrantBook } from '../reading/book.import.js';
import { settledFrom } from '../register-figures.rules.js';
import type { AgreementFact, StatedSettlementFact } from '../register.js';

export const STATEMENT_RULES = {
  agreement: { names: ['협약번호'], type: 'reference', required: true },
  reportedOn: { names: ['보고일'], type: 'date' },
  unused: { names: ['사용잔액(현금)'], type: 'won' },
  disallowed: { names: ['불인정금액(현금)'], type: 'won' },
  shortage: { names: ['현물 부족액'], type: 'won' },
  part: { names: ['정부지분율'], type: 'loose' },
  principal: { names: ['반납원금'], type: 'won' },
  interest: { names: ['반납대상 이자'], type: 'won' },
  interestReturned: { names: ['이자 반납액'], type: 'won' },
  total: { names: ['총 반납액(기관 제출)', '총 반납액'], type: 'won', required: true },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof STATEMENT_RULES;

/** 정산보고: what the institution computed, compared with what the rows above give. */
export function readStatements(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, StatedSettlementFact>(sheet, {
    rules: STATEMENT_RULES,
    keyOf: (reading) => numberIn(reading, 'agreement'),
    judge: (values, reading) => judgeStatement(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeStatement(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: GrantBook): Judgement<StatedSettlementFact> {
  const reference = referToAgreement(book, values.agreement, reading.at('agreement'));
  if (!reference.ok) return refuse(reference.remark);
  const key = numberKey(reference.agreement.number);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('agreement'), seen.get(key)));
  seen.set(key, reading.number);
  const fact: StatedSettlementFact = { agreement: reference.agreement.number, reportedOn: values.reportedOn, totalWon: values.total };
  const warnings = differs(fact, reference.agreement, reading, book);
  const recorded = book.known.statements.find((each) => numberKey(each.agreement) === key && each.totalWon === fact.totalWon);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  book.added.statements.push(fact);
  return { state: 'NEW', fact, warnings };
}

/** SETTLEMENT_DIFF: what was submitted is not what the rows give, to the won. */
function differs(fact: StatedSettlementFact, agreement: AgreementFact, reading: RowReading<Rules>, book: GrantBook): RowRemark[] {
  const facts = { agreements: [agreement], budgets: allOf(book, 'budgets'), tranches: [], expenses: allOf(book, 'expenses'), interests: allOf(book, 'interests'), statements: [] };
  const { totalWon } = settledFrom(facts, agreement, book.limits.settlement);
  if (fact.totalWon === totalWon) return [];
  const difference = subtractWon(totalWon, fact.totalWon);
  const text = {
    ko: `제출된 총 반납액 ${formatWon(fact.totalWon)}원이 다시 계산한 ${formatWon(totalWon)}원과 ${formatWon(difference)}원 다릅니다.`,
    en: `The submitted total of ${formatWon(fact.totalWon)} won differs from the recomputed ${formatWon(totalWon)} by ${formatWon(difference)}.`,
  };
  return [{ ...remark('SETTLEMENT_DIFF', reading.at('total'), text), details: { submittedWon: `${fact.totalWon}`, recomputedWon: `${totalWon}`, differenceWon: `${difference}` } }];
}
