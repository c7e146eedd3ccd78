import { localDate } from '#libs/calendar';
import type { PolicyDraft, PolicySet, PolicySource, PolicyValue } from '#libs/policy';
import type { ClaimLimits } from '../classification/classification.rules.js';
import { claimLimits } from '../fund/fund.policy.js';
import type { HoldingLaw } from './detail/evidence-detail.js';

/** The numbers and choices behind recognition; policy rows with a clause each. */
export const RECOGNITION_POLICIES = {
  followOnTest: 'fund.followon-status-test',
  lostStatus: 'fund.recognition.lost-status',
  valuationYears: 'recognition.valuation-maximum-years',
  specialZones: 'recognition.special-zones',
  noticeDays: 'recognition.expiry-notice-days',
} as const;

/** Which share of a company an institute has to hold, by the law that makes the company what it is. */
export const HOLDING_POLICIES: Readonly<Record<HoldingLaw, string>> = {
  SPECIAL_ZONE: 'recognition.holding.special-zone-basis-points',
  INDUSTRY_EDUCATION: 'recognition.holding.industry-education-basis-points',
  TECHNOLOGY_TRANSFER: 'recognition.holding.technology-transfer-basis-points',
};

/** On which payment a follow-on is tested: on the first one into the company, or on its own. */
export const FOLLOW_ON_TESTS = ['FIRST_INVESTMENT', 'EACH_TIME'] as const;
export type FollowOnTest = (typeof FOLLOW_ON_TESTS)[number];

/** What a status that a company loses later does to a recognition that was decided on it. */
export const LOST_STATUS_EFFECTS = ['KEEPS', 'REVOKES'] as const;
export type LostStatusEffect = (typeof LOST_STATUS_EFFECTS)[number];

const SINCE = localDate('2020-01-01');

type Default = readonly [key: string, value: PolicyValue, source: PolicySource, clause: string];

const DEFAULTS: readonly Default[] = [
  [RECOGNITION_POLICIES.followOnTest, 'FIRST_INVESTMENT', 'ASSUMPTION', '기본값: 후속투자는 최초 투자 납입일 기준으로 인정요건 판단'],
  [RECOGNITION_POLICIES.lostStatus, 'KEEPS', 'ASSUMPTION', '기본값: 납입일 이후의 지위 상실은 이미 확정된 인정에 영향 없음'],
  [RECOGNITION_POLICIES.valuationYears, 1, 'LAW', '산업교육진흥 및 산학연협력촉진에 관한 법률 제36조의4제2항'],
  [HOLDING_POLICIES.SPECIAL_ZONE, 1000, 'LAW', '연구개발특구의 육성에 관한 특별법 시행령 제13조제5항'],
  [HOLDING_POLICIES.INDUSTRY_EDUCATION, 1000, 'LAW', '산업교육진흥 및 산학연협력촉진에 관한 법률 제36조의4제4항'],
  [HOLDING_POLICIES.TECHNOLOGY_TRANSFER, 2000, 'LAW', '기술의 이전 및 사업화 촉진에 관한 법률 제21조의4제2항'],
  [RECOGNITION_POLICIES.specialZones, '대덕,광주,대구,부산,전북', 'ASSUMPTION', '기본값: 지정·고시된 연구개발특구(강소특구는 추가 등록)'],
  [RECOGNITION_POLICIES.noticeDays, 60, 'ASSUMPTION', '기본값: 증빙 만료 60일 전부터 알림'],
];

export function defaultRecognitionPolicies(knownAt: Date): PolicyDraft[] {
  return DEFAULTS.map(([key, value, source, clause]) => ({ scope: '*', key, value, effectiveFrom: SINCE, effectiveTo: null, clause, source, knownAt }));
}

export interface HoldingMinimum {
  readonly basisPoints: number;
  readonly clause: string;
}

/** What the checks of all routes rest on, as decided for one fund. */
export interface RecognitionLimits extends ClaimLimits {
  readonly valuationYears: number;
  readonly valuationClause: string;
  readonly holdings: Readonly<Record<HoldingLaw, HoldingMinimum>>;
  readonly specialZones: readonly string[];
}

/** Where nobody decided, the strictest: a full holding, no zone, a valuation of the day itself. */
export function recognitionLimits(policies: PolicySet): RecognitionLimits {
  const clauseOf = (key: string): string => policies.find(key)?.clause ?? '';
  const holding = (law: HoldingLaw): HoldingMinimum => ({ basisPoints: policies.integer(HOLDING_POLICIES[law], 10_000), clause: clauseOf(HOLDING_POLICIES[law]) });
  return {
    ...claimLimits(policies),
    valuationYears: policies.integer(RECOGNITION_POLICIES.valuationYears, 0),
    valuationClause: clauseOf(RECOGNITION_POLICIES.valuationYears),
    holdings: { SPECIAL_ZONE: holding('SPECIAL_ZONE'), INDUSTRY_EDUCATION: holding('INDUSTRY_EDUCATION'), TECHNOLOGY_TRANSFER: holding('TECHNOLOGY_TRANSFER') },
    specialZones: (policies.text(RECOGNITION_POLICIES.specialZones) ?? '').split(',').map((zone) => zone.trim()).filter((zone) => zone !== ''),
  };
}

export const followOnTest = (policies: PolicySet): FollowOnTest => (policies.text(RECOGNITION_POLICIES.followOnTest) === 'EACH_TIME' ? 'EACH_TIME' : 'FIRST_INVESTMENT');

export const lostStatusEffect = (policies: PolicySet): LostStatusEffect => (policies.text(RECOGNITION_POLICIES.lostStatus) === 'REVOKES' ? 'REVOKES' : 'KEEPS');

export const noticeDays = (policies: PolicySet): number => policies.integer(RECOGNITION_POLICIES.noticeDays, 0);
