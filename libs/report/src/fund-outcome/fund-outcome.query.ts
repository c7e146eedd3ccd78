import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import {
  booksOf,
  distributionsByNumber,
  exitsByKind,
  holdingsOn,
  internalRate,
  managementFees,
  multipleOnCost,
  performanceOf,
  recordedRegister,
  type ExitFact,
  type FundRow,
  type RegisterFacts,
  type ValuationFact,
} from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { negateWon, subtractWon, sumWon, ZERO_WON } from '#libs/money';
import type { DealOutcome, FundOutcome } from './fund-outcome.js';

/** The facts that figures of a fund follow from, as known before an instant: read once, asked for as many days as a report needs. */
export const readRegister = (tx: Tx, fundId: string, knownBefore: Date): Promise<RegisterFacts> => recordedRegister(tx, { fundId, knownBefore, withVoided: false });

/** What came of a fund by the end of the point's day, from facts that were read already as known at its time. */
export async function outcomeOn(tx: Tx, facts: RegisterFacts, fund: FundRow, point: TimePoint): Promise<FundOutcome> {
  const { asOf } = point;
  const { exits, valuations } = booksOf(facts, fund.number, asOf);
  return {
    performance: await performanceOf(tx, fund, point, facts),
    deals: dealOutcomes(facts, fund.number, asOf),
    exits,
    exitKinds: exitsByKind(facts.exits, fund.number, asOf),
    distributions: distributionsByNumber(facts.distributions, fund.number, asOf).map((summary) => {
      const first = facts.distributions.find((each) => each.number === summary.number);
      return { ...summary, paidOn: first?.paidOn ?? asOf, source: first?.source ?? null };
    }),
    expenses: facts.expenses.filter((each) => each.paidOn <= asOf),
    fees: managementFees(facts.expenses, fund.number, asOf),
    valuations,
  };
}

function dealOutcomes(facts: RegisterFacts, fund: string, asOf: LocalDate): DealOutcome[] {
  const books = booksOf(facts, fund, asOf);
  const holdings = new Map(holdingsOn(facts, fund, asOf).map((holding) => [holding.investment, holding]));
  return books.deals.map(({ number, company, instrument, paidOn, amountWon: costWon }) => {
    const exits = books.exits.filter((exit) => exit.investment === number);
    const last = latest(books.valuations.filter((valuation) => valuation.investment === number));
    const holding = holdings.get(number);
    const fairValueWon = holding?.fairValueWon ?? ZERO_WON;
    const proceedsWon = sumWon(exits.map((exit) => exit.proceedsWon));
    const flows = [{ on: paidOn, amountWon: negateWon(costWon) }, ...exits.map(netFlow), { on: asOf, amountWon: fairValueWon }];
    return {
      number,
      company,
      instrument,
      paidOn,
      costWon,
      exitedCostWon: sumWon(exits.map((exit) => exit.costWon)),
      proceedsWon,
      exitExpenseWon: sumWon(exits.map((exit) => exit.expenseWon)),
      outstandingWon: holding?.costWon ?? ZERO_WON,
      fairValueWon,
      valuedOn: last?.valuedOn ?? null,
      method: last?.method ?? null,
      impairmentWon: last?.impairmentWon ?? ZERO_WON,
      multiple: multipleOnCost(proceedsWon, fairValueWon, costWon),
      rate: internalRate(flows),
    };
  });
}

const netFlow = ({ exitedOn, proceedsWon, expenseWon }: ExitFact) => ({ on: exitedOn, amountWon: subtractWon(proceedsWon, expenseWon) });

function latest(valuations: readonly ValuationFact[]): ValuationFact | null {
  return valuations.reduce<ValuationFact | null>((last, each) => (last === null || each.valuedOn >= last.valuedOn ? each : last), null);
}
