import {
  differsFromRecord,
  duplicateRow,
  futureDate,
  judgeSheet,
  meaningOf,
  numberIn,
  numberKey,
  refuse,
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
import { won, ZERO_WON } from '#libs/money';
import { addUse, type RosterBook } from '../reading/book.import.js';
import type { IssueFact, UseFact, UseState } from '../roster.js';
import { brokerFault, invoiceUsed, notRegistered, outsideValidity, tooLittleLeft, voucherMissing, voucherTakesNone } from './use-refusal.import.js';
import { isTaxed, useRemarks } from './use-remark.import.js';
import { shareOfUse } from './use.rules.js';

export const USE_RULES = {
  number: { names: ['사용번호'], type: 'text', required: true },
  voucher: { names: ['바우처번호'], type: 'reference', required: true },
  service: { names: ['서비스명'], type: 'text' },
  providerName: { names: ['공급기관', '공급기관명'], type: 'text', required: true },
  provider: { names: ['공급기관 사업자번호', '공급기관 사업자등록번호'], type: 'business-number', required: true },
  contractedOn: { names: ['계약일'], type: 'date', required: true, happened: true },
  deliveredOn: { names: ['결과보고일'], type: 'date', happened: true },
  acceptedOn: { names: ['검수일'], type: 'date', happened: true },
  supply: { names: ['공급가액'], type: 'won', required: true, range: 'positive', unitFrom: 'unit' },
  unit: { names: ['단위'], type: 'loose' },
  vat: { names: ['부가세', '부가가치세', '세액'], type: 'won', unitFrom: 'unit' },
  taxKind: { names: ['과세구분'], type: 'loose' },
  invoicedOn: { names: ['세금계산서 작성일', '작성일자'], type: 'date', happened: true },
  invoice: { names: ['세금계산서 승인번호', '승인번호'], type: 'invoice-number' },
  paidOn: { names: ['지급일'], type: 'date', happened: true },
  state: { names: ['상태'], type: 'reference', required: true },
  cancelledOn: { names: ['취소일'], type: 'date', happened: true },
  brokerReportOn: { names: ['중개보고서 제출일'], type: 'date', happened: true },
  brokerFee: { names: ['중개수수료'], type: 'won', unitFrom: 'unit' },
  note: { names: ['비고'], type: 'text' },
} as const;

export type UseRules = typeof USE_RULES;
export type UseReading = RowReading<UseRules>;
export type UseValues = CheckedValues<UseRules>;

const STATE_WORDS: WordList<UseState> = [
  ['PAID', '지급완료', '지급'],
  ['CLAIMED', '청구', '정산청구', '청구중'],
  ['IN_INSPECTION', '검수중', '검수', '진행중'],
  ['CANCELLED', '취소', '계약취소'],
];

/** Columns that a state needs: who claims has an invoice, who was paid a day of payment. */
const NEEDS: Readonly<Record<UseState, readonly (keyof UseRules)[]>> = {
  PAID: ['invoicedOn', 'invoice', 'paidOn'],
  CLAIMED: ['invoicedOn', 'invoice'],
  IN_INSPECTION: [],
  CANCELLED: [],
};

/** 사용내역: services bought with vouchers, in the order of use. */
export function readUses(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<UseRules, UseFact>(sheet, {
    rules: USE_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    needs: ({ values }) => NEEDS[meaningOf(STATE_WORDS, values.state ?? '') ?? 'IN_INSPECTION'],
    judge: (values, reading) => judgeUse(values, reading, seen, book),
  });
  return sheetVerdict(name, judged);
}

function judgeUse(values: UseValues, reading: UseReading, seen: Map<string, number>, book: RosterBook): Judgement<UseFact> {
  const state = meaningOf(STATE_WORDS, values.state);
  if (state === null) return refuse(unknownWord(reading.at('state'), { ko: '상태', en: 'state' }, usualWords(STATE_WORDS)));
  const issue = book.issues.get(numberKey(values.voucher));
  if (issue === undefined) return refuse(voucherMissing(values.voucher, reading, book));
  const key = numberKey(values.number);
  const fact = useOf(values, state, issue, book);
  const recorded = seen.has(key) ? undefined : book.uses.get(key);
  const wrong = recorded === undefined ? refusalOf(fact, { values, issue, before: seen.get(key) }, reading, book) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  book.useRows.set(key, reading.number);
  const warnings = useRemarks(fact, values, reading, book);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  addUse(book, fact, fact.invoice === null ? null : { number: fact.invoice, use: fact.number, invoicedOn: values.invoicedOn });
  return { state: 'NEW', fact, warnings };
}

function useOf({ unit: _unit, providerName: _name, taxKind, invoicedOn: _invoicedOn, supply, vat, brokerFee, ...values }: UseValues, state: UseState, issue: IssueFact, book: RosterBook): UseFact {
  const use = { supplyWon: supply, vatWon: vat ?? ZERO_WON, taxable: isTaxed(taxKind) };
  const governmentWon = shareOfUse(use, book.usesOf.get(numberKey(issue.voucher)) ?? [], book.limits);
  return {
    ...values,
    voucher: issue.voucher,
    supplyWon: supply,
    vatWon: use.vatWon,
    taxed: use.taxable,
    governmentWon,
    selfWon: won(supply - governmentWon),
    state,
    cancelledOn: values.cancelledOn ?? (state === 'CANCELLED' ? values.contractedOn : null),
    brokerFeeWon: brokerFee,
  };
}

interface Judged {
  readonly values: UseValues;
  readonly issue: IssueFact;
  /** Row of the file in which the same use stood before. */
  readonly before: number | undefined;
}

/** The checks in their order; the first that fails refuses. */
function refusalOf(fact: UseFact, { values, issue, before }: Judged, reading: UseReading, book: RosterBook): RowRemark | null {
  return (
    invoiceUsed(fact, reading, book) ??
    notRegistered(fact, values.providerName, reading, book) ??
    outsideValidity(fact, values.invoicedOn, issue, reading) ??
    voucherTakesNone(fact, issue, reading) ??
    brokerFault(fact, reading, book) ??
    tooLittleLeft(fact, issue, reading, book) ??
    (before === undefined ? futureDate(reading, USE_RULES, book.limits.today) : duplicateRow(reading.at('number'), before))
  );
}

/** Imports do not carry a use on: what happened to it since is recorded in the program. */
function contradictionOf(fact: UseFact, recorded: UseFact, reading: UseReading): RowRemark | null {
  const keys = ['voucher', 'service', 'provider', 'contractedOn', 'deliveredOn', 'acceptedOn', 'invoice', 'paidOn', 'state', 'cancelledOn'] as const;
  return differsFromRecord([
    ...keys.map((key) => ({ place: reading.at(key), stated: fact[key], recorded: recorded[key] })),
    { place: reading.at('supply'), stated: fact.supplyWon, recorded: recorded.supplyWon },
    { place: reading.at('vat'), stated: fact.vatWon, recorded: recorded.vatWon },
    // What the broker reported and charged is kept with the delivery and the claim: before them there is nothing to compare.
    { place: reading.at('brokerReportOn'), stated: recorded.brokerReportOn === null ? null : fact.brokerReportOn, recorded: recorded.brokerReportOn },
    { place: reading.at('brokerFee'), stated: recorded.brokerFeeWon === null ? null : fact.brokerFeeWon, recorded: recorded.brokerFeeWon },
  ]);
}
