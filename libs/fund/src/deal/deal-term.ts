import type { LocalDate } from '#libs/calendar';
import type { Fraction, Won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import type { Instrument } from '../investment/investment.js';
import type { Traits } from '../obligation/mandate/mandate.js';
import type { DealDisclosure } from '../restriction/restriction.js';
import type { StatutoryTarget } from '../statutory/statutory.js';

export const ANTI_DILUTIONS = ['NONE', 'WEIGHTED_AVERAGE', 'FULL_RATCHET'] as const;

/** What the contract says of one holding, as it is kept: amounts as digits, ratios in basis points. Which terms there are, the instrument says. */
export interface ContractTerms {
  readonly parWon?: string;
  readonly maturityOn?: string;
  readonly couponBasisPoints?: number;
  readonly yieldBasisPoints?: number;
  readonly conversionPriceWon?: string;
  readonly refixingFloorBasisPoints?: number;
  readonly antiDilution?: (typeof ANTI_DILUTIONS)[number];
  readonly dividendBasisPoints?: number;
  readonly dividendCumulative?: boolean;
  readonly participating?: boolean;
  /** 10,000 is once the price. */
  readonly liquidationBasisPoints?: number;
  readonly redeemableFrom?: string;
  readonly valuationCapWon?: string;
  readonly discountBasisPoints?: number;
  readonly putOption?: string;
  readonly callOption?: string;
  readonly covenants?: string;
  readonly useOfProceeds?: string;
}

/** What somebody who prepares a deal declares beside what the law asks: how the agreement's rules on conduct are kept. */
export interface ConductDisclosure {
  readonly coInvests: boolean;
  readonly coInvestmentDisclosed: boolean;
  readonly bridgeDueOn: LocalDate | null;
}

/** Everything of a deal beside company, amount and day. Amounts in won. */
export interface DealParticulars {
  readonly preMoneyWon: Won | null;
  readonly postMoneyWon: Won | null;
  /** All shares of the company once the deal is paid. */
  readonly totalShares: bigint | null;
  readonly newlyIssued: boolean;
  readonly unsecured: boolean;
  readonly listed: boolean;
  readonly overseas: boolean;
  readonly project: string | null;
  readonly statutoryTarget: StatutoryTarget | null;
  /** Whom old shares are bought from; somebody, or another fund. */
  readonly seller: PartyDraft | null;
  readonly sellerFundId: string | null;
  /** All partners agreed beforehand to deal with somebody related: their consent. */
  readonly consentDocumentId: string | null;
  readonly disclosure: DealDisclosure;
  readonly conduct: ConductDisclosure;
  readonly terms: ContractTerms;
  readonly traits: Traits;
}

/** What holds of a deal of which nothing else was said: new, unlisted, domestic, nothing pledged, nothing to disclose. */
export function usualParticulars(instrument: Instrument): DealParticulars {
  return {
    preMoneyWon: null,
    postMoneyWon: null,
    totalShares: null,
    newlyIssued: instrument !== 'SECONDARY',
    unsecured: true,
    listed: false,
    overseas: false,
    project: null,
    statutoryTarget: null,
    seller: null,
    sellerFundId: null,
    consentDocumentId: null,
    disclosure: {
      prohibitedBusiness: null,
      isFinancialCompany: false,
      isFintech: false,
      isOfRestrictedGroup: false,
      fundBorrowsOrGuarantees: false,
      hasTermsOutsideContract: false,
      makesThirdPartyLiable: false,
      specialPurpose: null,
      isNonBusinessRealEstate: false,
    },
    conduct: { coInvests: false, coInvestmentDisclosed: false, bridgeDueOn: null },
    terms: {},
    traits: {},
  };
}

/** What part of the company the fund holds by a deal: of its shares where they are known, else of its value after the deal. */
export interface Ownership {
  readonly share: Fraction;
  readonly by: 'SHARES' | 'VALUATION';
}
