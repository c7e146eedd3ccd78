import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import { OBLIGATION_BASES, type ObligationRule, type PortfolioFacts } from '../obligation.js';

/**
 * What a deal is, one value for each dimension: { region: '대전', shares: 'NEW' }. The values of one dimension exclude
 * each other; classes of different dimensions overlap. What a deal has no value for, it is not.
 */
export type Traits = Readonly<Record<string, string>>;

/** Which deals count, as data: a rule of an agreement is written down, not programmed. */
export type DealClass =
  | { readonly kind: 'EVERY' }
  | { readonly kind: 'TRAIT'; readonly dimension: string; readonly values: readonly string[] }
  | { readonly kind: 'ALL_OF'; readonly classes: readonly DealClass[] }
  | { readonly kind: 'ANY_OF'; readonly classes: readonly DealClass[] }
  | { readonly kind: 'NOT'; readonly class: DealClass };

/** What a rule is measured on: a basis of the fund, or what one partner put in (twice a city's stake, in that city). */
export const MANDATE_BASES = [...OBLIGATION_BASES, 'PARTNER_STAKE'] as const;
export type MandateBasis = (typeof MANDATE_BASES)[number];

/** Whose deals a rule counts together. */
export const MANDATE_LEVELS = ['FUND', 'GENERAL_PARTNER', 'PROGRAMME'] as const;
export type MandateLevel = (typeof MANDATE_LEVELS)[number];

/**
 * One rule of a mandate: an obligation with the class of deals that count for it. A fund may have many, over nested and
 * overlapping classes; a ratio above 10,000 basis points is a multiple. From policy rows with clause and version.
 */
export interface MandateRule extends Omit<ObligationRule, 'denominator'> {
  readonly id: string;
  readonly name: Bilingual;
  readonly counts: DealClass;
  readonly denominator: MandateBasis;
  /** Whose commitment is the base of PARTNER_STAKE; null for every other base. */
  readonly stakePartnerId: string | null;
  readonly level: MandateLevel;
  /** The fund, general partner or programme whose rule it is. */
  readonly key: string;
  /** Day from which pace is measured: the first of the investment period. */
  readonly startsOn: LocalDate;
  /** Days after a test date within which nothing is broken yet, and days after those within which a breach may be cured. */
  readonly graceDays: number;
  readonly cureDays: number;
}

/** A deal that stands, with what it is. Amounts in won at cost. */
export interface MandateDeal {
  readonly fundId: string;
  readonly amountWon: Won;
  readonly outstandingWon: Won;
  /** As decided: recognition is a trait like any other. */
  readonly traits: Traits;
  /** As it would be if every open claim were accepted; null where none is open. */
  readonly traitsIfAccepted: Traits | null;
}

/** One fund as its books stand at one point in both times. */
export interface MandateFund {
  readonly fundId: string;
  readonly generalPartnerIds: readonly string[];
  readonly programmeId: string;
  readonly facts: PortfolioFacts;
  /** Commitments by partner, in won. */
  readonly stakes: ReadonlyMap<string, Won>;
  readonly deals: readonly MandateDeal[];
}

/**
 * MET; IN_PROGRESS: short, and in reach; UNREACHABLE: short, and no investing helps; IN_GRACE and CURABLE: a test date has
 * passed and may still be made good; NOT_MET: it may not.
 */
export type MandateVerdict = 'MET' | 'IN_PROGRESS' | 'UNREACHABLE' | 'IN_GRACE' | 'CURABLE' | 'NOT_MET';

/** The next day a rule is tested on while it is short, and what is needed by then. */
export interface NeededBy {
  readonly on: LocalDate;
  readonly ratioBasisPoints: BasisPoints;
  readonly requiredWon: Won;
  readonly neededWon: Won;
}

/** Where one rule stands by itself. */
export interface MandatePosition {
  readonly rule: MandateRule;
  readonly fundIds: readonly string[];
  readonly baseWon: Won;
  readonly countedWon: Won;
  /** What would count besides if every open claim were accepted. */
  readonly pendingWon: Won;
  /** Truncated to two decimals; null on a base of zero. */
  readonly ratioPercent: string | null;
  readonly requiredWon: Won;
  readonly shortfallWon: Won;
  readonly met: boolean;
  /** Null once everything the rule will ever ask for is there, or its last day has passed. */
  readonly neededBy: NeededBy | null;
  /** At the pace so far, the day on which the whole is reached; null while nothing counts. */
  readonly reachedOn: LocalDate | null;
  /** What may still go to deals that do not count for this rule, were it the only one; negative when out of reach. */
  readonly headroomWon: Won;
  readonly reachable: boolean;
  readonly verdict: MandateVerdict;
  /** The amount that will be asked for in the end, as things stand: what is planned for. */
  readonly target: MandateTarget;
}

/**
 * What is asked for at the last test. On a base that investing does not move it is an amount; on invested capital it grows
 * with every deal. Paid-in capital is taken at the whole commitments, which it becomes.
 */
export interface MandateTarget {
  readonly ratioBasisPoints: BasisPoints;
  readonly moves: boolean;
  /** Required on the base as it will be: for invested capital once everything that can be is invested. */
  readonly requiredWon: Won;
  /** The last day has not passed: investing can still help. */
  readonly open: boolean;
}

/** Where all rules stand together. */
export interface MandateOutlook {
  readonly positions: readonly MandatePosition[];
  /** Every rule that is still open can be met, all of them at once. */
  readonly reachable: boolean;
  /** The least that has to be invested yet to meet them all, every won counting as often as classes allow; null if no amount does. */
  readonly leastFurtherWon: Won | null;
  /** Rules that cannot be met any more by themselves. */
  readonly outOfReach: readonly string[];
  /** Rules that cannot be met together, none of which could be left out: dropping any makes room for the others. Empty while all is in reach. */
  readonly conflict: readonly string[];
}

/** How large a deal may be, and what stops a larger one. */
export interface DealRoom {
  /** Largest amount all rules and the capital left allow; below zero by the capital that is lacking; null if no capital would do. */
  readonly headroomWon: Won | null;
  /** Rules without any one of which more would be possible. */
  readonly binding: readonly string[];
  /** The capital left in the fund is what stops a larger deal. */
  readonly boundByCapital: boolean;
}

/** A kind of deal that somebody thinks of making in a fund. */
export interface DealIntent {
  readonly fundId: string;
  readonly traits: Traits;
}
