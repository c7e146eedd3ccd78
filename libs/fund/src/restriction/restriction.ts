import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import type { BasisPoints, Won } from '#libs/money';
import type { DealClass, Traits } from '../obligation/mandate/mandate.js';

/** The law cannot be waived by the parties of an agreement; what they agreed among themselves can. */
export type Hardness = 'HARD' | 'SOFT';

/** One check before a deal, with whether anybody may waive it. */
export interface Restriction {
  readonly hardness: Hardness;
  readonly verdict: Verdict;
}

/** What somebody who prepares a deal has to say about the company and the terms; each true answer is a finding of a hard rule. */
export interface DealDisclosure {
  /** Words of §52①1: bars, dance halls, gambling; null for every other business. */
  readonly prohibitedBusiness: Bilingual | null;
  readonly isFinancialCompany: boolean;
  /** Electronic finance and the like, which the decree lets in. */
  readonly isFintech: boolean;
  /** 상호출자제한기업집단. */
  readonly isOfRestrictedGroup: boolean;
  readonly fundBorrowsOrGuarantees: boolean;
  readonly hasTermsOutsideContract: boolean;
  readonly makesThirdPartyLiable: boolean;
  /** Through a company founded for the deal; part of the commitments that agreed beforehand. */
  readonly specialPurpose: { readonly consented: BasisPoints } | null;
  readonly isNonBusinessRealEstate: boolean;
}

/** Numbers of the law and of the agreement that the checks rest on; policy rows, like every limit. */
export interface RestrictionTerms {
  readonly specialPurposeConsent: BasisPoints;
  readonly lawClause: string;
}

/** The most a class of deals may be of a base; law (listed companies) or agreement (one company, overseas, old shares, a project, a quarter). */
export interface ExposureLimit {
  readonly rule: string;
  readonly name: Bilingual;
  readonly counts: DealClass;
  /** Deals are counted with those that share the value of this dimension (one company, one project); null: all of the class. */
  readonly per: string | null;
  readonly level: 'FUND' | 'GENERAL_PARTNER';
  /** Counted over all time, or within the calendar quarter of the deal. */
  readonly period: 'WHOLE_LIFE' | 'QUARTER';
  readonly cap: BasisPoints;
  readonly action: 'WARN' | 'BLOCK';
  readonly hardness: Hardness;
  readonly clause: string;
}

/** A deal as exposures count it; amounts in won at cost. */
export interface ExposureDeal {
  readonly fundId: string;
  readonly amountWon: Won;
  readonly paidOn: LocalDate;
  readonly traits: Traits;
}

export interface ExposureFacts {
  readonly deal: ExposureDeal;
  /** Deals that stand in all funds of the general partner, without this one. */
  readonly standing: readonly ExposureDeal[];
  readonly committedWon: Won;
  /** Commitments of all funds of the general partner together. */
  readonly generalPartnerCommittedWon: Won;
}

/** Leave to make a deal in spite of a soft rule: for one rule, up to an amount and a day, signed by several people. */
export interface Waiver {
  readonly id: string;
  readonly rule: string;
  readonly fundId: string;
  /** Null: any company. */
  readonly companyId: string | null;
  /** Null: any amount. */
  readonly mostWon: Won | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  /** People who approved; one person counts once. */
  readonly approvedBy: readonly string[];
  readonly reason: string;
}
