import { differsFromRecord, duplicateRow, futureDate, judgeSheet, meaningOf, numberKey, referenceUnknown, refuse, remark, saysNothing, sheetVerdict, unknownWord, usualWords, type CheckedValues, type Judgement, type RowReading, type RowRemark, type Sheet, type SheetVerdict, type WordList } from '#libs/sheet';
import { addNew, findInvestment, investmentKey, type Book } from '../reading/book.import.js';
import { referToFund, unknownInvestment } from '../reading/reference.import.js';
import type { FundFact, InvestmentFact } from '../register.js';
import type { Instrument, InvestmentKind } from '../../investment/investment.js';
import { readRecognition, type ReadRecognition } from './investment-recognition.import.js';
import { costsByCompany, remarksAboutCompany, remarksAboutDeal } from './investment-remark.import.js';

export const INVESTMENT_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  number: { names: ['투자번호'], type: 'text', required: true },
  kind: { names: ['거래구분'], type: 'text', required: true },
  committeeOn: { names: ['투심위 의결일'], type: 'date' },
  paidOn: { names: ['투자금 납입일'], type: 'date', required: true, happened: true },
  company: { names: ['기업명'], type: 'text', required: true },
  businessNumber: { names: ['사업자등록번호'], type: 'business-number', required: true },
  incorporatedOn: { names: ['설립일'], type: 'date' },
  instrument: { names: ['투자유형'], type: 'reference' },
  amount: { names: ['투자금액'], type: 'won', required: true, range: 'positive' },
  shares: { names: ['주식수'], type: 'count' },
  price: { names: ['주당가격'], type: 'won' },
  round: { names: ['라운드'], type: 'text' },
  route: { names: ['인정경로'], type: 'text' },
  companyBasis: { names: ['창업·기술기반 구분'], type: 'text' },
  evidence: { names: ['증빙서류(발급일)', '증빙서류'], type: 'text' },
  decision: { names: ['주목적 판정'], type: 'text' },
  decidedOn: { names: ['판정일'], type: 'date', happened: true },
  effectiveOn: { names: ['판정 효력일'], type: 'date', happened: true },
  revokedOn: { names: ['취소 등록일'], type: 'date', happened: true },
  revokedFrom: { names: ['취소 효력일'], type: 'date', happened: true },
  origin: { names: ['원투자번호'], type: 'reference' },
  note: { names: ['비고'], type: 'text' },
} as const;

type InvestmentRules = typeof INVESTMENT_RULES;
export type InvestmentValues = CheckedValues<InvestmentRules>;
export type InvestmentReading = RowReading<InvestmentRules>;

const KIND_WORDS: WordList<InvestmentKind> = [
  ['NEW', '신규', '신규투자'],
  ['FOLLOW_ON', '후속', '후속투자', '추가', '추가투자'],
  ['CONVERSION', '전환', '전환(비현금)'],
];

const INSTRUMENT_WORDS: WordList<Instrument> = [
  ['COMMON', '보통주', '보통주식'],
  ['RCPS', '상환전환우선주', '상환전환우선주식'],
  ['CPS', '전환우선주', '전환우선주식'],
  ['CB', '전환사채'],
  ['BW', '신주인수권부사채'],
  ['EB', '교환사채'],
  ['SAFE', '조건부지분인수계약', '조건부지분인수'],
  ['CONVERTIBLE_NOTE', '조건부지분전환계약', '조건부지분전환', 'CN'],
  ['PROJECT', '프로젝트', '프로젝트 투자'],
  ['LLC_INTEREST', '유한회사 지분', '유한회사', 'LLC'],
  ['SECONDARY', '구주'],
];

/** 투자현황: investments, follow-ons and conversions, with what was decided about each. */
export function readInvestments(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<InvestmentRules, InvestmentFact>(sheet, {
    rules: INVESTMENT_RULES,
    keyOf: ({ row }) => row.text('number') || row.text('company') || null,
    judge: (values, reading) => {
      const judgement = judgeInvestment(values, reading, seen, book);
      // Later rows may name this one as their origin.
      if (judgement.state === 'NEW') addNew(book, 'investments', [judgement]);
      return judgement;
    },
  });
  const costs = costsByCompany(book);
  for (const row of judged.rows) if (row.fact !== null) row.remarks.push(...remarksAboutCompany(row.fact, row.reading, book, costs));
  return sheetVerdict(name, judged);
}

function judgeInvestment(values: InvestmentValues, reading: InvestmentReading, seen: Map<string, number>, book: Book): Judgement<InvestmentFact> {
  const fund = referToFund(book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  const kind = meaningOf(KIND_WORDS, values.kind);
  if (kind === null) return refuse(unknownWord(reading.at('kind'), { ko: '거래구분', en: 'kind' }, usualWords(KIND_WORDS)));
  const instrument = instrumentOf(values.instrument);
  if (instrument === null) return refuse(unknownWord(reading.at('instrument'), { ko: '투자유형', en: 'instrument' }, usualWords(INSTRUMENT_WORDS)));
  const key = investmentKey(fund.target.number, values.number);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('number'), seen.get(key)));
  const origin = originOf(values, reading, kind, fund.target, book);
  if (!origin.ok) return refuse(origin.remark);

  const recognition = readRecognition(values, reading, kind);
  const fact = factOf(values, fund.target, { kind, instrument, origin: origin.number, recognition });
  const recorded = findInvestment(book, fund.target, values.number);
  const wrong = recorded === undefined ? futureDate(reading, INVESTMENT_RULES, book.limits.today) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const warnings = [...origin.warnings, ...recognition.warnings, ...remarksAboutDeal(fact, recognition.recognised, reading, book.limits)];
  return { state: recorded === undefined ? 'NEW' : 'RECORDED', fact, warnings };
}

