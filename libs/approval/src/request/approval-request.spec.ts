import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf, flatten } from './approval-request.js';

describe('differences between two versions', () => {
  const rows: [string, unknown, unknown, [string, string | null, string | null][]][] = [
    ['nothing', { a: '1', b: [1, 2] }, { b: [1, 2], a: '1' }, []],
    ['an amount', { amountWon: '100' }, { amountWon: '50' }, [['/amountWon', '100', '50']]],
    ['what came', {}, { note: '신규' }, [['/note', null, '신규']]],
    ['what went', { note: null }, {}, [['/note', 'null', null]]],
    ['a line of a list', { rows: [{ won: '1' }, { won: '2' }] }, { rows: [{ won: '1' }] }, [['/rows/1/won', '2', null]]],
    ['a list that became empty', { rows: ['x'] }, { rows: [] }, [['/rows', null, '[]'], ['/rows/0', 'x', null]]],
    ['a key with a slash', { 'a/b~c': 1 }, { 'a/b~c': 2 }, [['/a~1b~0c', '1', '2']]],
    ['Hangul spelled otherwise', { name: '각' }, { name: '각'.normalize('NFD') }, [['/name', '각', '각'.normalize('NFD')]]],
  ];
  it.each(rows)('%s', (_, before, after, expected) => {
    expect(differencesOf(before, after).map(({ path, before: old, after: next }) => [path, old, next])).toEqual(expected);
  });

  it('of anything with itself are none, and of two things are those of the other way round', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(differencesOf(one, one)).toEqual([]);
        const back = differencesOf(other, one).map(({ path, before, after }) => ({ path, before: after, after: before }));
        expect(differencesOf(one, other)).toEqual(back);
        expect(flatten(one).size).toBeGreaterThan(0);
      }),
    );
  });
});
