import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet } from '#libs/policy';

/** What a scenario that nobody wrote yet takes holdings to be sold for, in basis points of their fair value. */
export const FORECAST_POLICIES = {
  base: 'forecast.base.multiple-basis-points',
  good: 'forecast.good.multiple-basis-points',
  bad: 'forecast.bad.multiple-basis-points',
} as const;

export function defaultForecastPolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt, source: 'ASSUMPTION' as const };
  return [
    { ...rest, key: FORECAST_POLICIES.base, value: 10_000, clause: '기본값: 기준 시나리오는 공정가치대로 회수' },
    { ...rest, key: FORECAST_POLICIES.good, value: 15_000, clause: '기본값: 낙관 시나리오는 공정가치의 1.5배로 회수' },
    { ...rest, key: FORECAST_POLICIES.bad, value: 6_000, clause: '기본값: 비관 시나리오는 공정가치의 0.6배로 회수' },
  ];
}

export const PRESETS = [
  { key: FORECAST_POLICIES.base, name: { ko: '기준', en: 'Base' } },
  { key: FORECAST_POLICIES.good, name: { ko: '낙관', en: 'Good' } },
  { key: FORECAST_POLICIES.bad, name: { ko: '비관', en: 'Bad' } },
] as const;

/** The multiple of a preset; where nobody decided one the fair value itself. */
export const presetMultiple = (policies: PolicySet, key: string): number => policies.integer(key, 10_000);
