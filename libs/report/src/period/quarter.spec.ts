import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { quarterOf, stretchesOf } from './quarter.js';

describe('a quarter', () => {
  it.each([
    ['2023-06-30', '2023-04-01', '2023년 2분기', true],
    ['2023-05-20', '2023-04-01', '2023년 2분기', false],
    ['2024-01-01', '2024-01-01', '2024년 1분기', false],
    ['2024-12-31', '2024-10-01', '2024년 4분기', true],
  ])('of %s begins on %s and is called %s', (asOf, from, ko, isWhole) => {
    expect(quarterOf(localDate(asOf))).toMatchObject({ from, to: asOf, ko, isWhole });
  });

  it('does not begin before the fund does', () => {
    const founded = localDate('2023-05-15');
    expect(stretchesOf(localDate('2023-06-30'), founded)).toEqual({
      quarter: { from: founded, to: '2023-06-30' },
      year: { from: founded, to: '2023-06-30' },
      life: { from: founded, to: '2023-06-30' },
    });
    expect(stretchesOf(localDate('2024-02-29'), founded)).toMatchObject({ quarter: { from: '2024-01-01' }, year: { from: '2024-01-01' }, life: { from: founded } });
  });
});
