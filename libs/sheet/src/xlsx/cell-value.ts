import { cleanText, isExcelError } from '../clean-text.js';
import { cellAddress } from '../workbook.js';
import type { Cell } from '../workbook.js';
import type { NumberLook } from './number-format.js';
import { numberText } from './number-text.js';
import { dateOfSerial, timeOfSerial } from './serial-date.js';
import { asCellText } from './shared-strings.js';
import type { CellText } from './shared-strings.js';

/** A cell as the sheet part stores it. */
export interface StoredCell {
  readonly column: number;
  readonly row: number;
  /** `t` attribute: s (shared), str, inlineStr, n, b, e, d. */
  readonly type: string;
  /** `s` attribute: index into the cell formats. */
  readonly format: number;
  /** Text of `v`; null when there is none. */
  readonly value: string | null;
  /** Text of `f`; null when the cell is no formula. */
  readonly formula: string | null;
}

/** What the other parts say that a cell needs to be understood. */
export interface CellContext {
  readonly strings: readonly CellText[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
  readonly maxCharacters: number;
}

type Meaning = Pick<Cell, 'text' | 'raw' | 'kind' | 'percent'>;

/** The cell that a stored cell means, `inline` being the text kept in the cell itself; null when nothing is in it. Throws `sheet.cell-too-long`. */
export function understandCell(stored: StoredCell, inline: CellText | null, context: CellContext): Cell | null {
  const address = cellAddress(stored.column, stored.row);
  const meaning = meaningOf(stored, inline, address, context);
  // A cell of spaces only is as good as empty.
  if (meaning.text === '') return null;
  return { column: stored.column, address, text: meaning.text, raw: meaning.raw, kind: meaning.kind, percent: meaning.percent };
}

function meaningOf(stored: StoredCell, inline: CellText | null, address: string, context: CellContext): Meaning {
  const { value, formula } = stored;
  if (stored.type === 'inlineStr' && inline !== null) return asText(inline);
  // A text result may be empty (type str); a number that is empty was never calculated.
  if (value === null || (value === '' && stored.type === 'n')) return formula === null ? nothing : uncalculated(formula, address, context);
  switch (stored.type) {
    case 's':
      return asText(context.strings[Number(value)] ?? { raw: '', text: '' });
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE', raw: value === '1' || value === 'true', kind: 'boolean', percent: false };
    case 'e':
      return { text: cleanText(value), raw: value, kind: 'error', percent: false };
    case 'd':
      return asIsoDate(value);
    case 'n':
      return asNumber(value, context.looks[stored.format] ?? 'plain', address, context);
    default:
      return asText(asCellText(value, context.maxCharacters, address));
  }
}

const nothing: Meaning = { text: '', raw: '', kind: 'empty', percent: false };

function asText({ raw, text }: CellText): Meaning {
  return { text, raw, kind: isExcelError(text) ? 'error' : 'text', percent: false };
}

/** A formula whose result was never saved (files from other programs): shown as such, so that nobody takes it for an empty cell. */
function uncalculated(formula: string, address: string, context: CellContext): Meaning {
  const { text } = asCellText(formula, context.maxCharacters, address);
  return { text: `=${text}`, raw: `=${formula}`, kind: 'error', percent: false };
}

function asIsoDate(value: string): Meaning {
  const date = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value);
  if (date?.[1] === undefined) return asText({ raw: value, text: cleanText(value) });
  return { text: date[1], raw: `${date[1]}T${date[2] ?? '00:00:00'}`, kind: 'date', percent: false };
}

function asNumber(value: string, look: NumberLook, address: string, context: CellContext): Meaning {
  const stored = value.trim();
  const digits = numberText(stored);
  if (digits === null) return asText(asCellText(value, context.maxCharacters, address));
  const serial = Number(stored);
  if (look === 'date') {
    const date = dateOfSerial(serial, context.from1904);
    if (date !== null) return { text: date.slice(0, 10), raw: date, kind: 'date', percent: false };
  }
  if (look === 'time') {
    const time = timeOfSerial(serial);
    if (time !== null) return { text: time, raw: serial, kind: 'text', percent: false };
  }
  return { text: digits, raw: serial, kind: 'number', percent: look === 'percent' };
}
