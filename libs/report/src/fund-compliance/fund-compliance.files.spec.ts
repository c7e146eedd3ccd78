import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { closeAll, open, pageTexts } from '../../../../test/pdf/read-pdf.js';
import { reportCsv } from '../report/report.csv.js';
import { sealReport } from '../report/report.service.js';
import { DATA_FILE, tableOf, type ReportModel } from '../report/report.js';
import { closeUp, printedTexts, rowsOfSheet, sha256, sheetAndTable } from '../testing/report-files.js';
import { tracedWithoutBooks } from '../testing/traced.js';
import { tv2Facts } from '../testing/tv2.js';
import { fundComplianceModel } from './fund-compliance.model.js';
import { fundCompliancePdf } from './fund-compliance.pdf.js';
import { fundComplianceXlsx } from './fund-compliance.xlsx.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const sealed = (generatedAt = '2026-08-01T06:30:12Z') => sealReport(tracedWithoutBooks(fundComplianceModel(tv2Facts())), 'A', new Date(generatedAt));

describe('the seal', () => {
  it('is the hash of the data, and numbers the report by it', () => {
    const { model, data } = sealed();
    expect(model.meta.dataSha256).toBe(sha256(data));
    expect(model.meta.number).toBe(`RPT-A-FND-2021-02-20230630-${sha256(data).slice(0, 8)}`);
  });

  it('does not depend on the hour of asking', () => {
    const [one, other] = [sealed(), sealed('2030-01-01T00:00:00Z')];
    expect(other.data.equals(one.data)).toBe(true);
    expect(other.model).toEqual({ ...one.model, meta: { ...one.model.meta, generatedAt: '2030-01-01T00:00:00.000Z' } });
  });
});

describe('the PDF', () => {
  let bytes: Buffer;
  let model: ReportModel;
  let text: string;
  beforeAll(async () => {
    const report = sealed();
    model = report.model;
    bytes = await fundCompliancePdf(report, []);
    text = closeUp((await pageTexts(await open(bytes))).join(''));
  });

  it('prints every figure and sentence of the model', () => {
    const wanted = printedTexts(model);
    expect(wanted.length).toBeGreaterThan(300);
    expect(wanted.filter((each) => !text.includes(closeUp(each)))).toEqual([]);
  });

  it('prints number, date, time of knowledge and fingerprint', () => {
    for (const each of [model.meta.number, '2023. 6. 30. 24:00', model.meta.dataSha256, '담당', '검토', '결재', '대외비']) expect(text).toContain(closeUp(each));
  });

  it('carries the data whose hash it prints, and the list of investments', async () => {
    const attachments = (await (await open(bytes)).getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(Object.keys(attachments).sort()).toEqual([model.list.fileName, DATA_FILE].sort());
    expect(sha256(attachments[DATA_FILE]?.content ?? new Uint8Array())).toBe(model.meta.dataSha256);
    expect(Buffer.from(attachments[model.list.fileName]?.content ?? []).equals(reportCsv(model))).toBe(true);
  });

  it('has the same bytes whenever it is made, and others for each reader of a copy', async () => {
    const later = await fundCompliancePdf(sealed('2030-01-01T00:00:00Z'), []);
    const copy = (login: string) => fundCompliancePdf(sealed(), [`사본 · ${login}`, '사유: 국정감사 자료']);
    expect(later.equals(bytes)).toBe(true);
    expect((await copy('auditor')).equals(await copy('auditor'))).toBe(true);
    expect((await copy('auditor')).equals(await copy('other'))).toBe(false);
  });
});

describe('the workbook', () => {
  const { model } = sealed();
  const book = new ExcelJS.Workbook();
  beforeAll(async () => {
    await book.xlsx.load((await fundComplianceXlsx(model, [])) as unknown as ExcelJS.Buffer);
  });
  const cellsOf = (name: string): unknown[][] => rowsOfSheet(book, name);

  it('has its sheets', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '요약', '의무비율', '투자목록', '출자납입', '그밖의의무', '법정의무', '투자한도', '이해관계인', '예외승인', '보수비용', '관리보수', '회수', '분배', '평가', '손상', '조치계획', '승인기록', '예외', '규칙', '증빙', '참조 목록', '참조별 분개', '산식·기록·규칙',
    ]);
  });

  it('says on the first sheet what it is, with the fingerprint and the key figures as numbers', () => {
    const rows = cellsOf('요약');
    expect(rows.find((row) => row[1] === '문서번호')?.[2]).toBe(model.meta.number);
    expect(rows.find((row) => row[1] === '자료 지문(SHA-256)')?.[2]).toBe(model.meta.dataSha256);
    expect(rows.find((row) => row[1] === '비주목적 투자여력')?.[2]).toBe(5_200_000_000);
    expect(rows.find((row) => row[1] === '주목적 투자비율')?.slice(2, 4)).toEqual(['19.00', '%']);
  });

  it.each([
    ['의무비율', 'obligation', 0],
    ['그밖의의무', 'obligation', 2],
    ['법정의무', 'statutory', 0],
    ['투자목록', 'investments', 0],
    ['출자납입', 'capital', 0],
    ['투자한도', 'restrictions', 0],
    ['보수비용', 'fees', 2],
    ['회수', 'outcome', 1],
    ['분배', 'outcome', 2],
    ['평가', 'valuation', 0],
    ['조치계획', 'exceptions', 0],
    ['규칙', 'policies', 0],
    ['증빙', 'evidence', 0],
  ])('has in %s the figures of the model to the won', (sheet, section, index) => {
    const { read, expected } = sheetAndTable(book, sheet, tableOf(model, section, index));
    expect(read).toEqual(expected);
  });

  it('adds up like the model', () => {
    expect(cellsOf('투자목록').at(-1)?.slice(5, 7)).toEqual([6_000_000_000, 3_800_000_000]);
  });
});

describe('the CSV', () => {
  it('has plain digits and ISO dates', () => {
    const lines = reportCsv(sealed().model).toString('utf8').split('\r\n');
    expect(lines[1]).toBe('INV-2022-0001,A 연구소기업,401-81-01633,RCPS,2022-03-28,2000000000,2000000000,연구소기업,창업기업,인정,정다온,2022-03-28,2022-03-28,2');
    expect(lines).toHaveLength(7);
  });
});
