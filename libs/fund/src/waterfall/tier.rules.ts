import { invalidField } from '#libs/errors';
import { maxWon, minWon, shareOf, subtractWon, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { WaterfallTerms, WaterfallTotals } from './waterfall.js';

/** What each step takes of one amount, and how much of it is carry. All in won, nothing negative, parts = amount. */
export interface Tiers {
  readonly capitalLimitWon: Won;
  readonly capitalWon: Won;
  readonly preferredLimitWon: Won;
  readonly preferredWon: Won;
  readonly catchUpLimitWon: Won;
  readonly catchUpWon: Won;
  readonly catchUpCarryWon: Won;
  readonly splitWon: Won;
  readonly splitCarryWon: Won;
}

/** A catch-up pays the general partner more than the carry, otherwise it never catches up. Throws `DomainError` invalid. */
export function termsAreUsable(terms: WaterfallTerms): void {
  if (terms.catchUp !== null && (terms.catchUp <= terms.carry || terms.catchUp > 10_000)) {
    throw invalidField('/catchUpBasisPoints', 'waterfall.catch-up', {
      ko: '캐치업 비율은 성과보수율보다 크고 100% 이하여야 합니다. 캐치업이 없으면 비워 두십시오.',
      en: 'The catch-up share must be above the carry and at most 100 %. Leave it empty where there is none.',
    });
  }
  if (terms.carry > 10_000) {
    throw invalidField('/carryBasisPoints', 'waterfall.carry', { ko: '성과보수율은 100% 이하여야 합니다.', en: 'The carry is at most 100 %.' });
  }
}

/**
 * Divides an amount by steps, given what was handed out before it and what investors are owed to have the hurdle.
 * Rounding runs on totals since inception, so that many small distributions end where one large one would.
 * Source: docs/domain.md §2.10 (roc, pref, excess, carry, CU).
 */
export function tiersOf(amountWon: Won, before: WaterfallTotals, hurdleBalanceWon: Won, terms: WaterfallTerms): Tiers {
  const capitalLimitWon = maxWon(ZERO_WON, subtractWon(before.contributedWon, before.returnedWon));
  const capitalWon = minWon(amountWon, capitalLimitWon);
  const preferredLimitWon = maxWon(ZERO_WON, subtractWon(hurdleBalanceWon, capitalLimitWon));
  const preferredWon = minWon(subtractWon(amountWon, capitalWon), preferredLimitWon);
  const excess = won(amountWon - capitalWon - preferredWon);
  const catchUpLimitWon = maxWon(ZERO_WON, subtractWon(wholeCatchUp(won(before.preferredWon + preferredWon), terms), before.catchUpWon));
  const catchUpWon = minWon(excess, catchUpLimitWon);
  const splitWon = subtractWon(excess, catchUpWon);
  return {
    capitalLimitWon,
    capitalWon,
    preferredLimitWon,
    preferredWon,
    catchUpLimitWon,
    catchUpWon,
    catchUpCarryWon: terms.catchUp === null ? ZERO_WON : partOf(before.catchUpWon, catchUpWon, terms.catchUp),
    splitWon,
    splitCarryWon: partOf(before.splitWon, splitWon, terms.carry),
  };
}

/** The catch-up after which the general partner has its carry of all profit: ceil(c × preferred ÷ (k − c)). */
function wholeCatchUp(preferredWon: Won, { carry, catchUp }: WaterfallTerms): Won {
  if (catchUp === null) return ZERO_WON;
  const spread = BigInt(catchUp - carry);
  return won((preferredWon * BigInt(carry) + spread - 1n) / spread);
}

/** floor(share × all so far) less what that was before. */
function partOf(before: Won, amount: Won, share: BasisPoints): Won {
  return subtractWon(shareOf(won(before + amount), share, 'floor'), shareOf(before, share, 'floor'));
}
