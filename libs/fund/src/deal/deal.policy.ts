import { localDate } from '#libs/calendar';
import type { PolicyDraft } from '#libs/policy';

/** How many years from incorporation a company is an early start-up. */
export const EARLY_YEARS = 'company.early-startup-maximum-years';

/** What is laid down about deals when an installation is set up. */
export function defaultDealPolicies(knownAt: Date): PolicyDraft[] {
  return [
    { scope: '*', key: EARLY_YEARS, value: 3, source: 'LAW', clause: '중소기업창업 지원법 제2조(초기창업기업)', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt },
  ];
}
