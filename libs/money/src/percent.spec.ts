import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, meetsRatio } from './basis-points.js';
import { roundedPercent, truncatedPercent, truncatedPercentText } from './percent.js';

describe('percentages of obligations are truncated', () => {
  it.each([
    ['TV-2 committed', 3_800_000_000n, 20_000_000_000n, '19.00%'],
    ['TV-2 committed, I5 accepted', 4_800_000_000n, 20_000_000_000n, '24.00%'],
    ['TV-2 paid-in', 3_800_000_000n, 8_000_000_000n, '47.50%'],
    ['TV-2 paid-in, I5 accepted', 4_800_000_000n, 8_000_000_000n, '60.00%'],
    ['TV-2 invested', 3_800_000_000n, 6_000_000_000n, '63.33%'],
    ['TV-2 invested, I5 accepted', 4_800_000_000n, 6_000_000_000n, '80.00%'],
    ['TV-2 largest attainable', 3_800_000_000n + 11_400_000_000n, 20_000_000_000n, '76.00%'],
    ['TV-2 share of what is left', 6_200_000_000n, 11_400_000_000n, '54.38%'],
    ['TV-3 (a)', 9_999_200_000n, 20_000_000_000n, '49.99%'],
    ['TV-3 (c) programme', 40_500_000_000n, 80_000_000_000n, '50.62%'],
    ['TV-3 (c) fund 2', 9_500_000_000n, 20_000_000_000n, '47.50%'],
    ['above the whole', 10_150_000_000n, 10_000_000_000n, '101.50%'],
    ['negative', -1n, 3n, '-33.33%'],
    ['negative whole', 1n, -3n, '-33.33%'],
    ['nothing', 0n, 5n, '0.00%'],
  ])('%s: %p of %p is %s', (_, part, whole, text) => {
    expect(truncatedPercentText(part, whole)).toBe(text);
  });

  it('never shows a ratio as reached that is not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.bigInt({ min: 1n, max: 10n ** 13n }), (part, whole) => {
        const shown = truncatedPercent(part, whole) ?? '';
        expect(Number(shown) >= 50).toBe(meetsRatio(part, whole, basisPoints(5_000)));
      }),
    );
  });
});

describe('other percentages are rounded half-up', () => {
  it.each([
    ['TV-3 (a), the trap', 9_999_200_000n, 20_000_000_000n, 2, '50.00'],
    ['TV-12 cash share', 150n, 155n, 4, '96.7742'],
    ['half', 12_345n, 1_000_000n, 2, '1.23'],
    ['half up', 12_350n, 1_000_000n, 2, '1.24'],
    ['no decimals', 2n, 3n, 0, '67'],
  ])('%s: %p of %p with %p decimals is %s', (_, part, whole, decimals, text) => {
    expect(roundedPercent(part, whole, decimals)).toBe(text);
  });
});

describe('a share of nothing', () => {
  it('is no percentage', () => {
    expect(truncatedPercent(1n, 0n)).toBeNull();
    expect(roundedPercent(1n, 0n)).toBeNull();
    expect(truncatedPercentText(0n, 0n)).toBeNull();
  });
});
