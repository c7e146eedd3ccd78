import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet } from '#libs/policy';

const FRESH_DAYS = 'payment.bank-balance-fresh-days';

/** How old a balance of the bank may be when a payment is drafted, until compliance decides otherwise. */
export function defaultBankBalancePolicies(knownAt: Date): PolicyDraft[] {
  return [
    { scope: '*', key: FRESH_DAYS, value: 3, effectiveFrom: localDate('2000-01-01'), effectiveTo: null, clause: '기본값: 지급 기안 때 믿을 수 있는 통장 잔액의 날짜', source: 'ASSUMPTION', knownAt },
  ];
}

/** Without a policy only the balance of the day itself is fresh. */
export const freshDaysOf = (policies: PolicySet): number => policies.integer(FRESH_DAYS, 0);
