import { minDate, type LocalDate } from '#libs/calendar';
import { maxWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import type { RecognitionStatus } from '../classification/classification.js';
import type { PortfolioFacts } from '../obligation/obligation.js';
import type { FundFact, InvestmentFact, RegisterFacts } from '../register/register.js';
import { paidInBy } from './capital.rules.js';
import { booksOf, outstandingCost } from './holding.rules.js';

/**
 * What an investment counts as on `asOf`, as it was known on `knownOn`: the last decision recorded by then that is in
 * effect by then. A claim that nobody has decided about is pending; without a claim there is no question (docs/register-format.md §4).
 */
export function recognitionStatus(investment: Pick<InvestmentFact, 'route' | 'decisions'>, asOf: LocalDate, knownOn: LocalDate): RecognitionStatus {
  const standing = investment.decisions.filter((each) => each.decidedOn <= knownOn && each.effectiveOn <= asOf).at(-1);
  if (standing !== undefined) return standing.decision;
  return investment.route === null && investment.decisions.length === 0 ? 'NOT_CLAIMED' : 'PENDING';
}

/**
 * What the obligation of a fund counts on `asOf`, as it was known on `knownOn`. Cash deals paid by then, without those
 * rescinded by then; conversions are no deals. What may be recycled are net proceeds that were not distributed, and
 * nothing where the agreement forbids it.
 */
export function portfolioFacts(facts: RegisterFacts, fund: FundFact, asOf: LocalDate, knownOn: LocalDate): PortfolioFacts {
  const { deals, exits } = booksOf(facts, fund.number, asOf);
  const known = exits.filter((exit) => exit.exitedOn <= knownOn);
  const rescinded = new Set(known.filter((exit) => exit.kind === 'RESCISSION').map((exit) => exit.investment));
  const standing = deals.filter((deal) => !rescinded.has(deal.number)).map((deal) => ({ deal, status: recognitionStatus(deal, asOf, knownOn) }));
  const of = (status: RecognitionStatus): InvestmentFact[] => standing.filter((each) => each.status === status).map((each) => each.deal);
  const outstanding = (deal: InvestmentFact): Won =>
    outstandingCost(
      deal,
      known.filter((exit) => exit.investment === deal.number),
      asOf,
    );
  return {
    committedWon: fund.committedWon,
    paidInWon: paidInBy(facts.callPayments, fund.number, minDate(asOf, knownOn)),
    investedWon: cost(standing.map((each) => each.deal)),
    qualifyingWon: cost(of('QUALIFIED')),
    qualifyingOutstandingWon: sumWon(of('QUALIFIED').map(outstanding)),
    pendingWon: cost(of('PENDING')),
    pendingCount: of('PENDING').length,
    investmentCount: standing.length,
    qualifyingCount: of('QUALIFIED').length,
    lifetimeExpensesWon: fund.lifetimeExpensesWon,
    recyclableWon: fund.recycling ? recyclable(facts, fund, rescinded, asOf) : ZERO_WON,
  };
}

const cost = (deals: readonly InvestmentFact[]): Won => sumWon(deals.map((deal) => deal.amountWon));

function recyclable(facts: RegisterFacts, fund: FundFact, rescinded: ReadonlySet<string>, asOf: LocalDate): Won {
  const exits = booksOf(facts, fund.number, asOf).exits.filter((exit) => !rescinded.has(exit.investment));
  const proceeds = won(exits.reduce((sum, exit) => sum + exit.proceedsWon - exit.expenseWon, 0n));
  const distributed = sumWon(facts.distributions.filter((each) => each.fund === fund.number && each.paidOn <= asOf).map((each) => each.amountWon));
  return maxWon(ZERO_WON, subtractWon(proceeds, distributed));
}
