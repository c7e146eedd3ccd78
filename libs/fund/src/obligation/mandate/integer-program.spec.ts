import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { largestWithin, type Bound } from './integer-program.rules.js';

/** Every vector of whole numbers up to `limit` in each place. */
function vectors(length: number, limit: number): bigint[][] {
  return length === 0 ? [[]] : vectors(length - 1, limit).flatMap((head) => Array.from({ length: limit + 1 }, (_, value) => [...head, BigInt(value)]));
}

const dot = (left: readonly bigint[], right: readonly bigint[]): bigint => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0n), 0n);

describe('the largest value over whole numbers', () => {
  it.each<[string, bigint[], [bigint[], bigint][], bigint | null]>([
    ['one bound', [1n], [[[1n], 7n]], 7n],
    ['half a won is none', [1n], [[[2n], 7n]], 3n],
    ['nothing fits', [1n], [[[1n], 3n], [[-1n], -4n]], null],
    ['three classes of which every deal is of two: two won meet one won each', [-1n, -1n, -1n], [[[-1n, -1n, 0n], -1n], [[0n, -1n, -1n], -1n], [[-1n, 0n, -1n], -1n]], -2n],
    ['amounts of a fund', [1n, 0n], [[[1n, 1n], 11_400_000_000n], [[0n, -1n], -6_200_000_000n]], 5_200_000_000n],
  ])('%s', (_what, objective, bounds, expected) => {
    expect(largestWithin(objective, bounds.map(([coefficients, atMost]) => ({ coefficients, atMost })))).toBe(expected);
  });

  it('is the one that trying everything finds', () => {
    const limit = 5;
    const program = fc.integer({ min: 1, max: 3 }).chain((variables) =>
      fc.record({
        objective: fc.array(fc.bigInt({ min: -3n, max: 3n }), { minLength: variables, maxLength: variables }),
        bounds: fc.array(
          fc.record({ coefficients: fc.array(fc.bigInt({ min: -4n, max: 4n }), { minLength: variables, maxLength: variables }), atMost: fc.bigInt({ min: -8n, max: 12n }) }),
          { maxLength: 4 },
        ),
      }),
    );
    fc.assert(
      fc.property(program, ({ objective, bounds }) => {
        const boxed: Bound[] = [...bounds, ...objective.map((_, place) => ({ coefficients: objective.map((__, index) => (index === place ? 1n : 0n)), atMost: BigInt(limit) }))];
        const fitting = vectors(objective.length, limit).filter((vector) => boxed.every((bound) => dot(bound.coefficients, vector) <= bound.atMost));
        const values = fitting.map((vector) => dot(objective, vector));
        const expected = values.length === 0 ? null : values.reduce((most, value) => (value > most ? value : most));
        expect(largestWithin(objective, boxed)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });
});
