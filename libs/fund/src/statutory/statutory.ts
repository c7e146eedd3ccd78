import type { LocalDate } from '#libs/calendar';
import type { BasisPoints, Won } from '#libs/money';
import type { Instrument } from '../investment/investment.js';

/**
 * One wording of the statutory obligation (벤처투자 촉진에 관한 법률 §51). It is another test than the obligation of an
 * agreement: other targets, other base, other date. The two are never merged (docs/domain.md §2.4).
 */
export interface StatutoryVersion {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  /** Of what a general partner's funds were registered with, together. */
  readonly generalPartnerRatio: BasisPoints;
  /** Of each fund by itself; null where the law asks the general partner only. */
  readonly fundRatio: BasisPoints | null;
  /** Years from registration to the test. */
  readonly deadlineYears: number;
  /** Funds registered for less than this many years are not in the base yet. */
  readonly baseMinimumYears: number;
  /** Funds of these purposes, and funds with a ratio of their own (§70⑥), are not in the base. */
  readonly excludedPurposes: readonly FundPurpose[];
  readonly excludesSpecialRatio: boolean;
  /** Also holds for funds registered before it that had not been registered this long when it took effect; null: for none. */
  readonly appliesWithinYears: number | null;
  readonly clause: string;
}

export const FUND_PURPOSES = ['GENERAL', 'MERGER_ACQUISITION', 'SECONDARY', 'PRIVATE_FUND_OF_FUNDS'] as const;
export type FundPurpose = (typeof FUND_PURPOSES)[number];

/** Who manages decides what is tested: §38 adds a company's own capital, §51② wants early start-ups, KVIC is exempt. */
export const GENERAL_PARTNER_KINDS = ['VENTURE_INVESTMENT_COMPANY', 'STARTUP_ACCELERATOR', 'OTHER', 'FUND_OF_FUNDS_MANAGER'] as const;
export type GeneralPartnerKind = (typeof GENERAL_PARTNER_KINDS)[number];

/** What an investee is to the law at the time of the investment. */
export const STATUTORY_TARGETS = ['STARTUP', 'INNOVATIVE_SME', 'VENTURE_FIRM', 'SME_PROJECT'] as const;
export type StatutoryTarget = (typeof STATUTORY_TARGETS)[number];

/** A deal as §51 looks at it. Amounts in won at cost. */
export interface StatutoryDeal {
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  readonly instrument: Instrument;
  readonly newlyIssued: boolean;
  /** Bonds only: nothing was pledged for them. */
  readonly unsecured: boolean;
  readonly listedWhenPaid: boolean;
  readonly target: StatutoryTarget | null;
  readonly incorporatedOn: LocalDate | null;
}

export interface StatutoryFund {
  readonly fundId: string;
  readonly registeredOn: LocalDate;
  /** 출자금액 as registered. */
  readonly committedWon: Won;
  readonly purpose: FundPurpose;
  readonly specialRatio: boolean;
  /** A year more that the Minister may grant (§51⑤); null where none was. */
  readonly graceTo: LocalDate | null;
  readonly deals: readonly StatutoryDeal[];
}

export interface StatutoryPartner {
  readonly generalPartnerId: string;
  readonly kind: GeneralPartnerKind;
  /** §38: capital and deals of the company itself; nothing for other kinds. */
  readonly ownCapitalWon: Won;
  readonly ownDeals: readonly StatutoryDeal[];
  readonly funds: readonly StatutoryFund[];
}

export type StatutoryVerdict = 'MET' | 'IN_PROGRESS' | 'NOT_MET' | 'EXEMPT' | 'NOT_TESTED';

export interface StatutoryFigures {
  readonly baseWon: Won;
  readonly countedWon: Won;
  /** Truncated to two decimals; null on a base of zero. */
  readonly ratioPercent: string | null;
  readonly requiredWon: Won;
  readonly shortfallWon: Won;
  readonly met: boolean;
}

/** A fund under the wording that holds for it. */
export interface StatutoryFundPosition {
  readonly fundId: string;
  readonly version: StatutoryVersion;
  readonly testOn: LocalDate;
  /** Part of what the general partner is tested on, on the day asked for. */
  readonly inBase: boolean;
  readonly figures: StatutoryFigures;
  /** NOT_TESTED where the wording asks the general partner only, or leaves the fund out. */
  readonly verdict: StatutoryVerdict;
}

/** A general partner under one wording: its funds to which that wording applies, together. */
export interface StatutoryPartnerPosition {
  readonly version: StatutoryVersion;
  readonly fundIds: readonly string[];
  readonly figures: StatutoryFigures;
  /** The same for the funds whose test date has passed. */
  readonly due: StatutoryFigures;
  /** The first test date still ahead. */
  readonly nextTestOn: LocalDate | null;
  readonly verdict: StatutoryVerdict;
}

export interface StatutoryPosition {
  readonly funds: readonly StatutoryFundPosition[];
  readonly partner: readonly StatutoryPartnerPosition[];
}
