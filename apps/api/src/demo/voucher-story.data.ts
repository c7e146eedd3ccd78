/** The A/S voucher year of the demo: 2023, so that the sample rosters of 2021 and 2022 can still be imported beside it. */
export const VOUCHER_YEAR = {
  fiscalYear: 2023,
  agency: '과학기술일자리진흥원',
  proposal: { amountWon: 520_000_000n, decidedOn: '2022-09-02', clause: '2023년도 예산안(정부안)' },
  approved: { amountWon: 500_000_000n, vouchers: 100, companies: 100, decidedOn: '2022-12-24', clause: '2023년도 예산(국회 의결)' },
} as const;

export interface StoryProvider {
  readonly name: string;
  readonly businessNumber: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly address: { readonly postCode: string; readonly street: string; readonly building: string; readonly town: string };
}

export const PROVIDERS: readonly StoryProvider[] = [
  { name: '새솔대학교 산학협력단', businessNumber: '4188103212', bankCode: '003', accountNumber: '60825597548364', address: { postCode: '34134', street: '대학로', building: '99', town: '대전광역시 유성구' } },
  { name: '한결화학연구원', businessNumber: '3078609129', bankCode: '004', accountNumber: '72691880098490', address: { postCode: '34114', street: '가정로', building: '141', town: '대전광역시 유성구' } },
];

export interface StoryApplication {
  readonly company: string;
  readonly businessNumber: string;
  readonly representative: string;
  readonly contractOn: string;
  readonly technology: string;
  readonly researcher: string;
  readonly requestedWon: bigint;
  /** From each of the evaluators. */
  readonly scores: readonly [string, string];
}

/** In the order in which they applied; the first four are selected, the fifth waits, the sixth came too late after its transfer. */
export const APPLICATIONS: readonly StoryApplication[] = [
  { company: '(주)초롱포토닉스', businessNumber: '2248705562', representative: '장초롱', contractOn: '2022-03-10', technology: '초소형 광센서 패키징', researcher: '민가온', requestedWon: 5_000_000n, scores: ['92', '95'] },
  { company: '(주)벼리수소기술', businessNumber: '6108107740', representative: '도벼리', contractOn: '2021-06-14', technology: '연료전지 분리판 코팅', researcher: '곽단비', requestedWon: 5_000_000n, scores: ['90', '88'] },
  { company: '(주)달보팩토리', businessNumber: '1298602486', representative: '유달보', contractOn: '2022-01-20', technology: '사출 공정 이상 탐지', researcher: '채도란', requestedWon: 5_000_000n, scores: ['87', '86'] },
  { company: '(주)누리에너지', businessNumber: '5058801633', representative: '한누리', contractOn: '2021-11-02', technology: '폐열 회수 열교환기', researcher: '길하람', requestedWon: 3_000_000n, scores: ['84', '85'] },
  { company: '(주)가온메디컬', businessNumber: '2148206399', representative: '성가온', contractOn: '2022-08-01', technology: '미세유체 진단 칩', researcher: '옥다솜', requestedWon: 5_000_000n, scores: ['76', '79'] },
];

export interface StoryUse {
  /** Which voucher and provider, by their place above. */
  readonly voucher: number;
  readonly provider: number;
  readonly name: string;
  readonly supplyWon: bigint;
  readonly contractedOn: string;
  readonly deliveredOn: string;
  readonly claimedOn: string;
  readonly capturedOn: string;
  readonly invoice: string;
  readonly rating: number;
}

/** The first voucher is used up in two uses, 2,666,666 and 2,333,334 won of public money. */
export const USES: readonly StoryUse[] = [
  { voucher: 0, provider: 0, name: '공정조건 자문', supplyWon: 3_333_333n, contractedOn: '2023-04-20', deliveredOn: '2023-05-18', claimedOn: '2023-05-25', capturedOn: '2023-05-30', invoice: '20230525410000010000a001', rating: 5 },
  { voucher: 1, provider: 1, name: '데이터 해석 지원', supplyWon: 3_333_333n, contractedOn: '2023-05-02', deliveredOn: '2023-05-24', claimedOn: '2023-05-26', capturedOn: '2023-05-31', invoice: '20230526410000010000a002', rating: 4 },
  { voucher: 2, provider: 1, name: '시험 설계', supplyWon: 2_000_000n, contractedOn: '2023-05-08', deliveredOn: '2023-06-12', claimedOn: '2023-06-20', capturedOn: '2023-06-27', invoice: '20230620410000010000a003', rating: 2 },
  { voucher: 0, provider: 0, name: '신뢰성 시험 설계', supplyWon: 2_916_667n, contractedOn: '2023-07-04', deliveredOn: '2023-08-10', claimedOn: '2023-08-17', capturedOn: '2023-08-22', invoice: '20230817410000010000a004', rating: 5 },
];

export const PAYMENT_DAYS: readonly string[] = ['2023-06-02', '2023-07-03', '2023-08-25'];
