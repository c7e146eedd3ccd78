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

/** What is behind the figures of a report, by reference: the figure, and what its entries or the figures that it sums up come to; won. */
export function tracedSums(report: Json): ReadonlyMap<string, { readonly figure: number; readonly sum: number; readonly entries: readonly string[] }> {
  const [references, entries] = [tableOf(report, 'trace', 0), tableOf(report, 'trace', 1)];
  const figureOf = new Map(references.map((row) => [row['reference'] ?? '', digitsOf(row['amountWon'])]));
  return new Map(
    references.map(({ reference = '', parts = '' }) => {
      const own = entries.filter((row) => row['reference'] === reference);
      const named = parts.split(' + ').filter((part) => figureOf.has(part));
      const sum = named.length > 0 ? named.map((part) => figureOf.get(part) ?? 0) : own.map((row) => digitsOf(row['amountWon']));
      return [reference, { figure: figureOf.get(reference) ?? 0, sum: sum.reduce((all, each) => all + each, 0), entries: own.map((row) => row['entry'] ?? '') }];
    }),
  );
}

/** A reference to entries; [0] says that there are none, and a letter that the figure is no sum of entries. */
const TO_ENTRIES = /^\[[1-9]\d*\]$/u;

/** Every reference to entries that stands beside a figure, with the figure, in the order of the report. */
export const referencedFigures = (report: Json): { readonly reference: string; readonly text: string }[] =>
  (report.sections as Json[])
    .flatMap(({ blocks }) => (blocks as Json[]).flatMap(referencesIn))
    .filter(({ reference }) => TO_ENTRIES.test(reference));

function referencesIn(block: Json): { readonly reference: string; readonly text: string }[] {
  const of = (cells: Json = {}, references: Json = {}) => Object.entries(references as Record<string, string>).map(([key, reference]) => ({ reference, text: cells[key] as string }));
  if (block.kind === 'tiles' || block.kind === 'facts') return ((block.tiles ?? block.rows) as Json[]).map(({ reference = '', value }) => ({ reference: reference as string, text: firstAmount(value as string) }));
  return block.kind === 'table' ? [...(block.rows as Json[]).flatMap(({ cells, references }) => of(cells as Json, references as Json)), ...of(block.totals as Json, block.totalReferences as Json)] : [];
}

/** '금20,000,000,000원(금이백억원)' shows 20,000,000,000. */
const firstAmount = (text: string): string => /△?\d[\d,]*/u.exec(text)?.[0] ?? text;
