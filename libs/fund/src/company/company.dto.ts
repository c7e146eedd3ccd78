import { ShownChoice, ShownDate, ShownId, ShownList, ShownPercent, ShownText, ShownTexts, ShownWon } from '#libs/http';
import { InvestmentSummaryDto } from '../investment/investment.dto.js';

/** What the deals of one or more funds in one company come to. */
export class HoldingFiguresDto {
  @ShownWon({ description: 'Everything invested that stands, at cost' })
  costWon!: string;

  @ShownWon()
  outstandingCostWon!: string;

  @ShownWon({ description: 'Last valuations; where there is none, what is left of the cost' })
  fairValueWon!: string;

  @ShownWon({ description: 'What exits brought, before their costs' })
  proceedsWon!: string;

  @ShownText({ nullable: true, description: '(proceeds + fair value) ÷ cost, four decimals; null without cost' })
  multiple!: string | null;

  @ShownPercent({ nullable: true, description: 'Part of the company by the shares still held, truncated' })
  ownershipPercent!: string | null;

  @ShownTexts({ description: 'Of holdings that stand, conversions taken into account' })
  instruments!: string[];

  @ShownWon({ description: 'Part of the cost that is recognised as main-purpose' })
  qualifyingWon!: string;

  @ShownWon({ description: 'Part of the cost whose recognition is claimed and not decided' })
  pendingWon!: string;

  @ShownText({ description: 'Warnings on record' })
  warningCount!: string;
}

export class PortfolioRowDto extends HoldingFiguresDto {
  @ShownId()
  companyId!: string;

  @ShownText()
  company!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownText({ description: 'Deals paid in cash that stand' })
  dealCount!: string;

  @ShownDate()
  firstPaidOn!: string;

  @ShownWon({ nullable: true, description: 'What one company may take of this fund; null where nobody decided' })
  limitWon!: string | null;

  @ShownPercent({ description: 'Cost of the commitments of the fund, truncated' })
  commitmentPercent!: string;
}

export class CompanyFundDto extends HoldingFiguresDto {
  @ShownId()
  fundId!: string;

  @ShownText()
  fundNumber!: string;

  @ShownText()
  fundName!: string;

  @ShownWon({ nullable: true, description: 'What one company may take of this fund; null where nobody decided' })
  limitWon!: string | null;

  @ShownPercent({ description: 'Cost of the commitments of the fund, truncated' })
  commitmentPercent!: string;

  @ShownList(() => InvestmentSummaryDto)
  investments!: InvestmentSummaryDto[];
}

export class CompanyEventDto {
  @ShownDate()
  on!: string;

  @ShownChoice(['DEAL', 'CONVERSION', 'EXIT', 'VALUATION'])
  kind!: string;

  @ShownId()
  investmentId!: string;

  @ShownText()
  number!: string;

  @ShownId()
  fundId!: string;

  @ShownText({ description: 'Instrument, kind of exit or method' })
  detail!: string;

  @ShownWon()
  amountWon!: string;
}

export class CompanyDto {
  @ShownId()
  id!: string;

  @ShownText()
  name!: string;

  @ShownText({ nullable: true })
  businessNumber!: string | null;

  @ShownText({ nullable: true })
  corporateNumber!: string | null;

  @ShownDate({ nullable: true })
  incorporatedOn!: string | null;

  @ShownList(() => CompanyFundDto, { description: 'One for each fund in one’s scope that invested' })
  funds!: CompanyFundDto[];

  @ShownList(() => CompanyEventDto, { description: 'Newest first' })
  events!: CompanyEventDto[];
}
