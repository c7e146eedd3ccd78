import { localDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { basisPoints } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicySource } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import type { DealClass } from '../obligation/mandate/mandate.js';
import type { RelatedPartyTerms } from './related-party.rules.js';
import type { ExposureLimit, RestrictionTerms } from './restriction.js';

/** What a limit is about; how large it is, and whether a soft one blocks, are policies. */
interface LimitKind extends Pick<ExposureLimit, 'rule' | 'name' | 'counts' | 'per' | 'level' | 'period' | 'action' | 'hardness'> {
  readonly key: string;
  readonly usual: number;
  readonly source: PolicySource;
  readonly clause: string;
}

const EVERY: DealClass = { kind: 'EVERY' };
const trait = (dimension: string, value: string): DealClass => ({ kind: 'TRAIT', dimension, values: [value] });
const named = (ko: string, en: string): Bilingual => ({ ko, en });
const LISTED_CLAUSE = '벤처투자 촉진에 관한 법률 제51조제4항, 시행령 제35조';

const soft = { level: 'FUND', period: 'WHOLE_LIFE', action: 'WARN', hardness: 'SOFT', source: 'ASSUMPTION' } as const;
const hard = { period: 'WHOLE_LIFE', action: 'BLOCK', hardness: 'HARD', source: 'LAW', clause: LISTED_CLAUSE, per: null, counts: trait('market', 'LISTED') } as const;

/** The limit on one company, by its one name. */
export const ISSUER_LIMIT = 'investment-stays-within-issuer-limit';

/** Traits that limits read: company, project, place (OVERSEAS), shares (SECONDARY), market (LISTED). */
const LIMITS: readonly LimitKind[] = [
  { ...soft, rule: ISSUER_LIMIT, name: named('동일기업 투자액', 'investments in one company'), counts: EVERY, per: 'company', key: FUND_POLICIES.singleCompanyCap, usual: 2000, clause: '기본값: 동일기업 투자한도 약정총액의 20%' },
  { ...soft, rule: 'project-stays-within-limit', name: named('동일 프로젝트 투자액', 'investments in one project'), counts: trait('kind', 'PROJECT'), per: 'project', key: 'fund.single-project-cap-basis-points', usual: 2000, clause: '기본값: 동일 프로젝트 투자한도 약정총액의 20%' },
  { ...soft, rule: 'overseas-stays-within-limit', name: named('해외투자액', 'overseas investments'), counts: trait('place', 'OVERSEAS'), per: null, key: 'fund.overseas-cap-basis-points', usual: 2000, clause: '기본값: 해외투자 한도 약정총액의 20%' },
  { ...soft, rule: 'secondary-stays-within-limit', name: named('구주 투자액', 'purchases of old shares'), counts: trait('shares', 'SECONDARY'), per: null, key: 'fund.secondary-cap-basis-points', usual: 2000, clause: '기본값: 구주 투자한도 약정총액의 20%' },
  { ...soft, rule: 'quarter-stays-within-pace', name: named('분기 투자액', 'investments of one quarter'), counts: EVERY, per: null, period: 'QUARTER', key: 'fund.quarter-cap-basis-points', usual: 10_000, clause: '기본값: 분기별 투자속도 제한 없음' },
  { ...hard, rule: 'listed-stays-within-limit', name: named('상장법인 투자액', 'investments in listed companies'), level: 'FUND', key: 'fund.listed-cap-basis-points', usual: 2000 },
  { ...hard, rule: 'listed-stays-within-general-partner-limit', name: named('운용 조합 전체의 상장법인 투자액', 'investments of all funds in listed companies'), level: 'GENERAL_PARTNER', key: 'general-partner.listed-cap-basis-points', usual: 2000 },
];

const SPECIAL_PURPOSE_CONSENT = 'fund.special-purpose-consent-basis-points';
const MAJOR_SHAREHOLDER = 'related-party.major-shareholder-basis-points';
const MAJOR_PARTNER = 'related-party.major-partner-basis-points';
/** How many different people have to sign a waiver, and for how many days one may hold. */
export const WAIVER_APPROVERS = 'waiver.approvers';
export const WAIVER_MOST_DAYS = 'waiver.most-days';
/** How many of the managers whom the agreement names have to be there, and how long a bridge loan may run. */
export const KEY_MANAGERS_MINIMUM = 'fund.key-managers-minimum';
export const BRIDGE_MOST_DAYS = 'fund.bridge-most-days';

/** Whether a soft limit warns or blocks: `fund.overseas-cap-basis-points` has `fund.overseas-cap.action`. */
const actionKey = (key: string): string => key.replace(/-basis-points$/, '.action');

