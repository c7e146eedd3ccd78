import { allocate, formatWon, sumWon, truncatedPercentText, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import { capitalTargets, settle } from './split.rules.js';
import type { Tiers } from './tier.rules.js';
import { TIER_NAMES, type PartnerAmount, type WaterfallStep, type WaterfallTerms, type WaterfallTotals } from './waterfall.js';

/** What partners have got since inception: capital and profit apart, because a loss may be borne first by some. */
export interface PartnerLedger {
  readonly capital: readonly Won[];
  readonly profit: readonly Won[];
}

interface Pool {
  readonly partners: readonly string[];
  readonly contributed: readonly Won[];
  readonly before: WaterfallTotals;
  readonly hurdleBalanceWon: Won;
  readonly terms: WaterfallTerms;
}

/**
 * The steps of one distribution with every partner's part, and where partners stand after it. Capital goes by what was
 * paid in and not yet returned, profit by what was paid in; both largest remainder on the totals since inception.
 */
export function stepsOf(tiers: Tiers, ledger: PartnerLedger, pool: Pool): { readonly steps: WaterfallStep[]; readonly ledger: PartnerLedger } {
  const { partners, contributed, before, terms } = pool;
  const targets = capitalTargets(won(before.returnedWon + tiers.capitalWon), contributed, partners, terms.firstLoss);
  const capital = settle(tiers.capitalWon, targets, ledger.capital);
  let profit = ledger.profit;
  const shareProfit = (amount: Won): Won[] => {
    const shares = settle(amount, profitTargets(won(sumWon(profit) + amount), contributed), profit);
    profit = plus(profit, shares);
    return shares;
  };
  const named = (shares: readonly Won[]): PartnerAmount[] => partners.map((partnerId, index) => ({ partnerId, amountWon: shares[index] ?? ZERO_WON }));
  const words = basisWords(tiers, pool);
  const step = (tier: WaterfallStep['tier'], limitWon: Won | null, amountWon: Won, carryWon: Won, shares: readonly Won[]): WaterfallStep => {
    return { tier, name: TIER_NAMES[tier], basis: words[tier], limitWon, amountWon, carryWon, byPartner: named(shares) };
  };
  const steps = [
    step('RETURN_OF_CAPITAL', tiers.capitalLimitWon, tiers.capitalWon, ZERO_WON, capital),
    step('PREFERRED_RETURN', tiers.preferredLimitWon, tiers.preferredWon, ZERO_WON, shareProfit(tiers.preferredWon)),
    ...(terms.catchUp === null
      ? []
      : [step('CATCH_UP', tiers.catchUpLimitWon, tiers.catchUpWon, tiers.catchUpCarryWon, shareProfit(won(tiers.catchUpWon - tiers.catchUpCarryWon)))]),
    step('SPLIT', null, tiers.splitWon, tiers.splitCarryWon, shareProfit(won(tiers.splitWon - tiers.splitCarryWon))),
  ];
  return { steps, ledger: { capital: plus(ledger.capital, capital), profit } };
}

function profitTargets(total: Won, contributed: readonly Won[]): Won[] {
  return total === 0n ? contributed.map(() => ZERO_WON) : allocate(total, contributed);
}

export function plus(left: readonly Won[], right: readonly Won[]): Won[] {
  return left.map((amount, index) => won(amount + (right[index] ?? 0n)));
}

type Words = Readonly<Record<WaterfallStep['tier'], WaterfallStep['basis']>>;

function basisWords(tiers: Tiers, { before, hurdleBalanceWon, terms }: Pool): Words {
  const hurdle = percent(terms.hurdle);
  const carry = percent(terms.carry);
  const catchUp = percent(terms.catchUp ?? terms.carry);
  return {
    RETURN_OF_CAPITAL: {
      ko: `납입출자금 ${formatWon(before.contributedWon)}원 중 이미 반환한 ${formatWon(before.returnedWon)}원을 뺀 ${formatWon(tiers.capitalLimitWon)}원까지 납입비율로 분배합니다.`,
      en: `Pro rata up to ${formatWon(tiers.capitalLimitWon)} won: ${formatWon(before.contributedWon)} paid in less ${formatWon(before.returnedWon)} returned.`,
    },
    PREFERRED_RETURN: {
      ko: `기준수익률 연 ${hurdle}(복리)로 계산한 잔액 ${formatWon(hurdleBalanceWon)}원에서 미반환 원금을 뺀 ${formatWon(tiers.preferredLimitWon)}원까지 납입비율로 분배합니다.`,
      en: `Pro rata up to ${formatWon(tiers.preferredLimitWon)} won: the balance of ${formatWon(hurdleBalanceWon)} at ${hurdle} a year, compounded, less capital not returned.`,
    },
    CATCH_UP: {
      ko: `업무집행조합원이 전체 이익의 ${carry}를 받을 때까지 ${catchUp}를 성과보수로 분배합니다(최대 ${formatWon(tiers.catchUpLimitWon)}원).`,
      en: `${catchUp} as carry until the general partner has ${carry} of all profit (at most ${formatWon(tiers.catchUpLimitWon)} won).`,
    },
    SPLIT: {
      ko: `남은 ${formatWon(tiers.splitWon)}원의 ${carry}를 성과보수로, 나머지를 납입비율로 분배합니다.`,
      en: `Of the remaining ${formatWon(tiers.splitWon)} won ${carry} is carry, the rest goes pro rata.`,
    },
  };
}

const percent = (ratio: BasisPoints): string => truncatedPercentText(BigInt(ratio), 10_000n) ?? '';
