import { BasisPointsField, ChoiceField, CountField, DateField, FlagField, IdField, IntegerField, ListField, ObjectField, ShownChoice, ShownDate, ShownFacts, ShownFlag, ShownId, ShownPercent, ShownText, ShownWon, TextField, WonField } from '#libs/http';
import { STATUTORY_TARGETS } from '../statutory/statutory.js';
import { ANTI_DILUTIONS } from './deal-term.js';
import { RECORDED_DIMENSIONS } from './deal-trait.rules.js';

/** Once, twice, … ten times the price. */
const MOST_MULTIPLE = 100_000;

export class ContractTermsInput {
  @WonField({ optional: true, description: 'Par value of a share' })
  parWon?: string;

  @DateField({ optional: true, description: 'Last day of a bond or note; a SAFE has none' })
  maturityOn?: string;

  @BasisPointsField({ optional: true, description: 'Interest a year' })
  couponBasisPoints?: number;

  @BasisPointsField({ optional: true, description: 'Yield guaranteed on redemption, a year' })
  yieldBasisPoints?: number;

  @WonField({ optional: true })
  conversionPriceWon?: string;

  @BasisPointsField({ optional: true, description: 'The least a conversion price may be lowered to, of the first one' })
  refixingFloorBasisPoints?: number;

  @ChoiceField(ANTI_DILUTIONS, { optional: true })
  antiDilution?: string;

  @BasisPointsField({ optional: true, description: 'Preferred dividend a year, of par' })
  dividendBasisPoints?: number;

  @FlagField({ optional: true })
  dividendCumulative?: boolean;

  @FlagField({ optional: true, description: 'Shares in what is left beside its preference' })
  participating?: boolean;

  @IntegerField({ optional: true, min: 0, max: MOST_MULTIPLE, description: 'Liquidation preference in basis points: 10000 is once the price' })
  liquidationBasisPoints?: number;

  @DateField({ optional: true, description: 'From when on redemption can be asked for' })
  redeemableFrom?: string;

  @WonField({ optional: true, description: 'Valuation cap' })
  valuationCapWon?: string;

  @BasisPointsField({ optional: true, description: 'Discount on the next round' })
  discountBasisPoints?: number;

  @TextField({ max: 1000, optional: true, multiline: true })
  putOption?: string;

  @TextField({ max: 1000, optional: true, multiline: true })
  callOption?: string;

  @TextField({ max: 4000, optional: true, multiline: true, description: 'Key covenants' })
  covenants?: string;

  @TextField({ max: 2000, optional: true, multiline: true })
  useOfProceeds?: string;
}

/** Left out: not so. */
export class DealDisclosureInput {
  @TextField({ max: 200, optional: true, description: 'The business, where funds may not invest in it (bars, dance halls, gambling)' })
  prohibitedBusiness?: string;

  @FlagField({ optional: true })
  isFinancialCompany?: boolean;

  @FlagField({ optional: true, description: 'One of the exceptions the decree makes for financial companies' })
  isFintech?: boolean;

  @FlagField({ optional: true, description: 'Of a group restricted from cross-shareholding' })
  isOfRestrictedGroup?: boolean;

  @FlagField({ optional: true })
  fundBorrowsOrGuarantees?: boolean;

  @FlagField({ optional: true })
  hasTermsOutsideContract?: boolean;

  @FlagField({ optional: true })
  makesThirdPartyLiable?: boolean;

  @BasisPointsField({ optional: true, description: 'Through a company founded for the deal: the part of the commitments that agreed beforehand' })
  specialPurposeConsentBasisPoints?: number;

  @FlagField({ optional: true })
  isNonBusinessRealEstate?: boolean;

  @FlagField({ optional: true, description: 'The general partner invests its own money beside the fund' })
  coInvests?: boolean;

  @FlagField({ optional: true })
  coInvestmentDisclosed?: boolean;

  @DateField({ optional: true, description: 'A bridge loan: when it is paid back or converted' })
  bridgeDueOn?: string;
}

