import { DomainError, type Bilingual } from '#libs/errors';
import { findHeader } from '../header/find-header.js';
import { cellAddress, type Cell, type Row, type Sheet } from '../workbook.js';
import { columnSpecs, type ColumnRules } from './column.js';
import { comparableWord } from './word.js';

/** A cell put right by hand before the sheet is judged: `column` is the header that remarks name, `value` is read like typed text. */
export interface Correction {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** The columns by which the sheets of a register are read, by the name of the sheet. */
export type SheetRules = ReadonlyMap<string, ColumnRules>;

/**
 * The sheets with the corrections in them; the file itself stays as it is, and the corrections stay with the command. An empty
 * value empties the cell. Throws `DomainError` invalid at the first correction that points to no cell.
 */
export function correctedSheets(sheets: readonly Sheet[], corrections: readonly Correction[], rules: SheetRules): readonly Sheet[] {
  const columns = new Map<string, number>();
  return corrections.reduce<readonly Sheet[]>((current, correction, index) => {
    const at = current.findIndex(({ name }) => comparableWord(name) === comparableWord(correction.sheet));
    const sheet = current[at];
    if (sheet === undefined) throw noSuchCell(index, 'sheet', { ko: `'${correction.sheet}' 시트가 파일에 없습니다.`, en: `The file has no sheet '${correction.sheet}'.` });
    const key = `${sheet.name} ${correction.column}`;
    const column = columns.get(key) ?? columnOf(sheet, correction, rules, index);
    columns.set(key, column);
    return current.with(at, withCell(sheet, correction, column, index));
  }, sheets);
}

function columnOf(sheet: Sheet, { column }: Correction, rules: SheetRules, index: number): number {
  const ofSheet = rules.get(comparableWord(sheet.name));
  const key = Object.keys(ofSheet ?? {}).find((each) => ofSheet?.[each]?.names.some((name) => comparableWord(name) === comparableWord(column)));
  const found = ofSheet === undefined || key === undefined ? undefined : findHeader(sheet, columnSpecs(ofSheet)).columns.get(key);
  if (found !== undefined) return found.column;
  throw noSuchCell(index, 'column', {
    ko: `'${sheet.name}' 시트에 '${column}' 열이 없습니다. 파일에 열을 추가해 다시 올려 주세요.`,
    en: `The sheet '${sheet.name}' has no column '${column}'. Add it to the file and upload again.`,
  });
}

function withCell(sheet: Sheet, { row, value }: Correction, column: number, index: number): Sheet {
  const at = sheet.rows.findIndex(({ number }) => number === row);
  const found = sheet.rows[at];
  if (found === undefined) throw noSuchCell(index, 'row', { ko: `'${sheet.name}' 시트에 ${row}행이 없습니다.`, en: `The sheet '${sheet.name}' has no row ${row}.` });
  return { ...sheet, rows: sheet.rows.with(at, { ...found, cells: cellsWith(found, column, value.trim()) }) };
}

function cellsWith({ cells, number }: Row, column: number, text: string): readonly Cell[] {
  const others = cells.filter((cell) => cell.column !== column);
  if (text === '') return others;
  const cell: Cell = { column, address: cellAddress(column, number), text, raw: text, kind: 'text', percent: false };
  return [...others, cell].sort((left, right) => left.column - right.column);
}

function noSuchCell(index: number, member: keyof Correction, text: Bilingual): DomainError {
  return new DomainError('invalid', 'roster.correction-misses', text, { faults: [{ pointer: `/corrections/${index}/${member}`, code: 'roster.correction-misses', text }] });
}
