import { fitting, PARTICLE_FORMS } from './particles.js';

/**
 * Under the subsidy act the same things have other names (docs/domain.md §4.1): words of the one law never stand on a screen
 * of the other. Longer words first, for they hold the shorter ones.
 */
const KOREAN: readonly (readonly [ofRnd: string, ofSubsidy: string])[] = [
  ['별표 1의 부담비율은 입력하는 동안 판정합니다.', '규칙은 입력하는 동안 판정합니다.'],
  ['정부지원연구개발비', '보조금'],
  ['연구개발 출연금', '국고보조금'],
  ['연구개발과제번호', '보조사업번호'],
  ['연구개발과제', '보조사업'],
  ['총괄과제번호', '총괄사업번호'],
  ['연구개발기관', '보조사업자'],
  ['연구개발비', '사업비'],
  ['연구책임자', '사업책임자'],
  ['참여연구원', '참여인력'],
  ['정부지원금', '보조금'],
  ['사용실적보고', '실적보고'],
  ['정산보고', '실적보고'],
  ['참여제한', '수행배제'],
  ['수행기관', '보조사업자'],
  ['주관기관', '주관사업자'],
  ['기관부담', '자기부담'],
  ['과제계좌', '보조금 계정'],
  ['과제명', '사업명'],
  ['과제', '보조사업'],
  ['협약 체결', '교부결정 기록'],
  ['협약', '교부결정'],
];

const ENGLISH: readonly (readonly [ofRnd: string, ofSubsidy: string])[] = [
  ['R&D contribution', 'National subsidy'],
  ['Agreements', 'Grant decisions'],
  ['Agreement', 'Grant decision'],
  ['agreements', 'grant decisions'],
  ['agreement', 'grant decision'],
  ['Investigator', 'Project head'],
  ['investigator', 'project head'],
];

const PATTERNS = KOREAN.map(([from, to]) => ({ pattern: new RegExp(`${from}(?:(${PARTICLE_FORMS.join('|')})(?![가-힣]))?`, 'gu'), to }));

/** Names in braces are not words. */
const NAMES = /(\{\{[^}]*\}\})/;

/** A text about a grant in the words of the subsidy act, with the particles that go with them. */
export function inSubsidyWords(text: string): string {
  return text.split(NAMES).map((part, index) => (index % 2 === 1 ? part : reworded(part))).join('');
}

/** All texts of a bundle, whatever their shape. */
export function bundleInSubsidyWords(bundle: unknown): unknown {
  if (typeof bundle === 'string') return inSubsidyWords(bundle);
  if (typeof bundle !== 'object' || bundle === null) return bundle;
  return Object.fromEntries(Object.entries(bundle).map(([key, value]) => [key, bundleInSubsidyWords(value)]));
}

function reworded(text: string): string {
  const korean = PATTERNS.reduce((told, { pattern, to }) => told.replace(pattern, (_, particle: string | undefined) => `${to}${particle === undefined ? '' : fitting(to, particle)}`), text);
  return ENGLISH.reduce((told, [from, to]) => told.replaceAll(from, to), korean);
}
