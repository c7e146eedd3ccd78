import { parseDateText } from '#libs/calendar';
import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { fraction, parseWonText } from '#libs/money';
import type { Fraction, Won, WonUnit } from '#libs/money';
import type { Cell } from './workbook.js';

/** Why a cell cannot be read as what its column holds, in the words of import verdicts. */
export type CellFaultCode = 'TEXT_INVALID' | 'WHOLE_NUMBER_INVALID' | 'PERCENT_INVALID' | 'AMOUNT_INVALID' | 'DATE_INVALID';

export interface CellFault {
  readonly ok: false;
  readonly code: CellFaultCode;
  /** Where: `B7`. */
  readonly address: string;
  /** What is wrong, and how to type it. */
  readonly text: Bilingual;
}

/** What a cell gave: a value, null for an empty cell, or a fault. A fault is a value: one line of an import fails alone. */
export type CellReading<Value> = { readonly ok: true; readonly value: Value | null } | CellFault;

/** An amount, and the unit it was written in: anything but 원 means that it was converted. */
export interface CellAmount {
  readonly amount: Won;
  readonly unit: WonUnit;
}

const empty = { ok: true, value: null } as const;
const grouped = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
const wholeNumber = new RegExp(`^([-+△▲]?)(${grouped})(?:\\.0+)?$`);
const percentage = new RegExp(`^연?([-+△▲]?)(${grouped})(?:\\.(\\d+))?%$`);
const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;
/** Longer than any number that means something; keeps a crafted cell from costing time. */
const longestNumber = 60;

/** The text of a cell: width variants folded (NFKC), any run of blanks one space, line breaks kept. An Excel error is a fault. */
export function readText(cell: Cell): CellReading<string> {
  if (cell.kind === 'empty') return empty;
  if (cell.kind === 'error') return invalid(cell, 'TEXT_INVALID', { ko: '글', en: 'a text' }, 'ABC');
  const value = cell.text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return { ok: true, value: value === '' ? null : value };
}

/** A whole number: with or without thousands separators, full-width digits, △ or a minus sign for negative, decimals if they are all 0. */
export function readWholeNumber(cell: Cell): CellReading<bigint> {
  if (cell.kind === 'empty') return empty;
  const match = isNumeric(cell) && !cell.percent ? wholeNumber.exec(compact(cell.text)) : null;
  if (match?.[2] === undefined) return invalid(cell, 'WHOLE_NUMBER_INVALID', { ko: '정수', en: 'a whole number' }, '1,200');
  const digits = BigInt(match[2].replaceAll(',', ''));
  return { ok: true, value: isNegative(match[1]) ? -digits : digits };
}

/**
 * A percentage as an exact ratio (2 % is 1/50): a number with percent format (`0.02`), or text with a percent sign (`2.0%`, `연 2.0%`,
 * `２．０％`). A bare number is refused: 2 and 0.02 could both mean 2 %.
 */
export function readPercent(cell: Cell): CellReading<Fraction> {
  if (cell.kind === 'empty') return empty;
  const isRatio = cell.kind === 'number' && cell.percent;
  const match = isNumeric(cell) ? (isRatio ? decimal : percentage).exec(compact(cell.text)) : null;
  if (match?.[2] === undefined) return invalid(cell, 'PERCENT_INVALID', { ko: '백분율', en: 'a percentage' }, '2.0%');
  const decimals = match[3] ?? '';
  const digits = BigInt(match[2].replaceAll(',', '') + decimals);
  return { ok: true, value: fraction(isNegative(match[1]) ? -digits : digits, 10n ** BigInt(decimals.length) * (isRatio ? 1n : 100n)) };
}

/** An amount in won, as `parseWonText` reads it; a cell without a unit of its own is in the unit of its column. */
export function readWon(cell: Cell, columnUnit: WonUnit = '원'): CellReading<CellAmount> {
  if (cell.kind === 'empty') return empty;
  const parsed = isNumeric(cell) && !cell.percent ? parseWonText(cell.text, columnUnit) : ({ ok: false } as const);
  if (!parsed.ok) return invalid(cell, 'AMOUNT_INVALID', { ko: '금액', en: 'an amount' }, '1,000,000');
  return { ok: true, value: { amount: parsed.amount, unit: parsed.unit } };
}

/** A date: a date cell, a bare Excel serial number, or text as `parseDateText` reads it. */
export function readDate(cell: Cell): CellReading<LocalDate> {
  if (cell.kind === 'empty') return empty;
  const value = cell.kind === 'date' || (isNumeric(cell) && !cell.percent) ? parseDateText(cell.text) : null;
  return value === null ? invalid(cell, 'DATE_INVALID', { ko: '날짜', en: 'a date' }, '2021-03-05') : { ok: true, value };
}

function isNumeric(cell: Cell): boolean {
  return (cell.kind === 'text' || cell.kind === 'number') && cell.text.length <= longestNumber;
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace('−', '-');
}

function isNegative(sign: string | undefined): boolean {
  return sign === '-' || sign === '△' || sign === '▲';
}

function invalid(cell: Cell, code: CellFaultCode, wanted: Bilingual, example: string): CellFault {
  const shown = cell.text.length > 40 ? `${cell.text.slice(0, 40)}…` : cell.text;
  return {
    ok: false,
    code,
    address: cell.address,
    text: {
      ko: `${cell.address} 셀의 '${shown}'은(는) ${wanted.ko}(으)로 읽을 수 없습니다. '${example}'처럼 입력하십시오.`,
      en: `'${shown}' in cell ${cell.address} cannot be read as ${wanted.en}. Type it like '${example}'.`,
    },
  };
}
