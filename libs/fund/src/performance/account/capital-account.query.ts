import { addDays, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { negateWon, subtractWon, won } from '#libs/money';
import { getFund, type FundRow } from '../../fund/fund.query.js';
import { capitalHistory } from '../../waterfall/history.query.js';
import { termsInForce } from '../../waterfall/party/party.query.js';
import type { FundPerformance } from '../performance.js';
import { performanceOf } from '../performance.query.js';
import { capitalAccounts, type AccountFacts } from './capital-account.rules.js';
import type { CapitalAccounts } from './capital-account.js';

/** The partners' capital accounts over a period, both ends included, from what was known at the point's time. */
export async function partnerCapitalAccounts(tx: Tx, fundId: string, period: { readonly from: LocalDate; readonly to: LocalDate }, point: Pick<TimePoint, 'knownBefore'>): Promise<CapitalAccounts> {
  const fund = await getFund(tx, fundId);
  const before = await accountFacts(tx, fund, { ...point, asOf: addDays(period.from, -1) });
  return capitalAccounts(before, await accountFacts(tx, fund, { ...point, asOf: period.to }));
}

/** What the accounts of a fund rest on at one point in both times. */
export async function accountFacts(tx: Tx, fund: FundRow, point: TimePoint, known?: FundPerformance): Promise<AccountFacts> {
  const history = await capitalHistory(tx, fund.id, point);
  const figures = known ?? (await performanceOf(tx, fund, point));
  const unrealisedWon = subtractWon(figures.holdingsFairValueWon, figures.outstandingCostWon);
  const feesWon = negateWon(figures.feesAndExpensesWon);
  // What is left of the change in value once the rest is named, so that the parts are the whole by construction.
  const gainWon = figures.netAssetValueWon - figures.paidInWon + figures.distributedWon + figures.carryPaidWon;
  return {
    on: point.asOf,
    partners: history.partners,
    contributions: history.contributions,
    paid: history.paid,
    netAssetValueWon: figures.netAssetValueWon,
    result: { feesWon, realisedWon: won(gainWon - feesWon - unrealisedWon), unrealisedWon },
    terms: await termsInForce(tx, fund, history.partners, point),
  };
}
