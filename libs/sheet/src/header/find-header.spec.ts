import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readPaste } from '../delimited/read-delimited.js';
import type { Sheet } from '../workbook.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { findHeader } from './find-header.js';
import type { ColumnSpec } from './find-header.js';

type Key = 'fund' | 'call' | 'due' | 'partner' | 'called' | 'note';
const specs: readonly ColumnSpec<Key>[] = [
  { key: 'fund', names: ['조합번호'], required: true },
  { key: 'call', names: ['회차', '납입회차'], required: true },
  { key: 'due', names: ['납입기한'] },
  { key: 'partner', names: ['조합원명'], required: true },
  { key: 'called', names: ['요청금액'], required: true },
  { key: 'note', names: ['비고'] },
];

/** Rows of cells separated by |, as if pasted. */
const sheetOf = (...lines: readonly string[]): Sheet => ({ ...readPaste(lines.join('\n').replaceAll(' | ', '\t')), name: '출자납입' });
const header = '조합번호 | 회차 | 납입기한 | 조합원명 | 요청금액 | 비고';
const row = 'FND-1 | 1 | 2021-03-05 | 가 | 1000 | 메모';

/** A register as people keep it: title, unit line, broken headers, merged blocks, remarks, a second header, totals. */
async function register(): Promise<Sheet> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('출자납입');
  sheet.getCell('A1').value = '출자 납입 현황 (2021)';
  sheet.mergeCells('A1:F1');
  sheet.getCell('F2').value = '(단위: 천원)';
  sheet.getRow(3).values = ['조합\n번호', '회 차', '납입\r\n기한 ', '조합원명', '요청금액（원）', '비  고'];
  sheet.getRow(4).values = ['FND-2021-01', 1, '2021-10-29', '한빛', 2_000_000_000];
  sheet.getRow(5).values = [null, null, null, '다온', 1_000_000_000, '분할 납입 계획'];
  sheet.getRow(6).values = [null, null, null, '소  계', 3_000_000_000];
  sheet.getRow(8).values = ['조합번호', '회차', '납입기한', '조합원명', '요청금액(원)', '비고'];
  sheet.getRow(9).values = ['FND-2021-01', 2, '2022-01-31', '한빛', 500];
  sheet.getRow(11).values = [null, null, null, '합 계', { formula: 'E4+E5+E9', result: 3_000_000_500 }];
  sheet.getCell('B12').value = '※ 납입일은 수탁은행 기준';
  sheet.mergeCells('A4:A7');
  sheet.mergeCells('B4:B7');
  sheet.mergeCells('C4:C7');
  const [read] = (await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))).sheets;
  if (read === undefined) throw new Error('no sheet');
  return read;
}

describe('a register kept by people', () => {
  it('gives its header, its rows of data, and what was left out', async () => {
    const table = findHeader(await register(), specs);
    expect(table.faults).toEqual([]);
    expect(table.headerRow).toBe(3);
    expect(table.dataRows.map((data) => [data.number, data.text('fund'), data.text('call'), data.text('due'), data.text('partner'), data.text('called')])).toEqual([
      [4, 'FND-2021-01', '1', '2021-10-29', '한빛', '2000000000'],
      [5, 'FND-2021-01', '1', '2021-10-29', '다온', '1000000000'],
      [9, 'FND-2021-01', '2', '2022-01-31', '한빛', '500'],
    ]);
    expect(table.skipped).toEqual([
      { row: 6, why: 'TOTAL_ROW' },
      { row: 8, why: 'HEADER_ROW' },
      { row: 11, why: 'TOTAL_ROW' },
      { row: 12, why: 'NOTE_ROW' },
    ]);
  });

  it('gives each column with its unit, its own before that of the sheet', async () => {
    const { columns } = findHeader(await register(), specs);
    expect(columns.get('called')).toEqual({ column: 5, header: '요청금액（원）', unit: '원' });
    expect(columns.get('note')).toEqual({ column: 6, header: '비  고', unit: '천원' });
  });

  it('gives empty cells with their address, and none for a column that is not there', async () => {
    const [first] = findHeader(await register(), [...specs, { key: 'paid', names: ['납입일'] }]).dataRows;
    expect(first?.cell('note')).toMatchObject({ address: 'F4', kind: 'empty', text: '' });
    expect(first?.cell('paid')).toMatchObject({ address: '', column: 0, kind: 'empty' });
    expect(first?.text('paid')).toBe('');
  });
});

