import {
  differsFromRecord,
  duplicateRow,
  judgeSheet,
  meaningOf,
  numberIn,
  numberKey,
  refuse,
  remark,
  sheetVerdict,
  unknownWord,
  usualWords,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type Sheet,
  type SheetVerdict,
  type WordList,
} from '#libs/sheet';
import { addBroker, type RosterBook } from '../reading/book.import.js';
import type { BrokerFact } from '../roster.js';

export const BROKER_RULES = {
  number: { names: ['중개인번호'], type: 'text', required: true },
  name: { names: ['성명', '중개인명'], type: 'text', required: true },
  organisation: { names: ['소속'], type: 'text' },
  field: { names: ['기술분야'], type: 'text' },
  area: { names: ['영역'], type: 'text' },
  registeredOn: { names: ['등록일'], type: 'date', required: true },
  validTo: { names: ['유효기간 만료일'], type: 'date' },
  state: { names: ['상태'], type: 'reference' },
} as const;

type Rules = typeof BROKER_RULES;

const STATE_WORDS: WordList<BrokerFact['state']> = [
  ['ACTIVE', '활동', '활동중', '등록', '정상'],
  ['STRUCK_OFF', '말소', '등록말소', '취소', '정지'],
];

/** 중개인명부: registered brokers. */
export function readBrokers(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, BrokerFact>(sheet, {
    rules: BROKER_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    judge: (values, reading) => judgeBroker(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeBroker(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: RosterBook): Judgement<BrokerFact> {
  const key = numberKey(values.number);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('number'), seen.get(key)));
  const state = values.state === null ? 'ACTIVE' : meaningOf(STATE_WORDS, values.state);
  if (state === null) return refuse(unknownWord(reading.at('state'), { ko: '상태', en: 'state' }, usualWords(STATE_WORDS)));
  const fact: BrokerFact = { ...values, state };
  if (fact.validTo !== null && fact.validTo < fact.registeredOn) return refuse(endsBeforeItBegins(reading));
  const recorded = book.brokers.get(key);
  const wrong = recorded === undefined ? null : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings: [] };
  addBroker(book, fact);
  return { state: 'NEW', fact, warnings: [] };
}

/** DATE_INVALID for a registration that ends before it begins. */
function endsBeforeItBegins(reading: RowReading<Rules>): RowRemark {
  const text = { ko: '유효기간 만료일이 등록일보다 앞섭니다.', en: 'The registration would end before it begins.' };
  return remark('DATE_INVALID', reading.at('validTo'), text, { ko: '등록일과 유효기간 만료일을 확인하십시오.', en: 'Check the day of registration and the last day.' });
}

function contradictionOf(fact: BrokerFact, recorded: BrokerFact, reading: RowReading<Rules>): RowRemark | null {
  const keys = ['name', 'organisation', 'field', 'area', 'registeredOn', 'validTo', 'state'] as const;
  return differsFromRecord(keys.map((key) => ({ place: reading.at(key), stated: fact[key], recorded: recorded[key] })));
}
