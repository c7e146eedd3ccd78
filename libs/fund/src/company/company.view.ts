import { truncatedPercentText, won, ZERO_WON, type Won } from '#libs/money';
import type { FundRow } from '../fund/fund.query.js';
import type { InvestmentRow } from '../investment/investment.query.js';
import { multipleOnCost } from '../performance/performance.rules.js';
import type { CompanyDto, CompanyEventDto, CompanyFundDto, HoldingFiguresDto, PortfolioRowDto } from './company.dto.js';
import type { CompanyEventRow, CompanyRow, HoldingRow } from './company.query.js';
import { latestTotal, ownershipNow, shownPart } from './ownership.rules.js';

/** What a fund and its deals say, from which a row is made. */
export interface FundHoldings {
  readonly fund: Pick<FundRow, 'id' | 'number' | 'name' | 'committedWon'>;
  readonly limitWon: Won | null;
  readonly investments: readonly InvestmentRow[];
}

/** Proceeds by deal, and the shares of all holdings in the companies asked about. */
export interface Outcomes {
  readonly proceeds: ReadonlyMap<string, bigint>;
  readonly holdings: readonly HoldingRow[];
}

const stands = (row: InvestmentRow): boolean => !row.voided && !row.rescinded;
const isPaid = (row: InvestmentRow): boolean => stands(row) && row.kind !== 'CONVERSION';
const sum = (amounts: readonly bigint[]): Won => won(amounts.reduce((total, amount) => total + amount, 0n));

/** A fund's deals, one row for each company. */
export function viewPortfolio({ fund, limitWon, investments }: FundHoldings, outcomes: Outcomes): PortfolioRowDto[] {
  const standing = investments.filter(stands);
  return [...new Set(standing.map((row) => row.companyId))].flatMap((companyId) => {
    const rows = standing.filter((row) => row.companyId === companyId);
    const paid = rows.filter(isPaid);
    const [first] = paid;
    if (first === undefined) return [];
    const figures = viewFigures(rows, companyId, fund.id, outcomes);
    return [
      {
        ...figures,
        companyId,
        company: first.company,
        businessNumber: first.businessNumber,
        dealCount: `${paid.length}`,
        firstPaidOn: first.paidOn,
        limitWon: limitWon === null ? null : `${limitWon}`,
        commitmentPercent: partOf(BigInt(figures.costWon), fund.committedWon),
      },
    ];
  });
}

/** Everything about one company, over the funds that one sees. */
export function viewCompany(company: CompanyRow, funds: readonly FundHoldings[], outcomes: Outcomes, events: readonly CompanyEventRow[]): CompanyDto {
  const deals = funds.flatMap(({ investments }) => investments.filter(stands));
  const told: CompanyEventDto[] = deals.map((row) => ({
    on: row.paidOn,
    kind: row.kind === 'CONVERSION' ? 'CONVERSION' : 'DEAL',
    investmentId: row.id,
    number: row.number,
    fundId: row.fundId,
    detail: row.instrument,
    amountWon: row.amountWon,
  }));
  return {
    ...company,
    funds: funds.map((each) => viewFund(company.id, each, outcomes)),
    events: [...told, ...events].sort((left, right) => (left.on < right.on ? 1 : left.on > right.on ? -1 : left.number < right.number ? 1 : -1)),
  };
}

function viewFund(companyId: string, { fund, limitWon, investments }: FundHoldings, outcomes: Outcomes): CompanyFundDto {
  const figures = viewFigures(investments.filter(stands), companyId, fund.id, outcomes);
  return {
    ...figures,
    fundId: fund.id,
    fundNumber: fund.number,
    fundName: fund.name,
    limitWon: limitWon === null ? null : `${limitWon}`,
    commitmentPercent: partOf(BigInt(figures.costWon), fund.committedWon),
    investments: investments.map((row) => ({ ...row })),
  };
}

function viewFigures(rows: readonly InvestmentRow[], companyId: string, fundId: string, { proceeds, holdings }: Outcomes): HoldingFiguresDto {
  const paid = rows.filter(isPaid);
  const cost = sum(paid.map((row) => BigInt(row.amountWon)));
  const value = sum(paid.map((row) => BigInt(row.fairValueWon ?? row.outstandingCostWon)));
  const came = sum(paid.map((row) => proceeds.get(row.id) ?? 0n));
  const ofCompany = holdings.filter((each) => each.companyId === companyId);
  const ofFund = ofCompany.filter((each) => each.fundId === fundId);
  return {
    costWon: `${cost}`,
    outstandingCostWon: `${sum(paid.map((row) => BigInt(row.outstandingCostWon)))}`,
    fairValueWon: `${value}`,
    proceedsWon: `${came}`,
    multiple: cost === ZERO_WON ? null : multipleOnCost(came, value, cost),
    ownershipPercent: shownPart(ownershipNow(ofFund, latestTotal(ofCompany))),
    instruments: [...new Set(ofFund.filter((each) => each.convertedWon < each.amountWon).map(({ instrument }) => instrument as string))],
    qualifyingWon: `${sum(paid.filter(({ status }) => status === 'QUALIFIED').map((row) => BigInt(row.amountWon)))}`,
    pendingWon: `${sum(paid.filter(({ status }) => status === 'PENDING').map((row) => BigInt(row.amountWon)))}`,
    warningCount: `${sum(rows.map((row) => BigInt(row.warningCount)))}`,
  };
}

const partOf = (part: bigint, whole: bigint): string => (truncatedPercentText(part, whole) ?? '0.00%').replace('%', '');
