import { describe, expect, it } from '@jest/globals';
import { cellAt, correctedSheets, readPaste, type Correction, type Sheet } from '#libs/sheet';
import { rosterRules } from './roster.import.js';

const RULES = rosterRules(false);
const sheet = (name: string, text: string): Sheet => ({ ...readPaste(text.replaceAll(' | ', '\t')), name });
const ISSUES = sheet('발급대장', '대장\n발급순위 | 바우처번호 | 접수번호 | 발급일자 | 발급금액(원) | 유효기간 만료일\n1 | V-1 | A-1 | 2021-05-03 | 5000000 | 2021-11-03\n2 | V-2 | A-2 | 2021-05-03 |  | 2021-11-03');
const correction = (changes: Partial<Correction>): Correction => ({ sheet: '발급대장', row: 3, column: '발급금액', value: '4,000,000원', ...changes });

/** The texts of a row after the corrections. */
function rowAfter(row: number, ...corrections: Correction[]): string[] {
  const [corrected] = correctedSheets([ISSUES], corrections, RULES);
  const found = corrected?.rows.find(({ number }) => number === row);
  return found === undefined ? [] : [1, 2, 3, 4, 5, 6].map((column) => cellAt(found, column).text);
}

describe('cells put right by hand', () => {
  it.each<[string, number, Correction[], string]>([
    ['a value in the place of another, its header written with a unit', 3, [correction({})], '1 V-1 A-1 2021-05-03 4,000,000원 2021-11-03'],
    ['a value where the cell was empty', 4, [correction({ row: 4 })], '2 V-2 A-2 2021-05-03 4,000,000원 2021-11-03'],
    ['a column by any of its names', 3, [correction({ column: '발급일', value: ' 2021-06-01 ' })], '1 V-1 A-1 2021-06-01 5000000 2021-11-03'],
    ['an empty cell', 3, [correction({ column: '접수번호', value: ' ' })], '1 V-1  2021-05-03 5000000 2021-11-03'],
    ['the last of two', 3, [correction({ value: '1' }), correction({ value: '2' })], '1 V-1 A-1 2021-05-03 2 2021-11-03'],
    ['nothing of other rows', 4, [correction({})], '2 V-2 A-2 2021-05-03  2021-11-03'],
  ])('are %s', (_what, row, corrections, expected) => {
    expect(rowAfter(row, ...corrections).join(' ')).toBe(expected);
  });

  it.each<[string, Partial<Correction>, string]>([
    ['a sheet', { sheet: '신청명단' }, '/corrections/1/sheet'],
    ['a column of the sheet', { column: '비고' }, '/corrections/1/column'],
    ['a column of any roster', { column: '색' }, '/corrections/1/column'],
    ['a row', { row: 9 }, '/corrections/1/row'],
  ])('have to point to %s that is there', (_what, change, pointer) => {
    const wrong = (): unknown => correctedSheets([ISSUES], [correction({}), correction(change)], RULES);
    expect(wrong).toThrow(expect.objectContaining({ code: 'roster.correction-misses', faults: [expect.objectContaining({ pointer })] }));
  });

  it('leave the sheets as they came', () => {
    const before = JSON.stringify(ISSUES);
    correctedSheets([ISSUES], [correction({})], RULES);
    expect(JSON.stringify(ISSUES)).toBe(before);
  });
});
