import { addYears, formatOfficialDate, yearOf, type LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual, Details } from '#libs/errors';
import type { TurnedEvidence } from '../recognition/detail/evidence-detail.js';
import { COMPANY_BASIS_NAMES, ROUTE_NAMES, type CompanyBasis, type Recognition, type RecognitionRoute } from './classification.js';

/**
 * Documents without which a route is not proven; the first is the key document, whose date decides.
 * Source: docs/domain.md §2.5 after 기술이전법 §2, 산학협력법 §36의4, 특구법 시행령 §13.
 */
export const MUST_HAVE_EVIDENCE: Readonly<Record<RecognitionRoute, readonly [string, ...string[]]>> = {
  TECH_TRANSFER: ['기술이전계약서', '기술료 납부증빙', '공공연구기관 확인서', '특허등록원부'],
  IN_KIND: ['기술가치평가서', '법인등기부등본', '정관'],
  LAB_COMPANY: ['연구소기업 등록증', '주주명부'],
  HOLDING_SUBSIDIARY: ['자회사 편입확인서', '주주명부'],
  RESEARCHER_SPINOFF: ['겸직·휴직 승인서', '재직·소속 증명서', '기술실시계약서'],
  GOV_RND: ['과제협약서', '최종평가 결과', '성과활용보고서', '매출증빙'],
  JOINT_RND: ['공동연구계약서', '성과귀속 확인서'],
  APPROVED_EXCEPTION: ['질의회신'],
};

/** A document as the checks look at it. */
export interface EvidenceItem {
  readonly kind: string;
  readonly issuedOn: LocalDate | null;
}

/** The answer of one check: a verdict without the decision how hard it is (a caller makes it PASS, WARN or BLOCK). */
export interface EvidenceFinding {
  readonly rule: string;
  readonly clause: string;
  readonly holds: boolean;
  readonly text: Bilingual;
  readonly inputs: Details;
}

export const OBLIGATION_CLAUSE = '조합규약(주목적 투자)';
/** Dates are known up to this year (`#libs/calendar`). */
const LAST_YEAR = 2200;
const STARTUP_CLAUSE = '중소기업창업 지원법 제2조';

/** Every must-have document of the route is there. Names are compared without spaces and middle dots. */
export function routeHasItsEvidence(route: RecognitionRoute, evidence: readonly EvidenceItem[]): EvidenceFinding {
  const missing = MUST_HAVE_EVIDENCE[route].filter((wanted) => findDocument(evidence, wanted) === null);
  const name = ROUTE_NAMES[route];
  const list = missing.join(', ');
  return {
    rule: 'route-has-its-evidence',
    clause: OBLIGATION_CLAUSE,
    holds: missing.length === 0,
    text:
      missing.length === 0
        ? { ko: `인정경로 '${name.ko}'의 필수 증빙이 모두 있습니다.`, en: `All must-have documents of the route '${name.en}' are there.` }
        : { ko: `인정경로 '${name.ko}'의 필수 증빙이 없습니다: ${list}`, en: `Must-have documents of the route '${name.en}' are missing: ${list}` },
    inputs: { route, missing },
  };
}

/** The key document of the route is not younger than the payment; nothing is said of one that is missing or undated. */
export function keyDocumentPrecedesPayment(route: RecognitionRoute, evidence: readonly EvidenceItem[], paidOn: LocalDate): EvidenceFinding {
  const [key] = MUST_HAVE_EVIDENCE[route];
  const issuedOn = findDocument(evidence, key)?.issuedOn ?? null;
  const holds = issuedOn === null || issuedOn <= paidOn;
  return {
    rule: 'key-document-precedes-payment',
    clause: OBLIGATION_CLAUSE,
    holds,
    text: holds
      ? { ko: `핵심 증빙 '${key}'이(가) 납입일 뒤에 발급되지 않았습니다.`, en: `The key document '${key}' is not younger than the payment.` }
      : {
          ko: `핵심 증빙 '${key}'의 발급일(${shown(issuedOn)})이 투자금 납입일(${shown(paidOn)})보다 늦습니다.`,
          en: `The key document '${key}' is dated ${issuedOn}, after the payment of ${paidOn}.`,
        },
    inputs: { route, document: key, issuedOn, paidOn },
  };
}

