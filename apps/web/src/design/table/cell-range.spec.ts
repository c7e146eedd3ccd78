import { describe, expect, it } from '@jest/globals';
import { moveByKey, rangeBounds, rangeCount, rangeHolds } from './cell-range.js';
import { compareValues, plainText, shownText } from './column.js';

const SIZE = { rows: 20, columns: 5 };

describe('moving through cells', () => {
  it.each([
    ['ArrowDown', false, { row: 3, column: 2 }, { row: 4, column: 2 }],
    ['ArrowUp', false, { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowRight', true, { row: 3, column: 2 }, { row: 3, column: 4 }],
    ['PageDown', false, { row: 15, column: 0 }, { row: 19, column: 0 }],
    ['Home', true, { row: 9, column: 3 }, { row: 0, column: 0 }],
    ['End', false, { row: 9, column: 0 }, { row: 9, column: 4 }],
    ['x', false, { row: 9, column: 0 }, null],
  ])('%s (ctrl %s) from %j leads to %j', (key, control, from, to) => {
    expect(moveByKey(key, control, from, SIZE)).toEqual(to);
  });

  it('counts a range whichever way it was drawn', () => {
    const range = { anchor: { row: 4, column: 3 }, head: { row: 2, column: 1 } };
    expect(rangeBounds(range)).toEqual({ top: 2, bottom: 4, left: 1, right: 3 });
    expect(rangeCount(range)).toBe(9);
    expect(rangeHolds(range, { row: 3, column: 2 })).toBe(true);
    expect(rangeHolds(range, { row: 5, column: 2 })).toBe(false);
  });
});

describe('cells', () => {
  it('shows amounts for people and copies them for Excel', () => {
    expect(shownText('won', -5_000_000n)).toBe('△5,000,000');
    expect(plainText('won', -5_000_000n)).toBe('-5000000');
    expect(shownText('percent', '19.00')).toBe('19.00%');
    expect(shownText('text', null)).toBe('–');
    expect(plainText('text', null)).toBe('');
  });

  it('sorts amounts by size, texts by the language, the absent last', () => {
    expect([10n, 9n, 100n].sort(compareValues)).toEqual([9n, 10n, 100n]);
    expect(['INV-10', 'INV-9', null, 'INV-1'].sort(compareValues)).toEqual(['INV-1', 'INV-9', 'INV-10', null]);
  });
});
