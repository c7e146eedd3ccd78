import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, fractionOf, meetsRatio, requiredAmount, shareOf } from './basis-points.js';
import { won } from './won.js';

describe('basis points are whole numbers from 0 to 1,000,000', () => {
  it.each([0, 200, 5_000, 1_000_000])('%p is a ratio', (value) => {
    expect(basisPoints(value)).toBe(value);
  });

  it.each([-1, 0.5, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY])('%p is none', (value) => {
    expect(() => basisPoints(value)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'money.not-basis-points' }));
  });

  it('are an exact fraction', () => {
    expect(fractionOf(basisPoints(250))).toEqual({ numerator: 1n, denominator: 40n });
  });
});

describe('a share of an amount', () => {
  it.each([
    [3_333_333n, 8_000, 2_666_666n, 2_666_667n],
    [1_250_000n, 1_000, 125_000n, 125_000n],
    [-3n, 5_000, -2n, -1n],
    [0n, 5_000, 0n, 0n],
  ])('of %p at %p basis points: floor %p, ceil %p', (amount, ratio, floor, ceil) => {
    expect(shareOf(won(amount), basisPoints(ratio), 'floor')).toBe(floor);
    expect(shareOf(won(amount), basisPoints(ratio), 'ceil')).toBe(ceil);
  });
});

describe('an obligation is met exactly or not at all', () => {
  it.each([
    ['TV-2 on commitments', 20_000_000_000n, 3_800_000_000n, 10_000_000_000n, false],
    ['TV-3 (a) 49.996 %', 20_000_000_000n, 9_999_200_000n, 10_000_000_000n, false],
    ['TV-3 (b) odd base', 20_000_000_001n, 10_000_000_000n, 10_000_000_001n, false],
    ['TV-3 (b) one won more', 20_000_000_001n, 10_000_000_001n, 10_000_000_001n, true],
    ['TV-3 (c) programme', 80_000_000_000n, 40_500_000_000n, 40_000_000_000n, true],
    ['TV-3 (c) fund 1', 20_000_000_000n, 11_000_000_000n, 10_000_000_000n, true],
    ['TV-3 (c) fund 2', 20_000_000_000n, 9_500_000_000n, 10_000_000_000n, false],
    ['TV-3 (c) fund 3', 20_000_000_000n, 12_000_000_000n, 10_000_000_000n, true],
    ['TV-3 (c) fund 4', 20_000_000_000n, 8_000_000_000n, 10_000_000_000n, false],
    ['exactly half', 20_000_000_000n, 10_000_000_000n, 10_000_000_000n, true],
  ])('%s: of %p, %p invested, %p required, met: %p', (_, base, invested, required, met) => {
    expect(requiredAmount(won(base), basisPoints(5_000))).toBe(required);
    expect(meetsRatio(invested, base, basisPoints(5_000))).toBe(met);
  });

  it('is met from the required amount on, and not one won below', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), fc.integer({ min: 1, max: 10_000 }), (base, value) => {
        const ratio = basisPoints(value);
        const required = requiredAmount(won(base), ratio);
        expect(meetsRatio(required, base, ratio)).toBe(true);
        expect(meetsRatio(required - 1n, base, ratio)).toBe(false);
      }),
    );
  });
});
