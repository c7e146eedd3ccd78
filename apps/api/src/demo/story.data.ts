import type { CompanyBasis, Instrument, PartnerKind, RecognitionRoute } from '#libs/fund';

/** 2020-11-17 strategy: a public-private fund of 80 billion won, '21-'30, at least half into companies that commercialise public technology. */
export const PROGRAMME = {
  code: 'PTC-FUND',
  nameKo: '공공기술 사업화 펀드',
  nameEn: 'Public-technology commercialisation fund',
  horizonFrom: '2021-01-01',
  horizonTo: '2030-12-31',
  targetCommitmentWon: 80_000_000_000n,
  obligationRatioBasisPoints: 5000,
  clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.)',
} as const;

export const VINTAGES = [2021, 2022, 2023, 2024] as const;

/** Everybody below is invented. */
export const FUND = {
  number: 'FND-2021-02',
  name: '이음 공공기술사업화 투자조합',
  custodian: '누리은행(수탁)',
  unitWon: 1_000_000n,
  foundedOn: '2021-11-15',
  registeredOn: '2021-11-26',
  investmentFrom: '2021-11-15',
  investmentTo: '2025-11-14',
  lifeTo: '2029-11-14',
  lifetimeExpensesWon: 2_600_000_000n,
} as const;

export const PARTNERS: readonly { name: string; kind: PartnerKind; businessNumber: string; commitmentWon: bigint }[] = [
  { name: '모태펀드(과기정통부 계정)', kind: 'SPECIAL_LIMITED', businessNumber: '311-82-04178', commitmentWon: 10_000_000_000n },
  { name: '한빛공제회', kind: 'LIMITED', businessNumber: '312-82-05281', commitmentWon: 5_000_000_000n },
  { name: '도담은행', kind: 'LIMITED', businessNumber: '313-81-06398', commitmentWon: 3_000_000_000n },
  { name: '(주)온누리산업', kind: 'LIMITED', businessNumber: '314-81-07411', commitmentWon: 1_800_000_000n },
  { name: '이음기술지주(주)', kind: 'GENERAL', businessNumber: '315-88-08523', commitmentWon: 200_000_000n },
];

interface StoryDeal {
  readonly paidOn: string;
  readonly committeeOn: string;
  readonly company: string;
  readonly businessNumber: string;
  readonly incorporatedOn: string;
  readonly instrument: Instrument;
  readonly amountWon: bigint;
  readonly shares: bigint | null;
  readonly pricePerShareWon: bigint | null;
  readonly round: string;
  readonly recognition: { readonly route: RecognitionRoute; readonly companyBasis: CompanyBasis } | null;
  readonly accepted: boolean;
  readonly evidence: readonly (readonly [kind: string, issuedOn: string])[];
}

export const DEALS: readonly StoryDeal[] = [
  {
    paidOn: '2022-03-28',
    committeeOn: '2022-03-18',
    company: '(주)새봄바이오랩',
    businessNumber: '401-81-01633',
    incorporatedOn: '2020-05-11',
    instrument: 'RCPS',
    amountWon: 2_000_000_000n,
    shares: 250_000n,
    pricePerShareWon: 8_000n,
    round: 'Series A',
    recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' },
    accepted: true,
    evidence: [
      ['연구소기업 등록증', '2021-10-29'],
      ['주주명부', '2022-03-19'],
    ],
  },
  {
    paidOn: '2022-09-15',
    committeeOn: '2022-09-01',
    company: '(주)물결센서',
    businessNumber: '402-87-02748',
    incorporatedOn: '2019-08-20',
    instrument: 'RCPS',
    amountWon: 1_500_000_000n,
    shares: 93_750n,
    pricePerShareWon: 16_000n,
    round: 'Series A',
    recognition: { route: 'TECH_TRANSFER', companyBasis: 'STARTUP' },
    accepted: true,
    evidence: [
      ['기술이전계약서', '2022-01-27'],
      ['기술료 납부증빙', '2022-08-25'],
      ['공공연구기관 확인서', '2022-08-22'],
      ['특허등록원부', '2022-09-08'],
    ],
  },
  {
    paidOn: '2023-02-10',
    committeeOn: '2023-01-26',
    company: '(주)너른데이터',
    businessNumber: '403-81-03850',
    incorporatedOn: '2016-03-02',
    instrument: 'COMMON',
    amountWon: 1_200_000_000n,
    shares: 60_000n,
    pricePerShareWon: 20_000n,
    round: 'Series A',
    recognition: null,
    accepted: false,
    evidence: [],
  },
  {
    paidOn: '2023-05-20',
    committeeOn: '2023-05-03',
    company: '(주)슬기진단',
    businessNumber: '404-86-04968',
    incorporatedOn: '2022-09-01',
    instrument: 'SAFE',
    amountWon: 300_000_000n,
    shares: null,
    pricePerShareWon: null,
    round: 'Seed',
    recognition: { route: 'RESEARCHER_SPINOFF', companyBasis: 'STARTUP' },
    accepted: true,
    evidence: [
      ['겸직·휴직 승인서', '2023-01-05'],
      ['재직·소속 증명서', '2023-04-23'],
      ['기술실시계약서', '2023-03-11'],
    ],
  },
  {
    paidOn: '2023-06-01',
    committeeOn: '2023-05-18',
    company: '(주)하늘에너지',
    businessNumber: '405-88-05076',
    incorporatedOn: '2018-11-05',
    instrument: 'CB',
    amountWon: 1_000_000_000n,
    shares: null,
    pricePerShareWon: null,
    round: 'Series A',
    recognition: { route: 'GOV_RND', companyBasis: 'STARTUP' },
    accepted: false,
    evidence: [
      ['과제협약서', '2021-06-28'],
      ['최종평가 결과', '2023-02-18'],
    ],
  },
];
