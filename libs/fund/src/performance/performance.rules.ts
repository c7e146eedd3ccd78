import type { LocalDate } from '#libs/calendar';
import { addWon, fraction, negateWon, subtractWon, sumWon, toDecimalString, won, ZERO_WON, type Won } from '#libs/money';
import type { ExitFact, RegisterFacts } from '../register/register.js';
import { paidInBy, receiptsBy } from './capital.rules.js';
import { booksOf, holdingsOn, type Holding } from './holding.rules.js';
import { internalRate } from './internal-rate.rules.js';
import type { CashFlow, FundPerformance, Multiples } from './performance.js';

const DECIMALS = 4;

/** PIC, DPI, RVPI and TVPI, exact from won, four decimals half-up. Source: docs/domain.md §2.11. */
export function multiples(committedWon: Won, paidInWon: Won, distributedWon: Won, netAssetValueWon: Won): Multiples {
  return {
    pic: ratio(paidInWon, committedWon),
    dpi: ratio(distributedWon, paidInWon),
    rvpi: ratio(netAssetValueWon, paidInWon),
    tvpi: ratio(addWon(distributedWon, netAssetValueWon), paidInWon),
  };
}

/** MOIC of one deal: (proceeds + fair value) ÷ cost; null without cost. */
export function multipleOnCost(proceedsWon: Won, fairValueWon: Won, costWon: Won): string | null {
  return ratio(addWon(proceedsWon, fairValueWon), costWon);
}

function ratio(part: Won, whole: Won): string | null {
  return whole === 0n ? null : toDecimalString(fraction(part, whole), DECIMALS, 'half-up');
}

/** What a fund's record holds beside the register. */
export interface BeyondRegister {
  /** Carry paid to the general partner; below zero where it came back. */
  readonly carry: readonly CashFlow[];
  /** Cash that no fact of the register explains, such as interest on late capital: in the books, and therefore in the value. */
  readonly otherCashWon: Won;
}

const NOTHING_BEYOND: BeyondRegister = { carry: [], otherCashWon: ZERO_WON };

/**
 * How a fund did until the end of `asOf`. Net asset value = fair value of the holdings + cash; cash = paid-in − invested +
 * (exit proceeds − exit expenses) − fees and expenses paid − distributions − carry (docs/register-format.md §4), and what else the books
 * hold. The facts are those known to the caller; dates after `asOf` are left out here.
 */
export function fundPerformance(
  facts: RegisterFacts,
  fund: { readonly number: string; readonly committedWon: Won },
  asOf: LocalDate,
  { carry, otherCashWon }: BeyondRegister = NOTHING_BEYOND,
): FundPerformance {
  const { deals, exits } = booksOf(facts, fund.number, asOf);
  const holdings = holdingsOn(facts, fund.number, asOf);
  const distributions = facts.distributions.filter((each) => each.fund === fund.number && each.paidOn <= asOf);
  const paidInWon = paidInBy(facts.callPayments, fund.number, asOf);
  const distributedWon = sumWon(distributions.map((each) => each.amountWon));
  const investedWon = sumWon(deals.map((deal) => deal.amountWon));
  const realisedProceedsWon = sumWon(exits.map((exit) => exit.proceedsWon));
  const exitExpensesWon = sumWon(exits.map((exit) => exit.expenseWon));
  const feesAndExpensesWon = sumWon(facts.expenses.filter((each) => each.fund === fund.number && each.paidOn <= asOf).map((each) => each.paidWon));
  const carryPaidWon = sumWon(carry.filter((each) => each.on <= asOf).map((each) => each.amountWon));
  const cashWon = won(paidInWon - investedWon + realisedProceedsWon - exitExpensesWon - feesAndExpensesWon - distributedWon - carryPaidWon + otherCashWon);
  const holdingsFairValueWon = fairValue(holdings);
  const netAssetValueWon = addWon(holdingsFairValueWon, cashWon);
  return {
    asOf,
    committedWon: fund.committedWon,
    paidInWon,
    unpaidWon: subtractWon(fund.committedWon, paidInWon),
    distributedWon,
    investedWon,
    outstandingCostWon: sumWon(holdings.map((holding) => holding.costWon)),
    holdingsFairValueWon,
    realisedProceedsWon,
    realisedCostWon: sumWon(exits.map((exit) => exit.costWon)),
    exitExpensesWon,
    feesAndExpensesWon,
    carryPaidWon,
    otherCashWon,
    cashWon,
    netAssetValueWon,
    multiples: multiples(fund.committedWon, paidInWon, distributedWon, netAssetValueWon),
    netRate: internalRate([...partnerFlows(facts, fund.number, asOf), { on: asOf, amountWon: netAssetValueWon }]),
    grossRate: internalRate([...dealFlows(facts, fund.number, asOf), { on: asOf, amountWon: holdingsFairValueWon }]),
  };
}

const fairValue = (holdings: readonly Holding[]): Won => sumWon(holdings.map((holding) => holding.fairValueWon));

/** Contributions out of the partners' pockets, distributions into them. */
export function partnerFlows(facts: Pick<RegisterFacts, 'callPayments' | 'distributions'>, fund: string, asOf: LocalDate): CashFlow[] {
  const contributions = receiptsBy(facts.callPayments, fund, asOf).flatMap(({ valueOn, receivedWon }) =>
    valueOn === null || receivedWon === null ? [] : [{ on: valueOn, amountWon: negateWon(receivedWon) }],
  );
  const distributions = facts.distributions.filter((each) => each.fund === fund && each.paidOn <= asOf);
  // What was undone is there twice, once mirrored: added up by distribution and day it is no flow at all.
  const paid = new Map<string, { on: LocalDate; amountWon: Won }>();
  for (const { paidOn, number, amountWon } of distributions) {
    const key = `${paidOn}|${number}`;
    paid.set(key, { on: paidOn, amountWon: addWon(paid.get(key)?.amountWon ?? ZERO_WON, amountWon) });
  }
  return [...contributions, ...paid.values()];
}

/** Payments into deals, and their proceeds less the expenses of the exit. */
function dealFlows(facts: RegisterFacts, fund: string, asOf: LocalDate): CashFlow[] {
  const { deals, exits } = booksOf(facts, fund, asOf);
  const net = (exit: ExitFact): Won => subtractWon(exit.proceedsWon, exit.expenseWon);
  return [...deals.map((deal) => ({ on: deal.paidOn, amountWon: negateWon(deal.amountWon) })), ...exits.map((exit) => ({ on: exit.exitedOn, amountWon: net(exit) }))];
}
