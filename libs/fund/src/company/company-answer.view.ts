import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { shareOf } from '#libs/money';
import { getFund, type FundRow } from '../fund/fund.query.js';
import { listInvestments, listInvestmentsIn, type InvestmentRow } from '../investment/investment.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { exposureLimits, ISSUER_LIMIT } from '../restriction/restriction.policy.js';
import type { CompanyDto, PortfolioRowDto } from './company.dto.js';
import { getCompany, listHoldings, listOutcomes, proceedsByDeal } from './company.query.js';
import { viewCompany, viewPortfolio, type FundHoldings } from './company.view.js';

/** What a fund holds at one point in both times, one row for each company. */
export async function askPortfolio(tx: Tx, fundId: string, point: TimePoint): Promise<PortfolioRowDto[]> {
  const held = await holdingsOf(tx, await getFund(tx, fundId), await listInvestments(tx, fundId, point), point);
  const proceeds = await proceedsByDeal(tx, held.investments.map(({ id }) => id), point);
  return viewPortfolio(held, { proceeds, holdings: await listHoldings(tx, { fundId }, point) });
}

/** Everything about one company at one point in both times. */
export async function askCompany(tx: Tx, id: string, point: TimePoint): Promise<CompanyDto> {
  const company = await getCompany(tx, id);
  const investments = await listInvestmentsIn(tx, id, point);
  const proceeds = await proceedsByDeal(tx, investments.map((row) => row.id), point);
  const funds: FundHoldings[] = [];
  for (const fundId of new Set(investments.map((row) => row.fundId))) {
    funds.push(await holdingsOf(tx, await getFund(tx, fundId), investments.filter((row) => row.fundId === fundId), point));
  }
  return viewCompany(company, funds, { proceeds, holdings: await listHoldings(tx, { companyId: id }, point) }, await listOutcomes(tx, id, point));
}

/** The deals of a fund with what one company may take of it, by the agreement as it was in force. */
async function holdingsOf(tx: Tx, fund: FundRow, investments: readonly InvestmentRow[], point: TimePoint): Promise<FundHoldings> {
  const limit = exposureLimits(await fundPolicies(tx, fund, point)).find(({ rule }) => rule === ISSUER_LIMIT);
  return { fund, investments, limitWon: limit === undefined ? null : shareOf(fund.committedWon, limit.cap, 'floor') };
}
