import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { closeAll, open, pageTexts } from '../../../../test/pdf/read-pdf.js';
import { annualModel } from '../annual/annual.model.js';
import { ANNUAL } from '../annual/annual.registry.js';
import { FUND_QUARTERLY } from '../fund-quarterly/fund-quarterly.registry.js';
import { fundQuarterlyModel } from '../fund-quarterly/fund-quarterly.model.js';
import { ilpaPerformanceModel } from '../ilpa/ilpa-performance.model.js';
import { ilpaReportingModel } from '../ilpa/ilpa-reporting.model.js';
import { ILPA_PERFORMANCE, ILPA_REPORTING } from '../ilpa/ilpa.registry.js';
import { allStatementsModel } from '../partner-statement/all-statements.model.js';
import { partnerStatementModel } from '../partner-statement/partner-statement.model.js';
import { PARTNER_STATEMENT, PARTNER_STATEMENTS } from '../partner-statement/partner-statement.registry.js';
import { annualFacts } from '../testing/annual.js';
import { tv2IlpaPerformance, tv2IlpaReporting } from '../testing/ilpa.js';
import { tv2Quarterly } from '../testing/quarterly.js';
import { closeUp, printedTexts, sha256, sheetAndTable } from '../testing/report-files.js';
import { tv2Statement } from '../testing/statement.js';
import { tracedWithoutBooks } from '../testing/traced.js';
import { reportCsv } from './report.csv.js';
import { sealReport } from './report.service.js';
import { GROUND_SECTION } from '../trace/ground.model.js';
import { DATA_FILE, tableOf, type ReportDraft, type ReportTable } from './report.js';

// Reading files back takes a while on a busy machine.
jest.setTimeout(120_000);
afterAll(closeAll);

const KINDS = [
  { definition: ANNUAL, draft: () => tracedWithoutBooks(annualModel(annualFacts())), least: 300, number: 'RPT-E-ANNUAL-2022-20221231-' },
  { definition: PARTNER_STATEMENT, draft: () => tracedWithoutBooks(partnerStatementModel(tv2Statement(), 'partner-1')), least: 90, number: 'RPT-P-FND-2021-02-P01-20230630-' },
  { definition: PARTNER_STATEMENTS, draft: () => tracedWithoutBooks(allStatementsModel(tv2Statement())), least: 200, number: 'RPT-S-FND-2021-02-20230630-' },
  { definition: FUND_QUARTERLY, draft: () => tracedWithoutBooks(fundQuarterlyModel(tv2Quarterly())), least: 200, number: 'RPT-Q-FND-2021-02-20230630-' },
  { definition: ILPA_REPORTING, draft: () => tracedWithoutBooks(ilpaReportingModel(tv2IlpaReporting())), least: 400, number: 'RPT-I-FND-2021-02-P01-20230630-' },
  { definition: ILPA_PERFORMANCE, draft: () => tracedWithoutBooks(ilpaPerformanceModel(tv2IlpaPerformance())), least: 120, number: 'RPT-J-FND-2021-02-20230630-' },
];

const tables = (draft: ReportDraft): ReportTable[] => draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));

describe.each(KINDS)('the files of $definition.kind', ({ definition, draft, least, number }) => {
  const report = sealReport(draft(), definition.letter, new Date('2026-08-01T06:30:12Z'));
  const { model } = report;
  let bytes: Buffer;
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    bytes = await definition.pdf(report, []);
    book = new ExcelJS.Workbook();
    await book.xlsx.load((await definition.xlsx(model, [])) as unknown as ExcelJS.Buffer);
  });

  it('print every figure and sentence of the model, with number and fingerprint', async () => {
    const text = closeUp((await pageTexts(await open(bytes))).join(''));
    const wanted = [...printedTexts(model), model.meta.number, model.meta.dataSha256, '담당', '검토', '결재', model.meta.securityMark];
    expect(wanted.length).toBeGreaterThan(least);
    expect(wanted.filter((each) => !text.includes(closeUp(each)))).toEqual([]);
    expect(model.meta.number.startsWith(number)).toBe(true);
  });

  it('show what figures rest on beside them, and have the annex that tells it', async () => {
    const text = closeUp((await pageTexts(await open(bytes))).join(''));
    const referenced = tables(model).flatMap(({ columns }) => columns.flatMap(({ header, reference }) => (reference === undefined ? [] : [closeUp(`${header.ko}${reference}`)])));
    expect(referenced.length).toBeGreaterThan(2);
    expect(referenced.filter((each) => !text.includes(each))).toEqual([]);
    const listed = tableOf(model, GROUND_SECTION).rows.map(({ cells }) => cells.reference ?? '');
    expect(listed.filter((each) => !text.includes(closeUp(each)))).toEqual([]);
  });

  it('carry the data whose hash is printed, and the list', async () => {
    const attachments = (await (await open(bytes)).getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(sha256(attachments[DATA_FILE]?.content ?? new Uint8Array())).toBe(model.meta.dataSha256);
    expect(Buffer.from(attachments[model.list.fileName]?.content ?? []).equals(reportCsv(model))).toBe(true);
  });

  it('have the same bytes whenever they are made, and others for each copy', async () => {
    const later = sealReport(draft(), definition.letter, new Date('2030-01-01T00:00:00Z'));
    expect((await definition.pdf(later, [])).equals(bytes)).toBe(true);
    expect((await definition.xlsx(later.model, [])).equals(await definition.xlsx(model, []))).toBe(true);
    expect((await definition.pdf(report, ['사본 · auditor'])).equals(bytes)).toBe(false);
  });

  it('hold in the workbook every table of the model, to the won', () => {
    const sheets = book.worksheets.slice(1).map(({ name }) => name);
    const shown = tables(model);
    expect(sheets).toHaveLength(shown.length);
    shown.forEach((table, at) => {
      const { read, expected } = sheetAndTable(book, sheets[at] ?? '', table);
      expect(read).toEqual(expected);
    });
  });
});
