import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { won } from '#libs/money';
import fc from 'fast-check';
import { stepOf, type Life } from '#libs/life';
import { availableWon, EMPTY_PURSE, moved, purseAfter, standingHoldWon, type Movement, type MovementKind } from './purse.js';
import { SERVICE_LIFE } from '../service/service.js';
import { VOUCHER_LIFE, type VoucherEvent, type VoucherState } from './voucher.js';
import { afterDeed, APPLIED_VOUCHER, splitVoucher, type VoucherDeed, type VoucherLedger } from './voucher.rules.js';

const validity = { from: localDate('2021-04-01'), to: localDate('2021-12-31') };
const inTime = localDate('2021-06-01');
const issue = (amount: bigint): VoucherDeed => ({ event: 'issue', amountWon: won(amount), validity, selfBurdenDueWon: won(1_250_000n), selfBurdenPaidWon: won(1_250_000n) });
const hold = (amount: bigint): VoucherDeed => ({ event: 'hold', amountWon: won(amount), on: inTime });
const move = (event: 'release' | 'capture' | 'refund' | 'topUp' | 'split', amount: bigint): VoucherDeed => ({ event, amountWon: won(amount) });
const expire: VoucherDeed = { event: 'expire', on: localDate('2022-01-01') };
const played = (deeds: readonly VoucherDeed[], from = APPLIED_VOUCHER): VoucherLedger => deeds.reduce(afterDeed, from);

const toAgreement: VoucherDeed[] = [{ event: 'screen' }, { event: 'evaluate' }, { event: 'select' }, { event: 'agree' }];
const issued = played([...toAgreement, issue(5_000_000n)]);

describe('the voucher of TV-9', () => {
  const story: [string, VoucherDeed, bigint][] = [
    ['hold 2,666,666', hold(2_666_666n), 2_333_334n],
    ['pay it', move('capture', 2_666_666n), 2_333_334n],
    ['hold 2,333,334', hold(2_333_334n), 0n],
    ['the delivery fails, release', move('release', 2_333_334n), 2_333_334n],
    ['expire', expire, 0n],
  ];

  it.each(story.map(([what, , available], index) => [what, index + 1, available] as const))('%s', (_what, steps, available) => {
    expect(availableWon(played(story.slice(0, steps).map(([, deed]) => deed), issued).purse)).toBe(available);
  });

  it('ends with issued = captured + expired and nothing held', () => {
    const { state, purse } = played(story.map(([, deed]) => deed), issued);
    expect({ state, held: standingHoldWon(purse), ...purse }).toMatchObject({ state: 'EXPIRED', held: 0n, issuedWon: 5_000_000n, capturedWon: 2_666_666n, expiredWon: 2_333_334n });
  });
});

