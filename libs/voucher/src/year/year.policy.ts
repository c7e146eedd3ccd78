import { localDate, type LocalDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { Policy, PolicyDraft, PolicySet, PolicySource, PolicyValue } from '#libs/policy';
import type { ServiceMenuItem, VoucherKind, YearTerms } from './year.js';

/** The numbers of a programme year that somebody decided; each is a policy row with a clause and a source. */
export const YEAR_POLICIES = {
  face: 'voucher.face-won',
  selfBurden: 'voucher.self-burden-basis-points',
  selfBurdenChannel: 'voucher.self-burden-channel',
  vatRate: 'voucher.vat-basis-points',
  validityMonths: 'voucher.validity-months',
  endsWithFiscalYear: 'voucher.ends-with-fiscal-year',
  transferWithinYears: 'voucher.transfer-within-years',
  brokerRequired: 'voucher.broker-required',
  brokerFeeCap: 'voucher.broker-fee-cap-basis-points',
  reissuesReturned: 'voucher.reissues-returned',
  beyondBalance: 'voucher.beyond-balance',
  menu: 'voucher.service-menu',
  expiringWithinDays: 'voucher.expiring-within-days',
  stuckAfterDays: 'voucher.stuck-after-days',
  evaluatorsMinimum: 'voucher.evaluators-minimum',
} as const;

const SINCE = localDate('2020-01-01');

type Default = readonly [key: string, value: PolicyValue, source: PolicySource, clause: string];

/** What applies where no programme and no year decided otherwise (docs/domain.md §3); laid down at installation. */
const DEFAULTS: readonly Default[] = [
  [YEAR_POLICIES.face, '5000000', 'SEED', '2021년 예산 5억원 ÷ 100건'],
  [YEAR_POLICIES.selfBurden, 2000, 'ASSUMPTION', '기본값: 자부담 20%'],
  [YEAR_POLICIES.selfBurdenChannel, 'DEPOSIT', 'ASSUMPTION', '기본값: 발급 전 자부담금 납입'],
  [YEAR_POLICIES.vatRate, 1000, 'LAW', '부가가치세법 제30조'],
  [YEAR_POLICIES.validityMonths, 6, 'ASSUMPTION', '기본값: 발급일부터 6개월'],
  [YEAR_POLICIES.endsWithFiscalYear, false, 'ASSUMPTION', '기본값: 회계연도 말에 끊지 않음'],
  [YEAR_POLICIES.brokerFeeCap, 1000, 'ASSUMPTION', '기본값: 중개수수료는 공급가액의 10% 이내'],
  [YEAR_POLICIES.reissuesReturned, false, 'ASSUMPTION', '기본값: 반납된 금액은 재발급하지 않음'],
  [YEAR_POLICIES.beyondBalance, 'BLOCK', 'ASSUMPTION', '기본값: 바우처 잔액을 넘는 사용은 거절'],
  [YEAR_POLICIES.expiringWithinDays, 30, 'ASSUMPTION', '기본값: 만료 30일 전부터 현황에 표시'],
  [YEAR_POLICIES.stuckAfterDays, 30, 'ASSUMPTION', '기본값: 30일 동안 다음 단계로 가지 않으면 현황에 표시'],
  [YEAR_POLICIES.evaluatorsMinimum, 2, 'ASSUMPTION', '기본값: 이해충돌 없는 평가위원 2명 이상'],
];

export function defaultYearPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, source, clause]) => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source, knownAt }));
}

/** What the kind of a programme says of itself; laid down when its first year is opened, in the scope of the year. */
const KIND_TERMS: Readonly<Record<VoucherKind, readonly Default[]>> = {
  AS: [[YEAR_POLICIES.transferWithinYears, 2, 'PRACTICE', '기술이전 후 2년 이내(2020. 11. 보도)']],
  KTTN: [[YEAR_POLICIES.brokerRequired, true, 'SEED', 'KTTN 중개인력 참여 필수화']],
};

/** The terms of the kind of a programme, as decisions for one year from its first day on. */
export function kindPolicies(kind: VoucherKind, yearId: string, firstDay: LocalDate, knownAt: Date): PolicyDraft[] {
  return KIND_TERMS[kind].map(([key, value, source, clause]) => ({ scope: `voucher/${yearId}`, key, value, effectiveFrom: firstDay, effectiveTo: null, clause, source, knownAt }));
}

/** The scopes whose policies apply to a programme year, narrowest first. */
export const yearScopes = (year: { readonly id: string; readonly programmeId: string }): readonly string[] => [`voucher/${year.id}`, `programme/${year.programmeId}`, '*'];

/** The terms in force; what nobody decided is as strict as it can be read. */
export function yearTerms(policies: PolicySet): YearTerms {
  const years = policies.integer(YEAR_POLICIES.transferWithinYears, 0);
  return {
    faceWon: won(policies.amount(YEAR_POLICIES.face) ?? 0n),
    selfBurden: basisPoints(policies.integer(YEAR_POLICIES.selfBurden, 0)),
    vatRate: basisPoints(policies.integer(YEAR_POLICIES.vatRate, 0)),
    selfBurdenChannel: policies.text(YEAR_POLICIES.selfBurdenChannel) === 'DIRECT' ? 'DIRECT' : 'DEPOSIT',
    validityMonths: policies.integer(YEAR_POLICIES.validityMonths, 0),
    endsWithFiscalYear: policies.flag(YEAR_POLICIES.endsWithFiscalYear),
    transferWithinYears: years === 0 ? null : years,
    brokerRequired: policies.flag(YEAR_POLICIES.brokerRequired),
    brokerFeeCap: basisPoints(policies.integer(YEAR_POLICIES.brokerFeeCap, 0)),
    reissuesReturned: policies.flag(YEAR_POLICIES.reissuesReturned),
    beyondBalance: policies.text(YEAR_POLICIES.beyondBalance) === 'WARN' ? 'WARN' : 'BLOCK',
    menu: menuOf(policies.find(YEAR_POLICIES.menu)),
  };
}

function menuOf(row: Policy | null): readonly ServiceMenuItem[] {
  const value: unknown = row?.value;
  return Array.isArray(value) ? (value as readonly ServiceMenuItem[]) : [];
}
