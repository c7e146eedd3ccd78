import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySource } from '#libs/policy';

/** How long a fund may be extended, and by when what the law and the partners ask for is due. */
export const LIFE_POLICIES = {
  extensionYears: 'fund.extension-years-maximum',
  extensions: 'fund.extensions-maximum',
  registrationDays: 'fund.duty.registration-days',
  changeDays: 'fund.duty.change-registration-days',
  closingMonths: 'fund.duty.closing-statements-months',
  dissolutionDays: 'fund.duty.dissolution-notice-days',
  partnerReportDays: 'fund.duty.partner-report-days',
  reconciliationDays: 'fund.duty.custodian-reconciliation-days',
} as const;

type Default = readonly [key: string, value: number, source: PolicySource, clause: string];

const DEFAULTS: readonly Default[] = [
  [LIFE_POLICIES.extensionYears, 1, 'PRACTICE', '기본값: 존속기간 연장은 한 번에 1년'],
  [LIFE_POLICIES.extensions, 2, 'PRACTICE', '기본값: 존속기간 연장은 2회까지'],
  [LIFE_POLICIES.registrationDays, 14, 'LAW', '벤처투자 촉진에 관한 법률 제50조, 시행규칙 제24조'],
  [LIFE_POLICIES.changeDays, 14, 'LAW', '벤처투자 촉진에 관한 법률 시행규칙 제24조제4항'],
  [LIFE_POLICIES.closingMonths, 3, 'LAW', '벤처투자 촉진에 관한 법률 제54조, 시행령 제38조'],
  [LIFE_POLICIES.dissolutionDays, 14, 'LAW', '벤처투자 촉진에 관한 법률 시행령 제39조제4항'],
  [LIFE_POLICIES.partnerReportDays, 45, 'ASSUMPTION', '기본값: 분기 종료 후 45일 이내 조합원 보고'],
  [LIFE_POLICIES.reconciliationDays, 10, 'ASSUMPTION', '기본값: 매월 종료 후 10일 이내 수탁 대사'],
];

export function defaultLifePolicies(knownAt: Date): PolicyDraft[] {
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return DEFAULTS.map(([key, value, source, clause]) => ({ ...rest, key, value, source, clause }));
}
