import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { InvariantError } from '#libs/errors';
import { findHeader } from '../header/find-header.js';
import { cellAt } from '../workbook.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import type { SheetDefinition, SheetValue, WorkbookDefinition } from './definition.js';
import { freeName } from './layout.js';
import { writeWorkbook } from '../thread/write-workbook.js';
import { workbookHere } from './write-workbook.js';

const calls: SheetDefinition = {
  name: '출자납입',
  title: '출자 납입 현황',
  notes: ['기준일 2026-06-30', '(단위: 원)'],
  columns: [
    { header: '조합원명', type: 'text' },
    { header: '납입금액', type: 'won' },
    { header: '납입일', type: 'date' },
    { header: '지분율', type: 'percent' },
    { header: '좌수', type: 'integer' },
  ],
  rows: [
    ['(주)다온홀딩스', 20_000_000_000n, '2021-03-05', '50.75%', 1_200n],
    ['=HYPERLINK("http://x","y")', -1_000n, '1890-01-01', null, null],
    ['여러\n줄 _x0041_ <&>', 1_234_567_890_123_456n, '추후 협의', '', 3n],
  ],
  totals: 'sum',
};
const definition: WorkbookDefinition = { title: '조합 보고서', createdAt: '2026-06-30T00:00:00Z', sheets: [calls] };

/** What another program makes of the file. */
async function opened(book: WorkbookDefinition): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeWorkbook(book)) as unknown as ExcelJS.Buffer);
  return workbook;
}

async function openedSheet(sheet: SheetDefinition): Promise<ExcelJS.Worksheet> {
  const worksheet = (await opened({ ...definition, sheets: [sheet] })).worksheets[0];
  if (worksheet === undefined) throw new Error('no sheet');
  return worksheet;
}

describe('a written sheet, opened by another program', () => {
  it.each<[address: string, value: unknown, format: string | null]>([
    ['A1', '출자 납입 현황', null],
    ['A2', '기준일 2026-06-30', null],
    ['A3', '(단위: 원)', null],
    ['A4', null, null],
    ['A5', '조합원명', null],
    ['B6', 20_000_000_000, '#,##0;△#,##0'],
    ['B7', -1_000, '#,##0;△#,##0'],
    ['B8', '1,234,567,890,123,456', null],
    ['C6', new Date(Date.UTC(2021, 2, 5)), 'yyyy-mm-dd'],
    ['C7', '1890-01-01', null],
    ['C8', '추후 협의', null],
    ['D6', '50.75%', null],
    ['D7', null, null],
    ['D8', null, null],
    ['E6', 1_200, '#,##0;△#,##0'],
    ['A7', '=HYPERLINK("http://x","y")', null],
    ['A9', '합계', null],
    ['B9', '1,234,587,890,122,456', null],
    ['C9', null, null],
    ['E9', 1_203, null],
  ])('%s holds %p', async (address, value, format) => {
    const cell = (await openedSheet(calls)).getCell(address);
    expect(cell.value).toEqual(value);
    expect(cell.formula).toBeUndefined();
    if (format !== null) expect(cell.numFmt).toBe(format);
  });

  it('has its header frozen, filtered and repeated on every printed page', async () => {
    const sheet = await openedSheet(calls);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
    expect(sheet.autoFilter).toEqual('A5:E8');
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe('5:5');
  });

  it('has columns as wide as their content, Hangul counting double', async () => {
    const columns = [
      { header: '가', type: 'text' },
      { header: '가나다라마', type: 'text' },
      { header: 'abcdefghij', type: 'text' },
      { header: '금액', type: 'won' },
      { header: '긴 글', type: 'text' },
      { header: '정한 폭', type: 'text', width: 33 },
    ] as const;
    const sheet = await openedSheet({ name: 'x', columns, rows: [['', '', '', -1_000_000_000n, '가'.repeat(100), '']] });
    expect(columns.map((_, index) => sheet.getColumn(index + 1).width)).toEqual([8, 13, 13, 18, 60, 33]);
  });

  it('notes when, by whom and under which title it was made', async () => {
    const book = await opened(definition);
    expect(book).toMatchObject({ title: '조합 보고서', creator: 'Baton', created: new Date('2026-06-30T00:00:00Z'), modified: new Date('2026-06-30T00:00:00Z') });
  });

  it('says whose copy it is in the blank line, on paper and in its properties, and moves nothing', async () => {
    const marks = ['사본 · auditor', '사유: 현장 점검 A&B <2021>'];
    const [plain, marked] = [await opened(definition), await opened({ ...definition, marks })];
    const [before, after] = [plain.worksheets[0], marked.worksheets[0]];
    expect([after?.getCell('A4').value, after?.headerFooter.oddHeader, marked.description]).toEqual([
      '사본 · auditor · 사유: 현장 점검 A&B <2021>',
      '&R&8 사본 · auditor · 사유: 현장 점검 A&&B <2021>',
      '사본 · auditor · 사유: 현장 점검 A&B <2021>',
    ]);
    expect([plain.description, before?.getCell('A4').value]).toEqual([undefined, null]);
    for (let row = 1; row <= 9; row += 1) if (row !== 4) expect(after?.getRow(row).values).toEqual(before?.getRow(row).values);
    const bare = { name: '빈 표', columns: [{ header: '금액', type: 'won' }], rows: [[5n]] } as const;
    expect((await opened({ ...definition, sheets: [bare], marks })).worksheets[0]?.getCell('A1').value).toBe('금액');
  });

  it('may be empty, bare, and with totals of its own', async () => {
    const sheet = await openedSheet({ name: '빈 표', columns: [{ header: '지분율', type: 'percent' }, { header: '금액', type: 'won' }], rows: [], totals: ['100.00%', 5n] });
    expect([1, 2].map((row) => [sheet.getCell(row, 1).value, sheet.getCell(row, 2).value])).toEqual([
      ['지분율', '금액'],
      ['100.00%', 5],
    ]);
    expect(sheet.autoFilter).toEqual('A1:B1');
  });
});

