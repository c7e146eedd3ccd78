import { InvariantError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, allocateCumulatively } from './allocation.js';
import { sumWon, won, ZERO_WON, type Won } from './won.js';

/** TV-1: 모태펀드, 공제회, 은행A, 기업B, GP. */
const COMMITMENTS = [10_000_000_000n, 5_000_000_000n, 3_000_000_000n, 1_800_000_000n, 200_000_000n];

describe('an amount is split without losing a won', () => {
  it.each([
    ['TV-5 first call', 3_333_333_333n, COMMITMENTS, [1_666_666_667n, 833_333_333n, 500_000_000n, 300_000_000n, 33_333_333n]],
    ['TV-5 second call', 1_000_000_001n, COMMITMENTS, [500_000_001n, 250_000_000n, 150_000_000n, 90_000_000n, 10_000_000n]],
    ['TV-15 royalty 60/15/10/15 %', 12_345_678n, [60n, 15n, 10n, 15n], [7_407_407n, 1_851_852n, 1_234_568n, 1_851_851n]],
    ['ties go by order', 2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    ['ties go by order among the larger remainders', 12n, [1n, 4n, 1n, 4n, 1n], [1n, 5n, 1n, 4n, 1n]],
    ['nobody gets won for no weight', 10n, [0n, 3n, 0n], [0n, 10n, 0n]],
    ['nothing', 0n, [1n, 2n], [0n, 0n]],
    ['a negative total mirrors', -3_333_333_333n, COMMITMENTS, [-1_666_666_667n, -833_333_333n, -500_000_000n, -300_000_000n, -33_333_333n]],
  ])('%s: %p', (_, total, weights, shares) => {
    expect(allocate(won(total), weights)).toEqual(shares);
  });

  it.each([[[]], [[0n, 0n]], [[2n, -1n]]])('weights %p are unusable', (weights) => {
    expect(() => allocate(won(1), weights)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'money.unusable-weights' }));
  });

  it('adds up, and gives everybody less than one won more or less than the exact share', () => {
    fc.assert(
      fc.property(anyTotal, usableWeights, (total, weights) => {
        const shares = allocate(total, weights);
        expect(sumWon(shares)).toBe(total);
        expect(shares.every((share, index) => isWithinOneWon(share, total, index, weights))).toBe(true);
      }),
    );
  });
});

describe('shares of many calls add up to the shares of their sum', () => {
  it.each([
    ['two calls', COMMITMENTS, [3_333_333_333n, 1_000_000_001n]],
    ['three equal partners, one won at a time', [1n, 1n, 1n], [1n, 1n, 1n, 1n]],
    ['a call of nothing', COMMITMENTS, [3_333_333_333n, 0n, 5n]],
  ])('%s', (_, weights, calls) => {
    expect(sharesAfter(calls.map(won), weights)).toEqual(allocate(sumWon(calls.map(won)), weights));
  });

  it('takes nothing back where one won more lowers a share, and puts it right with the next call', () => {
    const weights = [6n, 6n, 2n];
    expect(allocate(won(10), weights)).toEqual([4n, 4n, 2n]);
    expect(allocate(won(11), weights)).toEqual([5n, 5n, 1n]);
    const first = allocateCumulatively(ZERO_WON, won(10), weights, zeros(weights));
    const second = allocateCumulatively(won(10), won(1), weights, first);
    expect(second).toEqual([1n, 0n, 0n]);
    expect(allocateCumulatively(won(11), won(1), weights, [won(5), won(4), won(2)])).toEqual([0n, 1n, 0n]);
  });

  it('never takes back and always adds up', () => {
    fc.assert(
      fc.property(someCalls, usableWeights, (calls, weights) => {
        let total = ZERO_WON;
        let soFar = zeros(weights);
        for (const call of calls) {
          const shares = allocateCumulatively(total, call, weights, soFar);
          expect(sumWon(shares)).toBe(call);
          expect(shares.every((share) => share >= 0n)).toBe(true);
          total = sumWon([total, call]);
          soFar = soFar.map((earlier, index) => sumWon([earlier, shares[index] ?? ZERO_WON]));
        }
      }),
    );
  });

  it('stays within one won of the exact share however many calls there are, where no share had to wait', () => {
    fc.assert(
      fc.property(someWeights, fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 }), (weights, sizes) => {
        const enoughForAll = 2n * weights.reduce((sum, weight) => sum + weight, 0n);
        const calls = sizes.map((size) => won(size + enoughForAll));
        const total = sumWon(calls);
        const shares = sharesAfter(calls, weights);
        expect(shares).toEqual(allocate(total, weights));
        expect(shares.every((share, index) => isWithinOneWon(share, total, index, weights))).toBe(true);
      }),
    );
  });

  it.each([
    ['a negative call', won(0), won(-1), [ZERO_WON, ZERO_WON]],
    ['earlier shares that do not add up', won(5), won(1), [won(1), won(1)]],
    ['a missing earlier share', won(0), won(1), [ZERO_WON]],
  ])('%s is a bug of the caller', (_, previousTotal, amount, previousShares) => {
    expect(() => allocateCumulatively(previousTotal, amount, [1n, 1n], previousShares)).toThrow(InvariantError);
  });
});

const someWeights = fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 8 });
const usableWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n));
const anyTotal = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((value) => won(value));
const someCalls = fc.array(fc.bigInt({ min: 0n, max: 1_000n }).map((value) => won(value)), { maxLength: 20 });

function zeros(weights: readonly bigint[]): Won[] {
  return weights.map(() => ZERO_WON);
}

function sharesAfter(calls: readonly Won[], weights: readonly bigint[]): Won[] {
  return calls.reduce<Won[]>((soFar, call) => {
    const shares = allocateCumulatively(sumWon(soFar), call, weights, soFar);
    return soFar.map((earlier, index) => sumWon([earlier, shares[index] ?? ZERO_WON]));
  }, zeros(weights));
}

function isWithinOneWon(share: Won, total: Won, index: number, weights: readonly bigint[]): boolean {
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0n);
  const error = share * sumOfWeights - total * (weights[index] ?? 0n);
  return error < sumOfWeights && -error < sumOfWeights;
}
