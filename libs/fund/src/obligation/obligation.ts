import type { LocalDate } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';

/** The bases a mandate may be measured on. Agreements and notices differ, so every figure is shown on all of them. */
export const OBLIGATION_BASES = ['COMMITTED', 'PAID_IN', 'INVESTED', 'COMMITTED_MINUS_FEES', 'FIXED_AMOUNT'] as const;
export type ObligationBasis = (typeof OBLIGATION_BASES)[number];

/** Whether an exit lowers what counts: cumulative cost does not fall on exit (money that was used to invest). */
export type ObligationMeasure = 'CUMULATIVE_COST' | 'OUTSTANDING_COST';

export type ObligationTest =
  | { readonly kind: 'BY_DEADLINE'; readonly deadlineOn: LocalDate }
  | { readonly kind: 'AT_ALL_TIMES' }
  | { readonly kind: 'MILESTONES'; readonly milestones: readonly { readonly on: LocalDate; readonly ratioBasisPoints: BasisPoints }[] };

/**
 * The main-purpose investment obligation of one fund as its agreement or the programme's notice puts it. A rule is
 * data: it comes from policy rows with a clause and a version, never from code.
 */
export interface ObligationRule {
  readonly ratioBasisPoints: BasisPoints;
  readonly denominator: ObligationBasis;
  readonly measure: ObligationMeasure;
  readonly test: ObligationTest;
  /** Base of FIXED_AMOUNT; null where the agreement names none. */
  readonly fixedBaseWon: Won | null;
  readonly clause: string;
  readonly source: string;
  /** Which decision about the rule this is; verdicts keep it. */
  readonly version: string;
}

/** What the books say about one fund at one point in both times. All amounts in won. */
export interface PortfolioFacts {
  readonly committedWon: Won;
  readonly paidInWon: Won;
  /** T: everything invested in cash, at cost, except what was rescinded or voided. */
  readonly investedWon: Won;
  /** M: the part of T that is recognised as main-purpose. */
  readonly qualifyingWon: Won;
  readonly qualifyingOutstandingWon: Won;
  /** Part of T whose recognition is claimed but not decided. */
  readonly pendingWon: Won;
  readonly pendingCount: number;
  readonly investmentCount: number;
  readonly qualifyingCount: number;
  /** E: fees and expenses over the whole life, paid ones included. */
  readonly lifetimeExpensesWon: Won;
  /** Proceeds that may be invested again; zero where the agreement forbids recycling. */
  readonly recyclableWon: Won;
}

export interface BasisPosition {
  readonly basis: ObligationBasis;
  readonly baseWon: Won;
  /** Truncated to two decimals; null on a base of zero. */
  readonly ratioPercent: string | null;
  readonly requiredWon: Won;
  readonly shortfallWon: Won;
  readonly met: boolean;
}

/** What can still be reached on commitments, and how much room is left for deals that do not qualify. */
export interface Feasibility {
  readonly capacityWon: Won;
  readonly remainingWon: Won;
  readonly shortfallWon: Won;
  /** May be negative: then the obligation is out of reach already. */
  readonly headroomWon: Won;
  readonly feasible: boolean;
  readonly maxAttainablePercent: string | null;
  readonly requiredShareOfRemainingPercent: string | null;
}

export interface Pace {
  readonly totalDays: number;
  readonly elapsedDays: number;
  readonly expectedQualifyingWon: Won;
  readonly gapWon: Won;
}

export type ObligationVerdict = 'MET' | 'NOT_MET' | 'IN_PROGRESS' | 'UNREACHABLE';

export interface ObligationPosition {
  readonly rule: ObligationRule;
  readonly facts: PortfolioFacts;
  readonly bases: readonly BasisPosition[];
  /** The basis that the rule is measured on. */
  readonly decisive: BasisPosition;
  readonly feasibility: Feasibility;
  readonly investedBasis: { readonly minAdditionalQualifyingWon: Won; readonly maxAdditionalNonQualifyingWon: Won };
  readonly pace: Pace;
  readonly verdict: ObligationVerdict;
}
