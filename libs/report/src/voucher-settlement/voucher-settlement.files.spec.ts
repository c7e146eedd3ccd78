import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { closeAll, open, pageTexts } from '../../../../test/pdf/read-pdf.js';
import { reportCsv } from '../report/report.csv.js';
import { sealReport } from '../report/report.service.js';
import { DATA_FILE, tableOf, type ReportModel } from '../report/report.js';
import { closeUp, printedTexts, rowsOfSheet, sha256, sheetAndTable } from '../testing/report-files.js';
import { settlementFacts } from '../testing/settlement.js';
import { voucherSettlementModel } from './voucher-settlement.model.js';
import { voucherSettlementPdf } from './voucher-settlement.pdf.js';
import { voucherSettlementXlsx } from './voucher-settlement.xlsx.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const sealed = (generatedAt = '2022-01-20T06:30:12Z') => sealReport(voucherSettlementModel(settlementFacts()), 'B', new Date(generatedAt));

describe('the PDF', () => {
  let bytes: Buffer;
  let model: ReportModel;
  let text: string;
  beforeAll(async () => {
    const report = sealed();
    model = report.model;
    bytes = await voucherSettlementPdf(report, []);
    text = closeUp((await pageTexts(await open(bytes))).join(''));
  });

  it('prints every figure and sentence of the model', () => {
    const wanted = printedTexts(model);
    expect(wanted.length).toBeGreaterThan(400);
    expect(wanted.filter((each) => !text.includes(closeUp(each)))).toEqual([]);
  });

  it('prints number, issuer, date, time of knowledge and the box for signatures', () => {
    for (const each of [model.meta.number, 'RPT-B-AS-2021-20211231', '과학기술사업화진흥원', '2021. 12. 31. 24:00', '담당', '검토', '결재', '대외비', '판정: 정산 진행 중']) expect(text).toContain(closeUp(each));
  });

  it('carries the data whose hash it prints, and the list of vouchers', async () => {
    const attachments = (await (await open(bytes)).getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(Object.keys(attachments).sort()).toEqual([DATA_FILE, 'vouchers.csv']);
    expect(sha256(attachments[DATA_FILE]?.content ?? new Uint8Array())).toBe(model.meta.dataSha256);
    expect(Buffer.from(attachments['vouchers.csv']?.content ?? []).equals(reportCsv(model))).toBe(true);
  });

  it('has the same bytes whenever it is made', async () => {
    expect((await voucherSettlementPdf(sealed('2030-01-01T00:00:00Z'), [])).equals(bytes)).toBe(true);
  });
});

describe('the workbook', () => {
  const { model } = sealed();
  const tables = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const book = new ExcelJS.Workbook();
  beforeAll(async () => {
    await book.xlsx.load((await voucherSettlementXlsx(model, [])) as unknown as ExcelJS.Buffer);
  });

  it('has a sheet for each table of the report', () => {
    expect(book.worksheets).toHaveLength(tables.length + 1);
    expect(book.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['요약', '분기별 롤포워드', '바우처별 내역', '사용 건별 내역', '공급기관별 사용', '적용 규칙', '검산표']));
  });

  it('has in each the figures of the report to the won', () => {
    for (const [at, table] of tables.entries()) {
      const { read, expected } = sheetAndTable(book, book.worksheets[at + 1]?.name ?? '', table);
      expect(read).toEqual(expected);
    }
  });

  it('adds up like the report', () => {
    expect(rowsOfSheet(book, '분기별 롤포워드').at(-1)).toEqual(['합계', 0, 19_000_000, 0, 7_666_666, 0, 2_333_334, 5_000_000, 4_000_000]);
  });
});

describe('the CSV', () => {
  it('has plain digits and ISO dates', () => {
    const lines = reportCsv(sealed().model).toString('utf8').split('\r\n');
    expect(lines[2]).toBe('AS-2021-0002,(주)기업2,123-45-67892,2021-05-10,2021-11-10,소멸,5000000,0,2666666,2333334,0,0,0');
    expect(lines).toHaveLength(tableOf(sealed().model, 'vouchers').rows.length + 2);
  });
});
