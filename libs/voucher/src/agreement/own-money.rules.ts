import { fraction, maxWon, multiplyFloor, subtractWon, won, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { VoucherState } from '../voucher/voucher.js';

/** A company's own lot on one voucher, in won. */
export interface OwnLot {
  readonly state: VoucherState;
  /** Of its own money, not used and not returned. */
  readonly leftWon: Won;
  /** By the agreement; zero where there is none. */
  readonly dueWon: Won;
  /** Public money that can still be used. */
  readonly availableWon: Won;
  /** Own money that services under way will take. */
  readonly spokenForWon: Won;
}

const WHOLE = 10_000n;

/**
 * What of a lot may go back: all that neither services under way nor what the voucher can still buy will take. An ended voucher
 * buys nothing more; an agreed one needs all that is due. The share of what is available is taken a won high rather than low.
 */
export function ownMoneyNotNeeded(lot: OwnLot, selfBurden: BasisPoints): Won {
  return maxWon(ZERO_WON, subtractWon(lot.leftWon, neededWon(lot, selfBurden)));
}

function neededWon({ state, dueWon, availableWon, spokenForWon }: OwnLot, selfBurden: BasisPoints): Won {
  switch (state) {
    case 'AGREED':
      return dueWon;
    case 'ISSUED':
    case 'SUSPENDED':
      return won(spokenForWon + ceilingShare(availableWon, selfBurden));
    default:
      return spokenForWon;
  }
}

function ceilingShare(publicWon: Won, selfBurden: BasisPoints): Won {
  const share = BigInt(selfBurden);
  if (publicWon === 0n || share >= WHOLE) return ZERO_WON;
  const floored = multiplyFloor(publicWon, fraction(share, WHOLE - share));
  return floored * (WHOLE - share) === publicWon * share ? floored : won(floored + 1n);
}
