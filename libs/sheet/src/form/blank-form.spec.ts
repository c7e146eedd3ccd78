import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { findHeader } from '../header/find-header.js';
import { columnSpecs, type ColumnRules } from '../judging/column.js';
import { writeWorkbook } from '../thread/write-workbook.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { blankWorkbook } from './blank-form.js';

const RULES = {
  company: { names: ['기업명', '업체'], type: 'text', required: true },
  number: { names: ['사업자등록번호'], type: 'business-number', required: true },
  paidOn: { names: ['지급일'], type: 'date' },
  paid: { names: ['지급금액(원)'], type: 'won' },
  share: { names: ['지분율'], type: 'loose' },
} as const satisfies ColumnRules;
const FORM = { title: '시험', sheets: [{ name: '명단', rules: RULES }, { name: '개요', rules: { item: { names: ['항목'], type: 'text' }, value: { names: ['내용'], type: 'loose' } }, items: ['예산', '한도'] } as const] };

const bytes = (): Promise<Buffer> => writeWorkbook(blankWorkbook(FORM));

async function opened(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  return workbook;
}

describe('a blank form', () => {
  it('has the columns that its importer looks for, and no row', async () => {
    const sheet = (await readWorkbook(await bytes())).sheets[0];
    const table = findHeader(sheet ?? { name: '', rows: [], hidden: false }, columnSpecs(RULES));
    expect([[...table.columns.keys()], table.faults, table.dataRows]).toEqual([Object.keys(RULES), [], []]);
  });

  it('holds the items of an overview already', async () => {
    const rows = (await readWorkbook(await bytes())).sheets[1]?.rows ?? [];
    expect(rows.slice(-2).map(({ cells }) => cells.map(({ text }) => text))).toEqual([['예산'], ['한도']]);
  });

  it.each([
    [1, '@', '기업명', '꼭 적습니다.'],
    [2, '@', '사업자등록번호', '꼭 적습니다.'],
    [3, 'yyyy-mm-dd', '지급일', '비워 둘 수 있습니다.'],
    [4, '#,##0;△#,##0', '지급금액(원)', '비워 둘 수 있습니다.'],
  ])('keeps what is typed into column %i in the format %s, with a hint that refuses nothing', async (column, format, title, prompt) => {
    const sheet = (await opened(await bytes())).getWorksheet('명단');
    expect(sheet?.getColumn(column).numFmt).toBe(format);
    // The types of the library know no list of its hints; its reader has one.
    const hints = (sheet as unknown as { dataValidations: { find(address: string): Record<string, unknown> | undefined } }).dataValidations;
    const hint = hints.find(`${'ABCD'.charAt(column - 1)}6`);
    expect(hint).toMatchObject({ promptTitle: title, prompt: expect.stringContaining(prompt) as unknown, showInputMessage: true });
    expect(hint?.['showErrorMessage']).toBeFalsy();
  });

  it('marks what has to be filled in by the colour of its header', async () => {
    const header = (await opened(await bytes())).getWorksheet('명단')?.getRow(5);
    const colours = [1, 2, 3, 4, 5].map((column) => (header?.getCell(column).fill as ExcelJS.FillPattern).fgColor?.argb);
    expect(colours).toEqual(['FFFDE9C8', 'FFFDE9C8', 'FFE8EDF5', 'FFE8EDF5', 'FFE8EDF5']);
  });

  it('is the same every time', async () => {
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});