describe('rows left out', () => {
  it.each([
    ['합계', '합계 | 1', 'TOTAL_ROW'],
    ['소계 behind a name', 'FND-1 | 1회차 소계 | 2', 'TOTAL_ROW'],
    ['총계', ' |  | 총 계', 'TOTAL_ROW'],
    ['계 in full width spaces', '　계　 | 1', 'TOTAL_ROW'],
    ['a total in the fifth filled cell', 'a |  | b | c | d | 합계', 'TOTAL_ROW'],
    ['a total beyond the fifth filled cell is data', 'a | b | c | d | e | 합계', null],
    ['a name that ends like a total is data', 'FND-1 | 한국기계 | 합계표', null],
    ['a remark', '※ 기준일 2021-12-31', 'NOTE_ROW'],
    ['a remark beside something else is data', '※ 비고 | 1', null],
    ['the header again', header, 'HEADER_ROW'],
    ['part of the header again', '조합번호 |  | 납입기한', 'HEADER_ROW'],
    ['the header again, but for one value', '조합번호 | 2 | 납입기한', null],
  ])('%s', (_what, line, why) => {
    const table = findHeader(sheetOf(header, line), specs);
    expect(table.skipped).toEqual(why === null ? [] : [{ row: 2, why }]);
    expect(table.dataRows).toHaveLength(why === null ? 1 : 0);
  });

  it('leaves blank rows out of both lists', () => {
    const table = findHeader(sheetOf(header, ' | ', row, '　', row), specs);
    expect([table.dataRows.map((data) => data.number), table.skipped]).toEqual([[3, 5], []]);
  });
});

describe('the header row', () => {
  it.each([
    ['stands below lines that name one column', ['비고', '조합원명: 전체', header], 3],
    ['is the row with the most names, not the first with two', ['조합번호 | 조합원명', header], 2],
    ['may use other names', ['조합번호 | 납입회차 | 조합원명 | 요청금액'], 1],
    ['may give units in brackets', ['조합번호 | 회차 | 조합원명 | 요청금액(단위: 천원)'], 1],
    ['may be in full-width letters and other columns', ['X |  | 비고 | 요청금액 | 조합원명 | 회차 | 조합번호'], 1],
  ])('%s', (_what, lines, number) => {
    const table = findHeader(sheetOf(...lines), specs);
    expect([table.headerRow, table.faults]).toEqual([number, []]);
  });

  it('is not found in a sheet of something else', () => {
    const table = findHeader(sheetOf('조합번호 | 무엇', '1 | 2'), specs);
    expect(table).toMatchObject({ headerRow: null, dataRows: [], skipped: [] });
    expect(table.faults.map((fault) => [fault.pointer, fault.code])).toEqual([['/출자납입', 'sheet.header-missing']]);
    expect(table.faults[0]?.text.ko).toContain('조합번호, 회차, 조합원명, 요청금액');
  });

  it.each([
    ['none of the required names', '납입기한 | 비고'],
    ['fewer than half of the required names', '조합번호 | 납입기한 | 비고'],
  ])('is not a row with %s', (_what, line) => expect(findHeader(sheetOf(line, row), specs).headerRow).toBe(null));

  it('has two names at least, if the table has', () => {
    const two: readonly ColumnSpec<'fund' | 'note'>[] = [{ key: 'fund', names: ['조합번호'], required: true }, { key: 'note', names: ['비고'] }];
    expect(findHeader(sheetOf('조합번호', '1'), two).headerRow).toBe(null);
  });

  it('names what is missing and the header most like it', () => {
    const { faults } = findHeader(sheetOf('조합번호 | 회차 | 조합원 | 금액 | 전화'), specs);
    expect(faults.map((fault) => [fault.pointer, fault.code, fault.fix?.ko])).toEqual([
      ['/출자납입/partner', 'sheet.column-missing', "'조합원' 열이 맞으면 이름을 '조합원명'(으)로 바꾸십시오."],
      ['/출자납입/called', 'sheet.column-missing', "'금액' 열이 맞으면 이름을 '요청금액'(으)로 바꾸십시오."],
    ]);
  });

  it('suggests nothing when nothing is alike', () => {
    const [fault] = findHeader(sheetOf('조합번호 | 회차 | 조합원명 | 전화'), specs).faults;
    expect(fault?.fix?.ko).toBe("'요청금액' 열을 추가하십시오.");
  });

  it('may not have a required column twice', () => {
    const { faults } = findHeader(sheetOf(`${header} | 회 차 | 비고`), specs);
    expect(faults.map((fault) => fault.code)).toEqual(['sheet.column-ambiguous']);
    expect(faults[0]?.text.en).toContain('(B1, G1)');
  });

  it('finds a table of one column', () => {
    const table = findHeader(sheetOf('제목', '항목', '조합명', '항목', '기간'), [{ key: 'item', names: ['항목'], required: true }]);
    expect([table.headerRow, table.dataRows.map((data) => data.text('item')), table.skipped]).toEqual([2, ['조합명', '기간'], [{ row: 4, why: 'HEADER_ROW' }]]);
  });
});
