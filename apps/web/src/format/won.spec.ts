import { describe, expect, it } from '@jest/globals';
import { formatWon, sumWon, wonOnAxis, wonReading, wonReadingInEnglish } from './won.js';

describe('amounts as they are shown', () => {
  it.each([
    ['0', '0'],
    ['1000', '1,000'],
    ['5500000000', '5,500,000,000'],
    ['-300000000', '△300,000,000'],
    ['9007199254740993', '9,007,199,254,740,993'],
  ])('%s is written %s', (amount, shown) => {
    expect(formatWon(amount)).toBe(shown);
  });

  it.each([
    [0n, '0원', '0 won'],
    [5_500_000_000n, '55억원', '5 billion 500 million won'],
    [1_850_000_000n, '18억 5,000만원', '1 billion 850 million won'],
    [123_456n, '12만 3,456원', '123 thousand 456 won'],
    [1_000_000_000_000n, '1조원', '1 trillion won'],
    [-10_000n, '△1만원', 'minus 10 thousand won'],
    [20_000_000_001n, '200억 1원', '20 billion 1 won'],
  ])('%s is read %s or %s', (amount, korean, english) => {
    expect(wonReading(amount)).toBe(korean);
    expect(wonReadingInEnglish(amount)).toBe(english);
  });

  it.each([
    [10_000_000_000n, '100'],
    [258_863_791n, '2.5'],
    [-250_000_000n, '△2.5'],
  ])('%s is %s on an axis of 억', (amount, shown) => {
    expect(wonOnAxis(amount)).toBe(shown);
  });

  it('adds without losing a won', () => {
    expect(sumWon(['9007199254740993', '1', 2n])).toBe(9_007_199_254_740_996n);
  });
});
