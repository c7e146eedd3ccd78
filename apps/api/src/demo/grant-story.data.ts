import type { EvidenceKind } from '#libs/invoice';

/** Everybody and everything below is invented, save the agency that the plan of 2020 names. */
export const AGENCY = { name: '과학기술일자리진흥원', businessNumber: '4418101214', bankCode: '004', accountNumber: '72691880210415' } as const;
/** Since when the agency has this account. */
export const AGENCY_ACCOUNT_SINCE = '2021-01-01';
export const AGENCY_ADDRESS = { street: '양재대로', building: '310', postCode: '06784', town: '서울특별시 서초구' } as const;

/** The prototypes of 2021: 6.2 billion won, first as the government proposed it, then as the National Assembly decided. */
export const PROTOTYPES = {
  proposal: { amountWon: 6_200_000_000n, clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.): ’21년 62억원(정부안)' },
  approved: { amountWon: 6_200_000_000n, decidedOn: '2021-01-05', clause: '2021년도 예산(국회확정)' },
} as const;

type LineAmount = readonly [code: string, amountWon: bigint, resource?: 'IN_KIND'];

export interface StoryInstitution {
  readonly name: string;
  readonly businessNumber: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly institution: 'SME' | 'NON_PROFIT';
  readonly title: string;
  readonly investigator: string;
  readonly governmentWon: bigint;
  readonly ownCashWon: bigint;
  readonly ownInKindWon: bigint;
  readonly lines: readonly LineAmount[];
}

/** Both limits of 별표 1 at once: 150 of 200 million won from the government, a tenth of the own part in cash. */
export const COMPANY: StoryInstitution = {
  ...{ name: '(주)나린정밀', businessNumber: '4318601037', bankCode: '004', accountNumber: '72691880311526' },
  ...{ institution: 'SME', title: '초소형 분광센서 시작품 제작', investigator: '허나린' },
  ...{ governmentWon: 150_000_000n, ownCashWon: 5_000_000n, ownInKindWon: 45_000_000n },
  lines: [
    ...([['D1', 40_000_000n], ['D3', 22_000_000n], ['D4', 58_000_000n], ['D8', 15_000_000n], ['D9', 5_000_000n], ['I1', 15_000_000n]] as const),
    ...([['D1', 30_000_000n, 'IN_KIND'], ['D3', 10_000_000n, 'IN_KIND'], ['D4', 5_000_000n, 'IN_KIND']] as const),
  ],
};

/** A university that brings nothing of its own, paid in two tranches. */
export const UNIVERSITY: StoryInstitution = {
  ...{ name: '해솔대학교 산학협력단', businessNumber: '4328202050', bankCode: '003', accountNumber: '60825597660471' },
  ...{ institution: 'NON_PROFIT', title: '유연기판 전극 시작품 제작', investigator: '진가람' },
  ...{ governmentWon: 120_000_000n, ownCashWon: 0n, ownInKindWon: 0n },
  lines: [['D2', 30_000_000n], ['D3', 40_000_000n], ['D4', 20_000_000n], ['D8', 10_000_000n], ['I2', 20_000_000n]],
};

export interface StoryExpense {
  readonly line: string;
  readonly amountWon: bigint;
  readonly spentOn: string;
  readonly payee: readonly [name: string, businessNumber: string | null];
  readonly purpose: string;
  readonly evidence: readonly [kind: EvidenceKind, number: string] | null;
  readonly inKind?: true;
  readonly disallowed?: { readonly reason: string; readonly clause: string };
}

const SENSOR_PARTS = ['(주)모아소재', '4338103074'] as const;
const MACHINES = ['(주)다솜계측', '4348104095'] as const;
const WORKSHOP = ['(주)한길가공', '4358105118'] as const;

