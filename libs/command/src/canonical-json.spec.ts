import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalHash, canonicalJson, spellingHash } from './canonical-json.js';

describe('the one spelling of a value', () => {
  const spellings: [string, unknown, string][] = [
    ['amounts as text of digits', { amountWon: -9_007_199_254_740_993n }, '{"amountWon":"-9007199254740993"}'],
    ['instants in ISO 8601', [new Date('2021-02-03T04:05:06.789Z')], '["2021-02-03T04:05:06.789Z"]'],
    ['keys by code unit, not by language', { b: 1, a: 2, Z: 3, '10': 4, '9': 5, 가: 6 }, '{"10":4,"9":5,"Z":3,"a":2,"b":1,"가":6}'],
    ['nothing of an absent member, null of an absent element', { a: undefined, b: null, c: [undefined, null] }, '{"b":null,"c":[null,null]}'],
    ['what JSON escapes', { text: '"\\\n\u0000' }, '{"text":"\\"\\\\\\n\\u0000"}'],
    ['an absent value', undefined, 'null'],
    ['empty things', [{}, [], ''], '[{},[],""]'],
  ];
  it.each(spellings)('has %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('says what JSON says, in whatever order the members came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (each: unknown): unknown => {
          if (Array.isArray(each)) return each.map(turned);
          return each !== null && typeof each === 'object' ? Object.fromEntries(Object.entries(each).reverse().map(([key, member]) => [key, turned(member)])) : each;
        };
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is what the hash is of', () => {
    const text = canonicalJson({ b: 1n, a: '가' });
    expect(canonicalHash({ a: '가', b: 1n })).toBe(createHash('sha256').update('{"a":"가","b":"1"}', 'utf8').digest('hex'));
    expect(spellingHash(text)).toBe(canonicalHash({ a: '가', b: 1n }));
  });
});
