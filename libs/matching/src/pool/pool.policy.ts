import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicySource, PolicyValue } from '#libs/policy';
import type { MatchTerms } from '../match/match.js';

/** The numbers of a pool that somebody decided; each is a policy row with a clause and a source. */
export const MATCHING_POLICIES = {
  matchPercent: 'matching.match-percent',
  governmentAtMost: 'matching.government-at-most-basis-points',
  capPerProject: 'matching.cap-per-project-won',
  inKindCounts: 'matching.in-kind-counts',
  sourcesNotCounted: 'matching.sources-not-counted',
  lockUpDays: 'matching.lock-up-days',
  roundTripDays: 'matching.round-trip-days',
  zoneRequired: 'matching.zone-required',
} as const;

const SINCE = localDate('2020-01-01');

interface Default {
  readonly key: string;
  readonly value: PolicyValue;
  readonly source: PolicySource;
  readonly clause: string;
}

/** What applies where no pool decided otherwise (docs/domain.md §5); laid down at installation. The source of the pilot gives no ratio. */
const DEFAULTS: readonly Default[] = [
  { key: MATCHING_POLICIES.matchPercent, value: 100, source: 'ASSUMPTION', clause: '기본값: 정부 1 : 민간 1(역매칭 비율은 원문에 없음)' },
  { key: MATCHING_POLICIES.governmentAtMost, value: 5_000, source: 'ASSUMPTION', clause: '기본값: 정부지원금은 총사업비의 50% 이내(국가연구개발혁신법 시행령 별표 1의 한도 안)' },
  { key: MATCHING_POLICIES.capPerProject, value: '300000000', source: 'ASSUMPTION', clause: '기본값: 과제당 3억원 이내' },
  { key: MATCHING_POLICIES.inKindCounts, value: false, source: 'ASSUMPTION', clause: '기본값: 현금만 인정, 민간 현물은 불인정' },
  { key: MATCHING_POLICIES.sourcesNotCounted, value: ['OTHER_PUBLIC', 'GUARANTEED_LOAN', 'RELATED_PARTY', 'OTHER'], source: 'ASSUMPTION', clause: '기본값: 다른 공공재원·국가보증 대출·연구자와 특수관계인의 돈은 불인정' },
  { key: MATCHING_POLICIES.lockUpDays, value: 180, source: 'ASSUMPTION', clause: '기본값: 납입 후 180일 동안 반환하지 않음' },
  { key: MATCHING_POLICIES.roundTripDays, value: 30, source: 'ASSUMPTION', clause: '기본값: 30일 안에 되돌아간 돈은 순환입금으로 봄' },
  { key: MATCHING_POLICIES.zoneRequired, value: true, source: 'SEED', clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): 연구개발특구 시범' },
];

export function defaultMatchingPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map((row) => ({ ...row, scope: '*', effectiveFrom: SINCE, effectiveTo: null, knownAt }));
}

/** Ratio, share and cap in force, as the rules of the match take them. */
export function matchTerms(policies: PolicySet): MatchTerms {
  const ratio = policies.find(MATCHING_POLICIES.matchPercent);
  return {
    match: basisPoints(policies.integer(MATCHING_POLICIES.matchPercent, 0) * 100),
    governmentAtMost: basisPoints(policies.integer(MATCHING_POLICIES.governmentAtMost, 0)),
    capPerProjectWon: won(policies.amount(MATCHING_POLICIES.capPerProject) ?? 0n),
    clause: ratio?.clause ?? '',
  };
}
