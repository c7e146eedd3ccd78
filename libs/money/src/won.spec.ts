import { DomainError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWon, isWon, MAX_INPUT_WON, MAX_WON, maxWon, minWon, negateWon, subtractWon, sumWon, won, ZERO_WON } from './won.js';

describe('won takes whole amounts and nothing else', () => {
  it.each([
    [80_000_000_000n, 80_000_000_000n],
    ['80000000000', 80_000_000_000n],
    ['-1', -1n],
    ['-0', 0n],
    ['007', 7n],
    [1_500, 1_500n],
    [-0, 0n],
    [Number.MAX_SAFE_INTEGER, MAX_INPUT_WON],
    ['9223372036854775807', MAX_WON],
    ['-9223372036854775807', -MAX_WON],
  ])('%p is %p', (input, amount) => {
    expect(won(input)).toBe(amount);
  });

  it.each([
    '',
    ' 1',
    '1\n',
    '+1',
    '--1',
    '1.0',
    '1,000',
    '1e3',
    '0x10',
    '１',
    '1원',
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    '9223372036854775808',
    -9_223_372_036_854_775_808n,
    '9'.repeat(10_000),
  ])('%p is refused', (input) => {
    expect(() => won(input)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'money.not-whole-won' }));
  });

  it('quotes no more than forty characters of a refused text', () => {
    const refusal = catching(() => won('9'.repeat(10_000)));
    expect(refusal.text.ko.length).toBeLessThan(200);
    expect(refusal.details).toEqual({ value: `${'9'.repeat(40)}…` });
  });

  it.each([
    [0n, true],
    [MAX_WON, true],
    [MAX_WON + 1n, false],
    [1, false],
    ['1', false],
    [null, false],
  ])('isWon(%p) is %p', (value, expected) => {
    expect(isWon(value)).toBe(expected);
  });
});

describe('arithmetic stays exact and inside the range', () => {
  it('adds, subtracts, negates, and finds the largest and the smallest', () => {
    expect(addWon()).toBe(ZERO_WON);
    expect(addWon(won(1), won(2), won(-4))).toBe(-1n);
    expect(subtractWon(won(1), won(3))).toBe(-2n);
    expect(negateWon(won(5))).toBe(-5n);
    expect(maxWon(won(-1), won(3), won(2))).toBe(3n);
    expect(minWon(won(3), won(-1), won(2))).toBe(-1n);
  });

  it('sums past the range on the way, as long as it comes back', () => {
    expect(sumWon([won(MAX_WON), won(1), won(-1)])).toBe(MAX_WON);
    expect(() => addWon(won(MAX_WON), won(1))).toThrow(DomainError);
  });

  it('takes back by subtraction what it added', () => {
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        expect(subtractWon(addWon(left, right), right)).toBe(left);
      }),
    );
  });
});

const amount = fc.bigInt({ min: -(MAX_WON / 2n), max: MAX_WON / 2n }).map((value) => won(value));

function catching(action: () => unknown): DomainError {
  try {
    action();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('nothing was refused');
}
