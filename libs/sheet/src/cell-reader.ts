import type { Bilingual } from '#libs/errors';
import type { Cell } from './workbook.js';

/** Why a cell cannot be read as what its column holds. A value, not an exception: one line of an import fails alone. */
export interface CellFault {
  readonly code: 'TEXT_INVALID' | 'WHOLE_NUMBER_INVALID' | 'PERCENT_INVALID';
  /** Where: `B7`. */
  readonly address: string;
  readonly text: Bilingual;
}

/** What a cell gave: a value, null for an empty cell, or a fault. */
export type CellReading<Value> = { readonly ok: true; readonly value: Value | null } | { readonly ok: false; readonly fault: CellFault };

/** An exact fraction in lowest terms; the denominator is positive. 2 % is 1/50. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const grouped = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
const wholeNumber = new RegExp(`^([-+△▲]?)(${grouped})(?:\\.0+)?$`);
const percentage = new RegExp(`^연?([-+△▲]?)(${grouped})(?:\\.(\\d+))?%$`);
const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The text of a cell, full-width letters and digits made half-width (NFKC), any run of blanks one space, line breaks kept. An Excel error is a fault. */
export function readText(cell: Cell): CellReading<string> {
  if (cell.kind === 'empty') return { ok: true, value: null };
  if (cell.kind === 'error') return invalid(cell, 'TEXT_INVALID', { ko: '글', en: 'a text' }, 'ABC');
  const value = cell.text
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return { ok: true, value: value === '' ? null : value };
}

/** A whole number: digits with or without thousands separators, full-width digits, △ or a minus sign for negative, decimals if all are 0. */
export function readWholeNumber(cell: Cell): CellReading<bigint> {
  if (cell.kind === 'empty') return { ok: true, value: null };
  const match = isReadable(cell) && !cell.percent ? wholeNumber.exec(squeezedDigits(cell.text)) : null;
  if (match?.[2] === undefined) return invalid(cell, 'WHOLE_NUMBER_INVALID', { ko: '정수', en: 'a whole number' }, '1,200');
  const digits = BigInt(match[2].replaceAll(',', ''));
  return { ok: true, value: isNegative(match[1]) ? -digits : digits };
}

/**
 * A percentage as an exact fraction: a number with percent format (`0.02`), or text with a percent sign (`2.0%`, `연 2.0%`, `２．０％`).
 * A bare number is refused: 2 and 0.02 could both mean 2 %.
 */
export function readPercent(cell: Cell): CellReading<Fraction> {
  if (cell.kind === 'empty') return { ok: true, value: null };
  const asFraction = cell.kind === 'number' && cell.percent;
  const match = isReadable(cell) ? (asFraction ? decimal : percentage).exec(squeezedDigits(cell.text)) : null;
  if (match?.[2] === undefined) return invalid(cell, 'PERCENT_INVALID', { ko: '백분율', en: 'a percentage' }, '2.0%');
  const decimals = match[3] ?? '';
  const digits = BigInt(match[2].replaceAll(',', '') + decimals);
  return { ok: true, value: reduced(isNegative(match[1]) ? -digits : digits, 10n ** BigInt(decimals.length) * (asFraction ? 1n : 100n)) };
}

/** Longer than any number that means something; keeps a crafted cell from costing time. */
const longestNumber = 60;

function isReadable(cell: Cell): boolean {
  return (cell.kind === 'text' || cell.kind === 'number') && cell.text.length <= longestNumber;
}

function squeezedDigits(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace('−', '-');
}

function isNegative(sign: string | undefined): boolean {
  return sign === '-' || sign === '△' || sign === '▲';
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [divisor, rest] = [numerator < 0n ? -numerator : numerator, denominator];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function invalid(cell: Cell, code: CellFault['code'], wanted: Bilingual, example: string): { readonly ok: false; readonly fault: CellFault } {
  const shown = cell.text.length > 40 ? `${cell.text.slice(0, 40)}…` : cell.text;
  const text = {
    ko: `${cell.address} 셀의 '${shown}'은(는) ${wanted.ko}(이)가 아닙니다. '${example}'처럼 입력하십시오.`,
    en: `'${shown}' in cell ${cell.address} is not ${wanted.en}. Type it like '${example}'.`,
  };
  return { ok: false, fault: { code, address: cell.address, text } };
}