/** A transfer contract is at most `years` old on the day of payment; other routes know no window. */
export function transferWithinWindow(route: RecognitionRoute, evidence: readonly EvidenceItem[], paidOn: LocalDate, years: number): EvidenceFinding {
  const contractOn = route === 'TECH_TRANSFER' ? (findDocument(evidence, MUST_HAVE_EVIDENCE[route][0])?.issuedOn ?? null) : null;
  const lastOn = contractOn === null ? null : yearsLater(contractOn, years);
  const holds = lastOn === null || paidOn <= lastOn;
  return {
    rule: 'transfer-within-window',
    clause: OBLIGATION_CLAUSE,
    holds,
    text: holds
      ? { ko: `기술이전계약 후 ${years}년 이내의 투자이거나 해당이 없습니다.`, en: `Within ${years} years of the transfer contract, or none is needed.` }
      : {
          ko: `기술이전계약일(${shown(contractOn)})부터 ${years}년(${shown(lastOn)}까지)이 지난 뒤 납입되었습니다(${shown(paidOn)}).`,
          en: `Paid on ${paidOn}, after the ${years} years from the transfer contract of ${contractOn} (until ${lastOn}).`,
        },
    inputs: { route, contractOn, paidOn, years, lastOn },
  };
}

/** A company that counts as a start-up is at most `years` old, from its entry in the register, on the day of payment. */
export function startupWithinAge(basis: CompanyBasis | null, incorporatedOn: LocalDate | null, paidOn: LocalDate, years: number): EvidenceFinding {
  const lastOn = basis === 'STARTUP' && incorporatedOn !== null ? yearsLater(incorporatedOn, years) : null;
  const holds = lastOn === null || paidOn <= lastOn;
  const name = COMPANY_BASIS_NAMES.STARTUP;
  return {
    rule: 'startup-within-age',
    clause: STARTUP_CLAUSE,
    holds,
    text: holds
      ? { ko: `창업 ${years}년 이내이거나 해당이 없습니다.`, en: `Within ${years} years of incorporation, or not claimed as a start-up.` }
      : {
          ko: `설립일(${shown(incorporatedOn)})부터 ${years}년(${shown(lastOn)}까지)이 지나 '${name.ko}'에 해당하지 않습니다(납입일 ${shown(paidOn)}).`,
          en: `Incorporated on ${incorporatedOn}, more than ${years} years (until ${lastOn}) before the payment of ${paidOn}: no start-up any more.`,
        },
    inputs: { basis, incorporatedOn, paidOn, years, lastOn },
  };
}

/** The document of that name; the earliest dated one where there are several. */
export function findDocument<Item extends EvidenceItem>(evidence: readonly Item[], wanted: string): Item | null {
  const found = evidence.filter((item) => comparableName(item.kind) === comparableName(wanted));
  return found.reduce<Item | null>((earliest, item) => (earliest === null || isEarlier(item, earliest) ? item : earliest), null);
}

function isEarlier(item: EvidenceItem, than: EvidenceItem): boolean {
  return item.issuedOn !== null && (than.issuedOn === null || item.issuedOn < than.issuedOn);
}

/** Null where the calendar of the program ends: a slip of the pen in the year is no breach. */
export const yearsLater = (date: LocalDate, years: number): LocalDate | null => (yearOf(date) + years > LAST_YEAR ? null : addYears(date, years));

/** Names as compared: without spaces and middle dots of any kind. */
export const comparableName = (name: string): string => name.normalize('NFKC').replace(/[\s·ㆍᆞ・•∙‧]/gu, '');

export const shown = (date: LocalDate | null): string => (date === null ? '' : formatOfficialDate(date));

/** Numbers that the machine checks of a claim rest on; policy rows. */
export interface ClaimLimits {
  readonly transferWindowYears: number;
  readonly startupYears: number;
}

/** What a claim of recognition is checked on; `paidOn` is the day of the payment that the checks look at. */
export interface Claim extends Recognition {
  readonly evidence: readonly EvidenceItem[];
  readonly paidOn: LocalDate;
  readonly incorporatedOn: LocalDate | null;
}

/** The machine checks that every claim goes through, whatever its route. They warn: people decide. */
export function judgeClaim(claim: Claim, limits: ClaimLimits): Verdict[] {
  return [
    routeHasItsEvidence(claim.route, claim.evidence),
    keyDocumentPrecedesPayment(claim.route, claim.evidence, claim.paidOn),
    transferWithinWindow(claim.route, claim.evidence, claim.paidOn, limits.transferWindowYears),
    startupWithinAge(claim.companyBasis, claim.incorporatedOn, claim.paidOn, limits.startupYears),
  ].map(asVerdict);
}

export const asVerdict = ({ holds, ...finding }: EvidenceFinding): Verdict => ({ ...finding, result: holds ? 'PASS' : 'WARN' });

/** The must-have documents of a route, and which of them are there; one that turned out false, void or replaced is not. */
export function requirementsOf(route: RecognitionRoute, evidence: readonly (EvidenceItem & { readonly turns?: readonly TurnedEvidence[] })[]): { kind: string; present: boolean }[] {
  const standing = evidence.filter(({ turns = [] }) => turns.every(({ turn }) => turn === 'LOST_STATUS'));
  const missing = routeHasItsEvidence(route, standing).inputs.missing as readonly string[];
  return MUST_HAVE_EVIDENCE[route].map((kind) => ({ kind, present: !missing.includes(kind) }));
}
