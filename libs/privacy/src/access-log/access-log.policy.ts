import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySource } from '#libs/policy';

type Default = readonly [key: string, value: number, source: PolicySource, clause: string];

const STANDARD = '개인정보의 안전성 확보조치 기준 제8조';

/** What the database goes by (`policy_number`) where compliance has not decided otherwise. */
const DEFAULTS: readonly Default[] = [
  ['access-log.minimum-retention-years', 2, 'LAW', `${STANDARD} 제1항(5만 명 이상 또는 고유식별·민감정보: 2년 이상)`],
  ['access-log.retention-years', 5, 'ASSUMPTION', '기본값: 접속기록 보관 5년'],
  ['access-review.due-days', 10, 'ASSUMPTION', `${STANDARD} 제2항(월 1회 이상 점검), 다음 달 10일까지는 기본값`],
  ['access-review.office-from-hour', 7, 'ASSUMPTION', '기본값: 업무시간 07시부터'],
  ['access-review.office-to-hour', 20, 'ASSUMPTION', '기본값: 업무시간 20시까지'],
  ['access-review.off-hours-entries', 5, 'ASSUMPTION', '기본값: 업무시간 밖 접근 월 5건 초과 시 소명'],
  ['access-review.subjects', 1000, 'ASSUMPTION', '기본값: 조회한 정보주체 월 1,000명 초과 시 소명'],
  ['access-review.bulk-subjects', 150, 'ASSUMPTION', '기본값: 한 번에 150명 초과 조회 시 소명'],
  ['access-review.reasoned-entries', 30, 'ASSUMPTION', '기본값: 내려받기·계좌번호 보기 월 30건 초과 시 소명'],
  ['access-review.refusals', 10, 'ASSUMPTION', '기본값: 권한 없는 시도 월 10건 초과 시 소명'],
];

export function defaultAccessLogPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, source, clause]) => ({ scope: '*', key, value, effectiveFrom: localDate('2000-01-01'), effectiveTo: null, clause, source, knownAt }));
}
