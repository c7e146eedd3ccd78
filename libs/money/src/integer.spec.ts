import { describe, expect, it } from '@jest/globals';
import { ceilDivide, decimalText, divideHalfAwayFromZero, floorDivide } from './integer.js';

describe('division says which way it rounds', () => {
  it.each([
    [7n, 2n, 3n, 4n, 4n],
    [-7n, 2n, -4n, -3n, -4n],
    [5n, 4n, 1n, 2n, 1n],
    [-5n, 4n, -2n, -1n, -1n],
    [6n, 3n, 2n, 2n, 2n],
    [-6n, 3n, -2n, -2n, -2n],
    [0n, 3n, 0n, 0n, 0n],
    [-1n, 3n, -1n, 0n, 0n],
  ])('%p / %p: floor %p, ceil %p, nearest %p', (dividend, divisor, floor, ceil, nearest) => {
    expect(floorDivide(dividend, divisor)).toBe(floor);
    expect(ceilDivide(dividend, divisor)).toBe(ceil);
    expect(divideHalfAwayFromZero(dividend, divisor)).toBe(nearest);
  });

  it.each([
    [1n, 2n, 2, '0.50', '0.50'],
    [2n, 3n, 2, '0.66', '0.67'],
    [-2n, 3n, 2, '-0.66', '-0.67'],
    [-1n, 300n, 2, '0.00', '0.00'],
    [1n, 2n, 0, '0', '1'],
    [1_234n, 10n, 1, '123.4', '123.4'],
    [199_999n, 100_000n, 4, '1.9999', '2.0000'],
  ])('%p / %p with %p decimals: truncated %s, half-up %s', (dividend, divisor, places, truncated, halfUp) => {
    expect(decimalText(dividend, divisor, places, 'truncate')).toBe(truncated);
    expect(decimalText(dividend, divisor, places, 'half-up')).toBe(halfUp);
  });
});
