import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inMillions } from './million.rules.js';

describe('amounts in whole millions', () => {
  it.each([
    [[1_400_000n, 1_400_000n, 1_400_000n], [2n, 1n, 1n]],
    [[5_000_000n, 499_999n, 0n], [5n, 0n, 0n]],
    [[500_000n], [1n]],
    [[499_999n], [0n]],
    [[-1_400_000n, 400_000n], [-1n, 0n]],
    [[], []],
  ])('of %p won are %p', (amounts, millions) => {
    expect(inMillions(amounts)).toEqual(millions);
  });

  it('add up to the rounded sum, and none is off by a million', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-10_000_000_000_000n, 10_000_000_000_000n), { maxLength: 12 }), (amounts) => {
        const [sum, millions] = [amounts.reduce((total, each) => total + each, 0n), inMillions(amounts)];
        const off = millions.reduce((total, each) => total + each, 0n) * 1_000_000n - sum;
        expect(off > -500_000n && off <= 500_000n).toBe(true);
        amounts.forEach((amount, at) => {
          const gap = (millions[at] ?? 0n) * 1_000_000n - amount;
          expect(gap > -1_000_000n && gap <= 1_000_000n).toBe(true);
        });
      }),
    );
  });
});
