import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** What a fund earned since inception, in won; costs and losses are negative. */
export interface FundResult {
  /** Management fees and expenses of the fund. */
  readonly feesWon: Won;
  /** Proceeds less cost and expenses of exits, and what else came in or went out. */
  readonly realisedWon: Won;
  /** Fair value of what is held less its cost. */
  readonly unrealisedWon: Won;
}

/** A partner's capital account over a period; amounts in won, every column adds up to the fund's. */
export interface CapitalAccount {
  readonly partnerId: string;
  readonly partner: string;
  readonly commitmentWon: Won;
  /** Called and not restored, until the end of the period. */
  readonly calledWon: Won;
  readonly paidInWon: Won;
  readonly distributedToDateWon: Won;
  readonly openingWon: Won;
  readonly contributedWon: Won;
  readonly distributedWon: Won;
  readonly feesWon: Won;
  readonly realisedWon: Won;
  readonly unrealisedWon: Won;
  /** Carry accrued to (negative) or given back by the general partner, and losses that others bear first. */
  readonly carryWon: Won;
  readonly closingWon: Won;
}

/** All accounts of a fund over a period. The closings and the accrued carry are its net asset value. */
export interface CapitalAccounts {
  /** The last day before the period: openings are of its end. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly accounts: readonly CapitalAccount[];
  readonly carry: { readonly openingWon: Won; readonly accruedWon: Won; readonly paidWon: Won; readonly closingWon: Won };
  readonly netAssetValueWon: Won;
}
