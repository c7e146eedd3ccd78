import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFractions, compareFractions, fraction, multiplyFloor, multiplyFractions, toDecimalString } from './fraction.js';
import { won } from './won.js';

describe('a fraction is kept in lowest terms over a positive denominator', () => {
  it.each([
    [150n, 155n, 30n, 31n],
    [-2n, 4n, -1n, 2n],
    [2n, -4n, -1n, 2n],
    [-2n, -4n, 1n, 2n],
    [0n, -7n, 0n, 1n],
  ])('%p/%p is %p/%p', (numerator, denominator, reducedNumerator, reducedDenominator) => {
    expect(fraction(numerator, denominator)).toEqual({ numerator: reducedNumerator, denominator: reducedDenominator });
  });

  it('has no denominator of zero', () => {
    expect(() => fraction(1n, 0n)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'money.zero-denominator' }));
  });
});

describe('an amount times a fraction is floored to won', () => {
  it.each([
    ['TV-12 unused and disallowed cash', 9_300_000n, 150n, 155n, 9_000_000n],
    ['TV-12 interest', 325_500n, 150n, 155n, 315_000n],
    ['one third', 100n, 1n, 3n, 33n],
    ['one third of a debt', -100n, 1n, 3n, -34n],
  ])('%s: %p × %p/%p is %p', (_, amount, numerator, denominator, result) => {
    expect(multiplyFloor(won(amount), fraction(numerator, denominator))).toBe(result);
  });
});

describe('fractions compare, add and multiply exactly', () => {
  it.each([
    [1n, 3n, 2n, 6n, 0],
    [1n, 3n, 1n, 2n, -1],
    [-1n, 3n, -1n, 2n, 1],
  ])('%p/%p against %p/%p is %p', (leftNumerator, leftDenominator, rightNumerator, rightDenominator, order) => {
    expect(compareFractions(fraction(leftNumerator, leftDenominator), fraction(rightNumerator, rightDenominator))).toBe(order);
  });

  it('obeys a·(b + c) = a·b + a·c', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        const left = multiplyFractions(a, addFractions(b, c));
        const right = addFractions(multiplyFractions(a, b), multiplyFractions(a, c));
        expect(left).toEqual(right);
      }),
    );
  });

  it.each([
    [30n, 31n, 4, 'truncate', '0.9677'],
    [30n, 31n, 4, 'half-up', '0.9677'],
    [30n, 31n, 2, 'half-up', '0.97'],
    [-1n, 8n, 2, 'half-up', '-0.13'],
    [-1n, 8n, 2, 'truncate', '-0.12'],
  ] as const)('%p/%p with %p places, %s, is %s', (numerator, denominator, places, rounding, text) => {
    expect(toDecimalString(fraction(numerator, denominator), places, rounding)).toBe(text);
  });
});

const anyFraction = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 10_000n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
