import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet, Sourced } from '#libs/policy';
import { papersWanted } from '../evidence/evidence.policy.js';
import type { PaperRule } from '../evidence/evidence.js';

/** Words of a purpose that make somebody look twice: fines and what is not for the project. */
export const FLAGGED_WORDS = 'grant.expense-flagged-words';
/** Institutions whose VAT is a cost of the project, because they cannot deduct it. */
export const VAT_CHARGED_BY = 'grant.expense-vat-charged-by';

const FLAGGED = ['벌금', '과태료', '과료', '범칙금', '가산세', '가산금', '연체료', '개인', '경조', '상품권', '유흥', '주류', '골프', '선물', '화환', '자녀'];

export function defaultExpensePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return [
    { ...rest, key: FLAGGED_WORDS, value: FLAGGED, clause: '기본값: 과제와 무관한 집행·제재금 의심 낱말', source: 'ASSUMPTION' },
    { ...rest, key: VAT_CHARGED_BY, value: ['NON_PROFIT'], clause: '부가가치세법 제38조, 제39조: 공제받을 수 있는 세액은 사업비로 쓸 수 없음', source: 'PRACTICE' },
  ];
}

/** What the terms in force on a day say about an expense of that day. */
export interface ExpenseTerms {
  readonly flaggedWords: Sourced<readonly string[]>;
  readonly vatChargedBy: Sourced<readonly string[]>;
  readonly papers: Sourced<readonly PaperRule[]>;
}

export function expenseTerms(policies: PolicySet): ExpenseTerms {
  return {
    flaggedWords: policies.sourced(FLAGGED_WORDS, texts(policies, FLAGGED_WORDS)),
    vatChargedBy: policies.sourced(VAT_CHARGED_BY, texts(policies, VAT_CHARGED_BY)),
    papers: papersWanted(policies),
  };
}

function texts(policies: PolicySet, key: string): readonly string[] {
  const value = policies.find(key)?.value;
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
