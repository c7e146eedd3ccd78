import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet, PolicyValue, Sourced } from '#libs/policy';
import { PAPERS, type Paper, type PaperRule } from './evidence.js';

/** Which papers an expense has to rest on (docs/domain.md §4.5). */
export const PAPERS_WANTED = 'grant.evidence-papers';

/** '장비 ' with its blank: 출장비 is none. In the words of a budget, so that both regimes are served by one table; the amount for quotes is that of 국가계약법 시행령 제30조. */
const DEFAULT: readonly Readonly<Record<string, PolicyValue>>[] = [
  { papers: ['QUOTES'], words: ['시설', '장비 ', '재료', '제작', '가공', '용역', '외주'], fromWon: '20000000', resource: 'CASH' },
  { papers: ['INSPECTION'], words: ['시설', '장비 ', '재료', '제작', '가공'], fromWon: '1000000', resource: 'CASH' },
  { papers: ['PAYROLL', 'PARTICIPATION'], words: ['인건비', '급여'], fromWon: '0', resource: 'CASH' },
  { papers: ['PARTICIPATION'], words: ['인건비', '급여'], fromWon: '0', resource: 'IN_KIND' },
  { papers: ['EVALUATION'], words: ['시설', '장비', '재료'], fromWon: '0', resource: 'IN_KIND' },
  { papers: ['TRAVEL_ORDER', 'RECEIPT'], words: ['출장', '여비'], fromWon: '0', resource: null },
  { papers: ['MINUTES'], words: ['회의'], fromWon: '0', resource: null },
  { papers: ['CONTRACT', 'DELIVERABLE'], words: ['용역', '외주', '위탁', '외부 전문기술', '자문'], fromWon: '0', resource: null },
];

export function defaultEvidencePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return [{ ...rest, key: PAPERS_WANTED, value: DEFAULT, clause: '연구개발비 사용 기준의 증빙 관행, 국가계약법 시행령 제30조 준용(2천만원 이상 비교견적)', source: 'PRACTICE' }];
}

/** The papers that are wanted by the terms in force. */
export function papersWanted(policies: PolicySet): Sourced<readonly PaperRule[]> {
  const value = policies.find(PAPERS_WANTED)?.value;
  return policies.sourced(PAPERS_WANTED, Array.isArray(value) ? value.flatMap(ruleOf) : []);
}

/** A row that is no such rule wants nothing. */
function ruleOf(row: unknown): PaperRule[] {
  const { papers, words, fromWon, resource } = (row ?? {}) as Readonly<Record<string, unknown>>;
  if (!isTexts(papers) || !isTexts(words) || typeof fromWon !== 'string' || !/^\d+$/u.test(fromWon)) return [];
  const known = papers.filter((paper): paper is Paper => PAPERS.some((each) => each === paper));
  return [{ papers: known, words, fromWon: BigInt(fromWon), resource: resource === 'CASH' || resource === 'IN_KIND' ? resource : null }];
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
