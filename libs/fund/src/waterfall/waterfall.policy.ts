import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { DAY_COUNTS, INTERIM_PAYOUTS, type FirstLoss, type WaterfallTerms } from './waterfall.js';

/** Terms of the distribution beside hurdle and carry, which stand with the fund's other terms. */
export const WATERFALL_POLICIES = {
  catchUp: 'fund.catch-up-basis-points',
  dayCount: 'fund.hurdle.day-count',
  interim: 'fund.interim-payout',
} as const;

/** What holds where an agreement is silent: docs/domain.md §8. */
export function defaultWaterfallPolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return [
    { ...rest, key: FUND_POLICIES.hurdle, value: 500, source: 'ASSUMPTION', clause: '기본값: 기준수익률 연 5%(복리)' },
    { ...rest, key: FUND_POLICIES.carry, value: 2000, source: 'PRACTICE', clause: '기본값: 성과보수 기준수익 초과분의 20%' },
    { ...rest, key: WATERFALL_POLICIES.catchUp, value: 0, source: 'PRACTICE', clause: '기본값: 캐치업 없음' },
    { ...rest, key: WATERFALL_POLICIES.dayCount, value: 'ACTUAL_365', source: 'ASSUMPTION', clause: '기본값: 실제일수/365' },
    { ...rest, key: WATERFALL_POLICIES.interim, value: 'PRINCIPAL_ONLY', source: 'PRACTICE', clause: '기준규약(2023): 의무 달성 전 원금 범위 내 중간분배' },
  ];
}

/** Parties of the distribution, which are rows of the agreement and no numbers. */
export interface WaterfallParties {
  readonly firstLoss: readonly FirstLoss[];
  readonly carriedPartners: WaterfallTerms['carriedPartners'];
}

/** The terms in force; a catch-up of nothing is none. Where nobody decided there is no hurdle and no carry, so that nobody is paid on a guess. */
export function waterfallTerms(policies: PolicySet, parties: WaterfallParties): WaterfallTerms {
  const catchUp = policies.integer(WATERFALL_POLICIES.catchUp, 0);
  const dayCount = policies.text(WATERFALL_POLICIES.dayCount);
  const interim = policies.text(WATERFALL_POLICIES.interim);
  return {
    hurdle: basisPoints(policies.integer(FUND_POLICIES.hurdle, 0)),
    carry: basisPoints(policies.integer(FUND_POLICIES.carry, 0)),
    catchUp: catchUp === 0 ? null : basisPoints(catchUp),
    dayCount: DAY_COUNTS.find((each) => each === dayCount) ?? 'ACTUAL_365',
    interim: INTERIM_PAYOUTS.find((each) => each === interim) ?? 'NONE',
    clause: policies.find(FUND_POLICIES.carry)?.clause ?? '',
    ...parties,
  };
}
