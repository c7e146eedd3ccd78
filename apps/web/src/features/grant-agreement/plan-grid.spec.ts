import { describe, expect, it } from '@jest/globals';
import { cellsOf, columnsOf, pasteInto, planOf, rowsOf, stagesOf, sumOf } from './plan-grid.js';

const LINES = [
  { code: 'D1', inKind: true },
  { code: 'D9', inKind: false },
];

describe('the plan as a grid', () => {
  it('has a column for each year of each stage', () => {
    expect(columnsOf(stagesOf('2021-03-02', '2022-12-31', 'ONE'))).toEqual([{ stage: 1, fiscalYear: 2021 }, { stage: 1, fiscalYear: 2022 }]);
    expect(stagesOf('2021-03-02', '2022-06-30', 'BY_YEAR')).toEqual([{ beginsOn: '2021-03-02', endsOn: '2021-12-31' }, { beginsOn: '2022-01-01', endsOn: '2022-06-30' }]);
  });

  it('has no row in kind where nothing may be brought in kind', () => {
    const keys = rowsOf(LINES).map(({ key }) => key);
    expect(keys).toContain('LINE|D1|IN_KIND');
    expect(keys).not.toContain('LINE|D9|IN_KIND');
    expect(keys).not.toContain('SOURCE|GOVERNMENT|IN_KIND');
  });

  it('takes a block from Excel where it was pasted, and reads it back as a plan', () => {
    const [rows, columns] = [rowsOf(LINES), columnsOf(stagesOf('2021-01-01', '2022-12-31', 'ONE'))];
    const at = { row: rows.findIndex(({ key }) => key === 'LINE|D1|CASH'), column: 0 };
    const cells = pasteInto({}, rows, columns, at, '1,000\t2,000원\r\n300\t\r\n5천\tabc\r\n');
    expect(sumOf(cells, ['LINE|D1|CASH@1/2021', 'LINE|D1|CASH@1/2022'])).toBe(3000n);
    const { lines, unread } = planOf(cells, rows, columns);
    expect(lines).toContainEqual({ stage: 1, fiscalYear: 2021, code: 'D1', resource: 'IN_KIND', amountWon: '300' });
    expect(unread).toEqual(['LINE|D9|CASH@1/2022']);
  });

  it('shows a plan that stands', () => {
    const cells = cellsOf([{ stage: 1, fiscalYear: 2021, source: 'GOVERNMENT', resource: 'CASH', amountWon: '1500' }], [{ stage: 1, fiscalYear: 2021, code: 'D1', resource: 'CASH', kind: 'CARRIED', amountWon: '9' }]);
    expect(cells).toEqual({ 'SOURCE|GOVERNMENT|CASH@1/2021': '1,500' });
  });
});
