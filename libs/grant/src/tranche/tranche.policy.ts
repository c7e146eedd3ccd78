import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet } from '#libs/policy';

/** How a grant is paid; what nobody decided for a call is an assumption that its screens name as one. */
export const TRANCHE_POLICIES = { pattern: 'grant.tranche-pattern', previousSpent: 'grant.previous-tranche-spent-basis-points' } as const;

const SINCE = localDate('2020-01-01');

export function defaultTranchePolicies(knownAt: Date): PolicyDraft[] {
  const row = { scope: '*', effectiveFrom: SINCE, effectiveTo: null, source: 'ASSUMPTION' as const, knownAt };
  return [
    { ...row, key: TRANCHE_POLICIES.pattern, value: ['선급 5000', '중도 3000', '잔금 2000'], clause: '기본값: 선급 50 · 중도 30 · 잔금 20' },
    { ...row, key: TRANCHE_POLICIES.previousSpent, value: 5000, clause: '기본값: 앞서 받은 현금의 50% 이상 집행' },
  ];
}

export interface PatternPart {
  readonly label: string;
  /** Of the money of the year. */
  readonly basisPoints: number;
}

/** The pattern in force: `라벨 5000` each, in turn; what cannot be read is left out. */
export function patternOf(policies: PolicySet): readonly PatternPart[] {
  const value = policies.find(TRANCHE_POLICIES.pattern)?.value;
  if (!Array.isArray(value)) return [];
  return value.flatMap((each): PatternPart[] => {
    const [, label, part] = /^(.+) (\d{1,5})$/.exec(String(each)) ?? [];
    return label === undefined || part === undefined ? [] : [{ label, basisPoints: Number(part) }];
  });
}
