import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { addWon, cumulativeFloorShares, formatWon, fractionOf, maxWon, minWon, multiplyFloor, shareOf, subtractWon, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { Sourced } from '#libs/policy';

/** What a programme year settles about the bills of its vouchers. */
export interface ClaimTerms {
  /** Share of the supply price that public money bears; the rest is the company's own burden. */
  readonly governmentShare: Sourced<BasisPoints>;
  readonly vatRate: Sourced<BasisPoints>;
  /** A use beyond what the voucher has left: refused, or the company bears what is missing. */
  readonly beyondBalance: Sourced<'WARN' | 'BLOCK'>;
}

/** One bill of a provider, in won. Support covers the supply price only; the company pays VAT and may deduct it. */
export interface ServiceUse {
  readonly supplyWon: Won;
  readonly vatWon: Won;
  readonly taxable: boolean;
}

/** The uses of the same voucher before this one, as they stand: cancelled ones left out. */
export interface EarlierUses {
  readonly supplyWon: Won;
  readonly governmentWon: Won;
}

/** Who pays what of one use, in won: public + own + VAT is what the provider gets. */
export interface UseSplit {
  /** What public money would bear if the voucher had enough left. */
  readonly entitledWon: Won;
  readonly governmentWon: Won;
  readonly selfWon: Won;
  readonly vatWon: Won;
  /** Entitlement that the voucher cannot cover; it is part of `selfWon`. */
  readonly shortWon: Won;
  readonly providerWon: Won;
}

export const NO_EARLIER_USES: EarlierUses = { supplyWon: ZERO_WON, governmentWon: ZERO_WON };

/**
 * Splits one use: gov_k = floor(g × Σ≤k supply) − floor(g × Σ<k supply), at most what the voucher has left. A cancelled use
 * shifts the sums; public money then never exceeds its share of all uses that stand. What is left of the voucher is a
 * ceiling and never a claim. Throws `claim.no-supply-price` and `claim.negative-vat` at the field.
 */
export function splitUse(use: ServiceUse, earlier: EarlierUses, availableWon: Won, governmentShare: BasisPoints): UseSplit {
  if (use.supplyWon <= 0n) {
    throw invalidField('/supplyWon', 'claim.no-supply-price', { ko: '공급가액은 1원 이상이어야 합니다. 세금계산서의 공급가액을 적어 주세요.', en: 'The supply price is at least one won. Enter it as the tax invoice states it.' });
  }
  if (use.vatWon < 0n) {
    throw invalidField('/vatWon', 'claim.negative-vat', { ko: '부가세는 0원 이상이어야 합니다. 감액은 환불로 처리해 주세요.', en: 'VAT is not negative. Record a reduction as a refund.' });
  }
  const entitledWon = entitlement(use.supplyWon, earlier, governmentShare);
  const governmentWon = minWon(entitledWon, maxWon(availableWon, ZERO_WON));
  return {
    entitledWon,
    governmentWon,
    selfWon: subtractWon(use.supplyWon, governmentWon),
    vatWon: use.vatWon,
    shortWon: subtractWon(entitledWon, governmentWon),
    providerWon: addWon(use.supplyWon, use.vatWon),
  };
}

function entitlement(supplyWon: Won, earlier: EarlierUses, share: BasisPoints): Won {
  const ratio = fractionOf(share);
  const step = cumulativeFloorShares([earlier.supplyWon, supplyWon], ratio)[1] ?? ZERO_WON;
  const ceiling = multiplyFloor(addWon(earlier.supplyWon, supplyWon), ratio);
  return maxWon(ZERO_WON, minWon(step, subtractWon(ceiling, earlier.governmentWon)));
}

/** The uses of one voucher in their order, each split against what the ones before it left over. */
export function splitUses(uses: readonly ServiceUse[], faceWon: Won, governmentShare: BasisPoints): UseSplit[] {
  let earlier = NO_EARLIER_USES;
  return uses.map((use) => {
    const split = splitUse(use, earlier, subtractWon(faceWon, earlier.governmentWon), governmentShare);
    earlier = { supplyWon: addWon(earlier.supplyWon, use.supplyWon), governmentWon: addWon(earlier.governmentWon, split.governmentWon) };
    return split;
  });
}

/** floor(supply × rate) in won; nothing for an exempt service. */
export function expectedVat(use: ServiceUse, rate: BasisPoints): Won {
  return use.taxable ? shareOf(use.supplyWon, rate, 'floor') : ZERO_WON;
}

/** The VAT on the invoice is what the rate makes of the supply price; providers round differently, so it only warns. */
export function vatMatchesTheSupplyPrice(use: ServiceUse, terms: ClaimTerms): Verdict {
  const expected = expectedVat(use, terms.vatRate.value);
  const holds = use.vatWon === expected;
  return {
    rule: 'vat-matches-the-supply-price',
    clause: terms.vatRate.clause,
    result: holds ? 'PASS' : 'WARN',
    text: holds
      ? { ko: `부가세 ${formatWon(expected)}원이 공급가액과 맞습니다.`, en: `VAT of ${formatWon(expected)} won fits the supply price.` }
      : {
          ko: `부가세가 ${formatWon(use.vatWon)}원입니다. 공급가액으로 계산하면 ${formatWon(expected)}원입니다. 세금계산서와 과세구분을 확인해 주세요.`,
          en: `VAT is ${formatWon(use.vatWon)}; the supply price gives ${formatWon(expected)}. Check the tax invoice and whether the service is taxable.`,
        },
    inputs: { supplyWon: `${use.supplyWon}`, vatWon: `${use.vatWon}`, expectedWon: `${expected}`, taxable: use.taxable },
  };
}

/** What the voucher has left covers the public share of the use. */
export function voucherCoversTheUse(split: UseSplit, terms: ClaimTerms): Verdict {
  const holds = split.shortWon === 0n;
  const { beyondBalance } = terms;
  const short = formatWon(split.shortWon);
  const cure =
    beyondBalance.value === 'BLOCK'
      ? { ko: '공급가액을 줄이거나 바우처를 증액해 주세요.', en: 'Lower the supply price or top up the voucher.' }
      : { ko: '모자라는 금액은 기업이 부담합니다.', en: 'The company bears what is missing.' };
  return {
    rule: 'voucher-covers-the-use',
    clause: beyondBalance.clause,
    result: holds ? 'PASS' : beyondBalance.value,
    text: holds
      ? { ko: `정부지원금 ${formatWon(split.governmentWon)}원이 바우처 잔액 이내입니다.`, en: `The public share of ${formatWon(split.governmentWon)} won is within what the voucher has left.` }
      : {
          ko: `정부지원금 ${formatWon(split.entitledWon)}원에 바우처 잔액이 ${short}원 모자랍니다. ${cure.ko}`,
          en: `The voucher is ${short} short of the public share of ${formatWon(split.entitledWon)} won. ${cure.en}`,
        },
    inputs: { entitledWon: `${split.entitledWon}`, governmentWon: `${split.governmentWon}`, shortWon: `${split.shortWon}` },
  };
}