describe('deeds and their facts', () => {
  it.each<[string, VoucherDeed[], Partial<Record<string, unknown>>]>([
    ['a service under way outlives its voucher: the hold stays', [hold(1_920_000n), expire], { state: 'EXPIRED', held: 1_920_000n, expired: 3_080_000n }],
    ['and is paid later', [hold(1_920_000n), expire, move('capture', 1_920_000n)], { held: 0n, captured: 1_920_000n, expired: 3_080_000n }],
    ['or lapses when released', [hold(1_920_000n), expire, move('release', 1_920_000n)], { held: 0n, captured: 0n, expired: 5_000_000n }],
    ['given up unused', [{ event: 'withdraw' }], { state: 'WITHDRAWN', revoked: 5_000_000n }],
    ['a refund can be used again', [hold(900n), move('capture', 900n), move('refund', 400n)], { captured: 500n, available: 4_999_500n }],
    ['a refund after cancelling goes to the programme', [hold(900n), move('capture', 900n), { event: 'cancel' }, move('refund', 900n)], { captured: 0n, revoked: 5_000_000n, available: 0n }],
    ['a refund after the end lapses', [hold(900n), move('capture', 900n), expire, move('refund', 900n)], { captured: 0n, expired: 5_000_000n }],
    ['topped up', [move('topUp', 1n)], { available: 5_000_001n }],
    ['suspended, resumed, used', [{ event: 'suspend' }, { event: 'resume' }, hold(1n)], { state: 'ISSUED', held: 1n }],
    ['extended, then used late', [{ event: 'extend', to: localDate('2022-02-28'), latestOn: localDate('2022-03-31') }, { event: 'hold', amountWon: won(5n), on: localDate('2022-02-28') }], { held: 5n }],
    ['clawed back and recovered', [hold(900n), move('capture', 900n), { event: 'clawBack' }, { event: 'recover' }], { state: 'RECOVERED', captured: 900n, revoked: 4_999_100n }],
    ['recovered by a receipt that was none', [hold(900n), move('capture', 900n), { event: 'clawBack' }, { event: 'recover' }, { event: 'reopen' }], { state: 'CLAWBACK' }],
    ['written off, then paid after all', [hold(900n), move('capture', 900n), { event: 'clawBack' }, { event: 'writeOff' }, { event: 'recover' }], { state: 'RECOVERED' }],
  ])('%s', (_what, deeds, expected) => {
    const { state, purse } = played(deeds, issued);
    const figures = { state, held: standingHoldWon(purse), captured: purse.capturedWon, expired: purse.expiredWon, revoked: purse.revokedWon, available: availableWon(purse) };
    expect(figures).toMatchObject(expected);
  });

  it.each<[string, VoucherDeed[], string]>([
    ['hold one won too many', [hold(5_000_001n)], 'voucher.balance-short'],
    ['hold nothing', [hold(0n)], 'voucher.amount-not-positive'],
    ['pay what is not held', [move('capture', 1n)], 'voucher.hold-short'],
    ['release twice', [hold(5n), move('release', 5n), move('release', 5n)], 'voucher.hold-short'],
    ['refund more than was paid', [hold(5n), move('capture', 5n), move('refund', 6n)], 'voucher.captured-short'],
    ['hold after the last day', [{ event: 'hold', amountWon: won(1n), on: localDate('2022-01-01') }], 'voucher.outside-validity'],
    ['hold before the first day', [{ event: 'hold', amountWon: won(1n), on: localDate('2021-03-31') }], 'voucher.outside-validity'],
    ['expire on the last day', [{ event: 'expire', on: validity.to }], 'voucher.still-valid'],
    ['extend to the same day', [{ event: 'extend', to: validity.to, latestOn: localDate('2022-12-31') }], 'voucher.extension-out-of-range'],
    ['extend beyond what is allowed', [{ event: 'extend', to: localDate('2022-01-01'), latestOn: validity.to }], 'voucher.extension-out-of-range'],
    ['give up with a service under way', [hold(5n), { event: 'withdraw' }], 'voucher.services-under-contract'],
    ['claw back what was never paid', [{ event: 'clawBack' }], 'voucher.nothing-to-claw-back'],
    ['claw back with a service under way', [hold(5n), move('capture', 2n), { event: 'clawBack' }], 'voucher.services-under-contract'],
    ['split off everything', [move('split', 5_000_000n)], 'voucher.split-leaves-nothing'],
    ['hold while suspended', [{ event: 'suspend' }, hold(1n)], 'voucher.not-in-this-state'],
    ['extend after the end', [expire, { event: 'extend', to: localDate('2022-06-30'), latestOn: localDate('2022-12-31') }], 'voucher.not-in-this-state'],
  ])('refuses to %s', (_what, deeds, code) => {
    expect(() => played(deeds, issued)).toThrow(expect.objectContaining({ code }));
  });

  it('is not issued before the self-burden is paid, nor upside down', () => {
    const agreed = played(toAgreement);
    expect(() => afterDeed(agreed, { ...issue(5n), selfBurdenPaidWon: won(1_249_999n) } as VoucherDeed)).toThrow(expect.objectContaining({ code: 'voucher.self-burden-unpaid' }));
    expect(() => afterDeed(agreed, { ...issue(5n), validity: { from: validity.to, to: validity.from } } as VoucherDeed)).toThrow(expect.objectContaining({ code: 'voucher.validity-upside-down' }));
  });

  it('is worth the same in two parts', () => {
    const { rest, part } = splitVoucher(played([hold(1_000_000n)], issued), won(1_500_000n));
    expect([availableWon(rest.purse), standingHoldWon(rest.purse), availableWon(part.purse)]).toEqual([2_500_000n, 1_000_000n, 1_500_000n]);
    expect([part.state, part.validity]).toEqual(['ISSUED', validity]);
  });
});

describe.each<[string, Life<string, string>, string]>([
  ['voucher', VOUCHER_LIFE, 'APPLIED'],
  ['service', SERVICE_LIFE, 'CONTRACTED'],
])('the table of a %s', (_noun, life, start) => {
  const states = Object.keys(life.states);
  const pairs = states.flatMap((state) => Object.keys(life.events).map((event) => [state, event] as const));

  it.each(pairs)('%s × %s is allowed, or refused with a reason in both languages', (state, event) => {
    const step = stepOf(life, state, event);
    if (step.allowed) expect(states).toContain(step.to);
    else expect(step.reason.ko.length > 10 && step.reason.en.length > 10 && !`${step.reason.ko}${step.reason.en}`.includes('undefined')).toBe(true);
  });

  it('gives reasons of its own only for what it refuses, and reaches every state', () => {
    for (const key of Object.keys(life.reasons)) {
      const [state = '', event = ''] = key.split('/');
      expect(stepOf(life, state, event).allowed).toBe(false);
    }
    const reached = new Set([start]);
    for (const state of reached) for (const to of Object.values(life.table[state] ?? {})) if (to !== undefined) reached.add(to);
    expect([...reached].sort()).toEqual([...states].sort());
  });
});

