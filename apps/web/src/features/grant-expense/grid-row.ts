import type { Bilingual, Verdict } from '../../api/types.js';
import { businessNumberDigits } from '../../format/business-number.js';
import { parseDateInput } from '../../format/date.js';
import { parseWonInput } from '../../format/won-input.js';
import { groupDigits } from '../../format/won.js';
import type { ExpenseItem, ReadExpense, RecordedExpenses } from './grant-expense.requests.js';

/** A row of the grid as it is typed; what cannot be read yet stays as it stands. */
export interface GridRow {
  readonly key: number;
  readonly agreementId: string;
  readonly line: string;
  readonly resource: string;
  readonly spentOn: string;
  readonly payeeNumber: string;
  readonly payeeName: string;
  readonly purpose: string;
  readonly supplyWon: string;
  readonly vatWon: string;
  readonly evidenceKind: string;
  readonly evidenceNumber: string;
  readonly committedOn: string;
}

export type GridField = Exclude<keyof GridRow, 'key'>;

/** In the order of the columns, which is also that of cells pasted without a header. */
export const GRID_FIELDS = ['agreementId', 'line', 'resource', 'spentOn', 'payeeNumber', 'payeeName', 'purpose', 'supplyWon', 'vatWon', 'evidenceKind', 'evidenceNumber', 'committedOn'] as const satisfies readonly GridField[];

/** A cell whose text is neither empty nor understood. */
export interface UnreadCell {
  readonly field: GridField;
  readonly kind: 'option' | 'date' | 'amount';
  readonly text: string;
}

/** What is said about a row: the rules' verdicts, what could not be read, and what it still lacks. */
export interface RowVerdict {
  readonly tone: 'ok' | 'warning' | 'danger' | 'incomplete';
  readonly said: readonly { readonly field: string | null; readonly text: Bilingual }[];
  readonly unread?: readonly UnreadCell[];
  readonly blank?: readonly GridField[];
}

const EMPTY: Omit<GridRow, 'key' | 'agreementId'> = { line: '', resource: 'CASH', spentOn: '', payeeNumber: '', payeeName: '', purpose: '', supplyWon: '', vatWon: '', evidenceKind: 'TAX_INVOICE', evidenceNumber: '', committedOn: '' };

export const emptyRow = (key: number, agreementId: string): GridRow => ({ ...EMPTY, key, agreementId });

/** Nothing was typed into it. */
export const isBlank = (row: GridRow): boolean => GRID_FIELDS.every((field) => field === 'agreementId' || row[field] === EMPTY[field]);

/** A row that was read from a list; amounts are grouped as people read them. */
export function rowOf(read: ReadExpense, key: number, agreementId: string): GridRow {
  const grouped = (digits: string): string => (/^\d+$/.test(digits) ? groupDigits(BigInt(digits)) : digits);
  const { line, resource, spentOn, committedOn, payeeNumber, payeeName, purpose, evidenceNumber } = read;
  return { key, agreementId: read.agreementId ?? agreementId, line, resource, spentOn, committedOn, payeeNumber, payeeName, purpose, evidenceNumber, supplyWon: grouped(read.supplyWon), vatWon: grouped(read.vatWon), evidenceKind: read.evidenceKind ?? '' };
}

const NEEDED = ['agreementId', 'line', 'spentOn', 'payeeName', 'purpose', 'supplyWon'] as const satisfies readonly GridField[];

/** The cells that a row cannot be recorded without and that are empty yet. */
export const blankCells = (row: GridRow): readonly GridField[] => NEEDED.filter((field) => row[field].trim() === '');

/** What is sent for a row; null while something that it needs is missing or cannot be read. */
export function itemOf(row: GridRow): ExpenseItem | null {
  const [spentOn, committedOn] = [parseDateInput(row.spentOn), row.committedOn.trim() === '' ? null : parseDateInput(row.committedOn)];
  const [supply, vat] = [parseWonInput(row.supplyWon), parseWonInput(row.vatWon)];
  const payeeNumber = row.payeeNumber.trim();
  const complete = row.agreementId !== '' && row.line !== '' && spentOn !== null && row.payeeName.trim() !== '' && row.purpose.trim() !== '' && supply.ok && supply.amount > 0n;
  if (!complete || (row.vatWon.trim() !== '' && !vat.ok) || (row.committedOn.trim() !== '' && committedOn === null)) return null;
  return {
    ...{ agreementId: row.agreementId, line: row.line, resource: row.resource as ExpenseItem['resource'], spentOn, payeeName: row.payeeName.trim(), purpose: row.purpose.trim() },
    supplyWon: supply.amount.toString(),
    ...(vat.ok ? { vatWon: vat.amount.toString() } : {}),
    ...(payeeNumber === '' ? {} : { payeeNumber: businessNumberDigits(payeeNumber) ?? payeeNumber }),
    ...(row.evidenceKind === '' ? {} : { evidenceKind: row.evidenceKind as NonNullable<ExpenseItem['evidenceKind']> }),
    ...(row.evidenceNumber.trim() === '' ? {} : { evidenceNumber: row.evidenceNumber.trim() }),
    ...(committedOn === null ? {} : { committedOn }),
  };
}

/** What a preview says of each row, by its key; `sent` are the keys in the order in which the rows were sent. */
export function verdictsOf(answer: RecordedExpenses, sent: readonly number[]): ReadonlyMap<number, RowVerdict> {
  const told = (verdicts: readonly Verdict[]): RowVerdict['said'] => verdicts.map(({ text, inputs }) => ({ field: typeof inputs['field'] === 'string' ? inputs['field'] : null, text }));
  return new Map([
    ...answer.recorded.map(({ index, verdicts }): [number, RowVerdict] => [sent[index] ?? -1, { tone: verdicts.length > 0 ? 'warning' : 'ok', said: told(verdicts as readonly Verdict[]) }]),
    ...answer.refused.map(({ index, verdicts }): [number, RowVerdict] => [sent[index] ?? -1, { tone: 'danger', said: told(verdicts as readonly Verdict[]) }]),
  ]);
}

/** Cells from the clipboard, put into the rows from one cell on to the right and down; rows are added as they are needed. */
export function withPasted(rows: readonly GridRow[], at: { readonly row: number; readonly field: GridField }, text: string, keyFrom: number, read: (field: GridField, text: string) => string): GridRow[] {
  const cells = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  const first = GRID_FIELDS.indexOf(at.field);
  const next = [...rows];
  for (const [down, values] of cells.entries()) {
    const index = at.row + down;
    const row = next[index] ?? emptyRow(keyFrom + down, next.at(-1)?.agreementId ?? '');
    const pasted = Object.fromEntries(GRID_FIELDS.slice(first, first + values.length).map((field, right) => [field, read(field, values[right] ?? '')]));
    next[index] = { ...row, ...pasted };
  }
  return next;
}

/** The clipboard holds a list with its header: its columns are found by their names. */
export const looksLikeList = (text: string): boolean => text.includes('\t') && text.includes('\n') && /(집행일|사용일|지급일|지출일)/.test(text.split('\n').slice(0, 5).join('\n'));
