import type { Bilingual } from '#libs/errors';
import type { LocalDate } from '#libs/calendar';

/** The programmes whose grants the engine runs (docs/domain.md §1): P13, P02, P11, P12, P21, and P22, whose pools libs/matching opens. */
export type GrantKind = 'PROTOTYPE' | 'BRIDGE' | 'BASIC_TIER' | 'OSMU' | 'TEST_BED' | 'MATCHING';

export const GRANT_KINDS: Readonly<Record<GrantKind, Bilingual & { readonly prefix: string; readonly programme: string }>> = {
  PROTOTYPE: { ko: '시작품 제작 전문기업 육성', en: 'Prototype manufacturing', prefix: 'PT', programme: 'PROTOTYPE' },
  BRIDGE: { ko: '중개연구단', en: 'Bridge research groups', prefix: 'BR', programme: 'BRIDGE' },
  BASIC_TIER: { ko: '3단계 기본연구', en: 'Three-tier basic research', prefix: 'BT', programme: 'BASIC-TIER' },
  OSMU: { ko: 'OSMU 선도프로젝트', en: 'One source, multi use', prefix: 'OS', programme: 'OSMU' },
  TEST_BED: { ko: '지역 실증 테스트베드', en: 'Regional test bed', prefix: 'TB', programme: 'TEST-BED' },
  MATCHING: { ko: '민간투자형 연구개발(역매칭)', en: 'Reverse matching', prefix: 'MT', programme: 'MATCHING' },
};

/** What is opened as a call of grants; a pool is opened by matching. */
export const OPENED_KINDS = Object.keys(GRANT_KINDS).filter((kind) => kind !== 'MATCHING');

/** R&D contribution (국가연구개발혁신법) or national subsidy (보조금법): decided with the call, for good (docs/domain.md §4.1). */
export type GrantRegime = 'RND' | 'SUBSIDY';

export const GRANT_REGIMES: Readonly<Record<GrantRegime, Bilingual & { readonly law: string }>> = {
  RND: { ko: '연구개발 출연금', en: 'R&D contribution', law: '국가연구개발혁신법' },
  SUBSIDY: { ko: '국고보조금', en: 'National subsidy', law: '보조금 관리에 관한 법률' },
};

export const RECIPIENT_ROLES = ['MANUFACTURER', 'RESULT_OWNER', 'RESEARCH_GROUP', 'COMPANY', 'REGION'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** How an amount that the source leaves open is read. */
export const AMOUNT_BASES = ['TOTAL', 'PER_YEAR'] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];

/** One call of a programme; its terms are policies of the scope `grant/<id>`. */
export interface GrantCall {
  readonly id: string;
  readonly programmeId: string;
  readonly kind: GrantKind;
  readonly regime: GrantRegime;
  readonly fiscalYear: number;
  /** Agreements are numbered `<prefix>-<year>-001`, …. */
  readonly prefix: string;
  readonly name: string;
  readonly agency: string;
  readonly recipientRole: RecipientRole | null;
  readonly amountBasis: AmountBasis;
  /** While it is pending there is no money (예비타당성조사). */
  readonly feasibility: 'NOT_NEEDED' | 'PENDING' | 'PASSED';
}

/** A line on which money of a call may be spent. */
export interface CallLine {
  readonly code: string;
  readonly name: Bilingual;
  readonly indirect: boolean;
  readonly inKind: boolean;
  readonly position: number;
}

/** The scopes whose policies apply to a call, narrowest first. */
export const callScopes = (call: Pick<GrantCall, 'id' | 'programmeId'>): readonly string[] => [`grant/${call.id}`, `programme/${call.programmeId}`, '*'];

/** First and last day of a fiscal year (국가재정법 제2조: the calendar year). */
export const fiscalYearOf = (day: LocalDate): number => Number(day.slice(0, 4));
