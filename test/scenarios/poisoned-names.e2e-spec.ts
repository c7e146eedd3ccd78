import { beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { expectStatus } from '../support/answers.js';
import { Client } from '../support/client.js';
import { businessNumber, formFund, partners, recordDeal } from '../support/funds.js';

/** Names as somebody would register them who hopes that an official opens the export in Excel. */
const POISON = ['=HYPERLINK("https://evil.example","여기")', "+cmd|' /C calc'!A0", '-2+3', '@SUM(1+1)', '＝1+1'];
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠]/;
/** What a spreadsheet takes for a number or shows as an empty place, and never calculates. */
const HARMLESS = /^(-|-?[0-9,.]+%?|-?[0-9]{4}-[0-9]{2}-[0-9]{2})$/;

describe('an export with names that look like formulas', () => {
  let fundId: string;
  let partnerId: string;

  beforeAll(async () => {
    const manager = Client.as('manager');
    const named = partners().map((partner: object, index) => ({ ...partner, name: POISON[index] }));
    fundId = (await formFund(manager, { name: POISON[3], custodian: POISON[4], partners: named })).id;
    for (const name of POISON) expectStatus(await recordDeal(manager, fundId, '1000000', { company: { name, businessNumber: businessNumber(), incorporatedOn: '2022-03-02' } }), 201);
    partnerId = ((await Client.as('auditor').get(`/funds/${fundId}`)).body.partners as { id: string }[])[0]?.id ?? '';
    // A report tells what was known at the full second.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  });

  const download = async (format: string, kind = 'fund-compliance', id = fundId): Promise<Buffer> => {
    const answer = await Client.as('compliance').post(`/reports/${kind}/${id}/downloads`, { format, reason: '수식 삽입 점검' });
    expectStatus(answer, 200);
    return answer.bytes;
  };

  it('as CSV is read back as text, in the headers as well', async () => {
    const lines = fieldsOf((await download('csv')).toString('utf8').replace('\ufeff', ''));
    const fields = lines.flat();
    expect(fields.filter((field) => FORMULA.test(field) && !field.startsWith("'") && !HARMLESS.test(field))).toEqual([]);
    // They are all there, marked as text: nothing was thrown away to be safe.
    for (const name of POISON) expect(fields).toContain(`'${name}`);
  });

  it('as XLSX holds texts and numbers, and no formula and no link', async () => {
    const { kinds, texts } = await read(await download('xlsx'));
    expect(DANGEROUS.filter((kind) => kinds.has(kind))).toEqual([]);
    for (const name of POISON) expect(texts).toContain(name);
  });

  it.each([
    ['partner-statements', () => fundId],
    ['fund-quarterly', () => fundId],
    ['ilpa-performance', () => fundId],
    ['partner-statement', () => partnerId],
    ['ilpa-reporting', () => partnerId],
  ])('holds none in %s either, and no CSV field that Excel would calculate', async (report, idOf) => {
    const { kinds, texts } = await read(await download('xlsx', report, idOf()));
    expect(DANGEROUS.filter((kind) => kinds.has(kind))).toEqual([]);
    // The fund's own name is poison, and is on the first sheet of every one of them.
    expect([...texts].some((text) => text.includes(POISON[3] ?? ''))).toBe(true);
    const fields = fieldsOf((await download('csv', report, idOf())).toString('utf8').replace('\ufeff', '')).flat();
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => FORMULA.test(field) && !field.startsWith("'") && !HARMLESS.test(field))).toEqual([]);
  });
});

const DANGEROUS = [ExcelJS.ValueType.Formula, ExcelJS.ValueType.Hyperlink, ExcelJS.ValueType.Error, ExcelJS.ValueType.SharedString];

async function read(bytes: Buffer): Promise<{ readonly kinds: ReadonlySet<ExcelJS.ValueType>; readonly texts: ReadonlySet<string> }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const kinds = new Set<ExcelJS.ValueType>();
  const texts = new Set<string>();
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        kinds.add(cell.type);
        if (cell.type === ExcelJS.ValueType.String) texts.add(cell.text);
      }),
    ),
  );
  return { kinds, texts };
}

/** The fields of a CSV (RFC 4180), line by line. */
function fieldsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines;
}
