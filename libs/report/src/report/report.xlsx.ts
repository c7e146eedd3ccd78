import { parseDateText } from '#libs/calendar';
import { parseWonText } from '#libs/money';
import type { ColumnType, SheetDefinition, SheetValue } from '#libs/sheet';
import { NOTHING, type ReportColumn, type ReportTable } from './report.js';

/** What the cells of a column hold, by the end of its key. */
export function columnType(key: string): ColumnType {
  if (key.endsWith('Won')) return 'won';
  if (key.endsWith('On')) return 'date';
  if (key.endsWith('Percent')) return 'percent';
  return key.endsWith('Count') ? 'integer' : 'text';
}

/** The very figure that a text shows, as a number or an ISO date; what is neither stays text. */
export function sheetValue(text: string, type: ColumnType): SheetValue {
  if (text === NOTHING || text === '') return null;
  if (type === 'date') return parseDateText(text) ?? text;
  if (type !== 'won' && type !== 'integer') return text;
  const amount = parseWonText(text);
  return amount.ok ? amount.amount : text;
}

/** What a column is called where no heading stands above it: '기관부담 현금'. */
export const headerOf = ({ header, group }: ReportColumn): string => (group === undefined ? header.ko : `${group.ko} ${header.ko}`);

/** A table of a report as a sheet, with the same figures to the won. */
export function sheetOf(name: string, table: ReportTable, notes: readonly string[]): SheetDefinition {
  const types = table.columns.map(({ key }) => columnType(key));
  const valuesOf = (cells: Readonly<Record<string, string>>): SheetValue[] => table.columns.map(({ key }, at) => sheetValue(cells[key] ?? '', types[at] ?? 'text'));
  return {
    name,
    title: table.caption.ko,
    notes,
    columns: table.columns.map((each, at) => ({ header: headerOf(each), type: types[at] ?? 'text' })),
    rows: table.rows.map(({ cells }) => valuesOf(cells)),
    ...(table.totals === undefined ? {} : { totals: valuesOf(table.totals) }),
  };
}
