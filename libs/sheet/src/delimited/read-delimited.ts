import { cleanText, isExcelError } from '../clean-text.js';
import { refuseAsText, refuseMarkup } from '../file-kind.js';
import { openBudget } from '../limits.js';
import type { Budget, SheetLimits } from '../limits.js';
import { cellIsTooLong, countCell, countRow, encodingIsUnknown, inflatesTooMuch, notDelimitedText } from '../refusal.js';
import { cellAddress } from '../workbook.js';
import type { Cell, Row, Sheet } from '../workbook.js';
import { decodeText } from './encoding.js';
import type { DecodedText, TextEncoding } from './encoding.js';
import { guessDelimiter, parseDelimited } from './parse-delimited.js';
import type { Delimiter } from './parse-delimited.js';

export interface DelimitedOptions {
  /** Name given to the sheet; a text file has none of its own. */
  readonly name?: string;
  /** Guessed from the first lines when left out. */
  readonly delimiter?: Delimiter;
  readonly limits?: Partial<SheetLimits>;
}

/** A sheet made of delimited text, and how it was understood: both belong into the record of an import. */
export interface DelimitedSheet extends Sheet {
  readonly delimiter: Delimiter;
  /** Null when the text came decoded. */
  readonly encoding: TextEncoding | null;
}

/**
 * Reads CSV, TSV or semicolon-separated text, from bytes (UTF-8, CP949 or UTF-16, by byte-order mark or by trial) or a decoded string.
 * All cells are kind `text` (or `error` for `#REF!` and the like): dates and amounts are for the caller to parse. Row numbers are those
 * Excel shows when it opens the file. Throws `DomainError` only: `sheet.file-empty`, `sheet.not-delimited-text` (naming what the file looks like),
 * `sheet.encoding-unknown`, `sheet.inflates-too-much`, `sheet.too-many-…`, `sheet.cell-too-long`.
 */
export function readDelimited(bytesOrText: Uint8Array | string, options: DelimitedOptions = {}): DelimitedSheet {
  const budget = openBudget(options.limits);
  const { text, encoding } = typeof bytesOrText === 'string' ? { text: bytesOrText.replace(/^\ufeff/, ''), encoding: null } : decodeFile(bytesOrText, budget);
  if (text.length > budget.limits.maxInflatedBytes) throw inflatesTooMuch({ limitBytes: budget.limits.maxInflatedBytes });
  const delimiter = options.delimiter ?? guessDelimiter(text);
  return { name: options.name ?? '', hidden: false, delimiter, encoding, rows: readRows(text, delimiter, budget) };
}

/** Reads what was copied in Excel: tab-separated, cells with line breaks in quotes. An empty clipboard gives no rows. Throws `sheet.too-many-…`. */
export function readPaste(text: string): Sheet {
  const { name, hidden, rows } = readDelimited(text, { delimiter: '\t' });
  return { name, hidden, rows };
}

function decodeFile(bytes: Uint8Array, budget: Budget): DecodedText {
  if (bytes.length > budget.limits.maxInflatedBytes) throw inflatesTooMuch({ limitBytes: budget.limits.maxInflatedBytes });
  const otherKind = refuseAsText(bytes);
  if (otherKind !== null) throw otherKind;
  const decoded = decodeText(bytes);
  if (decoded === null) throw encodingIsUnknown();
  const markup = refuseMarkup(decoded.text, notDelimitedText);
  if (markup !== null) throw markup;
  return decoded;
}

function readRows(text: string, delimiter: Delimiter, budget: Budget): readonly Row[] {
  const rows: Row[] = [];
  parseDelimited(text, delimiter, budget.limits.maxCellCharacters * 2, (number, fields) => {
    const cells: Cell[] = [];
    fields.forEach((raw, index) => {
      const cell = textCell(raw, index + 1, number, budget);
      if (cell !== null) cells.push(cell);
    });
    if (cells.length === 0) return;
    countRow(budget);
    rows.push({ number, cells, hidden: false });
  });
  return rows;
}

function textCell(raw: string, column: number, row: number, budget: Budget): Cell | null {
  const address = cellAddress(column, row);
  if (raw.length > budget.limits.maxCellCharacters) throw cellIsTooLong(address, budget.limits.maxCellCharacters);
  const text = cleanText(raw);
  if (text === '') return null;
  countCell(budget, column);
  return { column, address, text, raw, kind: isExcelError(text) ? 'error' : 'text', percent: false };
}
