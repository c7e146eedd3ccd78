import { parseDateText, type LocalDate } from '#libs/calendar';
import { meaningOf, remark, saysNothing, usualWords, valueAssumed, type RemarkPlace, type RowRemark, type WordList } from '#libs/sheet';
import type { DecisionFact, EvidenceFact } from '../register.js';
import type { CompanyBasis, RecognitionRoute } from '../../classification/classification.js';
import type { InvestmentKind } from '../../investment/investment.js';
import type { InvestmentReading, InvestmentValues } from './investment.import.js';

/** What a row says about recognition as a main-purpose investment. */
export interface ReadRecognition {
  readonly route: RecognitionRoute | null;
  readonly companyBasis: CompanyBasis | null;
  readonly evidence: readonly EvidenceFact[];
  readonly decisions: readonly DecisionFact[];
  /** The row says 인정, whether or not that could be recorded as it stands. */
  readonly recognised: boolean;
  readonly warnings: readonly RowRemark[];
}

const ROUTE_WORDS: WordList<RecognitionRoute> = [
  ['TECH_TRANSFER', '기술이전', '기술이전(실시권)', '기술이전(양도)', '기술이전(양도·실시권)', '실시권'],
  ['IN_KIND', '기술 현물출자', '현물출자'],
  ['LAB_COMPANY', '연구소기업'],
  ['HOLDING_SUBSIDIARY', '기술지주 자회사', '기술지주회사 자회사', '기술지주회사 자회사·출자회사'],
  ['RESEARCHER_SPINOFF', '공공연구자창업', '교수창업', '공공연구자창업·교수창업'],
  ['GOV_RND', '국가R&D 사업화', '국가R&D', '국가연구개발 사업화'],
  ['JOINT_RND', '공동연구', '공공연과 공동연구'],
  ['APPROVED_EXCEPTION', '사전인정(예외)', '사전인정', '예외인정'],
];

const BASIS_WORDS: WordList<CompanyBasis> = [
  ['STARTUP', '창업기업', '창업', '초기창업기업'],
  ['VENTURE', '벤처기업', '벤처'],
  ['INNOBIZ', '이노비즈', '기술혁신형', '기술혁신형(이노비즈)', '이노비즈(기술혁신형)'],
  ['RND_CENTRE', '기업부설연구소', '부설연구소', '기업부설연구소 보유'],
];

const DECISION_WORDS: WordList<'YES' | 'NO' | 'PENDING' | 'NONE'> = [
  ['YES', '인정', '주목적 인정', '적격'],
  ['NO', '불인정', '부적격'],
  ['PENDING', '보류', '검토중', '심사중'],
  ['NONE', '해당없음', '전환', '비주목적'],
];

/** Reads route, company basis, evidence and decisions of a row; what cannot be understood is left out with a warning. */
export function readRecognition(values: InvestmentValues, reading: InvestmentReading, kind: InvestmentKind): ReadRecognition {
  const route = wordOf(ROUTE_WORDS, values.route, reading, 'route');
  const basis = wordOf(BASIS_WORDS, values.companyBasis, reading, 'companyBasis');
  const evidence = readEvidence(values.evidence ?? '');
  const warnings = [...route.warnings, ...basis.warnings, ...undatedEvidence(evidence, reading)];
  if (kind === 'CONVERSION') return { route: route.meaning, companyBasis: basis.meaning, evidence: evidence.items, decisions: [], recognised: false, warnings };
  const decided = readDecisions(values, reading, { route: route.meaning, basis: basis.meaning });
  return {
    // Who says that recognition does not apply makes no claim, whatever stands in the column of routes.
    route: decided.claims ? route.meaning : null,
    companyBasis: basis.meaning,
    evidence: evidence.items,
    decisions: decided.decisions,
    recognised: values.decision !== null && meaningOf(DECISION_WORDS, values.decision) === 'YES',
    warnings: [...warnings, ...decided.warnings],
  };
}

function wordOf<Meaning extends string>(
  list: WordList<Meaning>,
  text: string | null,
  reading: InvestmentReading,
  column: 'route' | 'companyBasis',
): { meaning: Meaning | null; warnings: RowRemark[] } {
  if (text === null || saysNothing(text)) return { meaning: null, warnings: [] };
  const meaning = meaningOf(list, text);
  if (meaning !== null) return { meaning, warnings: [] };
  const words = usualWords(list).join(', ');
  const why = { ko: `'${text}'을(를) 알 수 없어 빈칸으로 보았습니다.`, en: `'${text}' is not known and was taken as empty.` };
  return { meaning: null, warnings: [valueAssumed(reading.at(column), why, { ko: `다음 가운데 하나로 적으십시오: ${words}`, en: `Write one of: ${words}` })] };
}

interface Claim {
  readonly route: RecognitionRoute | null;
  readonly basis: CompanyBasis | null;
}

/**
 * 인정 QUALIFIED, 불인정 NOT_QUALIFIED, 보류 PENDING, 해당없음 and 전환 nothing; 취소 등록일/효력일 REVOKED. A recognition
 * needs both prongs and both dates (docs/register-format.md §4 counts it by them): where one is missing it is kept as PENDING with a
 * warning, so that no ratio rests on half a decision.
 */
