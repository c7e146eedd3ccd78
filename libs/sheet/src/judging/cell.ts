import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { parseBusinessNumber, parseCorporateNumber, parseTaxInvoiceNumber, type Parsed, type ParseWarning } from '#libs/identifier';
import { basisPoints, fraction, MAX_INPUT_WON, toDecimalString, type BasisPoints, type Fraction, type Won, type WonUnit } from '#libs/money';
import { readDate, readPercent, readText, readWholeNumber, readWon } from '../cell-reader.js';
import type { Cell } from '../workbook.js';

/** What is wrong with a cell, with the code of the import vocabulary. */
export interface BadCell {
  readonly ok: false;
  readonly code: 'DATE_INVALID' | 'AMOUNT_INVALID' | 'BRN_FORMAT' | 'BRN_CHECKSUM' | 'CRN_FORMAT' | 'INVOICE_FORMAT';
  readonly text: Bilingual;
  readonly fix: Bilingual | null;
}

/** A value, or null for an empty cell. `assumed`: the cell does not quite say it. `unit`: amounts were converted from it. `doubts`: what was read should be looked at. */
interface GoodCell<Value> {
  readonly ok: true;
  readonly value: Value | null;
  readonly assumed?: true;
  readonly unit?: WonUnit;
  readonly doubts?: readonly ParseWarning[];
}

export type CellValue<Value> = GoodCell<Value> | BadCell;

/** Signs that a column admits; `positive` refuses zero. */
export type AmountRange = 'any' | 'not-negative' | 'positive';

const DATE_FORMS: Bilingual = {
  ko: '2021-03-05, 2021. 3. 5., 2021.03.05, 2021/03/05, 20210305 가운데 하나로 적거나 셀을 날짜 형식으로 바꾸십시오.',
  en: 'Write it as 2021-03-05, 2021. 3. 5., 2021.03.05, 2021/03/05 or 20210305, or format the cell as a date.',
};
const AMOUNT_FORMS: Bilingual = {
  ko: '원 단위 숫자로 적으십시오(쉼표·원·천원·백만원과 음수의 △, 괄호는 써도 됩니다).',
  en: 'Write whole won in digits (commas, 원, 천원, 백만원, and △ or brackets for negatives are fine).',
};
const COUNT_FORMS: Bilingual = { ko: '숫자만 적으십시오.', en: 'Write digits only.' };

/** A date as docs/register-format.md §1.5 has it. */
export function dateOf(cell: Cell): CellValue<LocalDate> {
  const read = readDate(cell);
  return read.ok ? read : { ok: false, code: 'DATE_INVALID', text: read.text, fix: DATE_FORMS };
}

/** An amount in won as docs/register-format.md §1.6 has it, inside `range`. */
export function wonOf(cell: Cell, columnUnit: WonUnit, range: AmountRange): CellValue<Won> {
  const read = readWon(cell, columnUnit);
  if (!read.ok) return { ok: false, code: 'AMOUNT_INVALID', text: read.text, fix: AMOUNT_FORMS };
  if (read.value === null) return { ok: true, value: null };
  const { amount, unit } = read.value;
  if (amount > MAX_INPUT_WON || -amount > MAX_INPUT_WON) return outOfRange(cell, { ko: '너무 큰 금액입니다', en: 'is too large an amount' });
  if (range !== 'any' && amount < 0n) return outOfRange(cell, { ko: '음수일 수 없습니다', en: 'must not be negative' });
  if (range === 'positive' && amount === 0n) return outOfRange(cell, { ko: '0보다 커야 합니다', en: 'must be above zero' });
  return { ok: true, value: amount, unit };
}

/** Counting words that people write behind (or, 제, before) a number. */
const COUNTING_WORD = /^제?\s*(.*?)\s*(?:주|좌|회|차|회차|일|건)?$/u;

