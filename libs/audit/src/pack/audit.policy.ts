import { localDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import type { PolicyDraft, PolicySet } from '#libs/policy';

/** The limits by which lists of the audit room are drawn; somebody may argue with each, so each is a policy. */
export const AUDIT_POLICIES = {
  periodYears: 'audit.period-years',
  yearEndDays: 'audit.year-end-days',
  thresholdBand: 'audit.threshold-band-basis-points',
  splitDays: 'audit.split-days',
  batchMilliseconds: 'audit.batch-milliseconds',
  officeFrom: 'access-review.office-from-hour',
  officeTo: 'access-review.office-to-hour',
} as const;

/** What the limits are called, and in which unit they count. */
export const LIMIT_NAMES: Readonly<Record<string, readonly [ko: string, en: string, unit: string]>> = {
  [AUDIT_POLICIES.periodYears]: ['감사 자료의 기간', 'Period of a pack', '년'],
  [AUDIT_POLICIES.yearEndDays]: ['연도 말로 보는 날수', 'Days that end a year', '일'],
  [AUDIT_POLICIES.thresholdBand]: ['기준금액 바로 아래로 보는 폭', 'Band under a threshold', ''],
  [AUDIT_POLICIES.splitDays]: ['나눈 지급으로 보는 날수', 'Days that bundle deals', '일'],
  [AUDIT_POLICIES.batchMilliseconds]: ['이어진 결재로 보는 간격', 'Gap of signatures in a row', '밀리초'],
  [AUDIT_POLICIES.officeFrom]: ['업무시간 시작', 'Office hours from', '시'],
  [AUDIT_POLICIES.officeTo]: ['업무시간 끝', 'Office hours to', '시'],
};

const SINCE = localDate('2000-01-01');

const DEFAULTS: readonly (readonly [key: string, value: number, clause: string])[] = [
  [AUDIT_POLICIES.periodYears, 5, '기본값: 감사 자료의 기간 5년'],
  [AUDIT_POLICIES.yearEndDays, 14, '기본값: 연도 말 14일의 지급'],
  [AUDIT_POLICIES.thresholdBand, 1000, '기본값: 결재 기준금액에 10% 이내로 못 미치는 금액'],
  [AUDIT_POLICIES.splitDays, 30, '기본값: 30일 안의 지급은 합쳐서 봄'],
  [AUDIT_POLICIES.batchMilliseconds, 3000, '기본값: 3초 안에 이어진 결재'],
];

export function defaultAuditPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, clause]) => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source: 'ASSUMPTION', knownAt }));
}

/** A limit in force. Nobody's guess stands in for a decision that is missing: throws `audit.limit-undecided`. */
export function limitOf(limits: PolicySet, key: string): number {
  const value = limits.find(key)?.value;
  if (typeof value === 'number') return value;
  throw new DomainError(
    'invalid',
    'audit.limit-undecided',
    {
      ko: `그때에는 정해진 기준(${key})이 없었습니다. 더 나중의 기준일이나 자료 반영 시점을 지정해 주세요.`,
      en: `The limit ${key} was not decided or known then. Ask for a later date, or as known later.`,
    },
    { details: { key } },
  );
}
