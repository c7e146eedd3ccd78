import { localDate } from '#libs/calendar';
import { won, ZERO_WON, type Won } from '#libs/money';
import type { QuarterlyFacts } from '../fund-quarterly/fund-quarterly.js';
import { quarterOf } from '../period/quarter.js';
import { TV2_OUTCOME } from './outcome.js';
import { TV2_STRETCHES } from './statement.js';
import { tv2Facts } from './tv2.js';

const mn = (millions: number): Won => won(BigInt(millions) * 1_000_000n);

/** The second quarter of 2023 of the portfolio in testing/tv2.ts. */
export function tv2Quarterly(changes: Partial<QuarterlyFacts> = {}): QuarterlyFacts {
  const { fund, asOf, knownBefore, position } = tv2Facts();
  const { performance } = TV2_OUTCOME;
  const before = {
    ...TV2_OUTCOME,
    performance: { ...performance, asOf: localDate('2023-03-31'), distributedWon: ZERO_WON, feesAndExpensesWon: mn(60), realisedProceedsWon: ZERO_WON, realisedCostWon: ZERO_WON, exitExpensesWon: ZERO_WON, netAssetValueWon: mn(7940) },
    deals: TV2_OUTCOME.deals.slice(0, 3).map((deal) => ({ ...deal, fairValueWon: deal.costWon })),
    exits: [],
    distributions: [],
  };
  return {
    fund,
    asOf,
    knownBefore,
    quarter: quarterOf(asOf),
    from: localDate('2023-04-01'),
    position,
    accounts: TV2_STRETCHES.quarter,
    before,
    outcome: TV2_OUTCOME,
    newDeals: [{ number: 'INV-2023-0002', company: 'D 교수창업', instrument: 'SAFE', paidOn: localDate('2023-05-20'), amountWon: mn(300), round: 'Seed', status: '인정' }],
    events: [
      { on: localDate('2023-05-31'), kind: '회수', text: 'INV-2022-0002 B 기술이전 창업기업 장외매각 900,000,000원' },
      { on: localDate('2023-06-15'), kind: '분배', text: '제1차 분배 300,000,000원' },
    ],
    unpaidWon: ZERO_WON,
    uncalledWon: mn(12_000),
    agreementVersion: 1,
    ...changes,
  };
}