/** What the company spent: 6.2 million won stay unused in cash, 2 million in kind never came, and 3.1 million are not accepted. */
export const COMPANY_EXPENSES: readonly StoryExpense[] = [
  { line: 'D3', amountWon: 19_500_000n, spentOn: '2021-04-20', payee: MACHINES, purpose: '분광 측정장비 구입', evidence: ['TAX_INVOICE', '20210420410000010000c001'] },
  { line: 'D4', amountWon: 24_200_000n, spentOn: '2021-05-14', payee: SENSOR_PARTS, purpose: '광학소자·기판 1차', evidence: ['TAX_INVOICE', '20210514410000010000c002'] },
  { line: 'D4', amountWon: 18_000_000n, spentOn: '2021-07-09', payee: SENSOR_PARTS, purpose: '광학소자·기판 2차', evidence: ['TAX_INVOICE', '20210709410000010000c003'] },
  { line: 'D4', amountWon: 12_000_000n, spentOn: '2021-09-03', payee: WORKSHOP, purpose: '하우징 소재', evidence: ['TAX_INVOICE', '20210903410000010000c004'] },
  {
    ...{ line: 'D4', amountWon: 3_100_000n, spentOn: '2021-09-17', payee: WORKSHOP, purpose: '전시용 진열대', evidence: ['TAX_INVOICE', '20210917410000010000c005'] },
    disallowed: { reason: '연구개발과 무관한 전시용 비품(현장점검 2022. 1. 18.)', clause: '연구개발비 사용 기준 제73조' },
  },
  { line: 'D8', amountWon: 13_600_000n, spentOn: '2021-10-22', payee: MACHINES, purpose: '시제품 성능평가 용역', evidence: ['TAX_INVOICE', '20211022410000010000c006'] },
  { line: 'D1', amountWon: 39_200_000n, spentOn: '2021-11-25', payee: ['참여연구원 4명', null], purpose: '연구원 인건비(3~11월)', evidence: ['PAYROLL', 'NR-2021-D1'] },
  { line: 'D9', amountWon: 5_000_000n, spentOn: '2021-11-30', payee: ['참여연구원 4명', null], purpose: '연구수당', evidence: ['PAYROLL', 'NR-2021-D9'] },
  { line: 'I1', amountWon: 14_200_000n, spentOn: '2021-11-30', payee: ['(주)나린정밀', '4318601037'], purpose: '간접비 사용', evidence: ['OTHER', 'NR-2021-I1'] },
  { line: 'D1', amountWon: 29_000_000n, spentOn: '2021-11-25', payee: ['참여연구원 3명', null], purpose: '인건비 현물', evidence: ['IN_KIND', 'NR-2021-K1'], inKind: true },
  { line: 'D3', amountWon: 9_500_000n, spentOn: '2021-06-30', payee: ['(주)나린정밀', '4318601037'], purpose: '보유장비 현물', evidence: ['IN_KIND', 'NR-2021-K3'], inKind: true },
  { line: 'D4', amountWon: 4_500_000n, spentOn: '2021-06-30', payee: ['(주)나린정밀', '4318601037'], purpose: '보유재료 현물', evidence: ['IN_KIND', 'NR-2021-K4'], inKind: true },
];

/** What the university spent: less than half of its direct cost, and 18 of 20 million won of its indirect cost. */
export const UNIVERSITY_EXPENSES: readonly StoryExpense[] = [
  { line: 'D3', amountWon: 12_500_000n, spentOn: '2021-05-28', payee: MACHINES, purpose: '코팅장비 임차', evidence: ['TAX_INVOICE', '20210528410000010000c101'] },
  { line: 'D4', amountWon: 9_500_000n, spentOn: '2021-06-18', payee: SENSOR_PARTS, purpose: '전극 페이스트', evidence: ['TAX_INVOICE', '20210618410000010000c102'] },
  { line: 'D8', amountWon: 4_000_000n, spentOn: '2021-10-08', payee: ['누리여행사', '4368106139'], purpose: '학회 참가', evidence: ['CARD', '40881234'] },
  { line: 'D2', amountWon: 14_000_000n, spentOn: '2021-11-26', payee: ['학생연구원 3명', null], purpose: '학생인건비', evidence: ['PAYROLL', 'HS-2021-D2'] },
  { line: 'I2', amountWon: 18_000_000n, spentOn: '2021-11-30', payee: ['해솔대학교 산학협력단', '4328202050'], purpose: '간접비 사용', evidence: ['OTHER', 'HS-2021-I2'] },
];