describe('same definition, same bytes', () => {
  it('whenever it is written', async () => {
    const [first, second] = [await writeWorkbook(definition), await writeWorkbook(structuredClone(definition))];
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await writeWorkbook({ ...definition, createdAt: '2026-06-30T00:00:01Z' }))).toBe(false);
  });

  it('and every part dated at the beginning of zip time', async () => {
    const bytes = await writeWorkbook(definition);
    const headers: string[] = [];
    for (let at = bytes.indexOf('PK\x03\x04'); at !== -1; at = bytes.indexOf('PK\x03\x04', at + 4)) headers.push(bytes.toString('hex', at + 10, at + 14));
    expect(headers).toEqual(Array(8).fill('00002100'));
  });
});

describe('what was written', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '가', '_x0041_', '&', '<', '"', '\u0000', '\ud800') }));

  it('reads back by our own reader, as text whatever it starts with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (texts) => {
        const bytes = await writeWorkbook({ ...definition, sheets: [{ name: '표', columns: [{ header: '글', type: 'text' }], rows: texts.map((text) => [text]) }] });
        const rows = (await readWorkbook(bytes)).sheets[0]?.rows ?? [];
        for (const [index, text] of texts.entries()) {
          const cell = rows.find((row) => row.number === index + 2)?.cells[0];
          const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '').replace(/[\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
          const seen = clean.replace(/^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g, '');
          expect(cell?.text ?? '').toBe(seen);
          if (cell !== undefined) expect(['text', 'error']).toContain(cell.kind);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('imports again: header found, totals left out, amounts exact', async () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(amounts, async (values) => {
        const rows: SheetValue[][] = values.map((amount, index) => [`기업 ${index}`, amount]);
        const columns = [{ header: '기업명', type: 'text' }, { header: '금액', type: 'won' }] as const;
        const [sheet] = (await readWorkbook(await writeWorkbook({ ...definition, sheets: [{ name: '표', title: '제목', columns, rows, totals: 'sum' }] }))).sheets;
        const table = findHeader(sheet ?? { name: '', rows: [], hidden: false }, [{ key: 'company', names: ['기업명'] }, { key: 'amount', names: ['금액'] }]);
        expect(table.skipped.map((skipped) => skipped.why)).toEqual(['TOTAL_ROW']);
        expect(table.dataRows.map((row) => BigInt(cellAt(row, 2).text.replaceAll(',', '').replace('△', '-')))).toEqual(values);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('sheet names', () => {
  it.each([
    ['출자납입', [], '출자납입'],
    ['A/S: 바우처 [2021]?', [], 'A S  바우처  2021'],
    ["'인용'", [], '인용'],
    ['', [], 'Sheet'],
    ['가'.repeat(40), [], '가'.repeat(31)],
    ['ABC', ['abc'], 'ABC (2)'],
    ['가'.repeat(40), ['가'.repeat(31)], `${'가'.repeat(27)} (2)`],
    ['History', [], 'History (2)'],
    [`${'가'.repeat(30)}😀`, [], '가'.repeat(30)],
  ])('%p beside %p is %p', (wanted, taken, name) => expect(freeName(wanted, new Set(taken))).toBe(name));

  it('reach other programs whatever they hold', async () => {
    const names = ["김's & <표>", "김's & <표>"];
    const book = await opened({ ...definition, sheets: names.map((name) => ({ ...calls, name })) });
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["김's & <표>", "김's & <표> (2)"]);
  });
});

describe('definitions that make no sense are bugs', () => {
  it.each<[what: string, sheet: SheetDefinition]>([
    ['a row that does not fit', { ...calls, rows: [['가']] }],
    ['a number in a text column', { ...calls, rows: [[1n, 1n, null, null, null]] }],
    ['no columns', { ...calls, columns: [], rows: [] }],
  ])('%s', async (_what, sheet) => {
    await expect(writeWorkbook({ ...definition, sheets: [sheet] })).rejects.toThrow(InvariantError);
  });

  it('as is a time without zone', async () => {
    await expect(writeWorkbook({ ...definition, createdAt: '2026-06-30' })).rejects.toThrow(InvariantError);
  });
});

const bookOf = (length: number): WorkbookDefinition => {
  const rows = Array.from({ length }, (_, at): SheetValue[] => [`㈜${at}`, BigInt(at) * 1_000_003n, '2026-06-30', `${at % 100}.50%`, null]);
  return { ...definition, sheets: [{ ...calls, rows }, calls] };
};

describe('a large workbook', () => {
  it('has the same bytes, wherever it is written', async () => {
    const large = bookOf(5_000);
    expect((await writeWorkbook(large)).equals(await workbookHere(large))).toBe(true);
  });
});

describe('whoever waits for a workbook', () => {
  it.each([
    ['a small one', 50],
    ['one that is written in a thread', 20_000],
  ])('hears of the rows of all sheets, from none to the last: %s', async (_what, length) => {
    const told: (readonly [number, number | null])[] = [];
    const heard = await writeWorkbook(bookOf(length), { onProgress: (done, total) => told.push([done, total]) });
    const total = length + calls.rows.length;
    expect([told[0], told.at(-1)]).toEqual([[0, total], [total, total]]);
    expect(told.every(([done, of], at) => of === total && done > (told[at - 1]?.[0] ?? -1))).toBe(true);
    expect(heard.equals(await workbookHere(bookOf(length)))).toBe(true);
  });

  it.each([0, 1])('ends the writing by leaving after row %i, and the next is written whole', async (last) => {
    const leave = new AbortController();
    const onProgress = (done: number): void => {
      if (done >= last) leave.abort();
    };
    await expect(writeWorkbook(bookOf(20_000), { signal: leave.signal, onProgress })).rejects.toMatchObject({ name: 'AbortError' });
    expect((await writeWorkbook(bookOf(5_000))).equals(await workbookHere(bookOf(5_000)))).toBe(true);
  });

  it('is written nothing for who has left before', async () => {
    const told: number[] = [];
    await expect(writeWorkbook(bookOf(50), { signal: AbortSignal.abort(), onProgress: (done) => told.push(done) })).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([]);
  });
});
