import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';

/** What a management fee is a part of. NET_COST is outstanding cost less impairment: an impairment lowers the fee. */
export const FEE_BASES = ['COMMITTED', 'INVESTED', 'OUTSTANDING', 'NET_COST'] as const;
export type FeeBase = (typeof FEE_BASES)[number];

/**
 * One stretch of an agreement's fee (관리보수): a rate on a base, from one day to another, both included. Stretches may
 * run side by side (1.0 % of commitments and 2.5 % of what is invested), and follow each other.
 */
export interface FeeTerm {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly base: FeeBase;
  readonly rate: BasisPoints;
  readonly clause: string;
}

/** Days on which only a part of the fee is due: an extension of the fund's life, a breach, a manager who left. */
export interface FeeReduction {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Part that is left: 8,000 is four fifths. */
  readonly keeps: BasisPoints;
  readonly reason: Bilingual;
  readonly clause: string;
}

/** What a base is from a day on, in won, until the next step; nothing before the first. */
export interface BaseStep {
  readonly base: FeeBase;
  readonly from: LocalDate;
  readonly amountWon: Won;
}

export interface BillingPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days over which base, rate and reduction stay the same, and the won they add to a bill. */
export interface FeePiece {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly base: FeeBase;
  readonly baseWon: Won;
  readonly rate: BasisPoints;
  /** 10,000 where nothing was reduced. */
  readonly keeps: BasisPoints;
  readonly amountWon: Won;
  readonly clause: string;
}

export interface FeeBill {
  readonly period: BillingPeriod;
  readonly pieces: readonly FeePiece[];
  readonly amountWon: Won;
  /** What the reductions of the period took off, in won. */
  readonly reducedByWon: Won;
}
