import { localDate, type LocalDate } from '#libs/calendar';
import type { InternalRate } from '#libs/fund';
import { won, ZERO_WON } from '#libs/money';
import type { RestrictionFacts } from '../fund-compliance/conduct/conduct.js';
import type { DealOutcome, FundOutcome } from '../fund-outcome/fund-outcome.js';

/**
 * What came of the portfolio in testing/tv2.ts by 30 June 2023: 160 million of fees, a third of I2 sold for 900 million, 300 million
 * distributed, I1 valued up and I3 impaired. Cash 8,000 − 6,000 + 900 − 10 − 160 − 300 = 2,430 million; holdings 5,500 million.
 */

const mn = (millions: number) => won(BigInt(millions) * 1_000_000n);
const rate = (percent: string): InternalRate => ({ rate: Number(percent) / 100, percent, reason: null, ambiguous: false });
const NO_RATE: InternalRate = { rate: null, percent: null, reason: 'NO_SIGN_CHANGE', ambiguous: false };
const AS_OF = localDate('2023-06-30');
const FUND = 'FND-2021-02';

type Given = Pick<DealOutcome, 'number' | 'company' | 'instrument' | 'paidOn' | 'costWon'> & Partial<DealOutcome>;
const deal = (given: Given): DealOutcome => ({
  exitedCostWon: ZERO_WON, proceedsWon: ZERO_WON, exitExpenseWon: ZERO_WON, outstandingWon: given.costWon, fairValueWon: given.costWon,
  valuedOn: null, method: null, impairmentWon: ZERO_WON, multiple: '1.0000', rate: rate('0.0000'), ...given,
});

const on = (text: string): LocalDate => localDate(text);
const DEALS: readonly DealOutcome[] = [
  deal({ number: 'INV-2022-0001', company: 'A 연구소기업', instrument: 'RCPS', paidOn: on('2022-03-28'), costWon: mn(2000), fairValueWon: mn(2600), valuedOn: AS_OF, method: '최근 거래가격', multiple: '1.3000', rate: rate('23.2455') }),
  deal({ number: 'INV-2022-0002', company: 'B 기술이전 창업기업', instrument: 'RCPS', paidOn: on('2022-09-15'), costWon: mn(1500), exitedCostWon: mn(500), proceedsWon: mn(900), exitExpenseWon: mn(10), outstandingWon: mn(1000), fairValueWon: mn(1000), multiple: '1.2667', rate: rate('35.1021') }),
  deal({ number: 'INV-2023-0001', company: 'C 일반 벤처', instrument: 'COMMON', paidOn: on('2023-02-10'), costWon: mn(1200), fairValueWon: mn(600), valuedOn: AS_OF, method: '순자산가액', impairmentWon: mn(600), multiple: '0.5000', rate: rate('-83.5570') }),
  deal({ number: 'INV-2023-0002', company: 'D 교수창업', instrument: 'SAFE', paidOn: on('2023-05-20'), costWon: mn(300) }),
  deal({ number: 'INV-2023-0003', company: 'E 국가R&D 사업화', instrument: 'CB', paidOn: on('2023-06-01'), costWon: mn(1000), rate: NO_RATE }),
];

export const TV2_OUTCOME: FundOutcome = {
  performance: {
    asOf: AS_OF,
    committedWon: mn(20_000), paidInWon: mn(8000), unpaidWon: mn(12_000), distributedWon: mn(300), investedWon: mn(6000), outstandingCostWon: mn(5500),
    holdingsFairValueWon: mn(5500), realisedProceedsWon: mn(900), realisedCostWon: mn(500), exitExpensesWon: mn(10), feesAndExpensesWon: mn(160),
    carryPaidWon: ZERO_WON, otherCashWon: ZERO_WON, cashWon: mn(2430), netAssetValueWon: mn(7930),
    multiples: { pic: '0.4000', dpi: '0.0375', rvpi: '0.9913', tvpi: '1.0288' },
    netRate: rate('1.8034'), grossRate: rate('5.2216'),
  },
  deals: DEALS,
  exits: [{ fund: FUND, investment: 'INV-2022-0002', kind: 'OVER_THE_COUNTER', exitedOn: on('2023-05-31'), shares: 1000n, proceedsWon: mn(900), costWon: mn(500), expenseWon: mn(10), counterparty: '누리벤처스', note: null }],
  exitKinds: [{ kind: 'OVER_THE_COUNTER', count: 1, proceedsWon: mn(900), costWon: mn(500), gainWon: mn(400) }],
  distributions: [
    { number: 1, paidOn: on('2023-06-15'), source: '구주 매각대금', totalWon: mn(300), byPartner: new Map([['모태펀드', mn(150)], ['공제회', mn(75)], ['은행A', mn(45)], ['기업B', mn(27)], ['이음기술지주(주)', mn(3)]]) },
  ],
  expenses: [
    { fund: FUND, kind: 'MANAGEMENT_FEE', label: '관리보수', periodFrom: on('2022-01-01'), periodTo: on('2022-03-31'), baseWon: mn(20_000), rate: '0.02', billedWon: won(98_630_136n), paidOn: on('2022-04-15'), paidWon: won(98_630_136n), note: null },
    { fund: FUND, kind: 'CUSTODY', label: '수탁보수', periodFrom: null, periodTo: null, baseWon: null, rate: null, billedWon: null, paidOn: on('2022-12-30'), paidWon: won(61_369_864n), note: '연 1회' },
  ],
  fees: [{ fiscalYear: 2022, label: '관리보수', billedWon: won(98_630_136n), recomputedWon: won(98_630_136n), paidWon: won(98_630_136n) }],
  valuations: [
    { fund: FUND, investment: 'INV-2022-0001', valuedOn: AS_OF, fairValueWon: mn(2600), impairmentWon: ZERO_WON, method: '최근 거래가격', note: null },
    { fund: FUND, investment: 'INV-2023-0001', valuedOn: on('2023-03-31'), fairValueWon: mn(400), impairmentWon: mn(800), method: '순자산가액', note: '자본잠식' },
    { fund: FUND, investment: 'INV-2023-0001', valuedOn: AS_OF, fairValueWon: mn(600), impairmentWon: mn(600), method: '순자산가액', note: '후속투자 유치' },
  ],
};

export const TV2_RESTRICTIONS: RestrictionFacts = {
  limits: [
    { name: { ko: '동일기업 투자액', en: 'investments in one company' }, subject: 'A 연구소기업', usedWon: mn(2000), capWon: mn(4000), capBasisPoints: 2000, clause: '규약 제25조', hardness: 'SOFT' },
    { name: { ko: '구주 투자액', en: 'purchases of old shares' }, subject: null, usedWon: ZERO_WON, capWon: mn(4000), capBasisPoints: 2000, clause: '규약 제26조', hardness: 'SOFT' },
  ],
  waivers: [{ rule: 'quarter-stays-within-pace', company: null, mostWon: mn(3000), validFrom: on('2023-01-02'), validTo: on('2023-06-30'), approvedBy: '한서윤, 오지훈', reason: '상반기 집중 투자' }],
  related: [{ number: 'INV-2023-0002', company: 'D 교수창업', amountWon: mn(300), finding: '이해관계인이지만 조합원 전원의 사전 동의를 받았습니다.', clause: '벤처투자법 제52조' }],
};
