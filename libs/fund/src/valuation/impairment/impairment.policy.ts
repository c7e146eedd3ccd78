import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicySource, PolicyValue } from '#libs/policy';
import { IMPAIRMENT_REASONS, type ImpairmentReason, type ImpairmentTerms } from './impairment.js';

const asksFor = (reason: ImpairmentReason): string => `fund.impairment.${reason.toLowerCase().replaceAll('_', '-')}-basis-points`;
const YOUNG_YEARS = 'fund.impairment.young-company-years';
const FOLLOW_ON_SHARE = 'fund.impairment.follow-on-basis-points';
const FOLLOW_ON_WON = 'fund.impairment.follow-on-won';
export const AUDITOR_ACTION = 'fund.impairment.auditor-action';

/** What a reason asks for where nobody decided otherwise. */
const USUAL: Readonly<Record<ImpairmentReason, number>> = {
  FULL_CAPITAL_EROSION: 10_000,
  DEFAULT: 10_000,
  SUSPENSION: 10_000,
  REHABILITATION: 10_000,
  LAWSUIT: 5_000,
  AUDIT_OPINION: 5_000,
  OTHER: 0,
};

const GUIDELINE = '손상차손 가이드라인(2024 개정)';

export function defaultImpairmentPolicies(knownAt: Date): PolicyDraft[] {
  const row = (key: string, value: PolicyValue, source: PolicySource, clause: string): PolicyDraft => ({ scope: '*', key, value, effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt, source, clause });
  return [
    ...IMPAIRMENT_REASONS.map((reason) => row(asksFor(reason), USUAL[reason], 'ASSUMPTION', `기본값: ${GUIDELINE} 사유별 손상률`)),
    row(YOUNG_YEARS, 5, 'PRACTICE', `${GUIDELINE}: 설립 5년 이내 기업 예외`),
    row(FOLLOW_ON_SHARE, 300, 'PRACTICE', `${GUIDELINE}: 지분 3% 이상 후속투자`),
    row(FOLLOW_ON_WON, '3000000000', 'PRACTICE', `${GUIDELINE}: 30억원 이상 후속투자`),
    row(AUDITOR_ACTION, 'WARN', 'ASSUMPTION', '기본값: 감사인 확인이 없으면 경고'),
  ];
}

/** Where nobody decided a reason asks for the whole cost, no company is young and no round is large: the check speaks up. */
export function impairmentTerms(policies: PolicySet): ImpairmentTerms {
  return {
    asks: Object.fromEntries(IMPAIRMENT_REASONS.map((reason) => [reason, basisPoints(policies.integer(asksFor(reason), 10_000))])) as ImpairmentTerms['asks'],
    youngYears: policies.integer(YOUNG_YEARS, 0),
    followOnShare: basisPoints(policies.integer(FOLLOW_ON_SHARE, 10_000)),
    followOnWon: won(policies.amount(FOLLOW_ON_WON) ?? 10n ** 15n),
    auditorAction: policies.text(AUDITOR_ACTION) === 'WARN' ? 'WARN' : 'BLOCK',
    clause: policies.find(FOLLOW_ON_SHARE)?.clause ?? GUIDELINE,
  };
}
