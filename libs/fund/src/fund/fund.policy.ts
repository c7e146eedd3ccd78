import { localDate, type LocalDate } from '#libs/calendar';
import { basisPoints, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicySource, PolicyValue } from '#libs/policy';
import type { ClaimLimits } from '../classification/classification.rules.js';
import { OBLIGATION_BASES, type ObligationBasis, type ObligationRule } from '../obligation/obligation.js';

/** The numbers of a fund that somebody decided; each is a policy row with a clause and a source. */
export const FUND_POLICIES = {
  obligationRatio: 'fund.obligation.ratio-basis-points',
  obligationBasis: 'fund.obligation.denominator',
  obligationMeasure: 'fund.obligation.measure',
  obligationDeadline: 'fund.obligation.deadline',
  obligationFixedBase: 'fund.obligation.fixed-base-won',
  lifetimeExpenses: 'fund.lifetime-expenses-won',
  singleCompanyCap: 'fund.single-company-cap-basis-points',
  singleCompanyAction: 'fund.single-company-cap.action',
  headroomAction: 'fund.headroom.action',
  recycling: 'fund.recycling',
  overdueRate: 'fund.overdue-rate-basis-points',
  callNotice: 'fund.call.notice-business-days',
  feeMethod: 'fund.fee.method',
  feeOnCommitments: 'fund.fee.commitment-basis-points',
  feeOnOutstanding: 'fund.fee.outstanding-basis-points',
  hurdle: 'fund.hurdle-basis-points',
  carry: 'fund.carry-basis-points',
  partnerShareMinimum: 'fund.general-partner-minimum-basis-points',
  unitMinimum: 'fund.unit-minimum-won',
  limitedPartnersMaximum: 'fund.limited-partners-maximum',
  commitmentMinimum: 'fund.commitment-minimum-won',
  firstPaymentMinimum: 'fund.first-payment-minimum-won',
  acceleratorCommitmentMinimum: 'fund.accelerator-commitment-minimum-won',
  acceleratorFirstPaymentMinimum: 'fund.accelerator-first-payment-minimum-won',
  lifeMinimumYears: 'fund.life-minimum-years',
  transferWindowYears: 'fund.transfer-contract-window-years',
  startupYears: 'company.startup-maximum-years',
} as const;

const SINCE = localDate('2020-01-01');

type Default = readonly [key: string, value: PolicyValue, source: PolicySource, clause: string];

/** What applies where no fund and no programme decided otherwise; laid down when an installation is set up. */
const DEFAULTS: readonly Default[] = [
  [FUND_POLICIES.obligationMeasure, 'CUMULATIVE_COST', 'ASSUMPTION', '기본값: 누적 취득원가 기준'],
  [FUND_POLICIES.headroomAction, 'BLOCK', 'ASSUMPTION', '기본값: 의무투자 달성이 불가능해지는 투자는 차단'],
  [FUND_POLICIES.singleCompanyCap, 2000, 'ASSUMPTION', '기본값: 동일기업 투자한도 약정총액의 20%'],
  [FUND_POLICIES.singleCompanyAction, 'WARN', 'ASSUMPTION', '기본값: 한도 초과 시 경고'],
  [FUND_POLICIES.overdueRate, 1000, 'ASSUMPTION', '기본값: 납입지연 연체이자율 연 10%'],
  [FUND_POLICIES.callNotice, 10, 'ASSUMPTION', '기본값: 납입기한 10영업일 전 통지'],
  [FUND_POLICIES.partnerShareMinimum, 100, 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.unitMinimum, '1000000', 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.limitedPartnersMaximum, 49, 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.commitmentMinimum, '2000000000', 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.firstPaymentMinimum, '1000000000', 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.acceleratorCommitmentMinimum, '1000000000', 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.acceleratorFirstPaymentMinimum, '500000000', 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.lifeMinimumYears, 5, 'LAW', '벤처투자 촉진에 관한 법률 시행령 제34조'],
  [FUND_POLICIES.transferWindowYears, 5, 'ASSUMPTION', '기본값: 기술이전계약 후 5년 이내'],
  [FUND_POLICIES.startupYears, 7, 'LAW', '중소기업창업 지원법 제2조'],
];

