import { describe, expect, it } from '@jest/globals';
import { correctionsOf, faultRows, isCorrectable } from './fault-rows.js';
import type { RosterResult } from './roster.requests.js';

const text = { ko: '사유', en: 'reason' };
const remark = (column: string | null, value: string | null, suggested: string | null = null) => ({ code: 'X', column, value, text, fix: null, suggested });
const sheets: RosterResult['sheets'] = [
  {
    ...{ name: '발급대장', headerRow: 1, dataRows: 3, accepted: 2, unchanged: 1, rejected: 1, warnings: 1, skipped: [] },
    rows: [
      { row: 2, verdict: 'WARNED', key: 'V-1', remarks: [remark('유효기간 만료일', '2022-12-31', '2022-06-30')] },
      { row: 3, verdict: 'REJECTED', key: 'V-2', remarks: [remark('발급금액', '9000000', '5000000')] },
      { row: 4, verdict: 'UNCHANGED', key: 'V-3', remarks: [remark('발급금액', '1')] },
      { row: null, verdict: 'WARNED', key: null, remarks: [remark(null, null)] },
    ],
  },
];

describe('rows that want a hand', () => {
  it('come refused first; what is on record is left out', () => {
    expect(faultRows({ sheets }).map(({ key }) => key)).toEqual(['V-2', 'V-1', null]);
    expect(faultRows({ sheets }).map(isCorrectable)).toEqual([true, true, false]);
  });

  it('say of a column that the file has not only once, before all rows', () => {
    const lacks = (code: string, column: string | null) => ({ ...remark(column, null), code });
    const rows: RosterResult['sheets'][number]['rows'] = [
      { row: 2, verdict: 'REJECTED', key: 'A-1', remarks: [lacks('REQUIRED_MISSING', '기업명'), lacks('REQUIRED_MISSING', '연구자')] },
      { row: 3, verdict: 'REJECTED', key: 'A-2', remarks: [lacks('REQUIRED_MISSING', '기업명')] },
      { row: null, verdict: 'WARNED', key: null, remarks: [lacks('COLUMN_MISSING', null)] },
    ];
    const [sheet] = sheets as [RosterResult['sheets'][number]];
    expect(faultRows({ sheets: [{ ...sheet, rows }] }).map(({ row, verdict, remark: { column } }) => [row, verdict, column])).toEqual([[null, 'REJECTED', null], [2, 'REJECTED', '연구자']]);
    // Without a missing column the same remark is about a cell.
    expect(faultRows({ sheets: [{ ...sheet, rows: rows.slice(0, 2) }] })).toHaveLength(3);
  });

  it('become corrections where their cell was changed, the last value counting', () => {
    const faults = faultRows({ sheets });
    const [amount, until] = faults as [(typeof faults)[number], (typeof faults)[number]];
    const first = correctionsOf([], faults, { [amount.id]: ' 5,000,000 ', [until.id]: '2022-12-31' });
    expect(first).toEqual([{ sheet: '발급대장', row: 3, column: '발급금액', value: '5,000,000' }]);
    expect(correctionsOf(first, faults, { [amount.id]: '', [until.id]: '2022-06-30' })).toEqual([
      { sheet: '발급대장', row: 3, column: '발급금액' },
      { sheet: '발급대장', row: 2, column: '유효기간 만료일', value: '2022-06-30' },
    ]);
  });
});
