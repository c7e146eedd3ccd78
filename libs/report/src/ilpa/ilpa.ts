import type { LocalDate } from '#libs/calendar';
import type { CapitalAccounts, FundRow, PartnerRow } from '#libs/fund';
import type { Won } from '#libs/money';
import type { FundOutcome } from '../fund-outcome/fund-outcome.js';

/**
 * The templates of the Institutional Limited Partners Association that partners from abroad ask for: Reporting Template v2.0
 * (January 2025, for periods from the first quarter of 2026) and Performance Template v1.1 (granular and gross-up methodology).
 * Field names are those of the templates; what Baton has no figure for stays empty, with the reason.
 */
export const REPORTING_TEMPLATE = 'ILPA Reporting Template v2.0 (2025)';
export const PERFORMANCE_TEMPLATE = 'ILPA Performance Template v1.1 (2025)';

export const STRETCHES = ['quarter', 'year', 'life'] as const;
export type Stretch = (typeof STRETCHES)[number];

/** A fund until the end of one stretch and what happened in it. */
export interface IlpaStretch {
  readonly accounts: CapitalAccounts;
  /** Partners as they stood before the first day. */
  readonly before: readonly PartnerRow[];
  /** Fees and expenses paid within it, by kind, in won. */
  readonly expenses: ReadonlyMap<string, Won>;
}

export interface IlpaReportingFacts {
  readonly fund: FundRow;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly partner: PartnerRow;
  readonly partners: readonly PartnerRow[];
  readonly stretches: Readonly<Record<Stretch, IlpaStretch>>;
  readonly agreementVersion: number | null;
}

/** Cash between the fund and its partners, or between the fund and its investments, on a day. */
export interface IlpaFlow {
  readonly on: LocalDate;
  readonly type: string;
  readonly subject: string;
  /** From the investor's side: paid in below zero. */
  readonly amountWon: Won;
}

export interface IlpaPerformanceFacts {
  readonly fund: FundRow;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly outcome: FundOutcome;
  readonly partnerFlows: readonly IlpaFlow[];
  readonly dealFlows: readonly IlpaFlow[];
  /** (Proceeds + fair value) ÷ cost of all deals, four decimals. */
  readonly grossMultiple: string | null;
  readonly agreementVersion: number | null;
}
