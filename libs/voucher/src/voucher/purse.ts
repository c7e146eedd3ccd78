import { DomainError, type Bilingual } from '#libs/errors';
import { addWon, formatWon, minWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';

/** What has moved on one voucher since it was issued, in won of public money; nothing of it is negative. */
export interface Purse {
  readonly issuedWon: Won;
  readonly topUpWon: Won;
  /** Every hold ever placed. */
  readonly heldWon: Won;
  /** Every hold lifted, whether given up or turned into a payment. */
  readonly releasedWon: Won;
  /** Paid to providers, less what they returned. */
  readonly capturedWon: Won;
  readonly expiredWon: Won;
  readonly revokedWon: Won;
}

export type MovementKind = 'issue' | 'topUp' | 'hold' | 'release' | 'capture' | 'refund' | 'expire' | 'revoke';

export interface Movement {
  readonly kind: MovementKind;
  readonly amountWon: Won;
}

export const EMPTY_PURSE: Purse = {
  issuedWon: ZERO_WON,
  topUpWon: ZERO_WON,
  heldWon: ZERO_WON,
  releasedWon: ZERO_WON,
  capturedWon: ZERO_WON,
  expiredWon: ZERO_WON,
  revokedWon: ZERO_WON,
};

/**
 * balance = issued + topup + released − held − captured − expired − revoked (docs/domain.md §3.2). A payment lifts its hold
 * and uses the money in one step, so it counts as released and as captured.
 */
export function availableWon(purse: Purse): Won {
  const given = purse.issuedWon + purse.topUpWon + purse.releasedWon;
  return won(given - purse.heldWon - purse.capturedWon - purse.expiredWon - purse.revokedWon);
}

/** Held for services that are neither paid nor released. */
export function standingHoldWon(purse: Purse): Won {
  return subtractWon(purse.heldWon, purse.releasedWon);
}

/** The purse after all movements in their order, from an empty one. */
export function purseAfter(movements: readonly Movement[]): Purse {
  return movements.reduce(moved, EMPTY_PURSE);
}

/**
 * The purse after one movement. Throws `voucher.amount-not-positive`, and `voucher.balance-short`, `voucher.hold-short` or
 * `voucher.captured-short` where more is asked for than is there.
 */
export function moved(purse: Purse, { kind, amountWon }: Movement): Purse {
  refuseNothing(kind, amountWon);
  const plus = (...fields: readonly (keyof Purse)[]): Purse => fields.reduce((next, field) => ({ ...next, [field]: addWon(next[field], amountWon) }), purse);
  switch (kind) {
    case 'issue':
      return plus('issuedWon');
    case 'topUp':
      return plus('topUpWon');
    case 'hold':
      refuseBeyond(amountWon, availableWon(purse), 'voucher.balance-short', BALANCE);
      return plus('heldWon');
    case 'release':
      refuseBeyond(amountWon, standingHoldWon(purse), 'voucher.hold-short', HOLD);
      return plus('releasedWon');
    case 'capture':
      refuseBeyond(amountWon, standingHoldWon(purse), 'voucher.hold-short', HOLD);
      return plus('releasedWon', 'capturedWon');
    case 'refund':
      refuseBeyond(amountWon, purse.capturedWon, 'voucher.captured-short', CAPTURED);
      return { ...purse, capturedWon: subtractWon(purse.capturedWon, amountWon) };
    case 'expire':
      refuseBeyond(amountWon, availableWon(purse), 'voucher.balance-short', BALANCE);
      return plus('expiredWon');
    case 'revoke':
      refuseBeyond(amountWon, availableWon(purse), 'voucher.balance-short', BALANCE);
      return plus('revokedWon');
  }
}

const BALANCE: Bilingual = { ko: '바우처 사용가능 잔액', en: 'what the voucher has available' };
const HOLD: Bilingual = { ko: '사용예약 잔액', en: 'what is held for services' };
const CAPTURED: Bilingual = { ko: '지급된 금액', en: 'what has been paid' };

/** What is left of a voucher may be nothing when it ends; every other movement moves something. */
function refuseNothing(kind: MovementKind, amountWon: Won): void {
  const least = kind === 'expire' || kind === 'revoke' ? 0n : 1n;
  if (amountWon >= least) return;
  throw new DomainError('invalid', 'voucher.amount-not-positive', { ko: '금액은 1원 이상이어야 합니다.', en: 'The amount is at least one won.' });
}

function refuseBeyond(amountWon: Won, most: Won, code: string, what: Bilingual): void {
  if (amountWon <= most) return;
  const over = formatWon(subtractWon(amountWon, most));
  const [asked, left] = [formatWon(amountWon), formatWon(minWon(most, amountWon))];
  throw new DomainError(
    'rule_broken',
    code,
    {
      ko: `${what.ko} ${left}원보다 ${over}원 많은 ${asked}원입니다. ${left}원 이하로 줄여 주세요.`,
      en: `${asked} won are ${over} more than ${what.en}: ${left}. Lower the amount to at most that.`,
    },
    { details: { amountWon: `${amountWon}`, mostWon: `${most}` } },
  );
}
