import { localDate } from '#libs/calendar';
import { DEAL_PAID } from '../fund-outcome/fund-outcome.js';
import type { AnnualBook, AnnualFacts, AnnualMovement } from '../annual/annual.js';
import type { Support } from '../support/support.js';

const both = (ko: string): { ko: string; en: string } => ({ ko, en: ko });

const book = (id: string, instrument: AnnualBook['instrument'], kind: string, number: string): AnnualBook => ({ book: id, instrument, kind, number, name: `${number} <시험> & 漢字`, programme: '사업' });

const BOOKS: readonly AnnualBook[] = [
  book('fund/1', 'FUND', 'FUND', 'FND-2021-01'),
  book('voucher/1', 'VOUCHER', 'AS', 'AS-2021'),
  book('grant/1', 'GRANT', 'PROTOTYPE', 'PT-2021'),
  book('grant/2', 'MATCHING', 'MATCHING', 'MT-2021'),
];

const moved = (of: string, chart: string, posting: string, yearWon: bigint, beforeWon = 0n): AnnualMovement => ({ book: of, chart, posting, yearWon, totalWon: yearWon + beforeWon });

/** The year 2022 of four books; amounts are the ones of the test vectors or small. */
const MOVEMENTS: readonly AnnualMovement[] = [
  ...[moved('fund/1', 'fund.commitment', 'fund.commitment-signed', 0n, 20_000_000_000n), moved('fund/1', 'fund.capital-paid-in', 'fund.capital-call-paid', 4_000_000_000n, 4_000_000_000n)],
  ...[moved('fund/1', 'fund.investment-cost', DEAL_PAID[0] ?? '', 2_200_000_000n, 3_800_000_000n), moved('fund/1', 'fund.investment-cost', 'fund.investment-exited', -500_000_000n)],
  moved('fund/1', 'fund.cash', 'fund.investment-exited', 720_000_001n),
  ...[moved('voucher/1', 'voucher.appropriation', 'voucher.budget-decided', 500_000_000n), moved('voucher/1', 'voucher.appropriation', 'voucher.service-paid', -2_666_666n), moved('voucher/1', 'voucher.appropriation', 'voucher.budget-lapsed', -495_000_000n)],
  ...[moved('voucher/1', 'voucher.budget', 'voucher.budget-decided', 500_000_000n), moved('voucher/1', 'voucher.budget', 'voucher.issued', -5_000_000n), moved('voucher/1', 'voucher.budget', 'voucher.budget-lapsed', -495_000_000n)],
  ...[moved('voucher/1', 'voucher.outstanding', 'voucher.issued', 5_000_000n), moved('voucher/1', 'voucher.own-money', 'voucher.own-money-deposited', 1_250_000n)],
  ...[moved('voucher/1', 'voucher.clawback-receivable', 'voucher.clawback-decided', 1_624_800n), moved('voucher/1', 'voucher.clawback-receivable', 'voucher.clawback-received', -1_000_000n), moved('voucher/1', 'voucher.recovered-cash', 'voucher.clawback-received', 1_000_000n)],
  ...[moved('grant/1', 'grant.appropriation', 'grant.budget-decided', 0n, 6_200_000_000n), moved('grant/1', 'grant.appropriation', 'grant.tranche-paid', -113_560n, -270_000_000n), moved('grant/1', 'grant.available', 'grant.agreed', -270_000_000n)],
  ...[moved('grant/1', 'grant.project-own', 'grant.own-share-received', 5_000_000n), moved('grant/1', 'grant.outcome-cash', 'grant.outcome-received', 70_000n), moved('grant/1', 'grant.recovery-receivable', 'grant.recovery-demanded', 11_315_000n)],
  ...[moved('grant/2', 'grant.appropriation', 'grant.budget-decided', 900_000_000n), moved('grant/2', 'grant.appropriation', 'grant.tranche-paid', -200_000_000n), moved('grant/2', 'grant.project-own', 'grant.own-share-received', 250_000_000n)],
];

const support = (party: string, kind: string, number: string, on: string, amountWon: bigint, more: Partial<Support> = {}): Support => ({
  ...{ partyId: party, party: `${party} 주식회사`, businessNumber: '3118204178', kind, bookId: 'b', id: number, number, on: localDate(on), amountWon },
  ...{ technologyNumber: null, technology: null, region: null },
  ...more,
});

/** Company A was carried from the test to the market with one technology; B got two kinds of support; C one. */
const SUPPORTS: readonly Support[] = [
  support('A', 'TEST', 'SO-2021-0001', '2021-03-02', 3_000_000n, { technologyNumber: 'TT-2021-7', technology: '나노 촉매' }),
  support('B', 'PROTOTYPE', 'PT-2021-001', '2021-03-02', 150_000_000n, { technology: '초소형 <펌프>' }),
  support('C', 'AS', 'AS-2021-0001', '2022-04-01', 5_000_000n, { region: '대전광역시' }),
  support('A', 'AS', 'AS-2021-0002', '2022-05-01', 5_000_000n, { technologyNumber: 'TT-2021-7', technology: '나노 촉매', region: '대전광역시' }),
  support('B', 'FUND', 'FND-2021-01 1', '2022-06-01', 2_200_000_000n),
];

/** Facts of 2022, seen by somebody who sees every book. */
export function annualFacts(changes: Partial<AnnualFacts> = {}): AnnualFacts {
  return {
    ...{ year: 2022, issuer: '과학기술일자리진흥원', asOf: localDate('2022-12-31'), from: localDate('2022-01-01'), knownBefore: new Date('2023-02-01T00:00:00.001Z'), whole: true },
    ...{ books: BOOKS, movements: MOVEMENTS, supports: SUPPORTS, brokers: 3 },
    outcomes: [{ agreement: 'PT-2021-001', company: 'B 주식회사', technology: '초소형 펌프', use: 'OWN_USE', incomeWon: 123_456_789n, jobs: 4 }],
    risks: [
      { group: 'CLAWBACK', code: 'OFF_PURPOSE', count: 1, amountWon: 1_624_800n },
      { group: 'WARNING', code: 'INSPECT', count: 2, amountWon: null },
    ],
    budgets: [
      { book: 'voucher/1', stage: 'PROPOSAL', amountWon: 500_000_000n, count: 1 },
      { book: 'voucher/1', stage: 'APPROVED', amountWon: 500_000_000n, count: 1 },
      { book: 'grant/2', stage: 'APPROVED', amountWon: 900_000_000n, count: 1 },
    ],
    texts: [{ part: 'FINDING', body: '한 해 동안 이어달리기가 시작되었습니다.\n다음 해에는 수를 늘립니다.', author: '김단장', decidedOn: localDate('2023-01-20') }],
    sums: { investedWon: 6_000_000_000n, voucherBudgetWon: 500_000_000n, grantBudgetWon: 7_100_000_000n, outcomeReceivedWon: 70_000n, debitWon: 123n, creditWon: 123n },
    names: { kinds: { FUND: both('펀드 투자'), AS: both('A/S 바우처'), PROTOTYPE: both('시작품'), TEST: both('시험·분석') }, stages: { PROPOSAL: both('정부안'), APPROVED: both('국회확정') }, signals: {} },
    ...changes,
  };
}
