import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import type { DueDiligenceKind, DueDiligenceTerms } from './due-diligence.rules.js';

const WHEN_INVESTED = 'fund.due-diligence.invested-basis-points';
const FINANCIAL_WHEN_NOT = 'fund.due-diligence.financial-not-invested-basis-points';
const LEGAL_WHEN_NOT = 'fund.due-diligence.legal-not-invested-basis-points';

/** Terms that an agreement may decide anew. */
export const DUE_DILIGENCE_TERMS: readonly string[] = [WHEN_INVESTED, FINANCIAL_WHEN_NOT, LEGAL_WHEN_NOT];

export function defaultDueDiligencePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt, source: 'PRACTICE' as const };
  return [
    { ...rest, key: WHEN_INVESTED, value: 10_000, clause: '기준규약(2023): 투자한 경우 실사비용은 조합 부담' },
    { ...rest, key: FINANCIAL_WHEN_NOT, value: 5_000, clause: '기준규약(2023): 투자하지 않은 경우 재무실사비용의 50% 조합 부담' },
    { ...rest, key: LEGAL_WHEN_NOT, value: 5_000, clause: '기준규약(2023): 투자하지 않은 경우 법률실사비용의 50% 조합 부담' },
  ];
}

/** The clause that says who bears a cost. */
export function dueDiligenceClause(policies: PolicySet, kind: DueDiligenceKind, invested: boolean): string {
  const key = invested ? WHEN_INVESTED : kind === 'LEGAL' ? LEGAL_WHEN_NOT : FINANCIAL_WHEN_NOT;
  return policies.find(key)?.clause ?? '';
}

/** Where nobody decided the manager bears the cost. */
export function dueDiligenceTerms(policies: PolicySet): DueDiligenceTerms {
  return {
    whenInvested: basisPoints(policies.integer(WHEN_INVESTED, 0)),
    whenNot: { FINANCIAL: basisPoints(policies.integer(FINANCIAL_WHEN_NOT, 0)), LEGAL: basisPoints(policies.integer(LEGAL_WHEN_NOT, 0)) },
  };
}
