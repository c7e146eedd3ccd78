import type { Verdict } from '#libs/command';
import { ZERO_WON } from '#libs/money';
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
import { sharesOn } from '../../share/share.policy.js';
import { governmentStaysWithinItsShare, ownShareHasItsCash } from '../../share/share.rules.js';
import type { InstitutionType } from '../../share/share.js';
import type { GrantBook } from '../reading/book.import.js';
import type { AgreementFact } from '../register.js';

export const AGREEMENT_RULES = {
  number: { names: ['협약번호'], type: 'text', required: true },
  projectNumber: { names: ['연구개발과제번호', '과제번호'], type: 'text' },
  title: { names: ['과제명'], type: 'text' },
  organisation: { names: ['수행기관', '기관명'], type: 'text', required: true },
  businessNumber: { names: ['사업자등록번호', '사업자번호'], type: 'business-number', required: true },
  institution: { names: ['기관유형'], type: 'reference', required: true },
  agreedOn: { names: ['협약일'], type: 'date', required: true, happened: true },
  from: { names: ['수행 시작일', '시작일'], type: 'date', required: true },
  to: { names: ['수행 종료일', '종료일'], type: 'date', required: true },
  government: { names: ['정부지원금'], type: 'won', required: true },
  ownCash: { names: ['기관부담 현금'], type: 'won' },
  ownInKind: { names: ['기관부담 현물'], type: 'won' },
  investigator: { names: ['연구책임자'], type: 'text' },
  note: { names: ['비고'], type: 'text' },
} as const;

type Rules = typeof AGREEMENT_RULES;

const TYPE_WORDS: WordList<InstitutionType> = [
  ['SME', '중소기업'],
  ['MID_SIZE', '중견기업'],
  ['MID_SIZE_LARGE_SALES', '중견기업(평균매출 3천억원 이상)'],
  ['LARGE', '대기업', '공기업'],
  ['NON_PROFIT', '비영리', '비영리기관', '대학', '출연연'],
];

/** 협약: agreements. */
export function readAgreements(name: string, sheet: Sheet, book: GrantBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<Rules, AgreementFact>(sheet, {
    rules: AGREEMENT_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    judge: (values, reading) => judgeAgreement(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeAgreement(values: CheckedValues<Rules>, reading: RowReading<Rules>, seen: Map<string, number>, book: GrantBook): Judgement<AgreementFact> {
  const institution = meaningOf(TYPE_WORDS, values.institution);
  if (institution === null) return refuse(unknownWord(reading.at('institution'), { ko: '기관유형', en: 'type of institution' }, usualWords(TYPE_WORDS)));
  if (values.to < values.from) return refuse(periodReversed(reading));
  const key = numberKey(values.number);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('number'), seen.get(key)));
  const { government, ownCash, ownInKind, ...rest } = values;
  const fact: AgreementFact = { ...rest, institution, governmentWon: government, ownCashWon: ownCash ?? ZERO_WON, ownInKindWon: ownInKind ?? ZERO_WON };
  const recorded = book.agreements.get(key);
  const wrong = recorded === undefined ? futureDate(reading, AGREEMENT_RULES, book.limits.today) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = shareWarnings(fact, reading, book);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  book.added.agreements.push(fact);
  book.agreements.set(key, fact);
  return { state: 'NEW', fact, warnings };
}

function periodReversed(reading: RowReading<Rules>): RowRemark {
  const text = { ko: '수행 종료일이 시작일보다 빠릅니다.', en: 'The period ends before it starts.' };
  return remark('DATE_INVALID', reading.at('to'), text, { ko: '수행 기간의 두 날짜를 확인하십시오.', en: 'Check both dates.' });
}

/** GOV_SHARE_OVER_LIMIT and OWN_CASH_BELOW_MIN: what was agreed stands, and is said to be outside the table. */
function shareWarnings(fact: AgreementFact, reading: RowReading<Rules>, book: GrantBook): RowRemark[] {
  const version = sharesOn(fact.agreedOn, book.limits.shares);
  const broken = (verdict: Verdict): boolean => verdict.result !== 'PASS';
  const government = governmentStaysWithinItsShare(fact, fact.institution, version);
  const cash = ownShareHasItsCash(fact, fact.institution, version);
  return [
    ...(broken(government) ? [remark('GOV_SHARE_OVER_LIMIT', reading.at('government'), government.text)] : []),
    ...(broken(cash) ? [remark('OWN_CASH_BELOW_MIN', reading.at('ownCash'), cash.text)] : []),
  ];
}

function contradictionOf(stated: AgreementFact, recorded: AgreementFact, reading: RowReading<Rules>): RowRemark | null {
  const keys = ['projectNumber', 'organisation', 'businessNumber', 'institution', 'agreedOn', 'from', 'to'] as const;
  return differsFromRecord([
    ...keys.map((key) => ({ place: reading.at(key), stated: stated[key], recorded: recorded[key] })),
    { place: reading.at('government'), stated: stated.governmentWon, recorded: recorded.governmentWon },
    { place: reading.at('ownCash'), stated: stated.ownCashWon, recorded: recorded.ownCashWon },
    { place: reading.at('ownInKind'), stated: stated.ownInKindWon, recorded: recorded.ownInKindWon },
  ]);
}
