import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inUnit, unitColumn, wonPerUnit, WON_UNITS } from './unit.js';
import { won } from './won.js';

describe('amounts are shown in units, a half away from zero', () => {
  it.each([
    [1_234_567n, '원', 1_234_567n],
    [1_499n, '천원', 1n],
    [1_500n, '천원', 2n],
    [-1_500n, '천원', -2n],
    [-1_499n, '천원', -1n],
    [62_499_999n, '백만원', 62n],
    [80_000_000_000n, '억원', 800n],
    [50_000_000n, '억원', 1n],
  ] as const)('%p won in %s is %p', (amount, unit, shown) => {
    expect(inUnit(won(amount), unit)).toBe(shown);
  });

  it('is off by at most half a unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom(...WON_UNITS), (value, unit) => {
        const error = inUnit(won(value), unit) * wonPerUnit(unit) - value;
        expect(2n * (error < 0n ? -error : error) <= wonPerUnit(unit)).toBe(true);
      }),
    );
  });
});

describe('the total of a column comes from the exact amounts', () => {
  it.each([
    [[1_500n, 1_500n, 1_500n], '천원', [2n, 2n, 2n], 5n, false],
    [[1_000n, 2_000n], '천원', [1n, 2n], 3n, true],
    [[400n, 400n, 400n], '천원', [0n, 0n, 0n], 1n, false],
    [[1_500n, -1_500n], '천원', [2n, -2n], 0n, true],
    [[], '억원', [], 0n, true],
  ] as const)('%p in %s: %p, total %p, adds up: %p', (amounts, unit, values, total, adds) => {
    expect(unitColumn(amounts.map(won), unit)).toEqual({ values, total, adds });
  });
});
