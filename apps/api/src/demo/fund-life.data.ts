import type { StoryDeal, StoryFund, StoryProgramme } from './story.data.js';

/** A second programme beside the one of the strategy: a rule of its own binds all of its funds together. Everybody below is invented. */
export const REGION_PROGRAMME: StoryProgramme = {
  code: 'RTC-FUND',
  nameKo: '지역 기술사업화 펀드',
  nameEn: 'Regional technology commercialisation fund',
  horizonFrom: '2022-01-01',
  horizonTo: '2032-12-31',
  targetCommitmentWon: 30_000_000_000n,
  obligationRatioBasisPoints: 5000,
  clause: '지역 기술사업화 펀드 운용계획(2022)',
  vintages: [2022],
};

/** A fund that has lived through everything but its end. */
export const LIFE_FUND: StoryFund = {
  number: 'FND-2022-01',
  vintage: 2022,
  name: '마루 지역기술 성장 투자조합',
  custodian: '누리은행(수탁)',
  unitWon: 1_000_000n,
  foundedOn: '2022-02-07',
  registeredOn: '2022-02-18',
  investmentFrom: '2022-02-07',
  investmentTo: '2027-02-06',
  lifeTo: '2032-02-06',
  lifetimeExpensesWon: 1_500_000_000n,
  partners: [
    { name: '모태펀드(과기정통부 계정)', kind: 'SPECIAL_LIMITED', businessNumber: '311-82-04178', commitmentWon: 6_000_000_000n },
    { name: '한빛공제회', kind: 'LIMITED', businessNumber: '312-82-05281', commitmentWon: 3_000_000_000n },
    { name: '도담은행', kind: 'LIMITED', businessNumber: '313-81-06398', commitmentWon: 1_800_000_000n },
    { name: '(주)온누리산업', kind: 'LIMITED', businessNumber: '314-81-07411', commitmentWon: 900_000_000n },
    { name: '마루벤처스(주)', kind: 'GENERAL', businessNumber: '421-81-01016', commitmentWon: 300_000_000n },
  ],
  calls: [
    { amountWon: 6_000_000_000n, purpose: '최초 납입', noticeOn: '2022-02-14', dueOn: '2022-03-07' },
    { amountWon: 4_800_000_000n, purpose: '투자재원', noticeOn: '2023-05-22', dueOn: '2023-06-12' },
  ],
  deals: [],
};

export const INSTITUTES = [
  { name: '가람과학기술연구원', kind: 'GOVERNMENT_FUNDED', source: '기술이전법 제2조제6호, 과학기술분야 정부출연연구기관법 별표' },
  { name: '솔빛대학교', kind: 'UNIVERSITY', source: '기술이전법 제2조제6호, 고등교육법 제2조' },
  { name: '누리과학기술원', kind: 'SPECIFIC', source: '기술이전법 제2조제6호, 특정연구기관 육성법 시행령 별표' },
] as const;

/** A line of the custodian: what came in, from whom, and whether part of it is interest on late capital. */
interface StoryDeposit {
  readonly on: string;
  readonly from: string;
  readonly capitalWon: bigint;
  readonly interestWon: bigint;
}

/** Two statements: the partners who paid on the day of the first call, and the one who was thirty days late (10 % a year). */
export const STATEMENTS: readonly { readonly pastedOn: string; readonly deposits: readonly StoryDeposit[] }[] = [
  {
    pastedOn: '2022-03-08',
    deposits: [
      { on: '2022-03-07', from: '모태펀드(과기정통부 계정)', capitalWon: 3_000_000_000n, interestWon: 0n },
      { on: '2022-03-07', from: '한빛공제회', capitalWon: 1_500_000_000n, interestWon: 0n },
      { on: '2022-03-07', from: '도담은행', capitalWon: 900_000_000n, interestWon: 0n },
      { on: '2022-03-07', from: '마루벤처스(주)', capitalWon: 150_000_000n, interestWon: 0n },
    ],
  },
  { pastedOn: '2022-04-07', deposits: [{ on: '2022-04-06', from: '(주)온누리산업', capitalWon: 450_000_000n, interestWon: 3_698_630n }] },
];

/** A deal with what it is beside the rest; `follows` names an earlier one of the same company. */
export interface LifeDeal extends StoryDeal {
  readonly traits: Readonly<Record<string, string>>;
  readonly follows?: LifeDealName;
}
export type LifeDealName = 'photonics' | 'catheter' | 'logistics' | 'battery' | 'photonicsAgain' | 'enzyme' | 'quantum';

