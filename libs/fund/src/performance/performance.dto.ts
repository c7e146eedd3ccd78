import { ShownChoice, ShownDate, ShownFlag, ShownInteger, ShownList, ShownObject, ShownText, ShownWon } from '#libs/http';
import { NO_RATE_REASONS } from './performance.js';

export class RateDto {
  @ShownText({ nullable: true, description: 'Yearly percentage with four decimals, Actual/365 (XIRR); null with a reason' })
  percent!: string | null;

  @ShownChoice(NO_RATE_REASONS, { nullable: true })
  reason!: string | null;

  @ShownFlag({ description: 'The flows change sign more than once: another rate may solve them as well' })
  ambiguous!: boolean;
}

export class FeeYearDto {
  @ShownInteger()
  fiscalYear!: number;

  @ShownText()
  label!: string;

  @ShownWon()
  billedWon!: string;

  @ShownWon({ description: 'base × rate × days / 365 on the running sum of the year' })
  recomputedWon!: string;

  @ShownWon()
  paidWon!: string;
}

export class ExitSummaryDto {
  @ShownText()
  kind!: string;

  @ShownInteger()
  count!: number;

  @ShownWon()
  proceedsWon!: string;

  @ShownWon()
  costWon!: string;
}

export class PerformanceDto {
  @ShownDate()
  asOf!: string;

  @ShownWon()
  committedWon!: string;

  @ShownWon()
  paidInWon!: string;

  @ShownWon()
  unpaidWon!: string;

  @ShownWon()
  distributedWon!: string;

  @ShownWon()
  investedWon!: string;

  @ShownWon()
  outstandingCostWon!: string;

  @ShownWon()
  holdingsFairValueWon!: string;

  @ShownWon()
  realisedProceedsWon!: string;

  @ShownWon()
  realisedCostWon!: string;

  @ShownWon()
  feesAndExpensesWon!: string;

  @ShownWon({ description: 'Paid to the general partner as carry, less what came back' })
  carryPaidWon!: string;

  @ShownWon({ description: 'Cash in the books beside capital, deals, exits, expenses, distributions and carry, such as interest on late capital' })
  otherCashWon!: string;

  @ShownWon()
  cashWon!: string;

  @ShownWon()
  netAssetValueWon!: string;

  @ShownWon({ description: 'Carry that the net asset value would give if all were sold at it today' })
  carryAccruedWon!: string;

  @ShownText({ nullable: true, description: 'Paid-in ÷ committed, four decimals' })
  pic!: string | null;

  @ShownText({ nullable: true })
  dpi!: string | null;

  @ShownText({ nullable: true })
  rvpi!: string | null;

  @ShownText({ nullable: true })
  tvpi!: string | null;

  @ShownObject(() => RateDto)
  netRate!: RateDto;

  @ShownObject(() => RateDto, { description: 'Net, and after the carry that is accrued' })
  rateAfterCarry!: RateDto;

  @ShownObject(() => RateDto)
  grossRate!: RateDto;

  @ShownList(() => ExitSummaryDto)
  exits!: ExitSummaryDto[];

  @ShownList(() => FeeYearDto)
  managementFees!: FeeYearDto[];
}