function readDecisions(values: InvestmentValues, reading: InvestmentReading, claim: Claim): { decisions: DecisionFact[]; claims: boolean; warnings: RowRemark[] } {
  const { decidedOn, effectiveOn } = values;
  const word = values.decision === null || values.decision === '-' ? null : meaningOf(DECISION_WORDS, values.decision);
  const fallback = { decidedOn: decidedOn ?? effectiveOn ?? values.paidOn, effectiveOn: effectiveOn ?? decidedOn ?? values.paidOn };
  const revocation = revocationOf(values, reading);
  if (values.decision !== null && values.decision !== '-' && word === null) {
    const text = { ko: `판정 '${values.decision}'을(를) 알 수 없어 보류로 보았습니다.`, en: `The decision '${values.decision}' is not known and was taken as pending.` };
    const words = usualWords(DECISION_WORDS).join(', ');
    const assumed = valueAssumed(reading.at('decision'), text, { ko: `다음 가운데 하나로 적으십시오: ${words}`, en: `Write one of: ${words}` });
    return { decisions: [{ decision: 'PENDING', ...fallback }, ...revocation.decisions], claims: true, warnings: [assumed, ...revocation.warnings] };
  }
  if (word === null || word === 'NONE') return { decisions: [], claims: word === null, warnings: [] };
  if (word !== 'YES') {
    const decision = word === 'NO' ? 'NOT_QUALIFIED' : 'PENDING';
    return { decisions: [{ decision, ...fallback }, ...revocation.decisions], claims: true, warnings: revocation.warnings };
  }
  const lacking = lackOf(claim, decidedOn, effectiveOn, reading);
  const decision = lacking.length === 0 ? 'QUALIFIED' : 'PENDING';
  return { decisions: [{ decision, ...fallback }, ...revocation.decisions], claims: true, warnings: [...lacking, ...revocation.warnings] };
}

function lackOf(claim: Claim, decidedOn: LocalDate | null, effectiveOn: LocalDate | null, reading: InvestmentReading): RowRemark[] {
  const prong = claim.route === null ? 'route' : claim.basis === null ? 'companyBasis' : null;
  const date = decidedOn === null ? 'decidedOn' : effectiveOn === null ? 'effectiveOn' : null;
  return [...(prong === null ? [] : [halfDecided('ROUTE_MISSING', reading.at(prong))]), ...(date === null ? [] : [halfDecided('DECISION_UNDATED', reading.at(date))])];
}

function halfDecided(code: string, place: RemarkPlace): RowRemark {
  const column = place.column ?? '';
  return remark(
    code,
    place,
    {
      ko: `인정 판정인데 '${column}'이(가) 없어 보류로 기록합니다(비율에 산입하지 않음).`,
      en: `Recognised, but without '${column}': recorded as pending and not counted.`,
    },
    { ko: `'${column}'을(를) 채우거나, 가져온 뒤 프로그램에서 다시 판정하십시오.`, en: `Fill in '${column}', or decide again in the program after the import.` },
  );
}

/** A cancellation with one date only counts from that date in both times: too early rather than not at all. */
function revocationOf(values: InvestmentValues, reading: InvestmentReading): { decisions: DecisionFact[]; warnings: RowRemark[] } {
  const { revokedOn, revokedFrom } = values;
  const decidedOn = revokedOn ?? revokedFrom;
  const effectiveOn = revokedFrom ?? revokedOn;
  if (decidedOn === null || effectiveOn === null) return { decisions: [], warnings: [] };
  const decisions: DecisionFact[] = [{ decision: 'REVOKED', decidedOn, effectiveOn }];
  if (revokedOn !== null && revokedFrom !== null) return { decisions, warnings: [] };
  const place = reading.at(revokedOn === null ? 'revokedOn' : 'revokedFrom');
  const text = { ko: `취소일이 하나만 있어 ${decidedOn}(으)로 같게 보았습니다.`, en: `Only one date of the cancellation is given: ${decidedOn} was taken for both.` };
  return { decisions, warnings: [remark('DECISION_UNDATED', place, text)] };
}

interface ReadEvidence {
  readonly items: readonly EvidenceFact[];
  /** Names whose date could not be read. */
  readonly undated: readonly string[];
}

const DATED = /^(.+?)\s*\(([^()]*)\)$/su;

/** `name(date)`, separated by semicolons or line breaks. Brackets that hold no digits belong to the name. */
function readEvidence(text: string): ReadEvidence {
  const undated: string[] = [];
  const items = text
    .split(/[;\n]+/u)
    .map((part) => part.trim())
    .filter((part) => !saysNothing(part) && part !== '')
    .map((part): EvidenceFact => {
      const [, name, inside] = DATED.exec(part) ?? [];
      if (name === undefined || inside === undefined) return { kind: part, issuedOn: null };
      const issuedOn = parseDateText(inside);
      if (issuedOn !== null) return { kind: name, issuedOn };
      if (!/^\d/u.test(inside.trim())) return { kind: part, issuedOn: null };
      undated.push(name);
      return { kind: name, issuedOn: null };
    });
  return { items, undated };
}

function undatedEvidence({ undated }: ReadEvidence, reading: InvestmentReading): RowRemark[] {
  if (undated.length === 0) return [];
  const text = { ko: `증빙의 발급일을 읽을 수 없습니다: ${undated.join(', ')}`, en: `The dates of these documents cannot be read: ${undated.join(', ')}` };
  return [valueAssumed(reading.at('evidence'), text, { ko: "'주주명부(2024-02-20)'처럼 적으십시오.", en: "Write them like '주주명부(2024-02-20)'." })];
}
