import { localDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import type { PolicyDraft, PolicySet, PolicySource } from '#libs/policy';
import type { GrantRegime } from '../call/call.js';
import type { AssetKind } from './asset.js';

export const ASSET_POLICIES = {
  restrictionYears: 'grant.asset-restriction-years',
  checkMonths: 'grant.asset-check-months',
  checkWithin: 'grant.asset-check-within-months',
  registerFrom: 'grant.asset-register-from-won',
  approvalDays: 'grant.asset-approval-valid-days',
  proceedsDays: 'grant.asset-proceeds-within-days',
} as const;

/** The numbers of assets in force for a call. */
export interface AssetTerms {
  /** Years through which an asset is disposed of with approval only. */
  readonly restrictionYears: Readonly<Record<AssetKind, number>>;
  /** An asset is looked at once in so many months, counted from January. */
  readonly checkMonths: number;
  /** Months after the period within which it has been. */
  readonly checkWithinMonths: number;
  /** Equipment of so much has a number in the national register. */
  readonly registerFromWon: Won;
  readonly approvalDays: number;
  readonly proceedsDays: number;
  readonly checkClause: string;
}

const RESTRICTION_YEARS: Readonly<Record<AssetKind, number>> = { EQUIPMENT: 5, PROTOTYPE: 5, REAL_ESTATE: 10, INTANGIBLE: 5, OTHER: 5 };
const CHECK_MONTHS: Readonly<Record<GrantRegime, number>> = { RND: 12, SUBSIDY: 6 };
const CHECK_CLAUSES: Readonly<Record<GrantRegime, string>> = {
  RND: '국가연구개발 시설·장비의 관리 등에 관한 표준지침(연 1회 실태조사)',
  SUBSIDY: '보조금 관리에 관한 법률 제35조, 시행령 제15조(반기별 보고)',
};

export function defaultAssetPolicies(knownAt: Date): PolicyDraft[] {
  const laid = (key: string, value: PolicyDraft['value'], clause: string, source: PolicySource): PolicyDraft => ({ scope: '*', key, value, effectiveFrom: localDate('2020-01-01'), effectiveTo: null, clause, source, knownAt });
  return [
    laid(ASSET_POLICIES.restrictionYears, RESTRICTION_YEARS, '보조사업 중요재산 처분제한기간(부동산 10년, 그 밖 5년)', 'PRACTICE'),
    laid(ASSET_POLICIES.checkMonths, CHECK_MONTHS, Object.values(CHECK_CLAUSES).join(', '), 'PRACTICE'),
    laid(ASSET_POLICIES.checkWithin, 1, '기본값: 확인 기간이 끝난 뒤 1개월 안', 'ASSUMPTION'),
    laid(ASSET_POLICIES.registerFrom, '30000000', '3천만원 이상 장비는 국가연구시설·장비 등록(ZEUS)', 'PRACTICE'),
    laid(ASSET_POLICIES.approvalDays, 180, '기본값: 처분승인은 180일 동안 유효', 'ASSUMPTION'),
    laid(ASSET_POLICIES.proceedsDays, 30, '기본값: 처분수입의 정부 몫은 처분일부터 30일 안에 납부', 'ASSUMPTION'),
  ];
}

export function assetTerms(regime: GrantRegime, policies: PolicySet): AssetTerms {
  const months = policies.find(ASSET_POLICIES.checkMonths);
  return {
    restrictionYears: { ...RESTRICTION_YEARS, ...numbersOf(policies.find(ASSET_POLICIES.restrictionYears)?.value) },
    checkMonths: { ...CHECK_MONTHS, ...numbersOf(months?.value) }[regime],
    checkWithinMonths: policies.integer(ASSET_POLICIES.checkWithin, 1),
    registerFromWon: won(policies.amount(ASSET_POLICIES.registerFrom) ?? 30_000_000n),
    approvalDays: policies.integer(ASSET_POLICIES.approvalDays, 180),
    proceedsDays: policies.integer(ASSET_POLICIES.proceedsDays, 30),
    checkClause: months === null || months.scope === '*' ? CHECK_CLAUSES[regime] : months.clause,
  };
}

/** Those members of a decided value that are whole numbers. */
function numbersOf(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((member): member is [string, number] => typeof member[1] === 'number' && Number.isInteger(member[1]) && member[1] > 0));
}
