import { describe, expect, it } from '@jest/globals';
import { addDays, localDate } from '#libs/calendar';
import { basisPoints, sumWon, won, type Won } from '#libs/money';
import fc from 'fast-check';
import { planDistribution, runWaterfall } from './waterfall.rules.js';
import type { Contribution, Distribution, PaidDistribution, WaterfallTerms } from './waterfall.js';

const START = localDate('2021-11-15');
const day = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays(START, days));
const amount = fc.oneof(fc.bigInt({ min: 1n, max: 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map((value) => won(value));

const case_ = fc
  .record({
    weights: fc.array(fc.bigInt({ min: 1n, max: 10_000n }), { minLength: 1, maxLength: 6 }),
    calls: fc.array(fc.record({ on: day, amountWon: amount }), { minLength: 1, maxLength: 4 }),
    payouts: fc.array(fc.record({ on: day, amountWon: amount }), { minLength: 1, maxLength: 4 }),
    hurdle: fc.integer({ min: 0, max: 1_500 }),
    carry: fc.integer({ min: 0, max: 3_000 }),
    catchUp: fc.option(fc.integer({ min: 3_001, max: 10_000 }), { nil: null }),
    firstLoss: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(({ weights, calls, payouts, hurdle, carry, catchUp, firstLoss }) => {
    const partners = weights.map((_, index) => `P${index}`);
    const terms: WaterfallTerms = {
      hurdle: basisPoints(hurdle),
      dayCount: 'ACTUAL_365',
      carry: basisPoints(carry),
      catchUp: catchUp === null ? null : basisPoints(catchUp),
      firstLoss: firstLoss === 0 ? [] : [{ partnerId: 'P0', share: basisPoints(firstLoss) }],
      carriedPartners: [{ partnerId: 'P0', weight: 1n }],
      interim: 'UNRESTRICTED',
      clause: '',
    };
    const contributions: Contribution[] = calls.flatMap((call) => partners.map((partnerId, index) => ({ partnerId, on: call.on, amountWon: won(call.amountWon * (weights[index] ?? 1n)) })));
    const first = calls.map((call) => call.on).sort()[0] ?? START;
    return { partners, terms, contributions, payouts: payouts.map((payout) => (payout.on < first ? { ...payout, on: first } : payout)) };
  });

const amounts = (list: readonly { readonly amountWon: Won }[]): bigint[] => list.map((each) => each.amountWon);
const total = (list: readonly { readonly amountWon: Won }[]): bigint => sumWon(list.map((each) => each.amountWon));

describe('for any fund, any terms and any distributions', () => {
  it('the parts are the whole, step by step and partner by partner, and nothing is negative', () => {
    fc.assert(
      fc.property(case_, ({ partners, terms, contributions, payouts }) => {
        for (const distribution of runWaterfall(terms, partners, contributions, payouts)) {
          expect(total(distribution.steps)).toBe(distribution.amountWon);
          expect(total(distribution.byPartner) + distribution.carryWon).toBe(distribution.amountWon);
          for (const step of distribution.steps) {
            expect(total(step.byPartner) + step.carryWon).toBe(step.amountWon);
            expect([step.carryWon, ...amounts(step.byPartner)].every((each) => each >= 0n)).toBe(true);
            expect(step.limitWon === null || step.amountWon <= step.limitWon).toBe(true);
          }
          const { totals } = distribution;
          expect(totals.returnedWon <= totals.contributedWon).toBe(true);
          expect(total(distribution.totalsByPartner)).toBe(totals.investorsWon);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('more proceeds never mean less, for the investors together and for the carry', () => {
    fc.assert(
      fc.property(case_, fc.bigInt({ min: 1n, max: 10n ** 12n }), ({ partners, terms, contributions, payouts }, more) => {
        const last = payouts.map((payout) => payout.on).sort().at(-1) ?? START;
        const with_ = (amountWon: bigint): Distribution | undefined => runWaterfall(terms, partners, contributions, [...payouts, { on: last, amountWon: won(amountWon) }]).at(-1);
        const [less, plenty] = [with_(1n), with_(1n + more)];
        expect((plenty?.totals.investorsWon ?? -1n) >= (less?.totals.investorsWon ?? 0n)).toBe(true);
        expect((plenty?.totals.carryWon ?? -1n) >= (less?.totals.carryWon ?? 0n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('what is paid since inception is what the terms give, however it was cut into distributions of one day', () => {
    fc.assert(
      fc.property(case_, fc.array(amount, { minLength: 1, maxLength: 5 }), ({ partners, terms, contributions }, slices) => {
        const on = addDays(START, 3_700);
        const whole = runWaterfall(terms, partners, contributions, [{ on, amountWon: sumWon(slices) }]).at(-1);
        const cut = runWaterfall(terms, partners, contributions, slices.map((amountWon) => ({ on, amountWon }))).at(-1);
        // The balance of the hurdle is rounded up to the won each time, so one won may fall on the other side of it.
        const apart = (whole?.totals.carryWon ?? 0n) - (cut?.totals.carryWon ?? 0n);
        expect(apart >= -1n && apart <= 1n).toBe(true);
        expect([cut?.totals.returnedWon, cut?.totals.contributedWon]).toEqual([whole?.totals.returnedWon, whole?.totals.contributedWon]);
      }),
      { numRuns: 200 },
    );
  });

  it('a series that was paid as planned needs no correction', () => {
    fc.assert(
      fc.property(case_, ({ partners, terms, contributions, payouts }) => {
        const paid: PaidDistribution[] = [];
        for (const payout of [...payouts].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0))) {
          const plan = planDistribution(terms, partners, contributions, paid, payout);
          expect([plan.setsEarlierRight, plan.overpaidCarryWon]).toEqual([false, 0n]);
          paid.push({ on: payout.on, byPartner: plan.byPartner, carryWon: plan.carryWon });
        }
      }),
      { numRuns: 200 },
    );
  });
});
