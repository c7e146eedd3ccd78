import { localDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { cleanText, parseBusinessNumber } from '#libs/identifier';
import { basisPoints, won } from '#libs/money';
import type { PartyDraft } from '#libs/party';
import type { NumberFaults } from '../fund/fund.input.js';
import type { Instrument } from '../investment/investment.js';
import type { Traits } from '../obligation/mandate/mandate.js';
import type { StatutoryTarget } from '../statutory/statutory.js';
import type { DealDisclosureInput, DealParticularsInput, SellerInput, TraitInput } from './deal-term.dto.js';
import { usualParticulars, type ContractTerms, type DealParticulars } from './deal-term.js';

/** What was typed of a deal beside its amount; what was left out is the usual. */
export function toParticulars(instrument: Instrument, body: DealParticularsInput, faults: NumberFaults): DealParticulars {
  const usual = usualParticulars(instrument);
  return {
    preMoneyWon: body.preMoneyWon === undefined ? null : won(body.preMoneyWon),
    postMoneyWon: body.postMoneyWon === undefined ? null : won(body.postMoneyWon),
    totalShares: body.totalShares === undefined ? null : BigInt(body.totalShares),
    newlyIssued: body.newlyIssued ?? usual.newlyIssued,
    unsecured: body.unsecured ?? usual.unsecured,
    listed: body.listed ?? usual.listed,
    overseas: body.overseas ?? usual.overseas,
    project: body.project === undefined ? null : cleanText(body.project),
    statutoryTarget: (body.statutoryTarget ?? null) as StatutoryTarget | null,
    seller: body.seller === undefined ? null : toSeller(body.seller, faults),
    sellerFundId: body.sellerFundId ?? null,
    consentDocumentId: body.consentDocumentId ?? null,
    ...toDisclosure(body.disclosure ?? {}),
    terms: { ...body.terms } as ContractTerms,
    traits: toTraits(body.traits ?? []),
  };
}

/** A seller without a business number is a person. */
function toSeller({ name, businessNumber }: SellerInput, faults: NumberFaults): PartyDraft {
  return {
    kind: businessNumber === undefined ? 'PERSON' : 'COMPANY',
    name: cleanText(name),
    businessNumber: businessNumber === undefined ? null : faults.take('/seller/businessNumber', parseBusinessNumber(businessNumber)),
    corporateNumber: null,
    incorporatedOn: null,
  };
}

function toDisclosure(body: DealDisclosureInput): Pick<DealParticulars, 'disclosure' | 'conduct'> {
  const { prohibitedBusiness: business, specialPurposeConsentBasisPoints: consented } = body;
  return {
    disclosure: {
      prohibitedBusiness: business === undefined ? null : { ko: cleanText(business), en: cleanText(business) },
      isFinancialCompany: body.isFinancialCompany ?? false,
      isFintech: body.isFintech ?? false,
      isOfRestrictedGroup: body.isOfRestrictedGroup ?? false,
      fundBorrowsOrGuarantees: body.fundBorrowsOrGuarantees ?? false,
      hasTermsOutsideContract: body.hasTermsOutsideContract ?? false,
      makesThirdPartyLiable: body.makesThirdPartyLiable ?? false,
      specialPurpose: consented === undefined ? null : { consented: basisPoints(consented) },
      isNonBusinessRealEstate: body.isNonBusinessRealEstate ?? false,
    },
    conduct: {
      coInvests: body.coInvests ?? false,
      coInvestmentDisclosed: body.coInvestmentDisclosed ?? false,
      bridgeDueOn: body.bridgeDueOn === undefined ? null : localDate(body.bridgeDueOn),
    },
  };
}

/** One value for each dimension. Throws `DomainError` invalid at the second one. */
export function toTraits(typed: readonly TraitInput[]): Traits {
  const second = typed.findIndex(({ dimension }, index) => typed.findIndex((other) => other.dimension === dimension) < index);
  if (second !== -1) {
    throw invalidField(`/traits/${second}/dimension`, 'deal.trait-twice', { ko: '같은 속성이 두 번 입력되었습니다. 하나만 남겨 주세요.', en: 'This property is given twice. Leave one of them.' });
  }
  return Object.fromEntries(typed.map(({ dimension, value }) => [dimension, cleanText(value)]));
}
