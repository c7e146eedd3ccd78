import {
  differsFromRecord,
  duplicateRow,
  judgeSheet,
  numberIn,
  refuse,
  sheetVerdict,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { addProvider, type RosterBook } from '../reading/book.import.js';
import type { ProviderFact } from '../roster.js';

export const PROVIDER_RULES = {
  name: { names: ['기관명', '공급기관', '공급기관명'], type: 'text', required: true },
  businessNumber: { names: ['사업자등록번호', '사업자번호'], type: 'business-number', required: true },
  bank: { names: ['지급은행', '은행'], type: 'text' },
  account: { names: ['계좌번호'], type: 'text' },
  holder: { names: ['예금주'], type: 'text' },
  registeredOn: { names: ['등록일'], type: 'date' },
} as const;

type Rules = typeof PROVIDER_RULES;

/** 공급기관: institutions that services may be bought from. */
export function readProviders(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, ProviderFact>(sheet, {
    rules: PROVIDER_RULES,
    keyOf: (reading) => numberIn(reading, 'name'),
    judge: (values, reading) => judgeProvider(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeProvider(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: RosterBook): Judgement<ProviderFact> {
  if (seen.has(values.businessNumber)) return refuse(duplicateRow(reading.at('businessNumber'), seen.get(values.businessNumber)));
  const recorded = book.providers.get(values.businessNumber);
  const wrong = recorded === undefined ? null : contradictionOf(values, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(values.businessNumber, reading.number);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings: [] };
  addProvider(book, values);
  return { state: 'NEW', fact: values, warnings: [] };
}

/** Accounts are compared where the record has them; none is ever taken from a file: that is how payments get diverted. */
function contradictionOf(values: CheckedValues<Rules>, recorded: ProviderFact, reading: RowReading<Rules>): ReturnType<typeof differsFromRecord> {
  const account = recorded.account === null ? [] : (['bank', 'account', 'holder'] as const);
  const keys = ['registeredOn', ...account] as const;
  return differsFromRecord(keys.map((key) => ({ place: reading.at(key), stated: values[key], recorded: recorded[key] })));
}
