import { maxDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { ZERO_WON } from '#libs/money';
import { policiesInForce, policyHistory, type PolicySet } from '#libs/policy';
import { fundScopes, lifetimeExpenses, mayRecycle, obligationRule } from '../fund/fund.policy.js';
import type { FundRow } from '../fund/fund.query.js';
import type { ObligationPosition, PortfolioFacts } from './obligation.js';
import { portfolioTotals, type PortfolioTotals } from './obligation.query.js';
import { obligationPosition } from './obligation.rules.js';

export interface FundPosition {
  readonly fund: FundRow;
  readonly policies: PolicySet;
  readonly position: ObligationPosition;
}

/**
 * Where each of `funds` stands at one point in both times. Rules and facts are taken as they were known then; the rules
 * in force on `rulesOn`, which is another day only where everything on record is measured by the rules of today.
 */
export async function fundPositions(tx: Tx, funds: readonly FundRow[], point: TimePoint, rulesOn: LocalDate = point.asOf): Promise<FundPosition[]> {
  const totals = await portfolioTotals(tx, funds.map((fund) => fund.id), point);
  const terms = await policiesOfFunds(tx, funds, point, rulesOn);
  return funds.map((fund) => {
    const policies = terms(fund);
    const facts = withTerms(totals.get(fund.id), policies);
    const period = { from: fund.investmentFrom, to: fund.investmentTo };
    return { fund, policies, position: obligationPosition(obligationRule(policies, fund.investmentTo), facts, period, point.asOf) };
  });
}

/** The terms of each of `funds` as `fundPolicies` gives those of one, in one question however many there are. */
async function policiesOfFunds(tx: Tx, funds: readonly FundRow[], point: TimePoint, on: LocalDate): Promise<(fund: FundRow) => PolicySet> {
  const history = await policyHistory(tx, funds.flatMap((fund) => fundScopes(fund.id, fund.programmeId)), point.knownBefore);
  return (fund) => history.inForce(fundScopes(fund.id, fund.programmeId), maxDate(on, fund.foundedOn));
}

/** The terms of a fund in force on `on`; before the founding those of its first day, so that there is something to show. */
export function fundPolicies(tx: Tx, fund: FundRow, point: TimePoint, on: LocalDate = point.asOf): Promise<PolicySet> {
  return policiesInForce(tx, fundScopes(fund.id, fund.programmeId), maxDate(on, fund.foundedOn), point.knownBefore);
}

export async function fundPosition(tx: Tx, fund: FundRow, point: TimePoint, rulesOn?: LocalDate): Promise<FundPosition> {
  const [position] = await fundPositions(tx, [fund], point, rulesOn);
  if (position === undefined) throw new Error(`no position for fund ${fund.number}`);
  return position;
}

function withTerms(totals: PortfolioTotals | undefined, policies: PolicySet): PortfolioFacts {
  const none: PortfolioTotals = {
    committedWon: ZERO_WON,
    paidInWon: ZERO_WON,
    investedWon: ZERO_WON,
    qualifyingWon: ZERO_WON,
    qualifyingOutstandingWon: ZERO_WON,
    pendingWon: ZERO_WON,
    pendingCount: 0,
    investmentCount: 0,
    qualifyingCount: 0,
    undistributedProceedsWon: ZERO_WON,
  };
  const { undistributedProceedsWon, ...facts } = totals ?? none;
  return { ...facts, lifetimeExpensesWon: lifetimeExpenses(policies), recyclableWon: mayRecycle(policies) ? undistributedProceedsWon : ZERO_WON };
}
