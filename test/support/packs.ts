import ExcelJS from 'exceljs';
import { closeAll, open, pageTexts } from '../pdf/read-pdf.js';
import type { Answer, Json } from './client.js';

/** The rows of a list of a pack, as texts by column. */
export function rowsOf(pack: Json, list: string): Record<string, string>[] {
  const section = (pack.sections as Json[]).find(({ id }) => id === list);
  const table = (section?.blocks as Json[] | undefined)?.find(({ kind }) => kind === 'table');
  return ((table?.rows ?? []) as Json[]).map(({ cells }) => cells as Record<string, string>);
}

/** Every cell that a pack shows. */
export const cellsOf = (pack: Json): string[] =>
  (pack.sections as Json[]).flatMap(({ blocks }) => (blocks as Json[]).filter(({ kind }) => kind === 'table').flatMap(({ rows }) => (rows as Json[]).flatMap(({ cells }) => Object.values(cells as Record<string, string>))));

export const closeUp = (text: string): string => text.replaceAll(/[\s\u00a0,]/g, '');

/** All that a PDF prints, without white space and commas. */
export async function pdfText({ bytes }: Answer): Promise<string> {
  try {
    return closeUp((await pageTexts(await open(bytes))).join(''));
  } finally {
    await closeAll();
  }
}

/** All that a workbook holds, as texts without white space and commas; dates as people write them. */
export async function workbookText({ bytes }: Answer): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => texts.push(textOf(cell.value)))));
  return closeUp(texts.join('|'));
}

function textOf(value: ExcelJS.CellValue): string {
  if (value instanceof Date) return `${value.getUTCFullYear()}. ${value.getUTCMonth() + 1}. ${value.getUTCDate()}.`;
  if (typeof value === 'number') return value < 0 ? `△${-value}` : `${value}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A pack without a time tells what was known by the second in which it is asked: what was just done belongs to the next one. */
export const nextSecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_010 - (Date.now() % 1_000)));
