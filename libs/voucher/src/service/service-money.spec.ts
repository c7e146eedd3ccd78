import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import type { JournalEntry } from '#libs/journal';
import { basisPoints, shareOf, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import { captureMoney } from '../capture/capture.js';
import { splitUse } from '../claim/claim.rules.js';
import { refundOfUse, type UseLots } from '../claim/refund.rules.js';
import { availableWon, EMPTY_PURSE, moved, standingHoldWon, type MovementKind, type Purse } from '../voucher/purse.js';
import { ownMoneyDeposited, voucherExpired, vouchersIssued } from '../voucher/voucher.posting.js';
import { captureReversed, passedOn, serviceCaptured, servicePaid, serviceRefunded, type ServiceMoney } from './service.posting.js';

/**
 * A hundred thousand random deeds on services, by the pure rules alone: the postings that they lead to are added up by a ledger
 * that knows nothing but debit and credit, and compared with what each voucher's purse says.
 */
const DEEDS = 100_000;
const VOUCHERS = 40;
const FACE = won(5_000_000n);
const SHARE = basisPoints(8000);
const ON = localDate('2021-06-01');
const YEAR = '00000000-0000-4000-8000-000000000000';

/** The same numbers on every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type State = 'CONTRACTED' | 'CAPTURED' | 'PAID' | 'OVER';

interface Use {
  state: State;
  supply: Won;
  held: Won;
  lots: UseLots;
  /** Of the company's share, what came out of its deposit. */
  own: Won;
  direct: Won;
}

interface Voucher {
  readonly id: string;
  state: 'ISSUED' | 'EXPIRED';
  purse: Purse;
  own: Won;
  readonly uses: Use[];
}

/** Balances counted debit minus credit. */
class Books {
  readonly balances = new Map<string, bigint>();

  post(entries: readonly JournalEntry[]): void {
    for (const { account, side, amount } of entries.flatMap(({ lines }) => lines)) {
      this.balances.set(account.key, (this.balances.get(account.key) ?? 0n) + (side === 'D' ? amount : -amount));
      const counted = this.of(account.key, account.chart.normalSide);
      if (account.chart.floor !== null && counted < account.chart.floor) throw new Error(`${account.key} fell to ${counted}`);
    }
  }

  of(key: string, side: 'D' | 'C'): bigint {
    const balance = this.balances.get(key) ?? 0n;
    return side === 'D' ? balance : -balance;
  }

  sumOf(chart: string): bigint {
    return [...this.balances].filter(([key]) => key.startsWith(`voucher/${YEAR}/${chart}`)).reduce((sum, [, balance]) => sum - balance, 0n);
  }
}

class House {
  readonly books = new Books();
  readonly vouchers: Voucher[] = [];
  private readonly random = randomNumbers(20_211_101);
  readonly deeds: Record<string, number> = {};

  get done(): number {
    return Object.values(this.deeds).reduce((sum, count) => sum + count, 0);
  }

  constructor() {
    // The budget is granted beforehand, outside of what is looked at here.
    for (const chart of ['voucher.budget', 'voucher.quota', 'voucher.company-quota']) this.books.balances.set(`voucher/${YEAR}/${chart}`, -1_000_000_000_000n);
  }

  step(): void {
    const voucher = this.vouchers[this.random(VOUCHERS)];
    if (voucher === undefined || (voucher.state === 'EXPIRED' && voucher.uses.every(({ state }) => state === 'OVER'))) return this.issue();
    const use = voucher.uses[this.random(Math.max(1, voucher.uses.length))];
    const deed = this.random(20);
    // What is over is remembered by the books alone.
    if (voucher.uses.length > 12) voucher.uses.splice(0, voucher.uses.length, ...voucher.uses.filter(({ state }, place) => state !== 'OVER' || place === 0));
    if (deed < 7) return this.contract(voucher);
    if (deed === 19) return this.expire(voucher);
    if (use === undefined) return;
    if (use.state === 'CONTRACTED') return deed < 13 ? this.capture(voucher, use) : this.cancel(voucher, use);
    if (use.state === 'CAPTURED') return deed < 17 ? this.pay(voucher, use) : this.reverse(voucher, use);
    if (use.state === 'PAID') return this.refund(voucher, use);
  }

