import type { Bilingual } from '#libs/errors';
import { CALL_POLICIES } from '../call.policy.js';
import type { AmountBasis, GrantKind, GrantRegime, RecipientRole } from '../call.js';

/** A call as the plan of 2020-11-17 describes it: the opening form is filled with it, and everything in it may be changed there. */
export interface CallPreset {
  readonly kind: GrantKind;
  /** Its number in the plan (docs/domain.md §1). */
  readonly plan: string;
  readonly regime: GrantRegime;
  readonly fiscalYear: number;
  readonly agency: string;
  readonly recipientRole: RecipientRole | null;
  readonly amountBasis: AmountBasis;
  readonly feasibility: 'NOT_NEEDED' | 'PENDING';
  /** What the government proposed for the year, won; it is no budget yet. */
  readonly proposal: { readonly amountWon: string; readonly clause: string } | null;
  readonly terms: readonly { readonly key: string; readonly value: string; readonly clause: string; readonly source: 'SEED' | 'PRACTICE' | 'ASSUMPTION' }[];
  /** What the source leaves open and how it is read here until somebody decides. */
  readonly open: Bilingual | null;
}

const PLAN = '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.)';

export const CALL_PRESETS: readonly CallPreset[] = [
  {
    ...{ kind: 'PROTOTYPE', plan: 'P13', regime: 'RND', fiscalYear: 2021, agency: '과학기술일자리진흥원' },
    ...{ recipientRole: 'MANUFACTURER', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED' },
    proposal: { amountWon: '6200000000', clause: `${PLAN}: 시작품 제작 전문기업 ’21년 62억원(정부안)` },
    terms: [],
    open: {
      ko: '지원금을 받는 곳이 제작 전문기업인지 성과 소유자인지 원문에 없습니다. 기본값은 제작 전문기업입니다.',
      en: 'The source does not say whether the manufacturer or the owner of the result receives the money. The default is the manufacturer.',
    },
  },
  {
    ...{ kind: 'BRIDGE', plan: 'P02', regime: 'RND', fiscalYear: 2021, agency: '한국연구재단' },
    ...{ recipientRole: 'RESEARCH_GROUP', amountBasis: 'PER_YEAR', feasibility: 'NOT_NEEDED', proposal: null },
    terms: [
      { key: CALL_POLICIES.projectAmount, value: '2800000000', clause: `${PLAN}: 연구단별로 3년간 28억원(정부안)`, source: 'SEED' },
      { key: CALL_POLICIES.projectYears, value: '3', clause: `${PLAN}: 3년`, source: 'SEED' },
      { key: CALL_POLICIES.projectsSelected, value: '5', clause: `${PLAN}: 중개연구단 5개`, source: 'SEED' },
    ],
    open: {
      ko: '“연구단별로 3년간 28억원”은 3년 총액으로도, 연 28억원으로도 읽힙니다. 이후 공고(2021. 2. 4.)의 ‘연 28억원’에 따라 연액을 기본값으로 둡니다.',
      en: '“2.8 billion won per group over three years” may be the whole or the amount of each year. A later notice (2021-02-04) says each year: that is the default.',
    },
  },
  {
    ...{ kind: 'BASIC_TIER', plan: 'P11', regime: 'RND', fiscalYear: 2021, agency: '한국연구재단' },
    ...{ recipientRole: 'COMPANY', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED' },
    proposal: { amountWon: '9700000000', clause: '2021년 97억원(언론 보도, 원문에는 금액 없음)' },
    terms: [{ key: CALL_POLICIES.tiers, value: '기본 | 성장 | 유망', clause: `${PLAN}: 3단계 기본연구(기본, 성장, 유망)`, source: 'SEED' }],
    open: null,
  },
  {
    ...{ kind: 'OSMU', plan: 'P12', regime: 'RND', fiscalYear: 2022, agency: '한국연구재단' },
    ...{ recipientRole: 'COMPANY', amountBasis: 'TOTAL', feasibility: 'PENDING', proposal: null },
    terms: [
      { key: CALL_POLICIES.projectsSelected, value: '60', clause: `${PLAN}: 연 60건 발굴`, source: 'SEED' },
      { key: CALL_POLICIES.triadRequired, value: 'true', clause: `${PLAN}: 연구자–중개인–기업 공동`, source: 'SEED' },
    ],
    open: {
      ko: '예비타당성조사가 끝나기 전에는 예산을 확정할 수 없습니다.',
      en: 'No budget can be decided before the preliminary feasibility study has been passed.',
    },
  },
  {
    ...{ kind: 'TEST_BED', plan: 'P21', regime: 'SUBSIDY', fiscalYear: 2021, agency: '연구개발특구진흥재단' },
    ...{ recipientRole: 'REGION', amountBasis: 'TOTAL', feasibility: 'NOT_NEEDED', proposal: null, terms: [], open: null },
  },
];
