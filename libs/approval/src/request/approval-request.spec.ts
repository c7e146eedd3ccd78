import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf, namesOf } from './approval-request.js';

describe('differences between two versions', () => {
  const rows: [string, unknown, unknown, [string, string | null, string | null][]][] = [
    ['nothing', { a: '1', b: [1, 2] }, { b: [1, 2], a: '1' }, []],
    ['an amount', { amountWon: '100' }, { amountWon: '50' }, [['/amountWon', '100', '50']]],
    ['what came', {}, { note: '신규' }, [['/note', null, '신규']]],
    ['what went', { note: null }, {}, [['/note', 'null', null]]],
    ['a line of a list', { rows: [{ won: '1' }, { won: '2' }] }, { rows: [{ won: '1' }] }, [['/rows/1/won', '2', null]]],
    [
      'a list that became empty',
      { rows: ['x'] },
      { rows: [] },
      [
        ['/rows', null, '[]'],
        ['/rows/0', 'x', null],
      ],
    ],
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
      }),
    );
  });
});

describe('the names in the title of a request', () => {
  it.each([
    [{ fundId: 'f', deal: {}, company: { name: '(주)새길로봇' } }, ['FND-2024-01 나루'], ['FND-2024-01 나루', '(주)새길로봇']],
    [{ callId: 'c', partnerId: 'p' }, ['FND-2024-01 #1', '공제회', '다른 것'], ['FND-2024-01 #1', '공제회']],
    [{ fileName: '대장.xlsx' }, [], ['대장.xlsx']],
    [{ name: '나루', partnerId: 'p' }, ['나루'], ['나루']],
    [{ name: null }, [], []],
  ])('of %j', (input, labels, names) => {
    expect(namesOf(input, labels.map((label) => ({ label })))).toEqual(names);
  });
});
