import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import type { OverdueTerms } from './overdue.js';

/** What an agreement may say of money that comes late, beside the rate of interest. */
export const OVERDUE_POLICIES = {
  cureDays: 'fund.default.cure-days',
  remedies: 'fund.default.remedies',
  waiverAction: 'fund.overdue-interest.waiver.action',
} as const;

const DEFAULTS = [
  [OVERDUE_POLICIES.cureDays, 30, '기본값: 납입기한 후 30일의 치유기간'],
  [OVERDUE_POLICIES.remedies, '연체이자 부과, 의결권 행사 제한, 분배금과 상계, 조합원총회 결의로 지분 양도 또는 제명', '기본값: 출자의무 불이행에 대한 조치(규약에 따름)'],
  [OVERDUE_POLICIES.waiverAction, 'BLOCK', '기본값: 규약에 정함이 없으면 연체이자를 감면하지 않음'],
] as const;

export function defaultOverduePolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, clause]) => ({ scope: '*', key, value, effectiveFrom: localDate('2020-01-01'), effectiveTo: null, clause, source: 'ASSUMPTION', knownAt }));
}

/** The terms in force on the day a call is due: a later change of the agreement does not reach back. */
export function overdueTerms(policies: PolicySet): OverdueTerms {
  return {
    rate: basisPoints(policies.integer(FUND_POLICIES.overdueRate, 0)),
    rateClause: policies.find(FUND_POLICIES.overdueRate)?.clause ?? '',
    cureDays: policies.integer(OVERDUE_POLICIES.cureDays, 0),
    remedies: policies.text(OVERDUE_POLICIES.remedies) ?? '',
    remediesClause: policies.find(OVERDUE_POLICIES.remedies)?.clause ?? '',
  };
}
