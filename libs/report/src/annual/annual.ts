import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { DecidedText } from '../report-text/report-text.js';
import type { Support } from '../support/support.js';

export const INSTRUMENTS = ['FUND', 'VOUCHER', 'GRANT', 'MATCHING'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** A set of books in sight: of a fund, a voucher programme year, a call or a matching pool. */
export interface AnnualBook {
  readonly book: string;
  readonly instrument: Instrument;
  /** FUND, AS, KTTN, or the kind of the call. */
  readonly kind: string;
  readonly number: string;
  readonly name: string;
  readonly programme: string;
}

/** What entries of one posting rule did to accounts of one kind, on their normal side: in the fiscal year, and in all by the point; won. */
export interface AnnualMovement {
  readonly book: string;
  readonly chart: string;
  readonly posting: string;
  readonly yearWon: bigint;
  readonly totalWon: bigint;
}

/** Income that a company declared for the year from one technology; won. */
export interface DeclaredOutcome {
  readonly agreement: string;
  readonly company: string;
  readonly technology: string;
  readonly use: string;
  readonly incomeWon: bigint;
  readonly jobs: number | null;
}

/** Things of one kind that happened in the year, with what they were about in won where they are about money. */
export interface RiskCount {
  readonly group: 'WARNING' | 'VERDICT' | 'CLAWBACK' | 'RECOVERY' | 'SANCTION' | 'WAIVER';
  readonly code: string;
  readonly count: number;
  readonly amountWon: bigint | null;
}

/** A decision on a budget of the year; won. */
export interface YearBudget {
  readonly book: string;
  readonly stage: string;
  readonly amountWon: bigint;
  readonly count: number;
}

/** The facts' own sums, which the books are compared with; won. */
export interface FactSums {
  readonly investedWon: bigint;
  readonly voucherBudgetWon: bigint;
  readonly grantBudgetWon: bigint;
  readonly outcomeReceivedWon: bigint;
  readonly debitWon: bigint;
  readonly creditWon: bigint;
}

export interface AnnualNames {
  readonly kinds: Readonly<Record<string, Bilingual>>;
  readonly stages: Readonly<Record<string, Bilingual>>;
  readonly signals: Readonly<Record<string, Bilingual>>;
}

/** Everything report E is made of, read in one snapshot at one point in both times. */
export interface AnnualFacts {
  readonly year: number;
  readonly issuer: string;
  /** The last day that counts: the end of the year, or the day asked for. */
  readonly asOf: LocalDate;
  readonly from: LocalDate;
  readonly knownBefore: Date;
  /** Whether the reader sees every book; if not, the report says so. */
  readonly whole: boolean;
  readonly books: readonly AnnualBook[];
  readonly movements: readonly AnnualMovement[];
  /** By the point, oldest first. */
  readonly supports: readonly Support[];
  readonly outcomes: readonly DeclaredOutcome[];
  readonly risks: readonly RiskCount[];
  readonly budgets: readonly YearBudget[];
  readonly brokers: number;
  readonly texts: readonly DecidedText[];
  readonly sums: FactSums;
  readonly names: AnnualNames;
}

/** Whether something happened in the fiscal year of the report. */
export const inYear = ({ from, asOf }: Pick<AnnualFacts, 'from' | 'asOf'>, on: LocalDate): boolean => on >= from && on <= asOf;
