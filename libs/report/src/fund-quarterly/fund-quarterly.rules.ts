import { sumWon, won, type Won } from '#libs/money';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import type { QuarterlyFacts } from './fund-quarterly.js';

/** The net asset value from one quarter's end to the next; amounts as they add up, payments to partners below zero. */
export interface ValueBridge {
  readonly openingWon: Won;
  readonly contributedWon: Won;
  readonly distributedWon: Won;
  readonly carryPaidWon: Won;
  readonly feesWon: Won;
  readonly realisedWon: Won;
  readonly unrealisedWon: Won;
  readonly closingWon: Won;
}

export function valueBridge({ accounts: { accounts, carry, netAssetValueWon } , before }: Pick<QuarterlyFacts, 'accounts' | 'before'>): ValueBridge {
  const sum = (pick: 'contributedWon' | 'distributedWon' | 'feesWon' | 'realisedWon' | 'unrealisedWon'): Won => sumWon(accounts.map((account) => account[pick]));
  return {
    openingWon: before.performance.netAssetValueWon,
    contributedWon: sum('contributedWon'),
    distributedWon: won(-sum('distributedWon')),
    carryPaidWon: won(-carry.paidWon),
    feesWon: sum('feesWon'),
    realisedWon: sum('realisedWon'),
    unrealisedWon: sum('unrealisedWon'),
    closingWon: netAssetValueWon,
  };
}

/** Opening and movements are the closing, and each movement is the difference of two figures. Throws `InvariantError` unless they tie. */
export function quarterlyTotals(facts: QuarterlyFacts): ControlLine[] {
  const { openingWon, closingWon, ...moves } = valueBridge(facts);
  const [was, is] = [facts.before.performance, facts.outcome.performance];
  const held = facts.outcome.deals.filter((deal) => deal.outstandingWon > 0n);
  const lines = [
    controlLine(['기초 순자산 + 변동', 'Opening and movements'], ['기말 순자산가액', 'Closing net asset value'], openingWon + sumWon(Object.values(moves)), closingWon),
    controlLine(['기말 순자산가액', 'Closing net asset value'], ['성과지표의 순자산가액', 'Net asset value of the figures'], closingWon, is.netAssetValueWon),
    controlLine(['분기 중 납입', 'Contributions of the quarter'], ['납입 누계의 증가', 'Increase of paid-in capital'], moves.contributedWon, is.paidInWon - was.paidInWon),
    controlLine(['분기 중 분배', 'Distributions of the quarter'], ['분배 누계의 증가', 'Increase of distributions'], -moves.distributedWon, is.distributedWon - was.distributedWon),
    controlLine(['분기 중 보수·비용', 'Fees and expenses of the quarter'], ['보수·비용 누계의 증가', 'Increase of fees and expenses'], -moves.feesWon, is.feesAndExpensesWon - was.feesAndExpensesWon),
    controlLine(['보유 투자자산 합계', 'Sum of holdings'], ['공정가치', 'Fair value'], sumWon(held.map((deal) => deal.fairValueWon)), is.holdingsFairValueWon),
  ];
  requireToTie(facts.fund.number, lines);
  return lines;
}
