import { describe, expect, it } from '@jest/globals';
import type { Cell, Sheet } from '#libs/sheet';
import { sheetText } from './sheet-text.import.js';

const cell = (column: number, text: string): Cell => ({ column, address: '', text, raw: text, kind: 'text', percent: false });
const sheet = (name: string, rows: readonly (readonly Cell[])[], hidden = false): Sheet => ({ name, hidden, rows: rows.map((cells, at) => ({ number: at + 1, cells, hidden: false })) });

describe('a sheet as text', () => {
  it('keeps every cell in its column, also where some are empty', () => {
    expect(sheetText([sheet('신청', [[cell(1, '과제명'), cell(3, '정부지원금')], [cell(3, '100')]])])).toBe('과제명\t\t정부지원금\n\t\t100');
  });

  it('takes line breaks and tabs inside of a cell as blanks', () => {
    expect(sheetText([sheet('신청', [[cell(1, '정부\n지원금'), cell(2, 'a\tb')]])])).toBe('정부 지원금\ta b');
  });

  it('passes by hidden and empty sheets', () => {
    expect(sheetText([sheet('목록', [[cell(1, 'x')]], true), sheet('빈', []), sheet('신청', [[cell(1, 'y')]])])).toBe('y');
    expect(sheetText([])).toBe('');
  });
});
