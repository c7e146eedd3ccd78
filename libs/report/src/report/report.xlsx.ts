import { parseDateText } from '#libs/calendar';
import { parseWonText } from '#libs/money';
import type { ColumnType, SheetDefinition, SheetValue } from '#libs/sheet';
import { headerOf, NO_ENTRIES, NOTHING, type ReportTable } from './report.js';

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

/** A table of a report as a sheet, with the same figures to the won. */
export function sheetOf(name: string, table: ReportTable, notes: readonly string[]): SheetDefinition {
  const types = table.columns.map(({ key }) => columnType(key));
  const valuesOf = (cells: Readonly<Record<string, string>>): SheetValue[] => table.columns.map(({ key }, at) => sheetValue(cells[key] ?? '', types[at] ?? 'text'));
  const rests = referencesOf(table);
  const beside = (at: number | 'TOTAL'): SheetValue[] => (rests.some((each) => each !== '') ? [(at === 'TOTAL' ? rests.at(-1) : rests[at]) || null] : []);
  return {
    name,
    title: table.caption.ko,
    notes: [...notes, ...columnNotes(table)],
    columns: [...table.columns.map((each, at) => ({ header: headerOf(each), type: types[at] ?? 'text' })), ...(beside('TOTAL').length === 0 ? [] : [{ header: '근거', type: 'text' as const, width: 18 }])],
    rows: table.rows.map(({ cells }, at) => [...valuesOf(cells), ...beside(at)]),
    ...(table.totals === undefined ? {} : { totals: [...valuesOf(table.totals), ...beside('TOTAL')] }),
  };
}

/** What the figures of each row rest on, and those of the total behind them: '[기3]', '약정액 [12], 납입액 [13]'. */
function referencesOf({ columns, rows, totalReferences }: ReportTable): string[] {
  const named = (references: Readonly<Record<string, string>> = {}): string[] => columns.flatMap((each) => (isShown(references[each.key]) ? [`${headerOf(each)} ${references[each.key] ?? ''}`] : []));
  return [...rows.map(({ reference, references }) => [...(isShown(reference) ? [reference ?? ''] : []), ...named(references)].join(', ')), named(totalReferences).join(', ')];
}

/** What whole columns rest on, above the table. */
function columnNotes({ columns }: ReportTable): string[] {
  const noted = columns.filter(({ reference }) => isShown(reference)).map((each) => `${headerOf(each)} ${each.reference ?? ''}`);
  return noted.length === 0 ? [] : [`열의 근거: ${noted.join(', ')}`];
}

const isShown = (reference: string | undefined): boolean => reference !== undefined && reference !== NO_ENTRIES;
