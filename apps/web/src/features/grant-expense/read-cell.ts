import { businessNumberDigits, formatBusinessNumber } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { groupDigits } from '../../format/won.js';
import { GRID_FIELDS, type GridField, type GridRow, type UnreadCell } from './grid-row.js';

/** One answer of a cell with a list: what is sent, what is shown, and what else people call it in their sheets. */
export interface CellOption {
  readonly value: string;
  readonly label: string;
  readonly names: readonly string[];
}

/** The lists of a row; a field without one takes anything, as does one whose list is not there yet. */
export type CellOptions = (field: GridField) => readonly CellOption[] | null;

const DATES: readonly GridField[] = ['spentOn', 'committedOn'];
const AMOUNTS: readonly GridField[] = ['supplyWon', 'vatWon'];

const fold = (text: string): string => text.normalize('NFKC').replace(/[\s·()-]/g, '').toLowerCase();

/** A pasted cell as the grid keeps it: the word of a list as its code, dates and amounts in one spelling; what is not understood stays as it was. */
export function readCell(field: GridField, pasted: string, options: CellOptions): string {
  const text = pasted.trim();
  const list = options(field);
  if (list !== null) return (namedBy(list, text) ?? (field === 'agreementId' ? undefined : alike(list, text)))?.value ?? text;
  if (DATES.includes(field)) return parseDateInput(text) ?? text;
  if (field === 'payeeNumber') {
    const digits = businessNumberDigits(text);
    return digits === null ? text : formatBusinessNumber(digits);
  }
  if (!AMOUNTS.includes(field)) return text;
  const amount = parseWonInput(text);
  return amount.ok ? groupDigits(amount.amount) : text;
}

/** The option that the text names, and names alone. */
const namedBy = (list: readonly CellOption[], text: string): CellOption | undefined => theOne(list, text, (name, wanted) => name === wanted);

/** The only option in whose name the text stands ('카드'): a short word is no number that could be another's. */
const alike = (list: readonly CellOption[], text: string): CellOption | undefined => theOne(list, text, (name, wanted) => wanted.length > 1 && name.includes(wanted));

function theOne(list: readonly CellOption[], text: string, fits: (name: string, wanted: string) => boolean): CellOption | undefined {
  const wanted = fold(text);
  const found = wanted === '' ? [] : list.filter(({ value, label, names }) => [value, label, ...names].some((name) => fits(fold(name), wanted)));
  return found.length === 1 ? found[0] : undefined;
}

/** What of a row somebody filled in and nobody can read. */
export function unreadCells(row: GridRow, options: CellOptions): readonly UnreadCell[] {
  return GRID_FIELDS.flatMap((field): UnreadCell[] => {
    const text = row[field].trim();
    const kind = text === '' ? null : unreadKind(field, text, options(field));
    return kind === null ? [] : [{ field, kind, text }];
  });
}

function unreadKind(field: GridField, text: string, list: readonly CellOption[] | null): UnreadCell['kind'] | null {
  if (list !== null) return list.some(({ value }) => value === text) ? null : 'option';
  if (DATES.includes(field)) return parseDateInput(text) === null ? 'date' : null;
  if (!AMOUNTS.includes(field)) return null;
  const amount = parseWonInput(text);
  // A supply price of nothing is no expense; a tax of nothing is common.
  return amount.ok && (field === 'vatWon' || amount.amount > 0n) ? null : 'amount';
}
