import { describe, expect, it } from '@jest/globals';
import { businessNumberChecks, businessNumberDigits, formatBusinessNumber } from './business-number.js';
import { percentagePoints, percentOf } from './percent.js';
import { formatBasisPoints, formatBytes, parseBasisPoints, parseCount } from './quantity.js';

describe('counts and percentages as they are typed', () => {
  it.each([['62,500', '62500'], ['62500주', '62500'], ['0', null], ['-3', null], ['1.5', null]])('%s shares are %s', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });

  it.each([['50', 5000], ['50.00%', 5000], ['12.5 %', 1250], ['0', 0], ['100', 10_000], ['100.01', null], ['12.345', null], ['abc', null]])('%s is %s basis points', (text, points) => {
    expect(parseBasisPoints(text)).toBe(points);
  });

  it.each([['500', 50_000], ['999.99', 99_999], ['1000', 100_000], ['1000.01', null]])('%s of at most 1,000 %% is %s basis points', (text, points) => {
    expect(parseBasisPoints(text, 100_000)).toBe(points);
  });
});

describe('percentages as they are shown', () => {
  it.each([
    ['9999200000', '20000000000', '49.99'],
    ['10000000000', '20000000000', '50.00'],
    ['1', '0', null],
  ])('%s of %s is %s, never rounded up', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });

  it.each([
    ['19.00', '24.00', '+5.00%p'],
    ['24.00', '19.05', '△4.95%p'],
    [null, '1.00', null],
  ])('from %s to %s it is %s', (from, to, difference) => {
    expect(percentagePoints(from, to)).toBe(difference);
  });

  it('writes basis points and sizes', () => {
    expect(formatBasisPoints(5005)).toBe('50.05');
    expect([900, 2048, 3_500_000].map(formatBytes)).toEqual(['900 B', '2 KB', '3.3 MB']);
  });
});

describe('business registration numbers', () => {
  it.each([['124-81-00998', true], ['1248100998', true], ['１２４８１００９９８', true], ['1248100999', false]])('%s checks: %s', (text, checks) => {
    const digits = businessNumberDigits(text);
    expect(digits).not.toBeNull();
    expect(businessNumberChecks(digits ?? '')).toBe(checks);
  });

  it('leaves what is not a number as it is', () => {
    expect(formatBusinessNumber('12-3')).toBe('12-3');
    expect(formatBusinessNumber('1248100998')).toBe('124-81-00998');
  });
});
