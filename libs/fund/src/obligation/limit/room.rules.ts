import type { LocalDate } from '#libs/calendar';
import { sumWon, won, type Won } from '#libs/money';
import { mandatePositions } from '../mandate/mandate.rules.js';
import type { MandateFund, MandateRule } from '../mandate/mandate.js';

export interface RoomChange {
  readonly ruleId: string;
  readonly byWon: Won;
}

/**
 * What the accounts of a fund's rules hold when they say what the facts say: for each rule K − T − required + M of that rule,
 * linear in every deal. Rules on invested capital move with each deal, and rules whose last day has passed ask for nothing:
 * neither has a room.
 */
export function roomTargets(rules: readonly MandateRule[], fund: MandateFund, today: LocalDate): Map<string, Won> {
  const { committedWon, lifetimeExpensesWon, investedWon, recyclableWon } = fund.facts;
  const capacity = committedWon - lifetimeExpensesWon - investedWon + recyclableWon;
  const positions = mandatePositions(rules.filter((rule) => rule.level === 'FUND'), [fund], today);
  const kept = positions.filter(({ target }) => target.open && !target.moves);
  return new Map(kept.map(({ rule, target, countedWon }) => [rule.id, won(capacity - target.requiredWon + countedWon)]));
}

/** The fund as it stood before one of its deals. */
export function withoutDeal<D extends MandateFund['deals'][number]>(fund: Omit<MandateFund, 'deals'> & { readonly deals: readonly D[] }, isIt: (deal: D) => boolean): MandateFund {
  const gone = sumWon(fund.deals.filter(isIt).map((deal) => deal.amountWon));
  return { ...fund, facts: { ...fund.facts, investedWon: won(fund.facts.investedWon - gone) }, deals: fund.deals.filter((deal) => !isIt(deal)) };
}

/** What is missing between two states of the rooms; a rule without a room in `wanted` keeps what it holds. */
export function roomChanges(held: ReadonlyMap<string, bigint>, wanted: ReadonlyMap<string, Won>): RoomChange[] {
  return [...wanted].map(([ruleId, target]) => ({ ruleId, byWon: won(target - (held.get(ruleId) ?? 0n)) })).filter(({ byWon }) => byWon !== 0n);
}
