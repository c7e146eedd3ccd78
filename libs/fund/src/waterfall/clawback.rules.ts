import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { allocate, formatWon, maxWon, minWon, shareOf, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import { hurdleBalance } from './hurdle.rules.js';
import { contributedBy } from './split.rules.js';
import type { Contribution, PaidDistribution, PartnerAmount, WaterfallTerms } from './waterfall.js';

/** What the general partner pays back at the end of a fund, and why; amounts in won. */
export interface CarryClawback {
  readonly carryPaidWon: Won;
  /** What investors still lack on the day to have the hurdle. */
  readonly hurdleShortfallWon: Won;
  /** Carry beyond the agreed part of the profit of the whole fund. */
  readonly beyondShareWon: Won;
  /** The larger of the two, at most the carry that is left after `taxWon`. */
  readonly clawbackWon: Won;
  readonly byPartner: readonly PartnerAmount[];
  readonly text: Bilingual;
}

/**
 * The general partner's clawback when a fund is wound up: carry goes back as far as investors lack their capital and
 * hurdle, or as far as it exceeds the agreed part of the whole profit, whichever is more; never more than the carry
 * less the tax paid on it (zero where the agreement claws back gross). It goes to partners by paid-in capital.
 */
export function carryClawback(
  terms: WaterfallTerms,
  partners: readonly string[],
  contributions: readonly Contribution[],
  paid: readonly PaidDistribution[],
  end: { readonly on: LocalDate; readonly taxWon: Won },
): CarryClawback {
  const received = paid.map((each) => ({ on: each.on, amountWon: sumWon(each.byPartner.map((part) => part.amountWon)) }));
  const contributed = contributedBy(contributions, partners, end.on);
  const carryPaidWon = sumWon(paid.map((each) => each.carryWon));
  const profit = maxWon(ZERO_WON, subtractWon(sumWon([...received.map((each) => each.amountWon), carryPaidWon]), sumWon(contributed)));
  const hurdleShortfallWon = maxWon(ZERO_WON, hurdleBalance(contributions, received, terms.hurdle, terms.dayCount, end.on));
  const beyondShareWon = maxWon(ZERO_WON, subtractWon(carryPaidWon, shareOf(profit, terms.carry, 'floor')));
  const wanted = maxWon(hurdleShortfallWon, beyondShareWon);
  const clawbackWon = minWon(wanted, maxWon(ZERO_WON, subtractWon(carryPaidWon, end.taxWon)));
  const shares = clawbackWon === 0n ? contributed.map(() => ZERO_WON) : allocate(clawbackWon, contributed);
  return {
    carryPaidWon,
    hurdleShortfallWon,
    beyondShareWon,
    clawbackWon,
    byPartner: partners.map((partnerId, index) => ({ partnerId, amountWon: shares[index] ?? ZERO_WON })),
    text:
      clawbackWon === 0n
        ? { ko: '환수할 성과보수가 없습니다.', en: 'No carry has to be paid back.' }
        : {
            ko: `지급한 성과보수 ${formatWon(carryPaidWon)}원 중 ${formatWon(clawbackWon)}원을 돌려받아야 합니다(기준수익 부족 ${formatWon(hurdleShortfallWon)}원, 성과보수율 초과 ${formatWon(beyondShareWon)}원).`,
            en: `Of ${formatWon(carryPaidWon)} won carry paid ${formatWon(clawbackWon)} go back: investors lack ${formatWon(hurdleShortfallWon)} of the hurdle; ${formatWon(beyondShareWon)} exceed the agreed part of the profit.`,
          },
  };
}
