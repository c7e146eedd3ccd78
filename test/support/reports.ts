import { randomBytes } from 'node:crypto';
import { readWorkbook } from '../../libs/sheet/src/index.js';
import { Client, type Answer, type Json } from './client.js';
import { workbook } from './rosters.js';

/** The settlement report of a programme year, as compliance reads it. */
export const settlementReport = (yearId: string, query = '', client: Client = Client.as('compliance')): Promise<Answer> => client.get(`/reports/voucher-settlement/${yearId}${query}`);

/** A table of a report: its rows and, last, its totals, by column key. */
export function tableOf(report: Json, sectionId: string, index = 0): Record<string, string>[] {
  const section = (report.sections as Json[]).find(({ id }) => id === sectionId);
  const table = (section?.blocks as Json[]).filter(({ kind }) => kind === 'table')[index];
  return [...(table.rows as Json[]).map(({ cells }) => cells as Record<string, string>), ...(table.totals === undefined ? [] : [table.totals as Record<string, string>])];
}

/** What is after the first row of the sum: the totals of a table. */
export const totalsOf = (report: Json, sectionId: string, index = 0): Record<string, string> => tableOf(report, sectionId, index).at(-1) ?? {};

/** The digits of an amount as a report writes it. */
export const digitsOf = (text: string | undefined): number => Number((text ?? '').replaceAll(',', '').replace('△', '-'));

/** Another number for each invoice of a workbook: a second import in the same house would find them used. Equal ones stay equal. */
export async function freshInvoices(name: string): Promise<Json[]> {
  const { sheets } = await readWorkbook(workbook(name));
  const sheet = sheets.find((each) => each.name === '사용내역');
  const column = sheet?.rows.flatMap(({ cells }) => cells).find(({ text }) => text.includes('승인번호'))?.column;
  const fresh = new Map<string, string>();
  return (sheet?.rows ?? []).flatMap(({ number, cells }) => {
    const text = cells.find((cell) => cell.column === column)?.text ?? '';
    if (!/^[0-9A-Za-z]{8}-?[0-9A-Za-z]{8}-?[0-9A-Za-z]{8}$/.test(text)) return [];
    const value = fresh.get(text) ?? randomBytes(12).toString('hex');
    fresh.set(text, value);
    return [{ sheet: '사용내역', row: number, column: '세금계산서 승인번호', value }];
  });
}
