import { ZERO_WON } from '#libs/money';
import {
  duplicateRow,
  futureDate,
  judgeSheet,
  meaningOf,
  numberKey,
  refuse,
  sheetVerdict,
  unknownWord,
  usualWords,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type Sheet,
  type SheetVerdict,
  type WordList,
} from '#libs/sheet';
import type { InterestTime } from '../../interest/interest.js';
import { referToAgreement, type GrantBook } from '../reading/book.import.js';
import type { InterestFact } from '../register.js';

export const INTEREST_RULES = {
  agreement: { names: ['협약번호'], type: 'reference', required: true },
  time: { names: ['구분'], type: 'text', required: true },
  earnedOn: { names: ['발생일'], type: 'date', happened: true },
  earned: { names: ['발생액'], type: 'won', required: true },
  used: { names: ['사용액(승인)', '사용액'], type: 'won' },
  note: { names: ['비고'], type: 'loose' },
} as const;

type Rules = typeof INTEREST_RULES;

const TIME_WORDS: WordList<InterestTime> = [
  ['DURING', '기간중', '기간 중'],
  ['AFTER', '기간후', '기간 후'],
];

/** 이자: what the project account earned. */
export function readInterests(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.interests.map((fact) => [interestKey(fact), fact]));
  const judged = judgeSheet<Rules, InterestFact>(sheet, {
    rules: INTEREST_RULES,
    keyOf: ({ row }) => [row.text('agreement'), row.text('time')].map((text) => text.normalize('NFKC')).filter((text) => text !== '').join(' ') || null,
    judge: (values, reading) => judgeInterest(values, reading, { seen, recorded, book }),
  });
  return sheetVerdict(name, judged);
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, InterestFact>;
  readonly book: GrantBook;
}

function judgeInterest(values: CheckedValues<Rules>, reading: RowReading<Rules>, { seen, recorded, book }: Context): Judgement<InterestFact> {
  const reference = referToAgreement(book, values.agreement, reading.at('agreement'));
  if (!reference.ok) return refuse(reference.remark);
  const time = meaningOf(TIME_WORDS, values.time);
  if (time === null) return refuse(unknownWord(reading.at('time'), { ko: '구분', en: 'time' }, usualWords(TIME_WORDS)));
  const fact: InterestFact = { agreement: reference.agreement.number, time, earnedOn: values.earnedOn, earnedWon: values.earned, usedWon: values.used ?? ZERO_WON };
  const key = interestKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('time'), seen.get(key)));
  const same = recorded.get(key);
  const wrong = same === undefined ? futureDate(reading, INTEREST_RULES, book.limits.today) : null;
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  if (same !== undefined) return { state: 'RECORDED', fact: same, warnings: [] };
  book.added.interests.push(fact);
  return { state: 'NEW', fact, warnings: [] };
}

const interestKey = (fact: InterestFact): string => [numberKey(fact.agreement), fact.time, fact.earnedOn ?? '', fact.earnedWon].join('|');
