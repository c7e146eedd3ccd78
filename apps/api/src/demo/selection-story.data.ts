/** P02 as the plan of 2020 has it, and the notice after which its amount is read as that of each year. Everybody who applies is invented. */
export const BRIDGE = {
  openedOn: '2021-02-04',
  agency: '한국연구재단',
  terms: [
    { key: 'grant.project-amount-won', value: '2800000000', clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): 연구단별로 3년간 28억원(정부안)', source: 'SEED' },
    { key: 'grant.project-years', value: '3', clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): 3년', source: 'SEED' },
    { key: 'grant.projects-selected-maximum', value: '5', clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): 중개연구단 5개', source: 'SEED' },
    { key: 'grant.evaluators-minimum', value: '2', clause: '평가위원회 운영계획(2021. 2. 4.)', source: 'NOTICE' },
  ],
  budget: { amountWon: 14_000_000_000n, clause: '2021년도 예산(국회확정): 중개연구단 5개 × 28억원' },
} as const;

export interface StoryApplicant {
  readonly name: string;
  readonly businessNumber: string;
  readonly title: string;
  readonly technology: string;
  readonly investigator: string;
  /** Of the two evaluators, in their order; 100 points. */
  readonly scores: readonly [string, string];
}

export const APPLICANTS: readonly StoryApplicant[] = [
  { name: '늘푸른대학교 산학협력단', businessNumber: '4408201014', title: '바이오센서 중개연구단', technology: '체외진단 바이오센서', investigator: '류해온', scores: ['91', '88.5'] },
  { name: '아람과학기술원', businessNumber: '4418201128', title: '차세대 이차전지 중개연구단', technology: '고체전해질', investigator: '소예린', scores: ['86', '84'] },
  { name: '다온누리연구원', businessNumber: '4428201233', title: '양자광원 중개연구단', technology: '단일광자 광원', investigator: '도시안', scores: ['58', '55.5'] },
];

export const OBJECTION = {
  reason: '기술이전 실적 5건이 실적표에서 빠진 채로 평가되었습니다.',
  answer: '빠진 실적을 더해도 선정 기준점수(60점)에 미치지 못하여 기각합니다.',
} as const;