  private issue(): void {
    const place = this.vouchers.length < VOUCHERS ? this.vouchers.length : this.vouchers.findIndex(({ state, uses }) => state === 'EXPIRED' && uses.every((use) => use.state === 'OVER'));
    if (place < 0) return;
    const id = `v${this.deeds['issue'] ?? 0}`;
    const own = won(1_250_000n);
    this.vouchers[place] = { id, state: 'ISSUED', purse: moved(EMPTY_PURSE, { kind: 'issue', amountWon: FACE }), own, uses: [] };
    const about = { yearId: YEAR, voucherId: id, effectiveOn: ON, memo: '' };
    this.books.post([vouchersIssued(YEAR, { subject: { kind: 'voucher', id }, effectiveOn: ON, vouchers: [{ voucherId: id, amountWon: FACE }], newCompanies: 1, memo: '' }), ownMoneyDeposited(about, own)]);
    this.count('issue');
  }

  private contract(voucher: Voucher): void {
    if (voucher.state !== 'ISSUED') return;
    const supply = won(BigInt(1 + this.random(2_500_000)));
    const standing = voucher.uses.filter(({ state }) => state !== 'OVER');
    const earlier = { supplyWon: total(standing, priceOf), governmentWon: total(standing, publicOf) };
    const split = splitUse({ supplyWon: supply, vatWon: won(supply / 10n), taxable: true }, earlier, availableWon(voucher.purse), SHARE);
    if (split.shortWon > 0n) return;
    this.move(voucher, 'hold', split.governmentWon);
    voucher.uses.push({ state: 'CONTRACTED', supply, held: split.governmentWon, lots: { publicWon: split.governmentWon, selfWon: split.selfWon, vatWon: split.vatWon }, own: ZERO_WON, direct: ZERO_WON });
    this.count('contract');
    const stands = voucher.uses.filter(({ state }) => state !== 'OVER');
    if (total(stands, publicOf) > shareOf(total(stands, priceOf), SHARE, 'floor')) throw new Error('public money bears more than its share of all that stands');
  }

  /** Bills what was contracted, or less. */
  private capture(voucher: Voucher, use: Use): void {
    const others = voucher.uses.filter((each) => each !== use && each.state !== 'OVER');
    const supply = this.random(3) === 0 ? won(1n + BigInt(this.random(Number(use.supply)))) : use.supply;
    const bill = splitUse({ supplyWon: supply, vatWon: won(supply / 10n), taxable: true }, { supplyWon: total(others, priceOf), governmentWon: total(others, publicOf) }, use.held, SHARE);
    const money = captureMoney(bill, use.held, voucher.own);
    if (money.publicWon > 0n) this.move(voucher, 'capture', money.publicWon);
    if (money.releasedWon > 0n) this.move(voucher, 'release', money.releasedWon);
    voucher.own = subtractWon(voucher.own, money.ownWon);
    Object.assign(use, { state: 'CAPTURED', supply, held: ZERO_WON, lots: { publicWon: bill.governmentWon, selfWon: bill.selfWon, vatWon: bill.vatWon }, own: money.ownWon, direct: subtractWon(bill.selfWon, money.ownWon) });
    const about = moneyOf(voucher, money.publicWon, money.ownWon);
    this.books.post([...(money.publicWon + money.ownWon > 0n ? [serviceCaptured(about)] : []), ...this.onward(voucher, money.releasedWon)]);
    this.count('capture');
  }

  private cancel(voucher: Voucher, use: Use): void {
    if (use.held > 0n) this.move(voucher, 'release', use.held);
    this.books.post(this.onward(voucher, use.held));
    use.state = 'OVER';
    this.count('cancel');
  }

  private reverse(voucher: Voucher, use: Use): void {
    const { publicWon } = use.lots;
    if (publicWon > 0n) this.move(voucher, 'refund', publicWon);
    voucher.own = won(voucher.own + use.own);
    this.books.post([...(publicWon + use.own > 0n ? [captureReversed(moneyOf(voucher, publicWon, use.own))] : []), ...this.onward(voucher, publicWon)]);
    use.state = 'OVER';
    this.count('reverse');
  }

  private pay(voucher: Voucher, use: Use): void {
    if (use.lots.publicWon + use.own > 0n) this.books.post([servicePaid(moneyOf(voucher, use.lots.publicWon, use.own), false)]);
    use.state = 'PAID';
    this.count('pay');
  }