const PHOTONICS = { company: '(주)한결포토닉스', businessNumber: '422-87-02024', incorporatedOn: '2020-09-01', instrument: 'RCPS', accepted: true } as const;
const LAB = { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } as const;
const DAEDEOK = { region: '대전', zone: '대덕' };

const labPapers = (registeredOn: string, rosterOn: string): StoryDeal['evidence'] => [
  ['연구소기업 등록증', registeredOn, { number: '제2021-187호', zone: '대덕', counterparty: '가람과학기술연구원' }],
  ['주주명부', rosterOn, { counterparty: '가람과학기술연구원', holdingBasisPoints: 1500 }],
];

export const LIFE_DEALS: Readonly<Record<LifeDealName, LifeDeal>> = {
  photonics: {
    ...PHOTONICS,
    paidOn: '2022-04-15',
    committeeOn: '2022-04-01',
    amountWon: 2_000_000_000n,
    shares: 200_000n,
    pricePerShareWon: 10_000n,
    round: 'Series A',
    recognition: LAB,
    evidence: labPapers('2021-06-14', '2022-04-11'),
    traits: DAEDEOK,
  },
  catheter: {
    company: '(주)이든메디컬',
    businessNumber: '423-81-03039',
    incorporatedOn: '2021-11-08',
    instrument: 'SAFE',
    accepted: true,
    paidOn: '2022-09-20',
    committeeOn: '2022-09-06',
    amountWon: 500_000_000n,
    shares: null,
    pricePerShareWon: null,
    round: 'Seed',
    recognition: { route: 'RESEARCHER_SPINOFF', companyBasis: 'STARTUP' },
    evidence: [
      ['겸직·휴직 승인서', '2021-10-20', { counterparty: '솔빛대학교' }],
      ['재직·소속 증명서', '2022-09-02', { counterparty: '솔빛대학교', termFrom: '2015-03-01' }],
      ['기술실시계약서', '2022-01-17', { counterparty: '솔빛대학교', termFrom: '2022-01-17', termTo: '2031-12-31' }],
    ],
    traits: { region: '부산', zone: '부산', founder: 'RESEARCHER' },
  },
  logistics: {
    company: '(주)다온물류',
    businessNumber: '424-86-04040',
    incorporatedOn: '2015-05-18',
    instrument: 'COMMON',
    accepted: false,
    paidOn: '2023-02-10',
    committeeOn: '2023-01-30',
    amountWon: 1_000_000_000n,
    shares: 50_000n,
    pricePerShareWon: 20_000n,
    round: 'Series B',
    recognition: null,
    evidence: [],
    traits: { region: '서울' },
  },
  battery: {
    company: '(주)새벽전지',
    businessNumber: '425-88-05051',
    incorporatedOn: '2019-07-22',
    instrument: 'CPS',
    accepted: true,
    paidOn: '2023-09-15',
    committeeOn: '2023-09-01',
    amountWon: 2_000_000_000n,
    shares: 100_000n,
    pricePerShareWon: 20_000n,
    round: 'Series A',
    recognition: { route: 'TECH_TRANSFER', companyBasis: 'STARTUP' },
    evidence: [
      ['기술이전계약서', '2022-12-05', { counterparty: '누리과학기술원', termFrom: '2022-12-05', termTo: '2032-12-04' }],
      ['기술료 납부증빙', '2023-08-25', { counterparty: '누리과학기술원' }],
      ['공공연구기관 확인서', '2023-08-28', { counterparty: '누리과학기술원' }],
      ['특허등록원부', '2023-09-08', { counterparty: '누리과학기술원' }],
    ],
    traits: { region: '광주', zone: '광주' },
  },
  photonicsAgain: {
    ...PHOTONICS,
    paidOn: '2024-02-20',
    committeeOn: '2024-02-05',
    amountWon: 1_000_000_000n,
    shares: 50_000n,
    pricePerShareWon: 20_000n,
    round: 'Series B',
    recognition: LAB,
    evidence: labPapers('2021-06-14', '2024-02-13'),
    traits: DAEDEOK,
    follows: 'photonics',
  },
  enzyme: {
    company: '(주)푸른효소',
    businessNumber: '426-81-06068',
    incorporatedOn: '2021-02-15',
    instrument: 'RCPS',
    accepted: true,
    paidOn: '2024-06-20',
    committeeOn: '2024-06-05',
    amountWon: 1_000_000_000n,
    shares: 40_000n,
    pricePerShareWon: 25_000n,
    round: 'Series A',
    recognition: { route: 'HOLDING_SUBSIDIARY', companyBasis: 'VENTURE' },
    evidence: [
      ['자회사 편입확인서', '2023-11-10', { counterparty: '솔빛대학교' }],
      ['주주명부', '2024-06-12', { counterparty: '솔빛대학교', holdingBasisPoints: 2200, holdingLaw: 'INDUSTRY_EDUCATION' }],
    ],
    traits: { region: '부산', zone: '부산' },
  },
  quantum: {
    company: '(주)별하양자',
    businessNumber: '427-81-07075',
    incorporatedOn: '2023-04-03',
    instrument: 'RCPS',
    accepted: false,
    paidOn: '2026-09-10',
    committeeOn: '2026-08-27',
    amountWon: 800_000_000n,
    shares: 32_000n,
    pricePerShareWon: 25_000n,
    round: 'Series A',
    recognition: { route: 'TECH_TRANSFER', companyBasis: 'STARTUP' },
    evidence: [
      ['기술이전계약서', '2026-02-16', { counterparty: '가람과학기술연구원', termFrom: '2026-02-16', termTo: '2036-02-15' }],
      ['특허등록원부', '2026-09-02', { counterparty: '가람과학기술연구원' }],
    ],
    traits: DAEDEOK,
  },
};

