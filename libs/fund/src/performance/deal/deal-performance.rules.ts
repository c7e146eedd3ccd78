import type { LocalDate } from '#libs/calendar';
import { negateWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { RegisterFacts } from '../../register/register.js';
import { booksOf, holdingsOn } from '../holding.rules.js';
import { internalRate } from '../internal-rate.rules.js';
import type { InternalRate } from '../performance.js';
import { multipleOnCost } from '../performance.rules.js';

/** How one cash deal did until a day; amounts in won. */
export interface DealPerformance {
  readonly number: string;
  readonly company: string;
  readonly instrument: string;
  readonly paidOn: LocalDate;
  readonly costWon: Won;
  /** Proceeds less the expenses of the exits. */
  readonly netProceedsWon: Won;
  readonly outstandingCostWon: Won;
  readonly fairValueWon: Won;
  readonly valuedOn: LocalDate | null;
  /** (Net proceeds + fair value) ÷ cost, four decimals half-up. */
  readonly multiple: string | null;
  readonly rate: InternalRate;
  readonly state: 'HELD' | 'PARTLY_EXITED' | 'EXITED';
}

/**
 * MOIC and internal rate of every cash deal until the end of `asOf`. A conversion is no deal of its own: its exits and values
 * belong to the deal that was converted. Source: docs/domain.md §2.11.
 */
export function dealPerformances(facts: RegisterFacts, fund: string, asOf: LocalDate): DealPerformance[] {
  const { deals, exits } = booksOf(facts, fund, asOf);
  const holdings = holdingsOn(facts, fund, asOf);
  return deals.map((deal) => {
    const own = exits.filter((exit) => exit.investment === deal.number);
    const holding = holdings.find((each) => each.investment === deal.number);
    const fairValueWon = holding?.fairValueWon ?? ZERO_WON;
    const net = own.map((exit) => ({ on: exit.exitedOn, amountWon: subtractWon(exit.proceedsWon, exit.expenseWon) }));
    const netProceedsWon = sumWon(net.map((flow) => flow.amountWon));
    return {
      number: deal.number,
      company: deal.company,
      instrument: deal.instrument,
      paidOn: deal.paidOn,
      costWon: deal.amountWon,
      netProceedsWon,
      outstandingCostWon: holding?.costWon ?? ZERO_WON,
      fairValueWon,
      valuedOn: holding?.valuedOn ?? null,
      multiple: multipleOnCost(netProceedsWon, fairValueWon, deal.amountWon),
      rate: internalRate([{ on: deal.paidOn, amountWon: negateWon(deal.amountWon) }, ...net, { on: asOf, amountWon: fairValueWon }]),
      state: holding === undefined ? 'EXITED' : own.length > 0 ? 'PARTLY_EXITED' : 'HELD',
    };
  });
}
