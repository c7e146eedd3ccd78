import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';

/** Money out of a pocket (negative) or into it (positive) on a day. */
export interface CashFlow {
  readonly on: LocalDate;
  readonly amountWon: Won;
}

/** Why there is no internal rate of return. */
export const NO_RATE_REASONS = ['NO_FLOWS', 'NO_SIGN_CHANGE', 'NO_RATE_FOUND'] as const;
export type NoRateReason = (typeof NO_RATE_REASONS)[number];

/** A yearly rate of return, Actual/365 Fixed (what Excel calls XIRR). */
export interface InternalRate {
  /** 0.1 is 10 %; null with a reason. For display only: no amount is ever computed from it. */
  readonly rate: number | null;
  /** In percent with four decimals, half-up: '-8.0446'. */
  readonly percent: string | null;
  readonly reason: NoRateReason | null;
  /** The flows change sign more than once, so another rate may solve them as well. */
  readonly ambiguous: boolean;
}

/** Multiples on paid-in capital with four decimals, half-up; null on a base of zero. */
export interface Multiples {
  /** Paid-in ÷ committed. */
  readonly pic: string | null;
  /** Distributed ÷ paid-in. */
  readonly dpi: string | null;
  /** Net asset value ÷ paid-in. */
  readonly rvpi: string | null;
  /** (Distributed + net asset value) ÷ paid-in. */
  readonly tvpi: string | null;
}

/** Cumulated cash of the partners at the end of a day; amounts in won. */
export interface JCurvePoint {
  readonly on: LocalDate;
  readonly paidInWon: Won;
  readonly distributedWon: Won;
  /** Distributed less paid-in: below zero while money is out. */
  readonly netWon: Won;
  readonly netAssetValueWon: Won | null;
  /** Net cash and net asset value together; null where the value is not known. */
  readonly gainWon: Won | null;
}

export interface JCurve {
  /** At quarter-ends, and at the day asked for. */
  readonly points: readonly JCurvePoint[];
  /** The most that was out at the end of a day, as a positive amount, and since when. */
  readonly lowestWon: Won;
  readonly lowestOn: LocalDate | null;
  /** The first day after it on which as much had come back as was paid in; null until then. */
  readonly breaksEvenOn: LocalDate | null;
}

/** How a fund did until the end of a day. Amounts in won. */
export interface FundPerformance {
  readonly asOf: LocalDate;
  readonly committedWon: Won;
  readonly paidInWon: Won;
  /** Committed less paid-in: not called yet, or called and not paid. */
  readonly unpaidWon: Won;
  readonly distributedWon: Won;
  readonly investedWon: Won;
  readonly outstandingCostWon: Won;
  readonly holdingsFairValueWon: Won;
  readonly realisedProceedsWon: Won;
  readonly realisedCostWon: Won;
  readonly exitExpensesWon: Won;
  readonly feesAndExpensesWon: Won;
  /** Paid to the general partner as carry, less what came back. */
  readonly carryPaidWon: Won;
  /** Cash in the books that no fact of the register explains. */
  readonly otherCashWon: Won;
  readonly cashWon: Won;
  readonly netAssetValueWon: Won;
  readonly multiples: Multiples;
  /** What partners earned: contributions, distributions and the net asset value. */
  readonly netRate: InternalRate;
  /** What the deals earned before fees: payments, net proceeds and the fair value. */
  readonly grossRate: InternalRate;
}

/** What a partner owes on a call at the end of a day. */
export interface UnpaidCall {
  readonly call: number;
  readonly partner: string;
  readonly dueOn: LocalDate;
  readonly calledWon: Won;
  readonly receivedWon: Won;
  readonly unpaidWon: Won;
  readonly overdueDays: number;
  /** floor(unpaid × rate × days / 365), zero while not overdue. */
  readonly overdueInterestWon: Won;
}

export interface FeeYear {
  readonly fiscalYear: number;
  readonly label: string;
  /** What the register says was due. */
  readonly billedWon: Won;
  /** What base × rate × days / 365 gives on the running sum of the year and kind. */
  readonly recomputedWon: Won;
  readonly paidWon: Won;
}

export interface ExitSummary {
  readonly kind: string;
  readonly count: number;
  readonly proceedsWon: Won;
  readonly costWon: Won;
  /** Proceeds less cost; expenses of the exit are not in it. */
  readonly gainWon: Won;
}

export interface DistributionSummary {
  readonly number: number;
  readonly totalWon: Won;
  readonly byPartner: ReadonlyMap<string, Won>;
}
