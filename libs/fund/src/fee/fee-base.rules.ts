import { compareDates, type LocalDate } from '#libs/calendar';
import { maxWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import type { ExitFact, InvestmentFact, ValuationFact } from '../register/register.js';
import type { BaseStep, FeeBase } from './fee.js';

type Moving = Exclude<FeeBase, 'COMMITTED'>;
type Amounts = Readonly<Record<Moving, Won>>;

type BaseDeal = Pick<InvestmentFact, 'number' | 'kind' | 'paidOn' | 'amountWon'>;
type BaseExit = Pick<ExitFact, 'investment' | 'kind' | 'exitedOn' | 'costWon'>;
type BaseValuation = Pick<ValuationFact, 'investment' | 'valuedOn' | 'impairmentWon'>;

/** What bases are made of, of one fund. */
export interface BaseFacts {
  readonly investments: readonly BaseDeal[];
  readonly exits: readonly BaseExit[];
  readonly valuations: readonly BaseValuation[];
}

const NOTHING: Amounts = { INVESTED: ZERO_WON, OUTSTANDING: ZERO_WON, NET_COST: ZERO_WON };
const MOVING = ['INVESTED', 'OUTSTANDING', 'NET_COST'] as const;

/**
 * What every base of a fee is, from day to day: commitments since the founding; what was invested, rescinded deals left out;
 * the cost that exits left; and that less impairment (docs/domain.md §2.9). */
export function baseSteps(facts: BaseFacts, fund: { readonly committedWon: Won; readonly foundedOn: LocalDate }): BaseStep[] {
  const changes = new Map<LocalDate, Amounts>();
  const [exits, valuations] = [grouped(facts.exits), grouped(facts.valuations)];
  for (const deal of facts.investments.filter((each) => each.kind !== 'CONVERSION')) {
    let before = NOTHING;
    for (const { on, ...amounts } of stepsOfDeal(deal, exits.get(deal.number) ?? [], valuations.get(deal.number) ?? [])) {
      changes.set(on, combined(changes.get(on) ?? NOTHING, amounts, before));
      before = amounts;
    }
  }
  let running = NOTHING;
  const moving = [...changes].sort(([left], [right]) => compareDates(left, right)).flatMap(([on, change]) => {
    running = combined(running, change, NOTHING);
    return MOVING.map((base): BaseStep => ({ base, from: on, amountWon: running[base] }));
  });
  return [{ base: 'COMMITTED', from: fund.foundedOn, amountWon: fund.committedWon }, ...moving];
}

function stepsOfDeal(deal: BaseDeal, exits: readonly BaseExit[], valuations: readonly BaseValuation[]): (Amounts & { readonly on: LocalDate })[] {
  const days = [...new Set([deal.paidOn, ...exits.map((exit) => exit.exitedOn), ...valuations.map((each) => each.valuedOn)])].filter((day) => day >= deal.paidOn).sort(compareDates);
  return days.map((on) => {
    const gone = exits.filter((exit) => exit.exitedOn <= on);
    const left = maxWon(ZERO_WON, won(gone.reduce((rest, exit) => rest - exit.costWon, BigInt(deal.amountWon))));
    const rescinded = gone.some((exit) => exit.kind === 'RESCISSION');
    const last = valuations.filter((each) => each.valuedOn <= on).sort((one, other) => compareDates(one.valuedOn, other.valuedOn)).at(-1);
    return { on, INVESTED: rescinded ? ZERO_WON : deal.amountWon, OUTSTANDING: left, NET_COST: maxWon(ZERO_WON, subtractWon(left, last?.impairmentWon ?? ZERO_WON)) };
  });
}

const combined = (sum: Amounts, add: Amounts, take: Amounts): Amounts => ({
  INVESTED: won(sum.INVESTED + add.INVESTED - take.INVESTED),
  OUTSTANDING: won(sum.OUTSTANDING + add.OUTSTANDING - take.OUTSTANDING),
  NET_COST: won(sum.NET_COST + add.NET_COST - take.NET_COST),
});

function grouped<Fact extends { readonly investment: string }>(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.investment);
    if (group === undefined) groups.set(fact.investment, [fact]);
    else group.push(fact);
  }
  return groups;
}