/** A whole number, not negative: shares, units, numbers of calls. */
export function countOf(cell: Cell): CellValue<bigint> {
  const bare = cell.kind === 'text' && cell.text.length <= 40 ? (COUNTING_WORD.exec(cell.text.normalize('NFKC'))?.[1] ?? cell.text) : cell.text;
  const read = readWholeNumber({ ...cell, text: bare });
  if (!read.ok) return { ok: false, code: 'AMOUNT_INVALID', text: read.text, fix: COUNT_FORMS };
  if (read.value !== null && (read.value < 0n || read.value > MAX_INPUT_WON)) {
    return outOfRange(cell, { ko: '0 이상의 정수여야 합니다', en: 'must be a whole number of zero or more' });
  }
  return read;
}

const BARE_NUMBER = /^\d{1,6}(?:\.(\d{1,15}))?$/;

/** A percentage as docs/register-format.md §1.7 has it. A bare number is taken as a ratio below one and as percent from one on, and said to be assumed. */
export function percentOf(cell: Cell): CellValue<Fraction> {
  const read = readPercent(cell);
  if (read.ok) return read;
  const text = cell.kind === 'number' || cell.kind === 'text' ? cell.text.normalize('NFKC').replace(/\s+/g, '') : '';
  const bare = cell.percent ? null : BARE_NUMBER.exec(text);
  if (bare === null) return { ok: false, code: 'AMOUNT_INVALID', text: read.text, fix: null };
  const scale = 10n ** BigInt(bare[1]?.length ?? 0);
  const digits = BigInt(text.replace('.', ''));
  return { ok: true, value: fraction(digits, digits < scale ? scale : scale * 100n), assumed: true };
}

/** A business registration number as ten digits; the fix names numbers that would check. */
export function businessNumberOf(cell: Cell): CellValue<string> {
  if (cell.kind === 'empty') return { ok: true, value: null };
  const parsed = parseBusinessNumber(cell.text);
  if (parsed.ok) return { ok: true, value: parsed.value };
  return { ok: false, code: parsed.code === 'BRN_CHECKSUM' ? 'BRN_CHECKSUM' : 'BRN_FORMAT', text: parsed.text, fix: parsed.fix ?? null };
}

/** A corporate registration number as thirteen digits; a failing check digit is a doubt, no fault. */
export const corporateNumberOf = (cell: Cell): CellValue<string> => identifierOf(cell, parseCorporateNumber, 'CRN_FORMAT');

/** The approval number of a tax invoice: 24 letters and digits, small letters. */
export const invoiceNumberOf = (cell: Cell): CellValue<string> => identifierOf(cell, parseTaxInvoiceNumber, 'INVOICE_FORMAT');

function identifierOf(cell: Cell, parse: (text: string) => Parsed<string>, code: BadCell['code']): CellValue<string> {
  if (cell.kind === 'empty') return { ok: true, value: null };
  const parsed = parse(cell.text);
  return parsed.ok ? { ok: true, value: parsed.value, doubts: parsed.warnings } : { ok: false, code, text: parsed.text, fix: parsed.fix ?? null };
}

/** The text of a cell by NFKC, null when it is empty or an Excel error. */
export function textOf(cell: Cell): string | null {
  const read = readText(cell);
  return read.ok ? read.value : null;
}

/** The ratio in basis points; null when it is finer than that or out of range. */
export function basisPointsOf(ratio: Fraction): BasisPoints | null {
  const scaled = ratio.numerator * 10_000n;
  if (scaled % ratio.denominator !== 0n) return null;
  const whole = scaled / ratio.denominator;
  return whole >= 0n && whole <= 1_000_000n ? basisPoints(Number(whole)) : null;
}

const MOST_DECIMALS = 20;

/** The ratio as an exact decimal: '0.02'. Ratios read from cells always have one. */
export function decimalOf(ratio: Fraction): string {
  let places = 0;
  while (places < MOST_DECIMALS && 10n ** BigInt(places) % ratio.denominator !== 0n) places += 1;
  return toDecimalString(ratio, places, 'truncate');
}

function outOfRange(cell: Cell, why: Bilingual): BadCell {
  const shown = cell.text.slice(0, 40);
  const text = { ko: `${cell.address} 셀의 '${shown}': ${why.ko}.`, en: `'${shown}' in cell ${cell.address} ${why.en}.` };
  return { ok: false, code: 'AMOUNT_INVALID', text, fix: AMOUNT_FORMS };
}
