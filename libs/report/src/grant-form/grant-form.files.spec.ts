import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { SHARE_VERSIONS } from '#libs/grant';
import { closeAll, open, pageTexts } from '../../../../test/pdf/read-pdf.js';
import { sealReport } from '../report/report.service.js';
import { tableOf, type ReportModel, type SealedReport } from '../report/report.js';
import { registerForms } from '../testing/grant-forms.js';
import { closeUp, printedTexts, sheetAndTable } from '../testing/report-files.js';
import { grantFormModel } from './grant-form.model.js';
import { grantFormPdf } from './grant-form.pdf.js';
import { grantFormXlsx } from './grant-form.xlsx.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

interface Row {
  readonly code: string;
  readonly name: string;
  readonly source: string;
  readonly carried: number;
  readonly plan: number;
  readonly change: number;
  readonly interest_in: number;
  readonly subtotal: number;
  readonly used: number;
  readonly balance: number;
  readonly used_rate: string;
}

interface Figures {
  readonly organisation: string;
  readonly gov: number;
  readonly own_cash: number;
  readonly own_inkind: number;
  readonly settlement: Readonly<Record<string, number | string>>;
  readonly form7_table1: readonly Row[];
}

const { figures } = JSON.parse(readFileSync('test/fixtures/prototype-grants.expected.json', 'utf8')) as { figures: Readonly<Record<string, Figures>> };
const NUMBERS = Object.keys(figures);
const sealed = new Map<string, SealedReport>();

beforeAll(async () => {
  for (const [number, form] of await registerForms(SHARE_VERSIONS)) {
    sealed.set(number, sealReport(grantFormModel({ form, project: null, asOf: form.decidedOn, knownBefore: new Date('2022-03-31T15:00:00Z') }), 'F', new Date('2022-04-01T06:30:12Z')));
  }
});

const reportOf = (number: string): SealedReport => sealed.get(number) as SealedReport;
const figuresOf = (number: string): Figures => figures[number] as Figures;
const written = (amount: number): string => `${amount < 0 ? '△' : ''}${Math.abs(amount).toLocaleString('en-US')}`;

/** The cells of a row of table 1 in the order of the form. */
const wantedCells = (row: Row): string[] => [
  ...[`${row.code} ${row.name}`, row.source, written(row.carried), written(row.plan), written(row.change), written(row.interest_in), written(row.subtotal), written(row.used), written(row.balance)],
  ...[row.used_rate, '0'],
];

describe.each(NUMBERS)('form 7 of %s', (number) => {
  const model = (): ReportModel => reportOf(number).model;

  it('has table 1 row by row, column by column', () => {
    const { columns, rows } = tableOf(model(), 'use');
    expect(columns.map(({ header }) => header.ko)).toEqual([
      ...['항목', '구분', '① 전단계 이월액', '② 당초', '③ 변경(증감)', '④ 발생이자 산입금', '⑤ 소계 (①+②+③+④)', '⑥ 사용금액', '잔액 (⑤-⑥)', '사용률 (⑥/⑤×100)', '다음단계 이월액'],
    ]);
    const cells = rows.map((row) => columns.map(({ key }) => row.cells[key]));
    for (const row of figuresOf(number).form7_table1) expect(cells).toContainEqual(wantedCells(row));
    // beside them: a row in kind for each line that has none, and the sums of direct and indirect cost and of all
    const lines = cells.filter(([line]) => /^[DI]\d/.test(line ?? ''));
    expect(new Set(lines.map(([line]) => line)).size * 2).toBe(lines.length);
    expect(lines.filter((row) => row[6] !== '0')).toHaveLength(figuresOf(number).form7_table1.length);
  });

  it('has the head in thousands of won and table 3 to the won', () => {
    const { gov, own_cash: cash, own_inkind: inKind, settlement } = figuresOf(number);
    const thousands = (amount: number): string => written(amount / 1000);
    expect(tableOf(model(), 'head').totals).toMatchObject({ governmentCashCount: thousands(gov), ownCashCount: thousands(cash), ownInKindCount: thousands(inKind), totalCount: thousands(gov + cash + inKind) });
    const amount = (key: string): string => written(settlement[key] as number);
    const [inCash, short] = tableOf(model(), 'return').rows;
    expect(inCash?.cells).toMatchObject({ unusedWon: amount('unused_cash'), disallowedWon: amount('disallowed_cash'), cashWon: amount('A'), returnedWon: amount('C_cash'), interestWon: amount('D'), returnedInterestWon: amount('E') });
    expect(inCash?.cells['part']?.split(' ')[0]).toBe(settlement['B']);
    expect(short?.cells['returnedWon']).toBe(amount('C_inkind'));
    const steps = new Map(tableOf(model(), 'return', 1).rows.map(({ cells }) => [cells['step'], cells['amountWon']]));
    expect([steps.get('(+) 간접비 비례회수'), steps.get('총 반납액'), steps.get('(−) 10원 미만 단수')]).toEqual([amount('indirect_proportional'), amount('total_return'), written(-(settlement['notice_cut'] as number))]);
    expect(tableOf(model(), 'return', 1).totals?.['amountWon']).toBe(amount('notice_amount'));
  });

  it('is printed with every cell, and the rows of table 1 stand whole on the paper', async () => {
    const text = closeUp((await pageTexts(await open(await grantFormPdf(reportOf(number), [])))).join(''));
    expect(printedTexts({ ...model(), sections: model().sections.map((section) => ({ ...section, title: { ...section.title, en: '' }, blocks: section.blocks.filter(({ kind }) => kind !== 'table') })) }).filter((each) => !text.includes(closeUp(each)))).toEqual([]);
    for (const row of figuresOf(number).form7_table1) expect(text).toContain(closeUp(wantedCells(row).join('')));
    for (const { columns, rows, totals } of model().sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))) {
      for (const cells of [...rows.map((row) => row.cells), ...(totals === undefined ? [] : [totals])]) expect(text).toContain(closeUp(columns.map(({ key }) => cells[key] ?? '').join('')));
    }
  });

  it('is the same in the workbook, sheet by sheet', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await grantFormXlsx(model(), [])) as unknown as ExcelJS.Buffer);
    const tables = model().sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
    expect(book.worksheets).toHaveLength(tables.length + 1);
    for (const [at, table] of tables.entries()) {
      const { read, expected } = sheetAndTable(book, book.worksheets[at + 1]?.name ?? '', table);
      expect(read).toEqual(expected);
    }
    const use = book.worksheets.find(({ name }) => name.includes('사용실적'));
    const read = (use?.getSheetValues() ?? []).map((row) => (Array.isArray(row) ? row.slice(1) : []));
    for (const row of figuresOf(number).form7_table1) expect(read).toContainEqual(expect.arrayContaining([`${row.code} ${row.name}`, row.source, row.plan, row.change, row.subtotal, row.used, row.balance]));
  });
});

describe('the paper', () => {
  it('has the same bytes whenever it is made, and carries the mark of a copy', async () => {
    const report = reportOf('PT-2021-001');
    const again = sealReport(report.model, 'F', new Date('2030-01-01T00:00:00Z'));
    const bytes = await grantFormPdf(report, []);
    expect((await grantFormPdf({ ...again, model: report.model, data: report.data }, [])).equals(bytes)).toBe(true);
    const marked = closeUp((await pageTexts(await open(await grantFormPdf(report, ['사본 · auditor', '사유: 정산 감사'])))).join(''));
    expect(marked).toContain(closeUp('사본 · auditor'));
  });
});
