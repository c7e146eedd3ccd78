import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accruedFees, cumulativeFloorShares, simpleInterest, truncateTo } from './accrual.js';
import { basisPoints, fractionOf } from './basis-points.js';
import { fraction, multiplyFloor } from './fraction.js';
import { subtractWon, sumWon, won } from './won.js';

describe('the government bears its share of the running total', () => {
  it('TV-10: 80 % of 3,333,333 and 2,916,667', () => {
    const supply = [won(3_333_333), won(2_916_667)];
    const government = cumulativeFloorShares(supply, fractionOf(basisPoints(8_000)));
    const self = supply.map((amount, index) => subtractWon(amount, government[index] ?? amount));
    expect(government).toEqual([2_666_666n, 2_333_334n]);
    expect(self).toEqual([666_667n, 583_333n]);
    expect([sumWon(government), sumWon(self)]).toEqual([5_000_000n, 1_250_000n]);
  });

  it('TV-10: VAT is 10 % of the supply price, floored', () => {
    expect(multiplyFloor(won(3_333_333), fraction(1n, 10n))).toBe(333_333n);
  });

  it('adds up to the floor of the whole, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), fc.integer({ min: 0, max: 10_000 }), (amounts, value) => {
        const share = fractionOf(basisPoints(value));
        const parts = cumulativeFloorShares(amounts, share);
        expect(sumWon(parts)).toBe(multiplyFloor(sumWon(amounts), share));
        expect(parts.every((part, index) => part >= 0n && part <= (amounts[index] ?? 0n))).toBe(true);
      }),
    );
  });
});

describe('fees are billed on what has accrued in all', () => {
  const quarters = [90, 91, 92, 92];
  const segments = quarters.map((days) => ({ base: won(20_000_000_000), rate: fraction(2n, 100n), days }));

  it('TV-6: the quarters of 2022 come to exactly 2 % of 20 billion', () => {
    expect(accruedFees(segments)).toEqual([98_630_136n, 99_726_028n, 100_821_918n, 100_821_918n]);
    expect(sumWon(accruedFees(segments))).toBe(400_000_000n);
  });

  it('TV-6: floored one by one they would lose three won', () => {
    const naive = segments.map(({ base, rate, days }) => simpleInterest(base, rate, days));
    expect(naive).toEqual([98_630_136n, 99_726_027n, 100_821_917n, 100_821_917n]);
    expect(sumWon(naive)).toBe(399_999_997n);
  });

  it.each([
    ['nothing invested', [{ base: won(30_000_000_000), rate: fraction(1n, 100n), days: 365 }], 300_000_000n],
    [
      '12 billion invested',
      [
        { base: won(30_000_000_000), rate: fraction(1n, 100n), days: 365 },
        { base: won(12_000_000_000), rate: fraction(25n, 1_000n), days: 365 },
      ],
      600_000_000n,
    ],
    ['the old scheme', [{ base: won(30_000_000_000), rate: fraction(25n, 1_000n), days: 365 }], 750_000_000n],
  ])('TV-6 hybrid, %s', (_, stretches, fee) => {
    expect(sumWon(accruedFees(stretches))).toBe(fee);
  });

  it('does not depend on how a stretch is cut', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 }), (base, days) => {
        const rate = fraction(173n, 10_000n);
        const total = days.reduce((sum, count) => sum + count, 0);
        const cut = accruedFees(days.map((count) => ({ base, rate, days: count })));
        expect(sumWon(cut)).toBe(simpleInterest(base, rate, total));
      }),
    );
  });
});

describe('interest is floored to won', () => {
  it.each([
    ['80,000,000 at 10 % for 8 days', 80_000_000n, 10n, 100n, 8, 365, 175_342n],
    ['80,000,000 at 10 % for 515 days', 80_000_000n, 10n, 100n, 515, 365, 11_287_671n],
    ['no days', 80_000_000n, 10n, 100n, 0, 365, 0n],
    ['TV-11: 3.1 % for 6 of 12 months', 1_600_000n, 31n, 1_000n, 6, 12, 24_800n],
  ])('%s', (_, principal, numerator, denominator, days, dayCount, interest) => {
    expect(simpleInterest(won(principal), fraction(numerator, denominator), days, dayCount)).toBe(interest);
  });

  it.each([
    [-1, 365],
    [1.5, 365],
    [1, 0],
  ])('%p days of a year of %p are a bug of the caller', (days, dayCount) => {
    expect(() => simpleInterest(won(1), fraction(1n, 1n), days, dayCount)).toThrow('days');
  });
});

describe('a step to cut to', () => {
  it.each([0n, -10n])('of %p won is a bug of the caller', (step) => {
    expect(() => truncateTo(won(1), step)).toThrow('step');
  });
});

describe('the state drops what is below ten won', () => {
  it.each([
    ['TV-12 notice', 1_234_567n, 10n, 1_234_560n],
    ['toward zero', -1_234_567n, 10n, -1_234_560n],
    ['nothing to drop', 8_649_530n, 10n, 8_649_530n],
    ['below the step', 9n, 10n, 0n],
    ['thousands', 1_234_567n, 1_000n, 1_234_000n],
  ])('%s: %p by %p is %p', (_, value, step, truncated) => {
    expect(truncateTo(won(value), step)).toBe(truncated);
  });
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((value) => won(value));