  private refund(voucher: Voucher, use: Use): void {
    const price = use.lots.publicWon + use.lots.selfWon;
    const whole = this.random(2) === 0 || price <= 1n;
    const { returned, left } = refundOfUse(use.lots, whole ? { kind: 'WHOLE' } : { kind: 'PRO_RATA', supplyWon: won(1n + BigInt(this.random(Number(price) - 1))), vatWon: ZERO_WON });
    const ownLeft = left.selfWon > use.direct ? subtractWon(left.selfWon, use.direct) : ZERO_WON;
    const ownWon = subtractWon(use.own, ownLeft);
    if (returned.publicWon > 0n) this.move(voucher, 'refund', returned.publicWon);
    voucher.own = won(voucher.own + ownWon);
    this.books.post([...(returned.publicWon + ownWon > 0n ? [serviceRefunded(moneyOf(voucher, returned.publicWon, ownWon), false)] : []), ...this.onward(voucher, returned.publicWon)]);
    Object.assign(use, { lots: left, own: ownLeft, state: left.publicWon + left.selfWon + left.vatWon === 0n ? 'OVER' : 'PAID' });
    this.count('refund');
  }

  private expire(voucher: Voucher): void {
    if (voucher.state !== 'ISSUED') return;
    const rest = availableWon(voucher.purse);
    this.move(voucher, 'expire', rest);
    if (rest > 0n) this.books.post([voucherExpired({ yearId: YEAR, voucherId: voucher.id, effectiveOn: ON, memo: '' }, rest, false)]);
    voucher.state = 'EXPIRED';
    this.count('expire');
  }

  /** What comes free on a voucher that has ended passes on. */
  private onward(voucher: Voucher, amountWon: Won): JournalEntry[] {
    if (voucher.state === 'EXPIRED' && amountWon > 0n) this.move(voucher, 'expire', amountWon);
    return passedOn(voucher.state, { yearId: YEAR, voucherId: voucher.id, publicWon: amountWon, effectiveOn: ON, memo: '' }, false);
  }

  private count(deed: string): void {
    this.deeds[deed] = (this.deeds[deed] ?? 0) + 1;
  }

  private move(voucher: Voucher, kind: MovementKind, amountWon: Won): void {
    voucher.purse = moved(voucher.purse, { kind, amountWon });
  }
}

const publicOf = ({ lots }: Use): Won => lots.publicWon;
const priceOf = ({ lots }: Use): Won => won(lots.publicWon + lots.selfWon);
const total = (uses: readonly Use[], of: (use: Use) => Won): Won => won(uses.reduce((sum, use) => sum + of(use), 0n));

function moneyOf({ id }: Voucher, publicWon: Won, ownWon: Won): ServiceMoney {
  return { yearId: YEAR, voucherId: id, serviceId: '00000000-0000-4000-8000-000000000001', payeeId: 'payee', publicWon, ownWon, effectiveOn: ON, memo: '' };
}

describe('a hundred thousand deeds on services', () => {
  const house = new House();
  while (house.done < DEEDS) house.step();
  const { books, vouchers } = house;
  const key = (chart: string, part: string): string => `voucher/${YEAR}/${chart}/${part}`;

  it('are of every kind', () => {
    expect(Math.min(...Object.values(house.deeds))).toBeGreaterThan(DEEDS / 100);
    expect(new Set(vouchers.flatMap(({ uses }) => uses.map(({ state }) => state)))).toEqual(new Set<State>(['CONTRACTED', 'CAPTURED', 'PAID', 'OVER']));
  });

  it('leave the control account equal to the vouchers, won by won', () => {
    expect(books.of(`voucher/${YEAR}/voucher.outstanding`, 'C')).toBe(books.sumOf('voucher.balance/'));
    for (const voucher of vouchers) expect(books.of(key('voucher.balance', voucher.id), 'C')).toBe(availableWon(voucher.purse) + standingHoldWon(voucher.purse));
  });

  it('hold on each voucher what its open contracts hold', () => {
    for (const { purse, uses } of vouchers) expect(standingHoldWon(purse)).toBe(total(uses.filter(({ state }) => state === 'CONTRACTED'), ({ held }) => held));
  });

  it('owe to providers what was decided and not paid, of either lot, and keep the rest of the own money in custody', () => {
    const captured = vouchers.flatMap(({ uses }) => uses.filter(({ state }) => state === 'CAPTURED'));
    expect(books.of(key('voucher.payable-public', 'payee'), 'C')).toBe(total(captured, publicOf));
    expect(books.of(key('voucher.payable-own', 'payee'), 'C')).toBe(total(captured, ({ own }) => own));
    for (const voucher of vouchers) expect(books.of(key('voucher.own-money', voucher.id), 'C')).toBe(voucher.own);
    expect(books.of(`voucher/${YEAR}/voucher.custody`, 'D')).toBe(books.sumOf('voucher.own-money/') + books.sumOf('voucher.payable-own/'));
  });

  it('account for every won that was ever granted', () => {
    expect(books.of(`voucher/${YEAR}/voucher.granted`, 'D')).toBe(books.sumOf('voucher.balance/') + books.sumOf('voucher.redeemed/'));
  });
});