export function defaultFundPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, source, clause]) => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source, knownAt }));
}

/** The scopes whose policies apply to a fund, narrowest first. */
export const fundScopes = (fundId: string, programmeId: string): readonly string[] => [`fund/${fundId}`, `programme/${programmeId}`, '*'];

export interface AgreementTerms {
  readonly obligationRatio: BasisPoints;
  readonly obligationBasis: ObligationBasis;
  readonly obligationFixedBaseWon: Won | null;
  readonly obligationClause: string;
  readonly deadlineOn: LocalDate;
  readonly lifetimeExpensesWon: Won;
  /** Further terms that the agreement sets, by policy key; null where it is silent. */
  readonly others: Readonly<Record<string, { readonly value: PolicyValue | null; readonly clause: string | null }>>;
}

/** The terms of a fund's agreement as policy rows, in force from the day of its founding. */
export function agreementPolicies(fundId: string, foundedOn: LocalDate, knownAt: Date, terms: AgreementTerms): PolicyDraft[] {
  const row = (key: string, value: PolicyValue, clause: string): PolicyDraft => ({
    scope: `fund/${fundId}`,
    key,
    value,
    effectiveFrom: foundedOn,
    effectiveTo: null,
    clause,
    source: 'AGREEMENT',
    knownAt,
  });
  const agreement = '조합규약';
  const fixedBase = terms.obligationFixedBaseWon;
  return [
    row(FUND_POLICIES.obligationRatio, terms.obligationRatio, terms.obligationClause),
    row(FUND_POLICIES.obligationBasis, terms.obligationBasis, terms.obligationClause),
    row(FUND_POLICIES.obligationDeadline, terms.deadlineOn, terms.obligationClause),
    ...(fixedBase === null ? [] : [row(FUND_POLICIES.obligationFixedBase, fixedBase.toString(), terms.obligationClause)]),
    row(FUND_POLICIES.lifetimeExpenses, terms.lifetimeExpensesWon.toString(), agreement),
    ...Object.entries(terms.others).flatMap(([key, { value, clause }]) => (value === null ? [] : [row(key, value, clause ?? agreement)])),
  ];
}

/** The obligation as the rows in force put it; the deadline falls back to the end of the investment period. */
export function obligationRule(policies: PolicySet, investmentTo: LocalDate): ObligationRule {
  const ratio = policies.find(FUND_POLICIES.obligationRatio);
  const basis = policies.text(FUND_POLICIES.obligationBasis);
  const fixed = policies.amount(FUND_POLICIES.obligationFixedBase);
  const deadline = policies.text(FUND_POLICIES.obligationDeadline);
  return {
    ratioBasisPoints: basisPoints(policies.integer(FUND_POLICIES.obligationRatio, 0)),
    denominator: OBLIGATION_BASES.find((each) => each === basis) ?? 'COMMITTED',
    measure: policies.text(FUND_POLICIES.obligationMeasure) === 'OUTSTANDING_COST' ? 'OUTSTANDING_COST' : 'CUMULATIVE_COST',
    test: { kind: 'BY_DEADLINE', deadlineOn: deadline === null ? investmentTo : localDate(deadline) },
    fixedBaseWon: fixed === null ? null : won(fixed),
    clause: ratio?.clause ?? '',
    source: ratio?.source ?? 'ASSUMPTION',
    version: ratio?.id ?? '0',
  };
}

export const lifetimeExpenses = (policies: PolicySet): Won => won(policies.amount(FUND_POLICIES.lifetimeExpenses) ?? ZERO_WON);

/** Whether the agreement lets proceeds be invested again. */
export const mayRecycle = (policies: PolicySet): boolean => policies.find(FUND_POLICIES.recycling)?.value === true;

/** The numbers behind the machine checks of a claim; zero years where nobody decided, so that the check speaks up. */
export const claimLimits = (policies: PolicySet): ClaimLimits => ({
  transferWindowYears: policies.integer(FUND_POLICIES.transferWindowYears, 0),
  startupYears: policies.integer(FUND_POLICIES.startupYears, 0),
});
