import { formatWon, subtractWon, sumWon } from '#libs/money';
import {
  duplicateRow,
  futureDate,
  judgeSheet,
  numberKey,
  refuse,
  remark,
  sheetRemark,
  sheetVerdict,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowVerdict,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { allOf, referToAgreement, type GrantBook } from '../reading/book.import.js';
import type { TrancheFact } from '../register.js';

export const TRANCHE_RULES = {
  agreement: { names: ['협약번호'], type: 'reference', required: true },
  label: { names: ['구분'], type: 'text' },
  paidOn: { names: ['지급일'], type: 'date', required: true, happened: true },
  amount: { names: ['지급금액', '지급액'], type: 'won', required: true, range: 'positive' },
  account: { names: ['과제 전용계좌', '전용계좌'], type: 'text' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof TRANCHE_RULES;

/** 지급: what was paid to the institution. */
export function readTranches(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.tranches.map((fact) => [trancheKey(fact), fact]));
  const judged = judgeSheet<Rules, TrancheFact>(sheet, {
    rules: TRANCHE_RULES,
    keyOf: ({ row }) => [row.text('agreement'), row.text('label')].map((text) => text.normalize('NFKC')).filter((text) => text !== '').join(' ') || null,
    judge: (values, reading) => judgeTranche(values, reading, { seen, recorded, book }),
  });
  const verdict = sheetVerdict(name, judged);
  return { ...verdict, rows: [...verdict.rows, ...overGrant(book)] };
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, TrancheFact>;
  readonly book: GrantBook;
}

function judgeTranche(values: CheckedValues<Rules>, reading: RowReading<Rules>, { seen, recorded, book }: Context): Judgement<TrancheFact> {
  const reference = referToAgreement(book, values.agreement, reading.at('agreement'));
  if (!reference.ok) return refuse(reference.remark);
  const fact: TrancheFact = { agreement: reference.agreement.number, label: values.label, paidOn: values.paidOn, amountWon: values.amount, account: values.account };
  const key = trancheKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('paidOn'), seen.get(key)));
  const same = recorded.get(key);
  const wrong = same === undefined ? futureDate(reading, TRANCHE_RULES, book.limits.today) : null;
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  if (same !== undefined) return { state: 'RECORDED', fact: same, warnings: [] };
  book.added.tranches.push(fact);
  return { state: 'NEW', fact, warnings: [] };
}

const trancheKey = (fact: TrancheFact): string => [numberKey(fact.agreement), fact.label ?? '', fact.paidOn, fact.amountWon].join('|');

/** TRANCHE_OVER_GRANT: more was paid than was granted. */
function overGrant(book: GrantBook): RowVerdict[] {
  const numbers = new Set(book.added.tranches.map((fact) => numberKey(fact.agreement)));
  return [...numbers].flatMap((number) => {
    const agreement = book.agreements.get(number);
    if (agreement === undefined) return [];
    const paid = sumWon(allOf(book, 'tranches').filter((fact) => numberKey(fact.agreement) === number).map((fact) => fact.amountWon));
    const over = subtractWon(paid, agreement.governmentWon);
    if (over <= 0n) return [];
    const text = { ko: `${agreement.number}의 지급 합계가 정부지원금을 ${formatWon(over)}원 초과합니다.`, en: `Payments to ${agreement.number} exceed the grant by ${formatWon(over)} won.` };
    return [sheetRemark(agreement.number, remark('TRANCHE_OVER_GRANT', { column: '지급금액', value: formatWon(paid) }, text))];
  });
}
