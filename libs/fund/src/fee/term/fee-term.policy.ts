import { addDays, localDate, maxDate, type LocalDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet } from '#libs/policy';
import { FUND_POLICIES } from '../../fund/fund.policy.js';
import type { FeeTerm } from '../fee.js';

/** What an agreement usually says where it was not put in: 2 % of commitments, then of what is left in deals. */
export function defaultFeePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt, source: 'PRACTICE' as const };
  return [
    { ...rest, key: FUND_POLICIES.feeOnCommitments, value: 200, clause: '기본값: 투자기간 관리보수 약정총액의 연 2%' },
    { ...rest, key: FUND_POLICIES.feeOnOutstanding, value: 200, clause: '기본값: 투자기간 후 관리보수 투자잔액(손상차손 차감)의 연 2%' },
  ];
}

interface Life {
  readonly foundedOn: LocalDate;
  readonly investmentTo: LocalDate;
  readonly lifeTo: LocalDate;
}

/** The stretches that follow from the rates in force where nobody put in a schedule: commitments until the investment period ends, then net cost. */
export function feeTermsByPolicy(policies: PolicySet, { foundedOn, investmentTo, lifeTo }: Life): FeeTerm[] {
  const term = (key: string, from: LocalDate, to: LocalDate, base: FeeTerm['base']): FeeTerm[] => {
    const decided = policies.find(key);
    return typeof decided?.value !== 'number' || from > to ? [] : [{ from, to, base, rate: basisPoints(decided.value), clause: decided.clause }];
  };
  return [
    ...term(FUND_POLICIES.feeOnCommitments, foundedOn, investmentTo, 'COMMITTED'),
    ...term(FUND_POLICIES.feeOnOutstanding, maxDate(foundedOn, addDays(investmentTo, 1)), lifeTo, 'NET_COST'),
  ];
}