export class SellerInput {
  @TextField({ max: 300 })
  name!: string;

  @TextField({ max: 20, optional: true, description: 'Ten digits; a person has none' })
  businessNumber?: string;
}

export class TraitInput {
  @ChoiceField(RECORDED_DIMENSIONS)
  dimension!: string;

  @TextField({ max: 100 })
  value!: string;
}

/** What may be said of a deal beside its amount. Left out: new, unlisted, domestic, nothing pledged, nothing to disclose. */
export class DealParticularsInput {
  @WonField({ optional: true })
  preMoneyWon?: string;

  @WonField({ optional: true })
  postMoneyWon?: string;

  @CountField({ optional: true, description: 'All shares of the company once the deal is paid' })
  totalShares?: string;

  @FlagField({ optional: true })
  newlyIssued?: boolean;

  @FlagField({ optional: true, description: 'Bonds: nothing is pledged for them' })
  unsecured?: boolean;

  @FlagField({ optional: true, description: 'On the day of payment' })
  listed?: boolean;

  @FlagField({ optional: true })
  overseas?: boolean;

  @TextField({ max: 200, optional: true, description: 'Name of the project; needed for a project investment' })
  project?: string;

  @ChoiceField(STATUTORY_TARGETS, { optional: true, description: 'What the company is to the Act on the day of payment' })
  statutoryTarget?: string;

  @ObjectField(() => SellerInput, { optional: true, description: 'Whom existing shares are bought from' })
  seller?: SellerInput;

  @IdField({ optional: true, description: 'Existing shares bought from another fund' })
  sellerFundId?: string;

  @IdField({ optional: true, description: 'Prior consent of all partners to a deal with somebody related' })
  consentDocumentId?: string;

  @ObjectField(() => DealDisclosureInput, { optional: true })
  disclosure?: DealDisclosureInput;

  @ObjectField(() => ContractTermsInput, { optional: true })
  terms?: ContractTermsInput;

  @ListField(() => TraitInput, { max: 20, optional: true, description: 'What classes of the agreement ask for besides: region, zone' })
  traits?: TraitInput[];
}

export class ShownTraitDto {
  @ShownText()
  dimension!: string;

  @ShownText()
  value!: string;

  @ShownFlag({ description: 'Follows from other facts' })
  derived!: boolean;
}

/** Terms as recorded. */
export class DealTermDto {
  @ShownWon({ nullable: true })
  preMoneyWon!: string | null;

  @ShownWon({ nullable: true })
  postMoneyWon!: string | null;

  @ShownText({ nullable: true })
  totalShares!: string | null;

  @ShownPercent({ nullable: true, description: 'Part of the company, truncated' })
  ownershipPercent!: string | null;

  @ShownFlag()
  newlyIssued!: boolean;

  @ShownFlag()
  unsecured!: boolean;

  @ShownFlag()
  listed!: boolean;

  @ShownFlag()
  overseas!: boolean;

  @ShownText({ nullable: true })
  project!: string | null;

  @ShownChoice(STATUTORY_TARGETS, { nullable: true })
  statutoryTarget!: string | null;

  @ShownText({ nullable: true })
  seller!: string | null;

  @ShownId({ nullable: true })
  consentDocumentId!: string | null;

  @ShownFacts({ description: 'As declared before the deal' })
  disclosure!: Record<string, unknown>;

  @ShownFacts({ description: 'As the contract has them, by name' })
  terms!: Record<string, unknown>;
}

export class ConversionShownDto {
  @ShownId()
  id!: string;

  @ShownText()
  number!: string;

  @ShownText()
  instrument!: string;

  @ShownDate()
  convertedOn!: string;

  @ShownWon({ description: 'Cost that went over; it stays where it was paid' })
  convertedWon!: string;

  @ShownText({ nullable: true })
  shares!: string | null;

  @ShownId({ description: 'The holding that was converted' })
  fromId!: string;

  @ShownFlag()
  voided!: boolean;
}
