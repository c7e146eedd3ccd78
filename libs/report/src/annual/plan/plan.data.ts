import type { Bilingual } from '#libs/errors';

/** How far the house carries a task of the plan: it runs its money, keeps its records, or only names it. */
export type Conduct = 'RUN' | 'RECORDED' | 'NAMED';

/** Stages of the pipeline (기능검증 → 산·학 공동연구 → 기업상용화), from 1. */
export type Stage = 1 | 2 | 3;

/** A task of the strategy of 17 November 2020, by its number there (docs/domain.md §1). */
export interface PlanTask {
  readonly code: string;
  readonly name: Bilingual;
  readonly strategy: string;
  readonly conduct: Conduct;
  /** What of the house it is: kinds of books and of support; empty for what is only named. */
  readonly kinds: readonly string[];
  /** Where on the way to the market it supports; the plan shows this in a picture alone, so it is an assumption here. */
  readonly stage: Stage | null;
}

type Words = readonly [code: string, ko: string, en: string, strategy: string];

const task = ([code, ko, en, strategy]: Words, conduct: Conduct, stage: Stage | null = null, ...kinds: readonly string[]): PlanTask => ({ code, name: { ko, en }, strategy, conduct, stage, kinds });

export const PLAN_TASKS: readonly PlanTask[] = [
  task(['P01', '연구성과 확산 통합모델', 'Integrated model', '❶'], 'RECORDED'),
  task(['P02', '중개연구단', 'Bridge research groups', '❷'], 'RUN', 1, 'BRIDGE'),
  task(['P03', '출연연 TLO 핵심역량', 'Licensing offices of institutes', '❷'], 'NAMED'),
  task(['P04', '대학 기술사업화 전담조직 구조혁신', 'University offices reformed', '❷'], 'NAMED'),
  task(['P05', '창출·중개·활용 전문기관 연계', 'Agencies linked', '❸'], 'NAMED'),
  task(['P06', 'KTTN 온라인', 'KTTN one gate', '❹'], 'NAMED'),
  task(['P07', 'KTTN 오프라인(중개인)', 'KTTN brokers', '❹'], 'RECORDED', null, 'BROKER'),
  task(['P08', 'KTTN 바우처', 'KTTN vouchers', '❹'], 'RUN', 3, 'KTTN'),
  task(['P09', '원천기술개발사업 시장성 반영', 'Market-fed source R&D', '❺'], 'NAMED'),
  task(['P10', 'A/S 바우처', 'After-service vouchers', '❺'], 'RUN', 3, 'AS'),
  task(['P11', '3단계 기본연구', 'Three-tier basic research', '❺'], 'RUN', 2, 'BASIC_TIER'),
  task(['P12', 'OSMU 선도프로젝트', 'One source, multi use', '❻'], 'RUN', 2, 'OSMU'),
  task(['P13', '시작품 제작 전문기업 육성', 'Prototype manufacturing', '❼'], 'RUN', 3, 'PROTOTYPE'),
  task(['P14', '연구장비 성능평가', 'Equipment performance evaluation', '❼'], 'RECORDED', 1, 'EQUIP_EVAL'),
  task(['P15', '시험·분석 지원', 'Test and analysis', '❼'], 'RECORDED', 1, 'TEST'),
  task(['P16', '대형연구단 성과 통합관리', 'Large-centre results', '❼'], 'NAMED'),
  task(['P17', '미공개 특허 지식재산 풀', 'Pool of unpublished patents', '❼'], 'NAMED'),
  task(['P18', '민관합동 펀드', 'Public-private fund', '❼'], 'RUN', 3, 'FUND'),
  task(['P19', '기업수요 분석 시스템', 'Demand analysis', '❽'], 'NAMED'),
  task(['P20', '공공연구성과 이력관리', 'History of commercialisation', '❽'], 'RECORDED', 3, 'ROYALTY'),
  task(['P21', '지역 실증 테스트베드', 'Regional test bed', '❾'], 'RUN', 3, 'TEST_BED'),
  task(['P22', '민간투자형 연구개발(역매칭)', 'Reverse matching', '❾'], 'RUN', 2, 'MATCHING'),
];

export const CONDUCT_NAMES: Readonly<Record<Conduct, Bilingual>> = {
  RUN: { ko: '실행(예산·원장 관리)', en: 'Run' },
  RECORDED: { ko: '기록 관리', en: 'Recorded' },
  NAMED: { ko: '명칭만(이 시스템 밖)', en: 'Named' },
};

export const STAGE_NAMES: Readonly<Record<Stage, Bilingual>> = {
  1: { ko: '기능검증', en: 'Proof of function' },
  2: { ko: '산·학 공동연구', en: 'Joint research' },
  3: { ko: '기업 상용화', en: 'Commercialisation' },
};

/** The stage that support of a kind belongs to; null where the plan puts it nowhere. */
export const stageOf = (kind: string): Stage | null => PLAN_TASKS.find(({ kinds }) => kinds.includes(kind))?.stage ?? null;