/** The instrument by name, code, or both: '상환전환우선주(RCPS)'. Two that contradict each other are none. */
function instrumentOf(text: string | null): Instrument | null {
  if (text === null) return null;
  const whole = meaningOf(INSTRUMENT_WORDS, text);
  if (whole !== null) return whole;
  const parts = text.split(/[()[\]/,\s]+/u).filter((part) => part !== '');
  const meanings = new Set(parts.map((part) => meaningOf(INSTRUMENT_WORDS, part)).filter((meaning) => meaning !== null));
  return meanings.size === 1 ? ([...meanings][0] ?? null) : null;
}

type Origin = { readonly ok: true; readonly number: string | null; readonly warnings: readonly RowRemark[] } | { readonly ok: false; readonly remark: RowRemark };

/** The investment that a conversion or follow-on goes back to. Only a conversion cannot be without it. */
function originOf(values: InvestmentValues, reading: InvestmentReading, kind: InvestmentKind, fund: FundFact, book: Book): Origin {
  const place = reading.at('origin');
  if (saysNothing(values.origin) || values.origin === null) {
    if (kind !== 'CONVERSION') return { ok: true, number: null, warnings: [] };
    const otherwise = { ko: '전환 전 투자의 번호를 적으십시오.', en: 'Give the number of the investment that was converted.' };
    return { ok: false, remark: referenceUnknown({ ...place, value: null }, { ko: '원투자번호', en: 'original investment' }, null, otherwise) };
  }
  const origin = findInvestment(book, fund, values.origin);
  if (origin !== undefined) return { ok: true, number: origin.number, warnings: [] };
  const unknown = unknownInvestment(book, fund, { number: values.origin, company: values.company, before: values.paidOn }, place);
  if (kind === 'CONVERSION' && !unknown.ok) return { ok: false, remark: unknown.remark };
  const text = { ko: `원투자번호 '${values.origin}'을(를) 찾을 수 없어 빈칸으로 보았습니다.`, en: `There is no investment '${values.origin}': the origin was taken as empty.` };
  return { ok: true, number: null, warnings: [remark('ORIGIN_UNKNOWN', place, text, unknown.ok ? null : unknown.remark.fix)] };
}

interface Understood {
  readonly kind: InvestmentKind;
  readonly instrument: Instrument;
  readonly origin: string | null;
  readonly recognition: ReadRecognition;
}

/** Zero shares and a price of zero are how some people leave a cell empty. */
const nullIfZero = <Amount extends bigint>(amount: Amount | null): Amount | null => (amount === 0n ? null : amount);

function factOf(values: InvestmentValues, fund: FundFact, { kind, instrument, origin, recognition }: Understood): InvestmentFact {
  return {
    fund: fund.number,
    number: numberKey(values.number),
    kind,
    committeeOn: values.committeeOn,
    paidOn: values.paidOn,
    company: values.company,
    businessNumber: values.businessNumber,
    incorporatedOn: values.incorporatedOn,
    instrument,
    amountWon: values.amount,
    shares: nullIfZero(values.shares),
    pricePerShareWon: nullIfZero(values.price),
    round: saysNothing(values.round) ? null : values.round,
    route: recognition.route,
    companyBasis: recognition.companyBasis,
    evidence: recognition.evidence,
    decisions: recognition.decisions,
    origin,
    note: values.note,
  };
}

/** Compared by what decides; a company is its business number, whatever else a row says about it. */
function contradictionOf(stated: InvestmentFact, recorded: InvestmentFact, reading: InvestmentReading): RowRemark | null {
  const decided = recorded.decisions.map((each) => `${each.decision} ${each.decidedOn} ${each.effectiveOn}`);
  const documents = recorded.evidence.map((each) => `${each.kind.replace(/\s+/gu, '')} ${each.issuedOn ?? ''}`);
  const newDecision = stated.decisions.map((each) => `${each.decision} ${each.decidedOn} ${each.effectiveOn}`).find((each) => !decided.includes(each));
  const newDocument = stated.evidence.map((each) => `${each.kind.replace(/\s+/gu, '')} ${each.issuedOn ?? ''}`).find((each) => !documents.includes(each));
  return differsFromRecord([
    { place: reading.at('kind'), stated: stated.kind, recorded: recorded.kind },
    { place: reading.at('committeeOn'), stated: stated.committeeOn, recorded: recorded.committeeOn },
    { place: reading.at('paidOn'), stated: stated.paidOn, recorded: recorded.paidOn },
    { place: reading.at('businessNumber'), stated: stated.businessNumber, recorded: recorded.businessNumber },
    { place: reading.at('instrument'), stated: stated.instrument, recorded: recorded.instrument },
    { place: reading.at('amount'), stated: stated.amountWon, recorded: recorded.amountWon },
    { place: reading.at('shares'), stated: stated.shares, recorded: recorded.shares },
    { place: reading.at('price'), stated: stated.pricePerShareWon, recorded: recorded.pricePerShareWon },
    { place: reading.at('round'), stated: stated.round, recorded: recorded.round },
    { place: reading.at('route'), stated: stated.route, recorded: recorded.route },
    { place: reading.at('companyBasis'), stated: stated.companyBasis, recorded: recorded.companyBasis },
    { place: reading.at('evidence'), stated: newDocument ?? null, recorded: documents.join(', ') },
    { place: reading.at('decision'), stated: newDecision ?? null, recorded: decided.join(', ') },
    { place: reading.at('origin'), stated: stated.origin, recorded: recorded.origin },
  ]);
}
