import type { LocalDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { grouped, total } from '../table/rows.js';
import { BOOK, POSTED, type PartMovement, type SettlementFacts } from './voucher-settlement.js';

/** What moves the money on vouchers, each with its sign: what is used, expires or is recovered is negative. Amounts in won. */
export interface VoucherMovements {
  readonly issuedWon: bigint;
  readonly toppedUpWon: bigint;
  /** Moved between vouchers of one company; nothing in sum. */
  readonly splitWon: bigint;
  readonly usedWon: bigint;
  readonly refundedWon: bigint;
  readonly expiredWon: bigint;
  readonly revokedWon: bigint;
}

export interface RollForwardLine extends VoucherMovements {
  /** First day of the quarter; null for all of them. */
  readonly quarterOn: LocalDate | null;
  readonly openingWon: bigint;
  readonly closingWon: bigint;
}

const MOVEMENT_OF: Readonly<Record<string, keyof VoucherMovements>> = {
  [POSTED.issued]: 'issuedWon',
  [POSTED.toppedUp]: 'toppedUpWon',
  [POSTED.split]: 'splitWon',
  [POSTED.captured]: 'usedWon',
  [POSTED.captureReversed]: 'refundedWon',
  [POSTED.refunded]: 'refundedWon',
  [POSTED.expired]: 'expiredWon',
  [POSTED.revoked]: 'revokedWon',
};

export const NOTHING_MOVED: VoucherMovements = { issuedWon: 0n, toppedUpWon: 0n, splitWon: 0n, usedWon: 0n, refundedWon: 0n, expiredWon: 0n, revokedWon: 0n };

export const balanceAfter = ({ issuedWon, toppedUpWon, splitWon, usedWon, refundedWon, expiredWon, revokedWon }: VoucherMovements): bigint =>
  issuedWon + toppedUpWon + splitWon + usedWon + refundedWon + expiredWon + revokedWon;

/** Adds up by posting rule. Throws `InvariantError` for one that the roll-forward has no column for. */
function movements(rows: readonly { readonly posting: string; readonly deltaWon: bigint }[]): VoucherMovements {
  const moved = { ...NOTHING_MOVED };
  for (const { posting, deltaWon } of rows) {
    const column = MOVEMENT_OF[posting];
    invariant(column !== undefined, `the roll-forward has no column for ${posting}`);
    moved[column] += deltaWon;
  }
  return moved;
}

/** Opening + issued + topped up − used + refunded − expired − recovered = closing, quarter by quarter, off the control account. */
export function rollForward({ book }: Pick<SettlementFacts, 'book'>): { readonly quarters: readonly RollForwardLine[]; readonly sum: RollForwardLine } {
  const control = book.filter(({ chart }) => chart === BOOK.outstanding);
  const quarters: RollForwardLine[] = [];
  for (const quarterOn of [...new Set(control.map((each) => each.quarterOn))].sort()) {
    const openingWon = quarters.at(-1)?.closingWon ?? 0n;
    const moved = movements(control.filter((each) => each.quarterOn === quarterOn));
    quarters.push({ quarterOn, openingWon, ...moved, closingWon: openingWon + balanceAfter(moved) });
  }
  const moved = movements(control);
  return { quarters, sum: { quarterOn: null, openingWon: 0n, ...moved, closingWon: balanceAfter(moved) } };
}

/** The sub-ledger by voucher; a voucher that no entry touched is not in it. */
export function voucherMovements({ parts }: Pick<SettlementFacts, 'parts'>): ReadonlyMap<string, VoucherMovements> {
  const byVoucher = grouped(parts.filter(({ chart }) => chart === BOOK.balance), ({ partId }) => partId);
  return new Map([...byVoucher].map(([id, rows]) => [id, movements(rows)]));
}

/** Balances of the accounts of one kind by what tells them apart. */
export function balancesByPart({ parts }: Pick<SettlementFacts, 'parts'>, chart: string): ReadonlyMap<string, bigint> {
  const byPart = grouped(parts.filter((part) => part.chart === chart), ({ partId }) => partId);
  return new Map([...byPart].map(([id, rows]) => [id, total(rows, ({ deltaWon }) => deltaWon)]));
}

export const sumOfParts = (facts: Pick<SettlementFacts, 'parts'>, chart: string): bigint => total([...balancesByPart(facts, chart).values()], (balance) => balance);

/** A company's own lot as the books have it: paid in, moved to parts that were split off, used, returned. Amounts in won, each with its sign. */
export interface OwnMoneyMovements {
  readonly depositedWon: bigint;
  readonly splitWon: bigint;
  readonly usedWon: bigint;
  readonly returnedWon: bigint;
}

/** By voucher; one without own money in the books is not in it. */
export function ownMoneyMovements({ parts }: Pick<SettlementFacts, 'parts'>): ReadonlyMap<string, OwnMoneyMovements> {
  const byVoucher = grouped(parts.filter(({ chart }) => chart === BOOK.ownMoney), ({ partId }) => partId);
  const sum = (rows: readonly PartMovement[], ...postings: string[]): bigint => total(rows.filter(({ posting }) => postings.includes(posting)), ({ deltaWon }) => deltaWon);
  return new Map(
    [...byVoucher].map(([id, rows]) => [
      id,
      {
        depositedWon: sum(rows, POSTED.deposited),
        splitWon: sum(rows, POSTED.split),
        usedWon: sum(rows, POSTED.captured, POSTED.captureReversed, POSTED.refunded),
        returnedWon: sum(rows, POSTED.returnedOwn),
      },
    ]),
  );
}