/** The terms of restrictions that an agreement sets by itself, by what a value of each looks like; those of the law are not its to move. */
export const RESTRICTION_TERMS: Readonly<Record<string, 'BASIS_POINTS' | 'COUNT' | 'ACTION'>> = {
  ...Object.fromEntries(LIMITS.filter(({ hardness }) => hardness === 'SOFT').flatMap(({ key }) => [[key, 'BASIS_POINTS'], [actionKey(key), 'ACTION']])),
  [KEY_MANAGERS_MINIMUM]: 'COUNT',
  [BRIDGE_MOST_DAYS]: 'COUNT',
};

/** Rules that partners agreed among themselves and may be let off, with what people call them. */
export const WAIVABLE_RULES: readonly { readonly rule: string; readonly name: Bilingual }[] = [
  ...LIMITS.filter(({ hardness }) => hardness === 'SOFT').map(({ rule, name }) => ({ rule, name: named(`${name.ko} 한도`, `limit on ${name.en}`) })),
  { rule: 'key-managers-stand-behind-the-deal', name: named('핵심운용인력 재직', 'key managers') },
  { rule: 'co-investment-is-disclosed', name: named('공동투자 통지', 'notice of co-investment') },
  { rule: 'bridge-is-short', name: named('브릿지론 기간', 'term of bridge loans') },
];

export function defaultRestrictionPolicies(knownAt: Date): PolicyDraft[] {
  const limits = LIMITS.filter((limit) => limit.key !== FUND_POLICIES.singleCompanyCap);
  const rest = { scope: '*', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, knownAt };
  return [
    ...limits.map(({ key, usual, source, clause }) => ({ ...rest, key, value: usual, source, clause })),
    ...limits.filter(({ hardness }) => hardness === 'SOFT').map(({ key, action }) => ({ ...rest, key: actionKey(key), value: action, source: 'ASSUMPTION' as const, clause: '기본값: 한도 초과 시 경고' })),
    { ...rest, key: SPECIAL_PURPOSE_CONSENT, value: 6667, source: 'LAW', clause: '벤처투자 촉진에 관한 법률 시행령 제36조(출자지분 3분의 2 이상 사전 동의)' },
    { ...rest, key: MAJOR_SHAREHOLDER, value: 1000, source: 'ASSUMPTION', clause: '기본값: 의결권 있는 주식의 10% 이상' },
    { ...rest, key: MAJOR_PARTNER, value: 1000, source: 'LAW', clause: '벤처투자 촉진에 관한 법률 시행령 제36조(출자지분 10% 이상)' },
    { ...rest, key: WAIVER_APPROVERS, value: 2, source: 'ASSUMPTION', clause: '기본값: 예외승인은 서로 다른 2인' },
    { ...rest, key: WAIVER_MOST_DAYS, value: 365, source: 'ASSUMPTION', clause: '기본값: 예외승인은 1년 이내' },
    { ...rest, key: KEY_MANAGERS_MINIMUM, value: 0, source: 'ASSUMPTION', clause: '기본값: 핵심운용인력 요건 없음' },
    { ...rest, key: BRIDGE_MOST_DAYS, value: 180, source: 'ASSUMPTION', clause: '기본값: 브릿지론 180일 이내' },
  ];
}

/** The limits in force, each with the clause it was decided under; one that nobody decided blocks nothing and is left out. */
export function exposureLimits(policies: PolicySet): ExposureLimit[] {
  return LIMITS.flatMap(({ key, usual: _usual, source: _source, ...kind }) => {
    const decided = policies.find(key);
    if (typeof decided?.value !== 'number') return [];
    const action = kind.hardness === 'SOFT' && policies.text(actionKey(key)) === 'BLOCK' ? 'BLOCK' : kind.action;
    return [{ ...kind, action, cap: basisPoints(decided.value), clause: decided.clause }];
  });
}

/** Where nobody decided, consent is asked of everybody and every owner or partner is a major one: a check errs on the side of speaking up. */
export function restrictionTerms(policies: PolicySet, lawClause: string): RestrictionTerms & RelatedPartyTerms {
  return {
    specialPurposeConsent: basisPoints(policies.integer(SPECIAL_PURPOSE_CONSENT, 10_000)),
    majorShareholder: basisPoints(policies.integer(MAJOR_SHAREHOLDER, 0)),
    majorPartner: basisPoints(policies.integer(MAJOR_PARTNER, 0)),
    lawClause,
    clause: lawClause,
  };
}
