import type { LocalDate } from '#libs/calendar';
import { comparableName, shown, type EvidenceFinding } from '../../classification/classification.rules.js';
import type { RecognitionRoute } from '../../classification/classification.js';
import type { FullClaim, ListedInstitute } from './claim.js';
import { documentOn, found, unstated } from './finding.js';

const CLAUSE = '기술의 이전 및 사업화 촉진에 관한 법률 제2조제6호';

/** Where each route names its public institute, and on which day that has to be on the list. */
const NAMED_BY: Readonly<Partial<Record<RecognitionRoute, { readonly document: string; readonly on: 'CONTRACT' | 'INCORPORATION' | 'PAYMENT' }>>> = {
  TECH_TRANSFER: { document: '기술이전계약서', on: 'CONTRACT' },
  LAB_COMPANY: { document: '주주명부', on: 'PAYMENT' },
  HOLDING_SUBSIDIARY: { document: '주주명부', on: 'PAYMENT' },
  RESEARCHER_SPINOFF: { document: '재직·소속 증명서', on: 'INCORPORATION' },
  JOINT_RND: { document: '공동연구계약서', on: 'CONTRACT' },
};

/** The institute on the list on that day, by its number or its name; names are compared without blanks, brackets and middle dots. */
export function instituteOn(institutes: readonly ListedInstitute[], named: string, on: LocalDate): ListedInstitute | null {
  const word = instituteWord(named);
  const digits = named.replace(/\D/gu, '');
  return institutes.find(({ name, number, validFrom, lastOn }) => (instituteWord(name) === word || (digits.length === 10 && number === digits)) && validFrom <= on && (lastOn === null || on <= lastOn)) ?? null;
}

export const instituteWord = (name: string): string => comparableName(name).replace(/[()]/gu, '').toLowerCase();

/** The institute that the route's document names was a public research institute on the day that matters. */
export function instituteIsOnTheList(claim: FullClaim): EvidenceFinding | null {
  const named = NAMED_BY[claim.route];
  if (named === undefined) return null;
  const item = documentOn(claim.evidence, named.document, claim.testedOn);
  const counterparty = item?.detail?.counterparty ?? null;
  const days = { CONTRACT: item?.detail?.termFrom ?? item?.issuedOn ?? null, INCORPORATION: claim.incorporatedOn, PAYMENT: claim.testedOn };
  const on = days[named.on];
  const asked = { rule: 'institute-is-on-the-list', clause: CLAUSE, inputs: { route: claim.route, document: named.document, counterparty, on } };
  if (counterparty === null) return unstated(asked, named.document, { ko: '상대 공공연구기관을', en: 'the public institute' });
  if (on === null) return unstated(asked, named.document, named.on === 'INCORPORATION' ? { ko: '설립일(기업 정보)을', en: 'the date of incorporation of the company' } : { ko: '계약일을', en: 'the date of the contract' });
  return found(asked, instituteOn(claim.institutes, counterparty, on) !== null, {
    yes: { ko: `'${counterparty}'은(는) ${shown(on)} 현재 공공연구기관 명부에 있습니다.`, en: `'${counterparty}' is on the list of public institutes on ${on}.` },
    no: {
      ko: `'${counterparty}'은(는) ${shown(on)} 현재 공공연구기관 명부에 없습니다. 기관명을 확인하거나 명부에 등록해 주세요.`,
      en: `'${counterparty}' is not on the list of public institutes on ${on}. Check its name, or have it put on the list.`,
    },
  });
}
