import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Column, TableBlock } from '../blocks.js';
import { cellsOf } from './extent.js';
import { planTable, setRow } from './layout.js';

const WIDTH = 493;

function table(columns: readonly Column[], rows: TableBlock['rows'], rest: Partial<TableBlock> = {}): TableBlock {
  return { kind: 'table', columns, rows, ...rest };
}

describe('planTable', () => {
  it('fills the width exactly, whatever the content', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'가나다 0123456789,△abc'), maxLength: 60 });
    const shape = fc
      .integer({ min: 1, max: 9 })
      .chain((count) => fc.array(fc.array(cell, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(shape, (rows) => {
        const columns = (rows[0] ?? []).map((_, at): Column => ({ header: `열 ${at}`, align: at % 3 === 2 ? 'right' : 'left' }));
        const plan = planTable(table(columns, rows), 51, WIDTH);
        expect(plan.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(WIDTH, 6);
        for (const { width } of plan.columns) expect(width).toBeGreaterThan(0);
        expect(plan.columns[0]?.x).toBe(51);
      }),
    );
  });

  it('keeps figures, dates and numbers on one line beside a name of 300 characters', () => {
    const row = ['1', '연구개발특구'.repeat(50), '124-87-32222', '2026-06-30', '△1,250,000,000', '80,000,000,000'];
    const plan = planTable(
      table(
        [
          { header: '번호' },
          { header: '기업명' },
          { header: '사업자등록번호' },
          { header: '투자일' },
          { header: '금액', align: 'right' },
          { header: '합계', align: 'right' },
        ],
        [row],
      ),
      51,
      WIDTH,
    );
    expect(setRow(row, plan, false).cells.map(({ setting }) => setting().lines.length)).toEqual([1, expect.any(Number), 1, 1, 1, 1]);
    expect(plan.style.cell.size).toBeGreaterThanOrEqual(8);
  });

  it('makes the type smaller before it breaks a figure', () => {
    const columns = Array.from({ length: 10 }, (_, at): Column => ({ header: `${at + 1}월`, align: 'right' }));
    const row = columns.map(() => '1,234,567,890');
    const plan = planTable(table(columns, [row]), 51, WIDTH);
    expect(plan.style.cell.size).toBeLessThan(8);
    expect(setRow(row, plan, true).lines).toBe(1);
  });

  it('breaks figures only when even the smallest type does not fit, and loses no digit', () => {
    const columns = Array.from({ length: 30 }, (): Column => ({ header: '금액', align: 'right' }));
    const row = columns.map(() => '1,234,567,890');
    const { cells } = setRow(row, planTable(table(columns, [row]), 51, WIDTH), false);
    for (const { setting } of cells) {
      const printed = setting().lines
        .map(({ glyphs, from, to }) =>
          glyphs
            .slice(from, to)
            .map(({ codePoint }) => String.fromCodePoint(codePoint))
            .join(''),
        )
        .join('');
      expect(printed).toBe('1,234,567,890');
    }
  });

  it('gives weighted columns their share', () => {
    const plan = planTable(
      table(
        [
          { header: '가', weight: 1 },
          { header: '나', weight: 3 },
        ],
        [['짧음', '짧음']],
      ),
      0,
      400,
    );
    expect(plan.columns.map(({ width }) => Math.round(width))).toEqual([100, 300]);
  });

  it('refuses a row with the wrong number of cells', () => {
    expect(() => planTable(table([{ header: '가' }, { header: '나' }], [['하나']]), 0, 400)).toThrow('does not have 2 cells');
  });
});

describe('cellsOf', () => {
  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [{ subtotal: ['c', 'd'] }, ['c', 'd']],
    [{ group: '가' }, undefined],
  ])('%j', (row, expected) => {
    expect(cellsOf(row)).toEqual(expected);
  });
});
