import type { LocalDate } from '#libs/calendar';
import { maxWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { ExitFact, InvestmentFact, RegisterFacts, ValuationFact } from '../register/register.js';

/** What moves the books of one fund: conversions move no cash and are left out. */
interface FundBooks {
  readonly deals: readonly InvestmentFact[];
  readonly exits: readonly ExitFact[];
  readonly valuations: readonly ValuationFact[];
}

/**
 * The deals, exits and valuations of a fund up to a day, that day included. What was told of a conversion belongs to the cash deal
 * that was converted.
 */
export function booksOf(facts: RegisterFacts, fund: string, asOf: LocalDate): FundBooks {
  const rooted = rootsOf(facts.investments.filter((deal) => deal.fund === fund));
  return {
    deals: facts.investments.filter((deal) => deal.fund === fund && deal.kind !== 'CONVERSION' && deal.paidOn <= asOf),
    exits: facts.exits.filter((exit) => exit.fund === fund && exit.exitedOn <= asOf).map(rooted),
    valuations: facts.valuations.filter((valuation) => valuation.fund === fund && valuation.valuedOn <= asOf).map(rooted),
  };
}

/** Gives a fact about a conversion to the cash deal it goes back to, through any chain of conversions. */
function rootsOf(deals: readonly InvestmentFact[]): <Fact extends { readonly investment: string }>(fact: Fact) => Fact {
  const origins = new Map(deals.filter((deal) => deal.kind === 'CONVERSION').map((deal) => [deal.number, deal.origin]));
  return (fact) => {
    let { investment } = fact;
    for (let steps = origins.size; steps > 0; steps -= 1) investment = origins.get(investment) ?? investment;
    return investment === fact.investment ? fact : { ...fact, investment };
  };
}

/** Acquisition cost of a deal less what exits took, at the end of a day; nothing before the payment. `exits` are those of the deal. */
export function outstandingCost(deal: Pick<InvestmentFact, 'amountWon' | 'paidOn'>, exits: readonly ExitFact[], on: LocalDate): Won {
  if (on < deal.paidOn) return ZERO_WON;
  const taken = sumWon(exits.filter((exit) => exit.exitedOn <= on).map((exit) => exit.costWon));
  return maxWon(ZERO_WON, subtractWon(deal.amountWon, taken));
}

/** A deal that is still in the books, at cost and at fair value. */
export interface Holding {
  readonly investment: string;
  readonly costWon: Won;
  /** The last valuation on or before the day, whatever its age; the cost where there is none (docs/register-format.md §4). */
  readonly fairValueWon: Won;
  readonly valuedOn: LocalDate | null;
}

/** What a fund holds at the end of a day. */
export function holdingsOn(facts: RegisterFacts, fund: string, asOf: LocalDate): Holding[] {
  const books = booksOf(facts, fund, asOf);
  const exits = groupBy(books.exits, (exit) => exit.investment);
  const valuations = groupBy(books.valuations, (valuation) => valuation.investment);
  return books.deals.flatMap((deal) => {
    const costWon = outstandingCost(deal, exits.get(deal.number) ?? [], asOf);
    if (costWon === 0n) return [];
    const last = latest(valuations.get(deal.number) ?? []);
    return [{ investment: deal.number, costWon, fairValueWon: last?.fairValueWon ?? costWon, valuedOn: last?.valuedOn ?? null }];
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function latest(valuations: readonly ValuationFact[]): ValuationFact | null {
  return valuations.reduce<ValuationFact | null>((last, each) => (last === null || each.valuedOn >= last.valuedOn ? each : last), null);
}