describe('the ends', () => {
  it.each<[VoucherState, VoucherEvent[]]>([
    ['REJECTED', []],
    ['RECOVERED', ['clawBack', 'reopen']],
    ['WRITTEN_OFF', ['recover', 'clawBack', 'reopen']],
    ['WITHDRAWN', ['refund', 'clawBack']],
    ['CANCELLED', ['refund', 'clawBack']],
    ['EXPIRED', ['capture', 'release', 'refund', 'clawBack']],
  ])('from %s only %s', (state, events) => {
    expect(Object.keys(VOUCHER_LIFE.table[state])).toEqual(events);
  });
});

describe('any sequence of deeds', () => {
  const kinds: MovementKind[] = ['topUp', 'hold', 'release', 'capture', 'refund', 'expire', 'revoke'];
  const movement = fc.record({ kind: fc.constantFrom(...kinds), amountWon: fc.bigInt({ min: 1n, max: 1_000n }).map(won) });
  const amount = fc.bigInt({ min: 1n, max: 400n });
  const deed = fc.oneof(
    { weight: 6, arbitrary: amount.map(hold) },
    { weight: 10, arbitrary: fc.tuple(fc.constantFrom('release' as const, 'capture' as const, 'refund' as const, 'topUp' as const, 'split' as const), amount).map(([event, won_]) => move(event, won_)) },
    { weight: 2, arbitrary: fc.constantFrom<VoucherDeed>({ event: 'suspend' }, { event: 'resume' }) },
    { weight: 1, arbitrary: fc.constantFrom<VoucherDeed>(expire, { event: 'withdraw' }, { event: 'cancel' }, { event: 'clawBack' }, { event: 'recover' }, { event: 'writeOff' }) },
  );

  /** A second, independent book: plain counters that know nothing of the identity. */
  it('moves a purse as a plain book would, and never below zero', () => {
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 40 }), (movements) => {
        const legal: Movement[] = [{ kind: 'issue', amountWon: won(1_000n) }];
        let [free, held, paid, gone] = [1_000n, 0n, 0n, 0n];
        for (const next of movements) {
          const before = purseAfter(legal);
          const most: Record<MovementKind, bigint> = { issue: 0n, topUp: next.amountWon, hold: free, expire: free, revoke: free, release: held, capture: held, refund: paid };
          if (next.amountWon > most[next.kind]) {
            expect(() => moved(before, next)).toThrow(DomainError);
            continue;
          }
          legal.push(next);
          if (next.kind === 'topUp' || next.kind === 'release' || next.kind === 'refund') free += next.amountWon;
          if (next.kind === 'hold' || next.kind === 'expire' || next.kind === 'revoke') free -= next.amountWon;
          if (next.kind === 'hold') held += next.amountWon;
          if (next.kind === 'release' || next.kind === 'capture') held -= next.amountWon;
          if (next.kind === 'capture') paid += next.amountWon;
          if (next.kind === 'refund') paid -= next.amountWon;
          if (next.kind === 'expire' || next.kind === 'revoke') gone += next.amountWon;
          const purse = purseAfter(legal);
          expect([availableWon(purse), standingHoldWon(purse), purse.capturedWon, purse.expiredWon + purse.revokedWon]).toEqual([free, held, paid, gone]);
          expect(free >= 0n && held >= 0n && paid >= 0n).toBe(true);
        }
      }),
    );
  });

  it('leaves every won of a voucher available, held, paid or with the programme, and nothing available after its end', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let voucher = played([...toAgreement, issue(1_000n)]);
        for (const each of deeds) {
          try {
            voucher = afterDeed(voucher, each);
          } catch (refusal) {
            expect(refusal).toBeInstanceOf(DomainError);
          }
          const { purse, state } = voucher;
          expect(availableWon(purse) + standingHoldWon(purse) + purse.capturedWon + purse.expiredWon + purse.revokedWon).toBe(purse.issuedWon + purse.topUpWon);
          expect(availableWon(purse) >= 0n && standingHoldWon(purse) >= 0n).toBe(true);
          if (state !== 'ISSUED' && state !== 'SUSPENDED') expect(availableWon(purse)).toBe(0n);
        }
      }),
    );
  });

  it('starts from nothing', () => {
    expect(availableWon(EMPTY_PURSE)).toBe(0n);
  });
});