/** What one holding was worth; nothing written down and no round where nothing is said. */
interface StoryValue {
  readonly deal: LifeDealName;
  readonly fairValueWon: bigint;
  readonly method: string;
  readonly impairmentWon?: bigint;
  readonly lawsuit?: true;
  readonly roundWon?: bigint;
}

interface StorySheet {
  readonly day: string;
  readonly valuedOn: string;
  readonly signedOn: string | null;
  readonly values: readonly StoryValue[];
}

export const AUDITOR = '한결회계법인';

/** Quarter ends: one holding written down for a lawsuit, most of it taken back once others put money in. */
export const SHEETS: readonly StorySheet[] = [
  {
    day: '2024-07-12',
    valuedOn: '2024-06-30',
    signedOn: null,
    values: [
      { deal: 'photonics', fairValueWon: 4_000_000_000n, method: '최근 거래가격(Series B)' },
      { deal: 'photonicsAgain', fairValueWon: 1_000_000_000n, method: '최근 거래가격(Series B)' },
      { deal: 'logistics', fairValueWon: 1_000_000_000n, method: '취득원가' },
    ],
  },
  { day: '2024-10-14', valuedOn: '2024-09-30', signedOn: '2024-10-11', values: [{ deal: 'logistics', fairValueWon: 500_000_000n, method: '취득원가에서 손상 차감', impairmentWon: 500_000_000n, lawsuit: true }] },
  {
    day: '2025-04-14',
    valuedOn: '2025-03-31',
    signedOn: '2025-04-11',
    values: [
      { deal: 'logistics', fairValueWon: 900_000_000n, method: '후속투자 가격', impairmentWon: 100_000_000n, lawsuit: true, roundWon: 3_500_000_000n },
      { deal: 'battery', fairValueWon: 4_500_000_000n, method: '인수 제안가격' },
    ],
  },
  {
    day: '2026-10-14',
    valuedOn: '2026-09-30',
    signedOn: null,
    values: [
      { deal: 'photonics', fairValueWon: 4_600_000_000n, method: '비교기업 배수' },
      { deal: 'catheter', fairValueWon: 750_000_000n, method: '전환가격' },
      { deal: 'enzyme', fairValueWon: 1_250_000_000n, method: '최근 거래가격' },
    ],
  },
];

/** The manager takes no fee before this day. */
export const FEE_FROM = '2025-01-01';

/** Ends of the quarters whose fee was billed and paid. */
export const FEE_QUARTERS: readonly string[] = [2025, 2026].flatMap((year) => ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`)).filter((day) => day < '2026-10-01');

/** Duties of a fund and the days on which they were done. */
export const DUTIES_DONE: readonly (readonly [duty: string, on: string, note: string])[] = [
  ['CHANGE_OF_PARTNERS:1', '2025-09-11', '변경등록 신청 접수'],
  ['CLOSING_STATEMENTS:2025', '2026-03-20', '감사의견: 적정'],
  ['CHANGE_OF_AGREEMENT:2', '2026-07-10', '변경등록 신청 접수'],
  ['PARTNER_REPORT:2026-2', '2026-07-28', '조합원 전자우편 발송'],
  ['CUSTODIAN_RECONCILIATION:2026-09', '2026-10-06', '차이 없음'],
  ['PARTNER_REPORT:2026-3', '2026-10-29', '조합원 전자우편 발송'],
];
