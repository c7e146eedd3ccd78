import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalCode } from '../testing/refusal-code.js';
import type { Sheet } from '../workbook.js';
import { writeCsv } from '../write/write-csv.js';
import { readDelimited, readPaste } from './read-delimited.js';

const textsOf = (sheet: Sheet): readonly (readonly [number, ...string[]])[] => sheet.rows.map((row) => [row.number, ...row.cells.map((cell) => cell.text)]);

describe('readDelimited', () => {
  it.each<[what: string, text: string, rows: readonly (readonly (string | number)[])[]]>([
    ['amounts in quotes', '"거래일자","입금액"\r\n"2021-01-25","1,300,000,000"\r\n', [[1, '거래일자', '입금액'], [2, '2021-01-25', '1,300,000,000']]],
    ['no line end at the end', 'a,b\nc,d', [[1, 'a', 'b'], [2, 'c', 'd']]],
    ['old Mac line ends', 'a,b\rc,d\r', [[1, 'a', 'b'], [2, 'c', 'd']]],
    ['quotes and line breaks inside', '"a ""b""","c\r\nd"\r\ne', [[1, 'a "b"', 'c\nd'], [2, 'e']]],
    ['blank lines count but are no rows', 'a\r\n,,\r\n\r\nb', [[1, 'a'], [4, 'b']]],
    ['semicolons', 'a;b\n1,5;2', [[1, 'a', 'b'], [2, '1,5', '2']]],
    ['tabs, though amounts bring commas', 'a\tb\tc\n1,000,000\t2,000,000\t3', [[1, 'a', 'b', 'c'], [2, '1,000,000', '2,000,000', '3']]],
    ['a quote in the middle is a letter', '24" 모니터,1', [[1, '24" 모니터', '1']]],
    ['a quote never closed is a letter', '"가나,1\n다,2', [[1, '"가나', '1'], [2, '다', '2']]],
    ['a quote closed in the middle is a letter', '"가"나,1', [[1, '"가"나', '1']]],
    ['a byte-order mark', '\ufeffa,b', [[1, 'a', 'b']]],
    ['nothing', '', []],
  ])('%s', (_what, text, rows) => {
    expect(textsOf(readDelimited(text))).toEqual(rows);
    expect(textsOf(readDelimited(Buffer.from(`${text}\n`)))).toEqual(rows);
  });

  it('gives addresses, raw text and errors', () => {
    const [row] = readDelimited(' ,\u3000나 ,#REF!').rows;
    expect(row?.cells).toEqual([
      { column: 2, address: 'B1', text: '나', raw: '\u3000나 ', kind: 'text', percent: false },
      { column: 3, address: 'C1', text: '#REF!', raw: '#REF!', kind: 'error', percent: false },
    ]);
  });

  it.each([
    ['utf-8', Buffer.from('가,1')],
    ['utf-8', Buffer.from('\ufeff가,1')],
    ['cp949', Buffer.from([0xb0, 0xa1, 0x2c, 0x31])],
    ['cp949', Buffer.from([0xb0, 0xa1, 0x2c, 0x31, 0x1a])],
    ['utf-16le', Buffer.from('\ufeff가,1', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff가,1', 'utf16le').swap16()],
  ])('understands %s', (encoding, bytes) => {
    const sheet = readDelimited(bytes, { name: '거래내역' });
    expect([sheet.name, sheet.encoding, ...textsOf(sheet)]).toEqual(['거래내역', encoding, [1, '가', '1']]);
  });

  it('understands Hangul that only CP949 has, not plain EUC-KR', () => {
    expect(textsOf(readDelimited(Buffer.from([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf])))).toEqual([[1, '똠방각하']]);
  });

});

describe('text that is refused', () => {
  it.each<[code: string, bytes: Buffer]>([
    ['sheet.file-empty', Buffer.alloc(0)],
    ['sheet.not-delimited-text', Buffer.from('504b030414000600', 'hex')],
    ['sheet.not-delimited-text', Buffer.from('%PDF-1.7')],
    ['sheet.not-delimited-text', Buffer.from('<html><table></table></html>')],
    ['sheet.rights-protected', Buffer.from('<## NASCA DRM FILE - VER1.00 ##>')],
    ['sheet.encoding-unknown', Buffer.from([0xff, 0xff, 0x41])],
    ['sheet.encoding-unknown', Buffer.from([0x41, 0x00, 0x42])],
    ['sheet.too-many-columns', Buffer.from(`${','.repeat(200)}a`)],
    ['sheet.cell-too-long', Buffer.from('a'.repeat(32_768))],
  ])('%s', async (code, bytes) => {
    expect(await refusalCode(() => readDelimited(bytes))).toBe(code);
  });

  it('for too many rows, cells and bytes', async () => {
    expect(await refusalCode(() => readDelimited('a\nb\nc', { limits: { maxRows: 2 } }))).toBe('sheet.too-many-rows');
    expect(await refusalCode(() => readDelimited('a,b,c', { limits: { maxCells: 2 } }))).toBe('sheet.too-many-cells');
    expect(await refusalCode(() => readDelimited(Buffer.from('abc'), { limits: { maxInflatedBytes: 2 } }))).toBe('sheet.inflates-too-much');
  });

  it('or a sheet, comes of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await refusalCode(() => readDelimited(bytes));
      }),
      { numRuns: 500 },
    );
  });

});

describe('text from writeCsv', () => {
  it('reads back', () => {
    const field = fc.string({ unit: fc.constantFrom('가', 'a', '1', ',', '"', '\n', ';', '\t', ' '), minLength: 1, maxLength: 8 }).filter((text) => /^[가a1].*[가a1]$/s.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const sheet = readDelimited(writeCsv(rows), { delimiter: ',' });
        expect(sheet.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual(rows);
      }),
    );
  });
});

describe('readPaste', () => {
  it.each<[what: string, text: string, rows: readonly (readonly (string | number)[])[]]>([
    ['cells copied in Excel', '기업명\t금액\r\n(주)다온\t1,000\r\n', [[1, '기업명', '금액'], [2, '(주)다온', '1,000']]],
    ['a cell of several lines', '"계약서(2021-01-02)\n특허 ""A"""\t2\r\n', [[1, '계약서(2021-01-02)\n특허 "A"', '2']]],
    ['one column', '가\r\n나\r\n', [[1, '가'], [2, '나']]],
    ['commas and semicolons are letters', '가,나;다', [[1, '가,나;다']]],
    ['nothing', '', []],
  ])('%s', (_what, text, rows) => expect(textsOf(readPaste(text))).toEqual(rows));
});
