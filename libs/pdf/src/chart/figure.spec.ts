import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { chartNumber, niceTicks, tickDecimals } from './figure.js';

describe('chartNumber', () => {
  it.each([
    [1234567, 0, '1,234,567'],
    [41.25, 2, '41.25'],
    [-1020, 0, '△1,020'],
    [-0.001, 2, '0.00'],
    [0, 0, '0'],
    [999.999, 1, '1,000.0'],
  ])('%d with %d places', (value, decimals, expected) => {
    expect(chartNumber(value, decimals)).toBe(expected);
  });
});

describe('niceTicks', () => {
  it.each([
    [0, 44, 5, [0, 10, 20, 30, 40, 50]],
    [-1020, 3450, 5, [-2000, -1000, 0, 1000, 2000, 3000, 4000]],
    [0, 0, 5, [0, 0.2]],
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('%d to %d', (low, high, count, expected) => {
    const ticks = niceTicks(low, high, count);
    expect(ticks).toHaveLength(expected.length);
    ticks.forEach((tick, at) => expect(tick).toBeCloseTo(expected[at] ?? Number.NaN, 9));
  });

  it('always covers the range, with few ticks', () => {
    const value = fc
      .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom(1, 100, 1000))
      .map(([whole, parts]) => whole / parts);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high] = [Math.min(0, a, b), Math.max(0, a, b)];
        const ticks = niceTicks(low, high, 5);
        expect(ticks.length).toBeLessThanOrEqual(9);
        const tolerance = ((ticks[1] ?? 0) - (ticks[0] ?? 0)) * 1e-6;
        expect(ticks[0] ?? Infinity).toBeLessThanOrEqual(low + tolerance);
        expect(ticks.at(-1) ?? -Infinity).toBeGreaterThanOrEqual(high - tolerance);
      }),
    );
  });

  it('knows its decimals', () => {
    expect(tickDecimals([0, 0.25, 0.5])).toBe(2);
    expect(tickDecimals([0, 0.2])).toBe(1);
    expect(tickDecimals([0, 1000])).toBe(0);
  });
});
