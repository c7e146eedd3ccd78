import type { CompanyBasis, EvidenceDetail, Instrument, PartnerKind, RecognitionRoute } from '#libs/fund';

/** 2020-11-17 strategy: a public-private fund of 80 billion won, '21-'30, at least half into companies that commercialise public technology. */
export const PROGRAMME: StoryProgramme = {
  code: 'PTC-FUND',
  nameKo: '공공기술 사업화 펀드',
  nameEn: 'Public-technology commercialisation fund',
  horizonFrom: '2021-01-01',
  horizonTo: '2030-12-31',
  targetCommitmentWon: 80_000_000_000n,
  obligationRatioBasisPoints: 5000,
  clause: '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.)',
  vintages: [2021, 2022, 2023, 2024],
};

export type StoryProgramme = Readonly<Record<'code' | 'nameKo' | 'nameEn' | 'horizonFrom' | 'horizonTo' | 'clause', string>> & {
  readonly targetCommitmentWon: bigint;
  readonly obligationRatioBasisPoints: number;
  readonly vintages: readonly number[];
};

export interface StoryFund {
  readonly number: string;
  readonly vintage: number;
  readonly name: string;
  readonly custodian: string;
  readonly unitWon: bigint;
  readonly foundedOn: string;
  readonly registeredOn: string;
  readonly investmentFrom: string;
  readonly investmentTo: string;
  readonly lifeTo: string;
  readonly lifetimeExpensesWon: bigint;
  readonly partners: readonly StoryPartner[];
  readonly calls: readonly StoryCall[];
  readonly deals: readonly StoryDeal[];
}

interface StoryPartner {
  readonly name: string;
  readonly kind: PartnerKind;
  readonly businessNumber: string;
  readonly commitmentWon: bigint;
}

export interface StoryCall {
  readonly amountWon: bigint;
  readonly purpose: string;
  readonly noticeOn: string;
  readonly dueOn: string;
}

export interface StoryDeal {
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
  readonly evidence: readonly (readonly [kind: string, issuedOn: string, saying?: StoryPaper])[];
}

/** What a document says; whatever is left out it does not say. */
export interface StoryPaper extends Partial<Pick<EvidenceDetail, 'number' | 'counterparty' | 'holdingBasisPoints' | 'holdingLaw' | 'zone'>> {
  readonly termFrom?: string;
  readonly termTo?: string;
}

