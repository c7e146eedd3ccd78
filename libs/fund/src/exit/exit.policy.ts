import { localDate } from '#libs/calendar';
import { basisPoints, type BasisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';

export const PRICE_DEVIATION = 'fund.exit.price-deviation-basis-points';

export interface ExitLimits {
  /** How far a price may be below the last fair value before it is remarked. */
  readonly priceDeviation: BasisPoints;
  readonly clause: string;
}

export function defaultExitPolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt, source: 'ASSUMPTION' as const };
  return [{ ...rest, key: PRICE_DEVIATION, value: 2_000, clause: '기본값: 최근 평가액보다 20% 넘게 낮은 회수가격은 사유 확인' }];
}

/** Where nobody decided every price below the fair value is remarked. */
export function exitLimits(policies: PolicySet): ExitLimits {
  return { priceDeviation: basisPoints(policies.integer(PRICE_DEVIATION, 0)), clause: policies.find(PRICE_DEVIATION)?.clause ?? '' };
}
