import { invariant } from '#libs/errors';
import { cellAddress } from '../workbook.js';
import { serialOfDate } from '../xlsx/serial-date.js';
import type { ColumnDefinition, ColumnType, SheetValue } from './definition.js';
import { shownText } from './layout.js';
import type { SheetLayout } from './layout.js';
import { formatIndex } from './styles.js';
import type { FormatName } from './styles.js';
import type { TextTable } from './text-table.js';
import { escapeXml } from './xml-text.js';

/** Excel keeps 15 significant digits of a number; amounts with more are written as text, in full. */
const largestExact = 10n ** 15n - 1n;

type Formats = Readonly<Record<ColumnType, FormatName>>;

const formatOf: Formats = { text: 'text', won: 'number', integer: 'number', date: 'date', percent: 'right' };
const totalFormatOf: Formats = { text: 'totalText', won: 'totalNumber', integer: 'totalNumber', date: 'totalDate', percent: 'totalRight' };
const entryFormatOf: Formats = { text: 'entryText', won: 'entryNumber', integer: 'entryNumber', date: 'entryDate', percent: 'entryText' };
const titleHeight = 24;

/** Excel refuses a longer head or foot of a page. */
const longestPageHead = 200;

/** Excel refuses a longer title of a hint. */
const longestHintTitle = 32;
/** Rows that show hints: programs that keep a hint for each cell could not open a sheet with hints down to its last row. */
const hintedRows = 300;

/** The worksheet part: title, notes, marks, frozen and filtered header, rows, totals; texts go into the table of shared strings. Says so after each row. */
export function sheetXml(layout: SheetLayout, texts: TextTable, marks: readonly string[], rowWritten: () => void): Buffer {
  const { headerRow, lastDataRow, definition, widths, totals } = layout;
  const lastColumn = definition.columns.length;
  const lastRow = totals === null ? lastDataRow : lastDataRow + 1;
  const below = cellAddress(1, headerRow + 1);
  return Buffer.concat([
    Buffer.from(
      [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
        `<dimension ref="A1:${cellAddress(lastColumn, lastRow)}"/>`,
        '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
        `<pane ySplit="${headerRow}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>`,
        `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="16.5"/>`,
        `<cols>${widths.map((width, index) => columnXml(width, index + 1, definition.columns[index])).join('')}</cols><sheetData>`,
      ].join(''),
    ),
    ...rowChunks(layout, texts, marks, rowWritten),
    Buffer.from(
      [
        `</sheetData><autoFilter ref="A${headerRow}:${cellAddress(lastColumn, lastDataRow)}"/>${hintsXml(layout)}`,
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
        `<headerFooter>${pageHead(marks)}<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`,
        `<ignoredErrors><ignoredError sqref="A1:${cellAddress(lastColumn, lastRow)}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
      ].join(''),
    ),
  ]);
}

function columnXml(width: number, number: number, column: ColumnDefinition | undefined): string {
  const style = column?.entry === undefined ? '' : ` style="${formatIndex(entryFormatOf[column.type])}"`;
  return `<col min="${number}" max="${number}" width="${width}"${style} customWidth="1"/>`;
}

/** What is said beside a chosen cell of a column that is filled in by hand; it refuses nothing, whoever reads the sheet judges it. */
function hintsXml({ definition: { columns }, headerRow }: SheetLayout): string {
  const hints = columns.flatMap(({ header, entry }, index) => {
    if (entry === undefined) return [];
    const cells = `${cellAddress(index + 1, headerRow + 1)}:${cellAddress(index + 1, headerRow + hintedRows)}`;
    const title = [...header].slice(0, longestHintTitle).join('');
    return [`<dataValidation allowBlank="1" showInputMessage="1" promptTitle="${escapeXml(title)}" prompt="${escapeXml(entry.prompt)}" sqref="${cells}"/>`];
  });
  return hints.length === 0 ? '' : `<dataValidations count="${hints.length}">${hints.join('')}</dataValidations>`;
}

/** The marks at the right of the head of every printed page. A sign of ampersand is a command there; two are the sign. */
function pageHead(marks: readonly string[]): string {
  if (marks.length === 0) return '';
  const line = [...marks.join(' · ')].slice(0, longestPageHead).join('');
  return `<oddHeader>&amp;R&amp;8 ${escapeXml(line.replaceAll('&', '&&'))}</oddHeader>`;
}

/** Rows in chunks of bytes: one long string would hit the longest string the engine allows. */
function* rowChunks({ definition, headerRow, lastDataRow, totals }: SheetLayout, texts: TextTable, marks: readonly string[], rowWritten: () => void): Generator<Buffer> {
  const { title, notes = [], columns, rows } = definition;
  const types = columns.map((column) => column.type);
  if (title !== undefined) yield Buffer.from(`<row r="1" ht="${titleHeight}" customHeight="1">${textCell(title, 1, 1, 'title', texts)}</row>`);
  for (const [index, note] of notes.entries()) {
    const number = (title === undefined ? 1 : 2) + index;
    yield Buffer.from(`<row r="${number}">${textCell(note, 1, number, 'note', texts)}</row>`);
  }
  // The line above the header is blank: what stands there moves nothing.
  if (marks.length > 0 && headerRow > 1) yield Buffer.from(`<row r="${headerRow - 1}">${textCell(marks.join(' · '), 1, headerRow - 1, 'mark', texts)}</row>`);
  const headers = columns.map(({ header, entry }, index) => textCell(header, index + 1, headerRow, entry?.required === true ? 'headerRequired' : 'header', texts));
  yield Buffer.from(`<row r="${headerRow}">${headers.join('')}</row>`);
  for (const [index, row] of rows.entries()) {
    yield Buffer.from(rowXml(row, types, headerRow + 1 + index, formatOf, texts));
    rowWritten();
  }
  if (totals !== null) yield Buffer.from(rowXml(totals, types, lastDataRow + 1, totalFormatOf, texts));
}

function rowXml(row: readonly SheetValue[], types: readonly ColumnType[], number: number, formats: Formats, texts: TextTable): string {
  const cells = row.map((value, index) => valueCell(value, types[index] ?? 'text', index + 1, number, formats, texts));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function valueCell(
  value: SheetValue,
  type: ColumnType,
  column: number,
  row: number,
  formats: Formats,
  texts: TextTable,
): string {
  const open = `<c r="${cellAddress(column, row)}" s="${formatIndex(formats[type])}"`;
  if (value === null || value === '') return `${open}/>`;
  if (typeof value === 'bigint') {
    invariant(type === 'won' || type === 'integer', `a number in a ${type} column`);
    if (value <= largestExact && value >= -largestExact) return `${open}><v>${value}</v></c>`;
    return textCell(shownText(value), column, row, formats.percent, texts);
  }
  const serial = type === 'date' ? serialOfDate(value) : null;
  return serial === null ? textCell(value, column, row, formats[type], texts) : `${open}><v>${serial}</v></c>`;
}

/** A cell of type string: whatever it starts with, Excel shows it and never calculates it. */
function textCell(text: string, column: number, row: number, format: FormatName, texts: TextTable): string {
  return `<c r="${cellAddress(column, row)}" s="${formatIndex(format)}" t="s"><v>${texts.indexOf(text)}</v></c>`;
}
