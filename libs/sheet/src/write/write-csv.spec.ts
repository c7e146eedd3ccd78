import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SheetValue } from './definition.js';
import { writeCsv } from './write-csv.js';

const lineOf = (...row: readonly SheetValue[]): string => writeCsv([row]).toString().replace('\ufeff', '').replace(/\r\n$/, '');

describe('writeCsv', () => {
  it('writes a byte-order mark, CRLF after every line, and nothing else', () => {
    expect(writeCsv([['조합원', '금액'], ['다온', 1_000n]])).toEqual(Buffer.from('\ufeff조합원,금액\r\n다온,1000\r\n'));
    expect(writeCsv([])).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each<[SheetValue, string]>([
    ['가 나', '가 나'],
    [null, ''],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['가\n나', '"가\n나"'],
    [' 가', '" 가"'],
    [-1_234n, '-1234'],
    [12_345_678_901_234_567n, '12345678901234567'],
    ['=1+1', "'=1+1"],
    ['+82-42', "'+82-42"],
    ['-1234', "'-1234"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['=A1,B1', `"'=A1,B1"`],
    ['-', '-'],
    ['a=b', 'a=b'],
  ])('%p is written %p', (value, field) => expect(lineOf(value)).toBe(field));

  it('never lets a text start like a formula', () => {
    const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', 'a', '1') });
    fc.assert(
      fc.property(text, (value) => {
        const field = lineOf(value);
        const shown = field.startsWith('"') ? field.slice(1) : field;
        expect(shown === '-' || !/^[\s]*[=+\-@]/.test(shown)).toBe(true);
      }),
    );
  });
});
