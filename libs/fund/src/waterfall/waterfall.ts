import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';

/** How days become years where interest compounds: days ÷ 365, or whole years and the days of the year begun by its length. */
export const DAY_COUNTS = ['ACTUAL_365', 'ACTUAL_ACTUAL'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** What may be paid out while the main-purpose obligation is not met: nothing, paid-in capital only, or anything. */
export const INTERIM_PAYOUTS = ['NONE', 'PRINCIPAL_ONLY', 'UNRESTRICTED'] as const;
export type InterimPayout = (typeof INTERIM_PAYOUTS)[number];

/** How an agreement divides what a fund hands out. Every number is a term of the agreement, never a constant of the code. */
export interface WaterfallTerms {
  /** 기준수익률: a yearly rate of return, compounded. */
  readonly hurdle: BasisPoints;
  readonly dayCount: DayCount;
  /** 성과보수: the general partner's part of what lies above the hurdle. */
  readonly carry: BasisPoints;
  /** The general partner's part of the catch-up, above `carry` and at most the whole; null without catch-up. */
  readonly catchUp: BasisPoints | null;
  /** 우선손실충당: parts of the whole paid-in capital that come back last, each at most what its partner paid in. */
  readonly firstLoss: readonly FirstLoss[];
  /** Who receives the carry, by weight: several where general partners share it. */
  readonly carriedPartners: readonly { readonly partnerId: string; readonly weight: bigint }[];
  readonly interim: InterimPayout;
  readonly clause: string;
}

export interface FirstLoss {
  readonly partnerId: string;
  readonly share: BasisPoints;
}

/** Money a partner paid in, on its value date. Partners stand in the order of the agreement: ties go by it. */
export interface Contribution {
  readonly partnerId: string;
  readonly on: LocalDate;
  readonly amountWon: Won;
}

/** Money to be handed out on a day, before anybody says to whom. */
export interface Payout {
  readonly on: LocalDate;
  readonly amountWon: Won;
}

/** A distribution as it was paid: to investors by partner, and as carry. */
export interface PaidDistribution {
  readonly on: LocalDate;
  readonly byPartner: readonly PartnerAmount[];
  readonly carryWon: Won;
}

export interface PartnerAmount {
  readonly partnerId: string;
  readonly amountWon: Won;
}

export const WATERFALL_TIERS = ['RETURN_OF_CAPITAL', 'PREFERRED_RETURN', 'CATCH_UP', 'SPLIT'] as const;
export type WaterfallTier = (typeof WATERFALL_TIERS)[number];

/** One step of a distribution, with what it rests on; amounts in won. */
export interface WaterfallStep {
  readonly tier: WaterfallTier;
  readonly name: Bilingual;
  /** The figures behind the amount, in words. */
  readonly basis: Bilingual;
  /** The most this step may take of this distribution; null where it takes all that is left. */
  readonly limitWon: Won | null;
  readonly amountWon: Won;
  /** The general partner's part, as carry. */
  readonly carryWon: Won;
  /** The rest of the step, by partner, in the order of the agreement. */
  readonly byPartner: readonly PartnerAmount[];
}

/** What has been handed out since inception, by step, after a distribution. */
export interface WaterfallTotals {
  readonly contributedWon: Won;
  readonly returnedWon: Won;
  readonly preferredWon: Won;
  readonly catchUpWon: Won;
  readonly splitWon: Won;
  readonly carryWon: Won;
  readonly investorsWon: Won;
}

/** One distribution as the agreement wants it. */
export interface Distribution {
  readonly on: LocalDate;
  readonly amountWon: Won;
  /** What investors were owed before it to have the hurdle: contributions less distributions, both grown to the day. */
  readonly hurdleBalanceWon: Won;
  readonly steps: readonly WaterfallStep[];
  readonly carryWon: Won;
  readonly byPartner: readonly PartnerAmount[];
  readonly totals: WaterfallTotals;
  /** By partner since inception, this distribution included. */
  readonly totalsByPartner: readonly PartnerAmount[];
}

export const TIER_NAMES: Readonly<Record<WaterfallTier, Bilingual>> = {
  RETURN_OF_CAPITAL: { ko: '출자원금 반환', en: 'Return of capital' },
  PREFERRED_RETURN: { ko: '기준수익 분배', en: 'Preferred return' },
  CATCH_UP: { ko: '성과보수 캐치업', en: 'Catch-up' },
  SPLIT: { ko: '초과수익 분배', en: 'Split of the excess' },
};
