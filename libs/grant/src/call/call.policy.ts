import { localDate, type LocalDate } from '#libs/calendar';
import type { PolicyDraft, PolicySource, PolicyValue } from '#libs/policy';
import type { GrantRegime } from './call.js';

/** The numbers of a call that somebody decided; each is a policy row with a clause and a source. */
export const CALL_POLICIES = {
  evaluatorsMinimum: 'grant.evaluators-minimum',
  scoreMinimum: 'grant.score-minimum',
  objectionDays: 'grant.objection-within-days',
  agreeDays: 'grant.agree-within-days',
  projectsMaximum: 'grant.researcher-projects-maximum',
  investigatorProjectsMaximum: 'grant.investigator-projects-maximum',
  answerDays: 'grant.answers-valid-days',
  duplicateYears: 'grant.duplicate-within-years',
  projectAmount: 'grant.project-amount-won',
  projectYears: 'grant.project-years',
  projectsSelected: 'grant.projects-selected-maximum',
  tiers: 'grant.tiers',
  triadRequired: 'grant.triad-required',
} as const;

const SINCE = localDate('2020-01-01');
const INNOVATION_ACT = localDate('2021-01-01');

/** A default of the whole product, with where it comes from. */
interface Default {
  readonly key: string;
  readonly value: PolicyValue;
  readonly source: PolicySource;
  readonly clause: string;
  readonly since?: LocalDate;
}

/** What applies where no programme and no call decided otherwise (docs/domain.md §4.3, §4.4); laid down at installation. */
const DEFAULTS: readonly Default[] = [
  { key: CALL_POLICIES.evaluatorsMinimum, value: 3, source: 'ASSUMPTION', clause: '기본값: 이해충돌 없는 평가위원 3명 이상' },
  { key: CALL_POLICIES.scoreMinimum, value: 60, source: 'ASSUMPTION', clause: '기본값: 평균 60점 미만은 지원 제외' },
  { key: CALL_POLICIES.objectionDays, value: 10, source: 'PRACTICE', clause: '선정결과 통보일부터 10일 이내(공고 관행)' },
  { key: CALL_POLICIES.agreeDays, value: 30, source: 'LAW', clause: '국가연구개발혁신법 시행령 제13조제2항', since: INNOVATION_ACT },
  { key: CALL_POLICIES.projectsMaximum, value: 5, source: 'LAW', clause: '국가연구개발혁신법 시행령 제64조', since: INNOVATION_ACT },
  { key: CALL_POLICIES.investigatorProjectsMaximum, value: 3, source: 'LAW', clause: '국가연구개발혁신법 시행령 제64조', since: INNOVATION_ACT },
  { key: CALL_POLICIES.answerDays, value: 30, source: 'ASSUMPTION', clause: '기본값: 조회 결과는 30일 동안 유효' },
  { key: CALL_POLICIES.duplicateYears, value: 3, source: 'ASSUMPTION', clause: '기본값: 최근 3년의 지원을 중복으로 봄' },
  { key: CALL_POLICIES.projectYears, value: 1, source: 'ASSUMPTION', clause: '기본값: 1년 과제' },
  { key: CALL_POLICIES.triadRequired, value: false, source: 'ASSUMPTION', clause: '기본값: 연구자·중개인·기업의 공동 참여를 요구하지 않음' },
];

export function defaultCallPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(({ since = SINCE, ...row }) => ({ ...row, scope: '*', effectiveFrom: since, effectiveTo: null, knownAt }));
}

/** What a regime says otherwise than the defaults; laid down in the scope of a call when it is opened. */
const OF_REGIME: Readonly<Record<GrantRegime, readonly Default[]>> = {
  RND: [],
  SUBSIDY: [{ key: CALL_POLICIES.agreeDays, value: 30, source: 'ASSUMPTION', clause: '기본값: 선정 통보 후 30일 안에 교부결정(보조금 관리에 관한 법률 제17조는 날짜를 정하지 않음)' }],
};

/** The terms of the regime of a call, as decisions for it from its first day on. */
export function regimePolicies(regime: GrantRegime, callId: string, firstDay: LocalDate, knownAt: Date): PolicyDraft[] {
  return OF_REGIME[regime].map((row) => ({ ...row, scope: `grant/${callId}`, effectiveFrom: firstDay, effectiveTo: null, knownAt }));
}
