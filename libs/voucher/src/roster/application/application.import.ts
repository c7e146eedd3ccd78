import {
  differsFromRecord,
  duplicateRow,
  futureDate,
  judgeSheet,
  numberIn,
  numberKey,
  refuse,
  saysNothing,
  sheetVerdict,
  type CheckedValues,
  type Judgement,
  type RowReading,
  type RowRemark,
  type Sheet,
  type SheetVerdict,
} from '#libs/sheet';
import { addApplication, type RosterBook } from '../reading/book.import.js';
import type { ApplicationFact } from '../roster.js';
import { applicationRemarks, duplicateApplication, transferExpired } from './application-remark.import.js';
import { readScore } from '#libs/selection';
import { isOfficer, readTime } from './application.rules.js';

export const APPLICATION_RULES = {
  number: { names: ['접수번호'], type: 'text', required: true },
  receivedOn: { names: ['접수일', '접수일자'], type: 'date', required: true, happened: true },
  receivedTime: { names: ['접수시각', '접수시간'], type: 'loose' },
  company: { names: ['기업명'], type: 'text', required: true },
  businessNumber: { names: ['사업자등록번호'], type: 'business-number', required: true },
  corporateNumber: { names: ['법인등록번호'], type: 'corporate-number', required: true },
  representative: { names: ['대표자'], type: 'text' },
  officers: { names: ['임원명단', '임원'], type: 'text' },
  contract: { names: ['기술이전계약번호'], type: 'text', required: true },
  contractOn: { names: ['기술이전계약일'], type: 'date', required: true, happened: true },
  technology: { names: ['이전기술명'], type: 'text' },
  researcher: { names: ['연구자'], type: 'text', required: true },
  researcherNumber: { names: ['국가연구자번호'], type: 'text' },
  institution: { names: ['소속기관'], type: 'text' },
  requested: { names: ['신청금액'], type: 'won', required: true, range: 'positive', unitFrom: 'unit' },
  unit: { names: ['단위'], type: 'loose' },
  score: { names: ['평가점수'], type: 'loose' },
  clearanceDocument: { names: ['이해충돌 승인문서'], type: 'text' },
  note: { names: ['비고'], type: 'text' },
} as const;

export type ApplicationRules = typeof APPLICATION_RULES;
type Reading = RowReading<ApplicationRules>;

/** Accepted applications in the order of receipt, by company and by what would make them duplicates. */
interface Received {
  readonly seen: Map<string, number>;
  readonly byContract: Map<string, ApplicationFact>;
  readonly byCompany: Map<string, ApplicationFact[]>;
}

/** 신청명단: who asked for a voucher, in the order of receipt. */
export function readApplications(name: string, sheet: Sheet, book: RosterBook): SheetVerdict {
  const received: Received = { seen: new Map(), byContract: new Map(), byCompany: new Map() };
  for (const fact of book.known.applications) receive(received, fact);
  const judged = judgeSheet<ApplicationRules, ApplicationFact>(sheet, {
    rules: APPLICATION_RULES,
    keyOf: (reading) => numberIn(reading, 'number'),
    judge: (values, reading) => judgeApplication(values, reading, received, book),
  });
  for (const { key, state, remarks } of judged.rows) {
    if (state === 'REJECTED' && key !== null) book.refusedApplications.set(numberKey(key), remarks[0]?.code ?? '');
  }
  return sheetVerdict(name, judged);
}

function receive(received: Received, fact: ApplicationFact): void {
  received.byContract.set(contractKey(fact), fact);
  received.byCompany.set(fact.businessNumber, [...(received.byCompany.get(fact.businessNumber) ?? []), fact]);
}

const contractKey = (fact: Pick<ApplicationFact, 'businessNumber' | 'contract'>): string => `${fact.businessNumber}|${numberKey(fact.contract)}`;

function judgeApplication(values: CheckedValues<ApplicationRules>, reading: Reading, received: Received, book: RosterBook): Judgement<ApplicationFact> {
  const key = numberKey(values.number);
  const fact = applicationOf(values);
  const recorded = received.seen.has(key) ? undefined : book.applications.get(key);
  const wrong = recorded === undefined ? refusalOf(fact, reading, received, book) : contradictionOf(fact, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  received.seen.set(key, reading.number);
  const earlier = earlierOf(received, recorded ?? fact);
  const warnings = applicationRemarks(fact, reading, earlier, book.limits);
  if (recorded !== undefined) return { state: 'RECORDED', fact: recorded, warnings };
  receive(received, fact);
  addApplication(book, fact);
  return { state: 'NEW', fact, warnings };
}

/** Applications of the same company that were received before. */
function earlierOf(received: Received, fact: ApplicationFact): ApplicationFact[] {
  const all = received.byCompany.get(fact.businessNumber) ?? [];
  return all.includes(fact) ? all.slice(0, all.indexOf(fact)) : all;
}

function refusalOf(fact: ApplicationFact, reading: Reading, received: Received, book: RosterBook): RowRemark | null {
  const twin = received.byContract.get(contractKey(fact));
  if (twin !== undefined) return duplicateApplication(twin, reading);
  const late = transferExpired(fact, reading, book.limits);
  if (late !== null) return late;
  const before = received.seen.get(numberKey(fact.number));
  return before === undefined ? futureDate(reading, APPLICATION_RULES, book.limits.today) : duplicateRow(reading.at('number'), before);
}

function applicationOf({ unit: _unit, requested, ...values }: CheckedValues<ApplicationRules>): ApplicationFact {
  const clearanceDocument = saysNothing(values.clearanceDocument) ? null : values.clearanceDocument;
  const officer = [values.officers, values.representative].some((list) => list !== null && isOfficer(values.researcher, list));
  return {
    ...values,
    receivedTime: values.receivedTime === null ? null : readTime(values.receivedTime),
    requestedWon: requested,
    score: values.score === null ? null : readScore(values.score),
    clearanceDocument,
    held: officer && clearanceDocument === null,
  };
}

/** A company is known by its business number; its name and corporate number are those of the party on record. */
function contradictionOf(fact: ApplicationFact, recorded: ApplicationFact, reading: Reading): RowRemark | null {
  const keys = [
    ...(['receivedOn', 'receivedTime', 'businessNumber', 'representative', 'officers', 'contract', 'contractOn'] as const),
    ...(['technology', 'researcher', 'researcherNumber', 'institution', 'score', 'clearanceDocument'] as const),
  ];
  return differsFromRecord([
    ...keys.map((key) => ({ place: reading.at(key), stated: fact[key], recorded: recorded[key] })),
    { place: reading.at('requested'), stated: fact.requestedWon, recorded: recorded.requestedWon },
  ]);
}
