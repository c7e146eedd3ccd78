import { describe, expect, it } from '@jest/globals';
import { emptyRow, withPasted, type GridField } from './grid-row.js';
import { readCell, unreadCells, type CellOption } from './read-cell.js';

const LISTS: Readonly<Partial<Record<GridField, readonly CellOption[]>>> = {
  agreementId: [
    { value: 'id-1', label: 'PT-2026-1 미리내나노연구원', names: ['PT-2026-1', '미리내나노연구원'] },
    { value: 'id-10', label: 'PT-2026-10 가온누리대학교', names: ['PT-2026-10', '가온누리대학교'] },
  ],
  line: [
    { value: 'D1', label: 'D1 인건비', names: ['인건비', 'Staff'] },
    { value: 'D2', label: 'D2 학생인건비', names: ['학생인건비', 'Students'] },
    { value: 'D4', label: 'D4 연구재료비', names: ['연구재료비', 'Material'] },
  ],
  evidenceKind: [
    { value: 'CARD', label: '연구비카드', names: [] },
    { value: 'TRANSFER', label: '계좌이체', names: [] },
    { value: 'PAYROLL', label: '급여이체', names: [] },
  ],
};
const options = (field: GridField): readonly CellOption[] | null => LISTS[field] ?? null;

describe('a cell from the clipboard', () => {
  it.each<[GridField, string, string]>([
    ['agreementId', 'PT-2026-1', 'id-1'],
    ['agreementId', ' ＰＴ－２０２６－１０ ', 'id-10'],
    ['agreementId', '가온누리대학교', 'id-10'],
    // A piece of a number could be another project's.
    ['agreementId', 'PT-2026', 'PT-2026'],
    ['line', '인건비', 'D1'],
    ['line', '연구재료', 'D4'],
    ['line', 'd4 연구재료비', 'D4'],
    ['evidenceKind', '카드', 'CARD'],
    // Two kinds of transfers.
    ['evidenceKind', '이체', '이체'],
    ['spentOn', '2026. 11. 3.', '2026-11-03'],
    ['spentOn', '2027-02-30', '2027-02-30'],
    ['supplyWon', '１，２００，０００원', '1,200,000'],
    ['supplyWon', '백만 쯤', '백만 쯤'],
    ['payeeNumber', '１２４－８１－００９９８', '124-81-00998'],
    ['purpose', ' 감지막\u00a0재료 ', '감지막\u00a0재료'],
  ])('%s %j becomes %j', (field, pasted, kept) => {
    expect(readCell(field, pasted, options)).toBe(kept);
  });

  it('says of a row only what is filled in and cannot be read', () => {
    const row = { ...emptyRow(1, 'PT-2026'), line: 'D4', spentOn: '2027-02-30', supplyWon: '0', vatWon: '0', evidenceKind: '이체' };
    expect(unreadCells(row, options)).toEqual([
      { field: 'agreementId', kind: 'option', text: 'PT-2026' },
      { field: 'spentOn', kind: 'date', text: '2027-02-30' },
      { field: 'supplyWon', kind: 'amount', text: '0' },
      { field: 'evidenceKind', kind: 'option', text: '이체' },
    ]);
    expect(unreadCells(emptyRow(1, ''), () => null)).toEqual([]);
  });

  it('fills rows from where the cursor is, each cell as it is read', () => {
    const rows = withPasted([emptyRow(0, 'id-1')], { row: 0, field: 'supplyWon' }, '５０만\t5만\t카드\r\n70만\t\t\r\n', 10, (field, text) => readCell(field, text, options));
    expect(rows.map(({ key, agreementId, supplyWon, vatWon, evidenceKind }) => [key, agreementId, supplyWon, vatWon, evidenceKind])).toEqual([
      [0, 'id-1', '500,000', '50,000', 'CARD'],
      [11, 'id-1', '700,000', '', ''],
    ]);
  });
});
