import { localDate } from '#libs/calendar';
import { basisPoints, won } from '#libs/money';
import type { Scenario } from '../forecast.js';

/** The assumptions of a scenario as people state them and as they are kept: dates as text, won as digits, multiples in basis points. */
export interface Assumptions {
  readonly calls: readonly { readonly on: string; readonly amountWon: string }[];
  readonly deals: readonly { readonly on: string; readonly amountWon: string; readonly exitOn: string; readonly multipleBasisPoints: number }[];
  readonly expenses: readonly { readonly on: string; readonly amountWon: string }[];
  /** For every holding without an exit of its own. */
  readonly exitOn: string;
  readonly multipleBasisPoints: number;
  readonly exits: readonly { readonly number: string; readonly on: string; readonly multipleBasisPoints: number }[];
  readonly payoutsOn: readonly string[];
  readonly reserveWon: string;
}

/** A scenario to run: holdings are named by the number of their deal. Multiples may lie above the whole, unlike shares. */
export function scenarioOf(name: string, assumptions: Assumptions): Scenario {
  const exit = (on: string, multiple: number): Scenario['exit'] => ({ on: localDate(on), multiple: basisPoints(multiple) });
  const flow = ({ on, amountWon }: { on: string; amountWon: string }): { on: ReturnType<typeof localDate>; amountWon: ReturnType<typeof won> } => ({ on: localDate(on), amountWon: won(amountWon) });
  return {
    name: { ko: name, en: name },
    calls: assumptions.calls.map(flow),
    deals: assumptions.deals.map((deal) => ({ ...flow(deal), exit: exit(deal.exitOn, deal.multipleBasisPoints) })),
    expenses: assumptions.expenses.map(flow),
    exit: exit(assumptions.exitOn, assumptions.multipleBasisPoints),
    exits: new Map(assumptions.exits.map((each) => [each.number, exit(each.on, each.multipleBasisPoints)])),
    payoutsOn: assumptions.payoutsOn.map((on) => localDate(on)),
    reserveWon: won(assumptions.reserveWon),
  };
}
