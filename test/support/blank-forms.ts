import ExcelJS from 'exceljs';
import { expectStatus } from './answers.js';
import type { Client } from './client.js';

/** What is typed into a sheet: values by the name of their column, one record for each row. */
export type Typed = Readonly<Record<string, readonly Readonly<Record<string, string | number | Date>>[]>>;

async function opened(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  return workbook;
}

/** The row of a form that names its columns: the one with a value in its second cell. */
function headerOf(sheet: ExcelJS.Worksheet): ExcelJS.Row {
  for (let number = 1; number <= sheet.rowCount; number += 1) if (sheet.getCell(number, 2).text !== '') return sheet.getRow(number);
  throw new Error(`the sheet ${sheet.name} names no columns`);
}

/** Downloads a form, types rows into it as somebody in Excel does, and saves it. */
export async function filledForm(client: Client, path: string, typed: Typed): Promise<Buffer> {
  const answer = await client.get(path);
  expectStatus(answer, 200);
  const workbook = await opened(answer.bytes);
  for (const [name, rows] of Object.entries(typed)) {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`the form has no sheet ${name}`);
    const header = headerOf(sheet);
    rows.forEach((row, index) => {
      for (const [column, value] of Object.entries(row)) sheet.getCell(header.number + 1 + index, columnOf(header, column)).value = value;
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Types the values of an overview beside its items; `header` replaces what stands above them. */
export async function filledOverview(content: Buffer, name: string, items: Readonly<Record<string, string>>, header?: string): Promise<Buffer> {
  const workbook = await opened(content);
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`the form has no sheet ${name}`);
  if (header !== undefined) headerOf(sheet).getCell(2).value = header;
  const left = new Map(Object.entries(items));
  sheet.eachRow((row) => {
    const item = row.getCell(1).text;
    const value = left.get(item);
    if (value !== undefined) row.getCell(2).value = value;
    left.delete(item);
  });
  if (left.size > 0) throw new Error(`the form does not ask for ${[...left.keys()].join(', ')}`);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function columnOf(header: ExcelJS.Row, column: string): number {
  for (let number = 1; number <= header.cellCount; number += 1) if (header.getCell(number).text === column) return number;
  throw new Error(`the form has no column ${column}`);
}
