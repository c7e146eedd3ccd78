import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { unpacked } from '../../support/archives.js';
import { expectStatus } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { formFund, recordDeal } from '../../support/funds.js';
import { issued, take } from '../../support/issues.js';
import { closeUp, pdfText } from '../../support/packs.js';
import { today } from '../../support/services.js';

const REASON = '국정감사 요구자료 제출';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function opened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

/** Every cell with where it stands, so that a cell that moved is another one. */
function cellsOf(workbook: ExcelJS.Workbook): string[] {
  const cells: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(`${sheet.name}!${cell.address} ${JSON.stringify(cell.value)}`))));
  return cells;
}

describe('copies of an issued report', () => {
  const auditor = Client.as('auditor');
  let report: Json;
  let files: Map<string, string>;
  const taken = (format: string, client: Client, receipt: boolean): Promise<Answer> => client.post(`/reports/issues/${report.id as string}/downloads`, { format, reason: REASON, receipt });

  beforeAll(async () => {
    const fund = await formFund(Client.as('manager'));
    expectStatus(await recordDeal(Client.as('manager'), fund.id, '1230000123'), 201);
    report = await issued(fund.id, today());
    const { body } = await Client.as('compliance').get(`/reports/issues/${report.id as string}`);
    files = new Map((body.files as Json[]).map(({ format, sha256: hash }) => [format as string, hash as string]));
  }, 120_000);

  it('mark the workbook of a guest on every sheet, on paper and in its properties, and move no cell', async () => {
    const [original, copy] = [await take(report.id, 'xlsx'), await taken('xlsx', auditor, false)];
    expectStatus(copy, 200);
    expect(sha256(original.bytes)).toBe(files.get('xlsx'));
    const [before, after] = [await opened(original.bytes), await opened(copy.bytes)];
    const mark = `사본 · auditor · 사유: ${REASON} · 원본 SHA-256 ${files.get('xlsx') ?? ''}`;
    expect(after.description).toBe(mark);
    for (const sheet of after.worksheets) expect(sheet.headerFooter.oddHeader).toBe(`&R&8 ${mark}`);
    const added = cellsOf(after).filter((cell) => !cellsOf(before).includes(cell));
    expect(added).toHaveLength(after.worksheets.length);
    for (const cell of added) expect(cell).toContain(JSON.stringify(mark));
    expect(cellsOf(before).filter((cell) => !cellsOf(after).includes(cell))).toEqual([]);
  });

  it.each(['csv', 'json'])('are the very bytes of the issue as %s, which bears no mark; who took them is on record', async (format) => {
    const copy = await taken(format, auditor, false);
    expect(sha256(copy.bytes)).toBe(files.get(format));
    const [line] = (await Client.as('compliance').get('/reports/downloads?limit=1')).body as Json[];
    expect(line).toMatchObject({ format, actorLogin: 'auditor', reason: REASON, sha256: files.get(format) });
  });

  it.each(['csv', 'json'])('go with a receipt as %s where one is asked for: who, when, why, and the hash of what lies beside it', async (format) => {
    const answer = await taken(format, auditor, true);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const archive = await unpacked(answer.bytes);
    const name = `${report.number as string}-v1.${format}`;
    expect([...archive.keys()]).toEqual([name, 'receipt.pdf']);
    expect(sha256(archive.get(name) ?? Buffer.alloc(0))).toBe(files.get(format));
    const text = await pdfText({ ...answer, bytes: archive.get('receipt.pdf') ?? Buffer.alloc(0) });
    for (const said of [name, files.get(format) ?? 'none', 'auditor', REASON, report.code as string, `${report.number as string} 제1판`]) expect(text).toContain(closeUp(said));
    const [line] = (await Client.as('compliance').get(`/reports/issues/${report.id as string}/downloads`)).body as Json[];
    expect(line).toMatchObject({ format, actorLogin: 'auditor', reason: REASON, marked: true });
    const [record] = (await Client.as('compliance').get('/reports/downloads?limit=1')).body as Json[];
    expect([record.sha256, record.sizeBytes]).toEqual([sha256(answer.bytes), answer.bytes.length]);
  });

  it('of the house stay what was issued, and may go with a receipt too', async () => {
    const answer = await taken('pdf', Client.as('finance'), true);
    const archive = await unpacked(answer.bytes);
    expect(sha256(archive.get(`${report.number as string}-v1.pdf`) ?? Buffer.alloc(0))).toBe(files.get('pdf'));
  });
});
