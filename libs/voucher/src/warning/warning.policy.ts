import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet } from '#libs/policy';

/** From where on something is worth a look; every number is somebody's to change. */
export interface Thresholds {
  /** Share of one provider in all contracted supply, in basis points, and the fewest services that make it one. */
  readonly providerShare: number;
  readonly providerServices: number;
  /** So many services of one provider at the same price that uses a voucher up. */
  readonly equalPrices: number;
  /** From contract to delivery within so many days. */
  readonly intervalDays: number;
  /** So many applications within so many minutes. */
  readonly burstApplications: number;
  readonly burstMinutes: number;
  /** So many contracts of one provider within the last days of the vouchers. */
  readonly lateContracts: number;
  readonly lateDays: number;
}

const KEYS: Readonly<Record<keyof Thresholds, readonly [key: string, value: number, clause: string]>> = {
  providerShare: ['warning.provider-share-basis-points', 3000, '기본값: 한 공급기관이 계약금액의 30% 이상'],
  providerServices: ['warning.provider-services', 5, '기본값: 5건 이상일 때만'],
  equalPrices: ['warning.equal-prices', 3, '기본값: 같은 가격 3건 이상'],
  intervalDays: ['warning.interval-days', 3, '기본값: 계약 후 3일 이내 결과보고'],
  burstApplications: ['warning.burst-applications', 5, '기본값: 5건 이상'],
  burstMinutes: ['warning.burst-minutes', 10, '기본값: 10분 안'],
  lateContracts: ['warning.late-contracts', 3, '기본값: 3건 이상'],
  lateDays: ['warning.late-days', 14, '기본값: 만료 전 2주'],
};

/** Every threshold by its key. */
export const WARNING_KEYS = Object.values(KEYS).map(([key]) => key);

export function defaultWarningPolicies(knownAt: Date): PolicyDraft[] {
  return Object.values(KEYS).map(([key, value, clause]) => ({ scope: '*', key, value, effectiveFrom: localDate('2020-01-01'), effectiveTo: null, clause, source: 'ASSUMPTION', knownAt }));
}

export function warningThresholds(policies: PolicySet): Thresholds {
  const of = (name: keyof Thresholds): number => policies.integer(KEYS[name][0], KEYS[name][1]);
  return {
    ...{ providerShare: of('providerShare'), providerServices: of('providerServices'), equalPrices: of('equalPrices'), intervalDays: of('intervalDays') },
    ...{ burstApplications: of('burstApplications'), burstMinutes: of('burstMinutes'), lateContracts: of('lateContracts'), lateDays: of('lateDays') },
  };
}
