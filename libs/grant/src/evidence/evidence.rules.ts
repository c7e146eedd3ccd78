import type { Verdict } from '#libs/command';
import type { Won } from '#libs/money';
import type { Sourced } from '#libs/policy';
import type { Resource } from '../line/line.js';
import { PAPER_NAMES, PAPERS, type Paper, type PaperRule } from './evidence.js';

/** What an expense was for, as the papers it needs depend on it; won. */
export interface PaperSubject {
  readonly lineName: string;
  readonly purpose: string | null;
  readonly resource: Resource;
  readonly amountWon: Won;
}

/** The papers that this expense has to rest on, in the order of the list. */
export function papersFor({ lineName, purpose, resource, amountWon }: PaperSubject, rules: readonly PaperRule[]): Paper[] {
  const text = `${lineName} ${purpose ?? ''}`;
  const applies = (rule: PaperRule): boolean => amountWon >= rule.fromWon && (rule.resource === null || rule.resource === resource) && rule.words.some((word) => text.includes(word));
  const wanted = new Set(rules.filter(applies).flatMap(({ papers }) => papers));
  return PAPERS.filter((paper) => wanted.has(paper));
}

/** What an expense has to rest on is there. What is missing loses nothing yet: it is asked for, and counts at the settlement. */
export function papersAreComplete(wanted: Sourced<readonly Paper[]>, attached: ReadonlySet<string>): Verdict {
  const missing = wanted.value.filter((paper) => !attached.has(paper));
  const list = (language: 'ko' | 'en'): string => missing.map((paper) => PAPER_NAMES[paper][language]).join(', ');
  return {
    rule: 'papers-are-complete',
    clause: wanted.clause,
    result: missing.length === 0 ? 'PASS' : 'WARN',
    text:
      missing.length === 0
        ? { ko: '갖춰야 할 증빙이 모두 있습니다.', en: 'All papers that are wanted are there.' }
        : { ko: `증빙을 보완해 주세요: ${list('ko')}. 정산 때까지 없으면 불인정 대상입니다.`, en: `Still wanted: ${list('en')}. What is missing at the settlement may be disallowed.` },
    inputs: { missing: missing.join(' ') },
  };
}
