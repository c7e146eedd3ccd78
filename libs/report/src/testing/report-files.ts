import { createHash } from 'node:crypto';
import type ExcelJS from 'exceljs';
import { columnType, sheetValue } from '../report/report.xlsx.js';
import type { ReportBlock, ReportModel, ReportTable } from '../report/report.js';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Without white space: where a line breaks on paper says nothing. */
export const closeUp = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');

/** Every text that a reader of the paper must find. */
export const printedTexts = ({ sections }: ReportModel): string[] => sections.flatMap(({ title, blocks }) => [title.ko, title.en, ...blocks.flatMap(shownTexts)]);

function shownTexts(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.flatMap(({ label, value, note }) => [label.ko, value, note ?? '']);
    case 'table':
      return [...block.columns.map(({ header }) => header.ko), ...[...block.rows.map(({ cells }) => cells), block.totals ?? {}].flatMap((cells) => Object.values(cells))];
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label.ko, value]);
    case 'text':
      return [block.text.ko];
    case 'gauge':
      return [`${block.valuePercent}%`, `${block.requiredPercent}%`];
    case 'pace':
      return [];
  }
}

export function rowsOfSheet(book: ExcelJS.Workbook, name: string): unknown[][] {
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
}

/** The rows of a table as a sheet must hold them, and as this one does; without totals. */
export function sheetAndTable(book: ExcelJS.Workbook, name: string, table: ReportTable): { readonly read: string[][]; readonly expected: string[][] } {
  const expected = table.rows.map(({ cells }) => table.columns.map(({ key }) => comparable(sheetValue(cells[key] ?? '', columnType(key)))));
  const rows = rowsOfSheet(book, name);
  const header = rows.findIndex((row) => row[0] === table.columns[0]?.header.ko);
  const read = rows.slice(header + 1, header + 1 + expected.length).map((row) => table.columns.map((_, at) => comparable(row[at])));
  return { read, expected };
}

/** Numbers, dates and texts of both sides in one form. */
function comparable(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? `${value}` : '';
}
