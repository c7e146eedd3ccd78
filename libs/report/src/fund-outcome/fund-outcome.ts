import type { LocalDate } from '#libs/calendar';
import type { DistributionSummary, ExitFact, ExitSummary, ExpenseFact, FeeYear, FundPerformance, InternalRate, ValuationFact } from '#libs/fund';
import type { Won } from '#libs/money';

/** Postings by which the cost of a deal comes into the books (docs/postings.md). */
export const DEAL_PAID: readonly string[] = ['fund.investment-paid', 'fund.investment-paid-under-warning', 'fund.investment-paid-in-history'];

/** One deal from its payment to the day of the figures; amounts in won. A conversion moved no cash and is no deal of its own. */
export interface DealOutcome {
  readonly number: string;
  readonly company: string;
  readonly instrument: string;
  readonly paidOn: LocalDate;
  readonly costWon: Won;
  readonly exitedCostWon: Won;
  readonly proceedsWon: Won;
  readonly exitExpenseWon: Won;
  readonly outstandingWon: Won;
  /** The last valuation on or before the day; the cost that is left where there is none. */
  readonly fairValueWon: Won;
  readonly valuedOn: LocalDate | null;
  readonly method: string | null;
  /** As the last valuation states it. */
  readonly impairmentWon: Won;
  /** (Proceeds + fair value) ÷ cost, four decimals. */
  readonly multiple: string | null;
  readonly rate: InternalRate;
}

/** What a partner was paid as one distribution, on one day. */
export interface PaidDistribution extends DistributionSummary {
  readonly paidOn: LocalDate;
  readonly source: string | null;
}

/** What came of a fund by the end of a day: fees, exits, distributions, values and the figures that follow from them. */
export interface FundOutcome {
  readonly performance: FundPerformance;
  readonly deals: readonly DealOutcome[];
  readonly exits: readonly ExitFact[];
  readonly exitKinds: readonly ExitSummary[];
  readonly distributions: readonly PaidDistribution[];
  readonly expenses: readonly ExpenseFact[];
  readonly fees: readonly FeeYear[];
  readonly valuations: readonly ValuationFact[];
}
