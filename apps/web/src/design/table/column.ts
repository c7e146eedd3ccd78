import type { ReactNode } from 'react';
import { formatWon, groupDigits } from '../../format/won.js';

/** What a cell holds; amounts and counts are `bigint`, dates ISO text, percentages and multiples text without the sign. */
export type CellValue = string | bigint | null;

export type ColumnKind = 'text' | 'won' | 'count' | 'percent' | 'multiple' | 'date';

export interface Column<Row> {
  readonly id: string;
  /** Empty over buttons: there is nothing to sort by. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** What is sorted, searched, copied and exported. */
  readonly value: (row: Row) => CellValue;
  /** What is shown, where it is more than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** Added up in the totals row; a function says which rows count. */
  readonly total?: true | ((row: Row) => boolean);
  /** Long text breaks into lines, is given room for sentences, or is cut to one line with the rest as a tooltip. */
  readonly text?: 'wrap' | 'long' | 'clip';
}

export function isNumeric(kind: ColumnKind): boolean {
  return kind === 'won' || kind === 'count' || kind === 'percent' || kind === 'multiple';
}

const SIGNS: Readonly<Partial<Record<ColumnKind, string>>> = { percent: '%', multiple: '×' };

/** As it is read on the screen. */
export function shownText(kind: ColumnKind, value: CellValue): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'bigint') return kind === 'won' ? formatWon(value) : groupDigits(value);
  return `${value}${SIGNS[kind] ?? ''}`;
}

/** As Excel should receive it: plain digits for numbers, so that they stay numbers. */
export function plainText(kind: ColumnKind, value: CellValue): string {
  if (value === null) return '';
  return kind === 'percent' && value !== '' ? `${value}%` : value.toString();
}

/** Absent values come last; text in the order of the language. */
export function compareValues(one: CellValue, other: CellValue): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (typeof one === 'bigint' && typeof other === 'bigint') return one < other ? -1 : one > other ? 1 : 0;
  return String(one).localeCompare(String(other), 'ko', { numeric: true });
}

export function totalOf<Row>(column: Column<Row>, rows: readonly Row[]): bigint {
  return rows.reduce((sum, row) => {
    const value = column.value(row);
    const counts = typeof column.total !== 'function' || column.total(row);
    return typeof value === 'bigint' && counts ? sum + value : sum;
  }, 0n);
}