/** Everybody below is invented. */
const FUND = {
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

const PARTNERS: readonly StoryPartner[] = [
  { name: '모태펀드(과기정통부 계정)', kind: 'SPECIAL_LIMITED', businessNumber: '311-82-04178', commitmentWon: 10_000_000_000n },
  { name: '한빛공제회', kind: 'LIMITED', businessNumber: '312-82-05281', commitmentWon: 5_000_000_000n },
  { name: '도담은행', kind: 'LIMITED', businessNumber: '313-81-06398', commitmentWon: 3_000_000_000n },
  { name: '(주)온누리산업', kind: 'LIMITED', businessNumber: '314-81-07411', commitmentWon: 1_800_000_000n },
  { name: '이음기술지주(주)', kind: 'GENERAL', businessNumber: '315-88-08523', commitmentWon: 200_000_000n },
];

const DEALS: readonly StoryDeal[] = [
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

/** 30 June 2023 of the first fund: 8 of 20 billion paid in, five deals, four recognised or waiting, one that never claims. */
const FIRST_FUND: StoryFund = {
  ...FUND,
  vintage: 2021,
  partners: PARTNERS,
  calls: [
    { amountWon: 4_000_000_000n, purpose: '최초 납입', noticeOn: '2021-11-15', dueOn: '2021-11-30' },
    { amountWon: 4_000_000_000n, purpose: '투자재원', noticeOn: '2022-08-12', dueOn: '2022-08-31' },
  ],
  deals: DEALS,
};

/** A younger fund in the middle of its investment period: ahead of its pace, with room to move. */
const SECOND_FUND: StoryFund = {
  number: 'FND-2024-01',
  vintage: 2024,
  name: '나루 공공기술 스케일업 투자조합',
  custodian: '누리은행(수탁)',
  unitWon: 1_000_000n,
  foundedOn: '2024-03-04',
  registeredOn: '2024-03-15',
  investmentFrom: '2024-03-04',
  investmentTo: '2028-03-03',
  lifeTo: '2032-03-03',
  lifetimeExpensesWon: 1_950_000_000n,
  partners: [
    { name: '모태펀드(과기정통부 계정)', kind: 'SPECIAL_LIMITED', businessNumber: '311-82-04178', commitmentWon: 7_500_000_000n },
    { name: '한빛공제회', kind: 'LIMITED', businessNumber: '312-82-05281', commitmentWon: 4_000_000_000n },
    { name: '도담은행', kind: 'LIMITED', businessNumber: '313-81-06398', commitmentWon: 3_200_000_000n },
    { name: '나루인베스트(주)', kind: 'GENERAL', businessNumber: '407-81-07197', commitmentWon: 300_000_000n },
  ],
  calls: [
    { amountWon: 3_000_000_000n, purpose: '최초 납입', noticeOn: '2024-03-04', dueOn: '2024-03-29' },
    { amountWon: 5_000_000_000n, purpose: '투자재원', noticeOn: '2025-06-02', dueOn: '2025-06-30' },
  ],
  deals: [
    {
      paidOn: '2024-09-12',
      committeeOn: '2024-08-29',
      company: '(주)온결로보틱스',
      businessNumber: '408-86-08291',
      incorporatedOn: '2021-06-07',
      instrument: 'RCPS',
      amountWon: 1_500_000_000n,
      shares: 75_000n,
      pricePerShareWon: 20_000n,
      round: 'Series A',
      recognition: { route: 'TECH_TRANSFER', companyBasis: 'STARTUP' },
      accepted: true,
      evidence: [
        ['기술이전계약서', '2023-11-20'],
        ['기술료 납부증빙', '2024-02-14'],
        ['공공연구기관 확인서', '2024-08-26'],
        ['특허등록원부', '2024-08-27'],
      ],
    },
    {
      paidOn: '2025-07-18',
      committeeOn: '2025-07-03',
      company: '(주)푸른소재',
      businessNumber: '409-88-09389',
      incorporatedOn: '2020-02-18',
      instrument: 'CPS',
      amountWon: 2_000_000_000n,
      shares: 100_000n,
      pricePerShareWon: 20_000n,
      round: 'Series B',
      recognition: { route: 'HOLDING_SUBSIDIARY', companyBasis: 'VENTURE' },
      accepted: true,
      evidence: [
        ['자회사 편입확인서', '2024-12-02'],
        ['주주명부', '2025-07-01'],
      ],
    },
    {
      paidOn: '2026-04-09',
      committeeOn: '2026-03-26',
      company: '(주)다솜커머스',
      businessNumber: '410-81-10475',
      incorporatedOn: '2019-10-01',
      instrument: 'COMMON',
      amountWon: 1_000_000_000n,
      shares: 40_000n,
      pricePerShareWon: 25_000n,
      round: 'Series B',
      recognition: null,
      accepted: false,
      evidence: [],
    },
    {
      paidOn: '2026-10-22',
      committeeOn: '2026-10-08',
      company: '(주)해담바이오',
      businessNumber: '411-86-11564',
      incorporatedOn: '2023-01-16',
      instrument: 'SAFE',
      amountWon: 800_000_000n,
      shares: null,
      pricePerShareWon: null,
      round: 'Seed',
      recognition: { route: 'RESEARCHER_SPINOFF', companyBasis: 'STARTUP' },
      accepted: false,
      evidence: [['재직·소속 증명서', '2026-09-30']],
    },
  ],
};

export const FUND_STORIES: readonly StoryFund[] = [FIRST_FUND, SECOND_FUND];