/** Interest of the company's project account, during and after the project. */
export const INTEREST = [
  { time: 'DURING', earnedOn: '2021-12-31', earnedWon: 310_000n },
  { time: 'AFTER', earnedOn: '2022-01-28', earnedWon: 15_500n },
] as const;

/** What the company made with the sensor year by year, a third of it thanks to the project. */
export const SALES = {
  ...{ contributionBasisPoints: 3_333, contractedOn: '2022-06-02' },
  years: [
    { year: 2022, incomeWon: 240_000_000n, collectedOn: '2022-09-15', declaredOn: '2023-01-20' },
    { year: 2023, incomeWon: 410_000_000n, collectedOn: '2023-02-28', declaredOn: '2024-05-31' },
    { year: 2024, incomeWon: 385_000_000n, collectedOn: '2024-01-31', declaredOn: '2025-06-13' },
    { year: 2025, incomeWon: 520_000_000n, collectedOn: '2025-03-14', declaredOn: '2026-06-12' },
  ],
} as const;

/** An institute that works on its prototype this year, and another whose project is over and wants to be settled. */
export const UNDER_WAY: StoryInstitution = {
  ...{ name: '미리내나노연구원', businessNumber: '4388308175', bankCode: '003', accountNumber: '60825597771582' },
  ...{ institution: 'NON_PROFIT', title: '저전력 가스센서 시작품 제작', investigator: '변미리' },
  ...{ governmentWon: 100_000_000n, ownCashWon: 0n, ownInKindWon: 0n },
  lines: [['D2', 40_000_000n], ['D3', 20_000_000n], ['D4', 25_000_000n], ['I2', 15_000_000n]],
};
export const OVER: StoryInstitution = {
  ...{ name: '가온누리대학교 산학협력단', businessNumber: '4398609197', bankCode: '004', accountNumber: '72691880422637' },
  ...{ institution: 'NON_PROFIT', title: '의료용 마이크로펌프 시작품 제작', investigator: '탁누리' },
  ...{ governmentWon: 80_000_000n, ownCashWon: 0n, ownInKindWon: 0n },
  lines: [['D2', 20_000_000n], ['D4', 45_000_000n], ['I2', 15_000_000n]],
};

/** Claims of this year that nobody has reviewed: one names no evidence. `day` is eight digits. */
export const waitingExpenses = (spentOn: string, day: string): readonly StoryExpense[] => [
  { line: 'D4', amountWon: 8_450_000n, spentOn, payee: SENSOR_PARTS, purpose: '감지막 소재', evidence: ['TAX_INVOICE', `${day}410000010000c201`] },
  { line: 'D3', amountWon: 6_600_000n, spentOn, payee: MACHINES, purpose: '가스 유량계 구입', evidence: ['TAX_INVOICE', `${day}410000010000c202`] },
  { line: 'D4', amountWon: 1_320_000n, spentOn, payee: WORKSHOP, purpose: '시험 지그 제작 재료', evidence: null },
];

/** What the institution whose project is over has claimed; the checker has seen it. */
export const reviewedExpenses = (spentOn: string, day: string): readonly StoryExpense[] => [
  { line: 'D4', amountWon: 21_700_000n, spentOn, payee: SENSOR_PARTS, purpose: '펌프 막 소재', evidence: ['TAX_INVOICE', `${day}410000010000c203`] },
  { line: 'D2', amountWon: 16_000_000n, spentOn, payee: ['학생연구원 2명', null], purpose: '학생인건비', evidence: ['PAYROLL', 'GN-D2'] },
];
