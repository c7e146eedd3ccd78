import type { Verdict } from '#libs/command';
import { invalidField, type DomainError } from '#libs/errors';
import { compareFractions, formatWon, fraction, toDecimalString, won, type Fraction, type Won } from '#libs/money';
import type { Deal, Instrument } from '../investment/investment.js';
import type { ContractTerms, DealParticulars, Ownership } from './deal-term.js';

const BONDS: readonly Instrument[] = ['CB', 'BW', 'EB', 'CONVERTIBLE_NOTE'];
const PREFERRED: readonly Instrument[] = ['RCPS', 'CPS'];
const CONVERTIBLE: readonly Instrument[] = ['RCPS', 'CPS', 'CB', 'BW', 'EB'];
const EVERY: readonly Instrument[] = ['COMMON', 'RCPS', 'CPS', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY'];

/** Which terms a contract on an instrument can have (docs/domain.md §2.6): a SAFE has no last day and bears no interest. */
const TERMS_OF: Readonly<Record<keyof ContractTerms, readonly Instrument[]>> = {
  parWon: ['COMMON', 'SECONDARY', ...PREFERRED],
  maturityOn: [...BONDS, 'PROJECT'],
  couponBasisPoints: BONDS,
  yieldBasisPoints: [...BONDS, 'RCPS'],
  conversionPriceWon: [...CONVERTIBLE, 'CONVERTIBLE_NOTE'],
  refixingFloorBasisPoints: CONVERTIBLE,
  antiDilution: CONVERTIBLE,
  dividendBasisPoints: PREFERRED,
  dividendCumulative: PREFERRED,
  participating: PREFERRED,
  liquidationBasisPoints: PREFERRED,
  redeemableFrom: ['RCPS'],
  valuationCapWon: ['SAFE', 'CONVERTIBLE_NOTE'],
  discountBasisPoints: ['SAFE', 'CONVERTIBLE_NOTE'],
  putOption: EVERY,
  callOption: EVERY,
  covenants: EVERY,
  useOfProceeds: EVERY,
};

/** Instruments by which the fund holds a part of the company as soon as it has paid. */
const EQUITY: readonly Instrument[] = ['COMMON', 'RCPS', 'CPS', 'SECONDARY', 'LLC_INTEREST'];

const OWNERSHIP_CLAUSE = '투자계약서(투자 전·후 기업가치, 발행주식총수)';

/** A term that the instrument does not know is refused at its field. Throws `DomainError` invalid at /terms/…. */
export function termsFitInstrument(instrument: Instrument, terms: ContractTerms): void {
  const foreign = (Object.keys(terms) as (keyof ContractTerms)[]).find((key) => terms[key] !== undefined && !TERMS_OF[key].includes(instrument));
  if (foreign === undefined) return;
  throw invalidField(`/terms/${foreign}`, 'deal.term-not-of-instrument', {
    ko: instrument === 'SAFE' ? 'SAFE(조건부지분인수)에는 만기와 이자가 없습니다. 이 조건을 빼거나 투자방식을 바꿔 주세요.' : '이 투자방식에는 없는 조건입니다. 조건을 빼거나 투자방식을 바꿔 주세요.',
    en: instrument === 'SAFE' ? 'A SAFE has neither a maturity nor interest. Take the term out, or choose another instrument.' : 'This instrument has no such term. Take it out, or choose another instrument.',
  });
}

/** What was typed of a deal agrees with itself. Throws `DomainError` invalid at the field. */
export function particularsAgree(deal: Pick<Deal, 'instrument' | 'amountWon' | 'shares' | 'pricePerShareWon'>, particulars: DealParticulars): void {
  termsFitInstrument(deal.instrument, particulars.terms);
  const fault = priceFault(deal) ?? valuationFault(deal.amountWon, particulars) ?? sharesFault(deal, particulars) ?? natureFault(deal.instrument, particulars);
  if (fault !== null) throw fault;
}

/** Shares × price is the amount; less than a won for each share may have been left off a price. */
function priceFault({ amountWon, shares, pricePerShareWon: price }: Pick<Deal, 'amountWon' | 'shares' | 'pricePerShareWon'>): DomainError | null {
  if (shares === null || price === null) return null;
  const product = shares * price;
  if (product <= amountWon && amountWon < product + shares) return null;
  return invalidField('/pricePerShareWon', 'investment.price-times-shares', {
    ko: `주식수 × 주당가격은 ${formatWon(won(product))}원으로 투자금액 ${formatWon(amountWon)}원과 다릅니다. 주식수, 주당가격, 금액 중 하나를 고쳐 주세요.`,
    en: `Shares times price make ${formatWon(won(product))} won, not the amount of ${formatWon(amountWon)}. Correct one of the three.`,
  });
}

/** The value after a round of new shares is at least the value before it and this deal. */
function valuationFault(amountWon: Won, { preMoneyWon, postMoneyWon, newlyIssued }: DealParticulars): DomainError | null {
  if (preMoneyWon === null || postMoneyWon === null || !newlyIssued || postMoneyWon >= preMoneyWon + amountWon) return null;
  return invalidField('/postMoneyWon', 'investment.post-money', {
    ko: `투자 후 기업가치는 투자 전 기업가치와 이번 투자금의 합(${formatWon(won(preMoneyWon + amountWon))}원) 이상이어야 합니다.`,
    en: `The post-money value is at least the pre-money value and this deal: ${formatWon(won(preMoneyWon + amountWon))} won.`,
  });
}

function sharesFault({ shares }: Pick<Deal, 'shares'>, { totalShares }: DealParticulars): DomainError | null {
  if (shares === null || totalShares === null || totalShares >= shares) return null;
  return invalidField('/totalShares', 'investment.total-shares', { ko: '발행주식총수는 취득 주식수 이상이어야 합니다.', en: 'All shares are at least those that the fund acquires.' });
}

function natureFault(instrument: Instrument, { newlyIssued, project, seller, sellerFundId }: DealParticulars): DomainError | null {
  if (instrument === 'PROJECT' && project === null) {
    return invalidField('/project', 'investment.project-name', { ko: '프로젝트 투자는 프로젝트 이름이 필요합니다.', en: 'A project investment needs the name of the project.' });
  }
  if (instrument === 'SECONDARY' && newlyIssued) {
    return invalidField('/newlyIssued', 'investment.secondary-is-old', { ko: '구주는 신규 발행 주식이 아닙니다.', en: 'Old shares are not newly issued.' });
  }
  if (newlyIssued && (seller !== null || sellerFundId !== null)) {
    return invalidField(seller === null ? '/sellerFundId' : '/seller', 'investment.seller-of-new-shares', {
      ko: '신주에는 매도인이 없습니다. 구주 거래라면 신주 여부를 바꿔 주세요.',
      en: 'New shares have no seller. For existing shares, say that they are not newly issued.',
    });
  }
  if (seller !== null && sellerFundId !== null) {
    return invalidField('/sellerFundId', 'investment.one-seller', { ko: '매도인은 하나만 입력해 주세요.', en: 'Name one seller only.' });
  }
  return null;
}

/** What part of the company the deal gives; null for what is no part of it yet (bonds, SAFE), and where too little is known. */
export function ownershipOf(deal: Pick<Deal, 'instrument' | 'amountWon' | 'shares'>, particulars: Pick<DealParticulars, 'postMoneyWon' | 'totalShares'>): Ownership | null {
  if (!EQUITY.includes(deal.instrument)) return null;
  if (deal.shares !== null && particulars.totalShares !== null) return { share: fraction(deal.shares, particulars.totalShares), by: 'SHARES' };
  if (particulars.postMoneyWon !== null && particulars.postMoneyWon >= deal.amountWon) return { share: fraction(deal.amountWon, particulars.postMoneyWon), by: 'VALUATION' };
  return null;
}

/** The part by shares and the part by value are the same to a basis point; null where one of them is not known. */
export function ownershipAgreesWithValuation(deal: Pick<Deal, 'instrument' | 'amountWon' | 'shares'>, particulars: DealParticulars): Verdict | null {
  const byShares = ownershipOf(deal, { ...particulars, postMoneyWon: null });
  const byValue = ownershipOf(deal, { ...particulars, totalShares: null });
  if (byShares === null || byValue === null) return null;
  const holds = differ(byShares.share, byValue.share) <= 0;
  const [ofShares, ofValue] = [percent(byShares.share), percent(byValue.share)];
  return {
    rule: 'ownership-agrees-with-valuation',
    clause: OWNERSHIP_CLAUSE,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: `지분율 ${ofShares}은 기업가치로 계산한 값과 같습니다.`, en: `The ownership of ${ofShares} agrees with the valuation.` }
      : {
          ko: `주식수로 계산한 지분율 ${ofShares}이 투자 후 기업가치로 계산한 ${ofValue}과 다릅니다. 발행주식총수나 기업가치를 확인해 주세요.`,
          en: `By shares the ownership is ${ofShares}, by the post-money value ${ofValue}. Check the number of shares and the valuation.`,
        },
    inputs: { byShares: ofShares, byValuation: ofValue },
  };
}

/** Positive where the parts are more than a basis point apart. */
function differ(left: Fraction, right: Fraction): number {
  const [a, b] = [left.numerator * right.denominator, right.numerator * left.denominator];
  return compareFractions(fraction(a > b ? a - b : b - a, left.denominator * right.denominator), fraction(1n, 10_000n));
}

/** With two decimals, truncated. */
export const percent = (share: Fraction): string => `${toDecimalString(fraction(share.numerator * 100n, share.denominator), 2, 'truncate')}%`;
