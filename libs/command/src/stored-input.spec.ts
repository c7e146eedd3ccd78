import { describe, expect, it } from '@jest/globals';
import { canonicalHash } from './canonical-json.js';
import { restoreInput, storeInput } from './stored-input.js';

describe('the stored input of a command', () => {
  const inputs: [string, unknown][] = [
    ['amounts', { amountWon: 9_007_199_254_740_993n }],
    ['instants', { at: new Date('2021-02-03T04:05:06.789Z') }],
    ['nested lists', { rows: [{ a: 1n, b: null }, { a: -2n, b: '가\u0000나' }], empty: [], none: {} }],
    ['plain values', { text: '$bigint', number: 0.5, yes: true, no: null }],
    ['Hangul composed and decomposed', { composed: '각', decomposed: '각'.normalize('NFD'), emoji: '👩🏽‍🔬' }],
  ];
  it.each(inputs)('comes back as it was: %s', (_, input) => {
    const restored = restoreInput(JSON.parse(JSON.stringify(storeInput(input))));
    expect(restored).toEqual(input);
    expect(canonicalHash(restored)).toBe(canonicalHash(input));
  });

  it('leaves out what is absent, as the hash does', () => {
    expect(storeInput({ a: undefined, b: 1 })).toEqual({ b: 1 });
    expect(canonicalHash(restoreInput(storeInput({ a: undefined, b: 1 })))).toBe(canonicalHash({ b: 1 }));
  });
});
