import type { LocalDate } from '#libs/calendar';
import { WON_UNITS, type Won, type WonUnit } from '#libs/money';
import { squeezed } from '../clean-text.js';
import type { ColumnSpec, DataRow, FoundColumn } from '../header/find-header.js';
import type { Cell } from '../workbook.js';
import type { RowRemark } from './verdict.js';
import { businessNumberOf, corporateNumberOf, countOf, dateOf, invoiceNumberOf, textOf, wonOf, type AmountRange, type BadCell, type CellValue } from './cell.js';
import { remark, valueAssumed, type RemarkPlace } from './remark.js';

/**
 * What a column holds. `reference` is text that names something else: an Excel error in it is a name that does not
 * exist. `loose` cells only serve checks; the sheet reads them itself and never refuses a row for them.
 */
export type ColumnType = 'text' | 'reference' | 'date' | 'won' | 'count' | 'business-number' | 'corporate-number' | 'invoice-number' | 'loose';

interface ColumnRule {
  /** The header of docs/register-format.md §3 first, then other names in use. */
  readonly names: readonly [string, ...string[]];
  readonly type: ColumnType;
  readonly required?: true;
  readonly range?: AmountRange;
  /** Key of the column in which each row states the unit of its amounts; an empty cell there leaves it to the header. */
  readonly unitFrom?: string;
  /** The day on which something happened: it cannot be in the future. */
  readonly happened?: true;
}

export type ColumnRules = Readonly<Record<string, ColumnRule>>;

type ValueOf<Type extends ColumnType> = Type extends 'date' ? LocalDate : Type extends 'won' ? Won : Type extends 'count' ? bigint : string;

/** Values of a row by column; null for an empty cell. */
export type Values<Rules extends ColumnRules> = { readonly [Key in keyof Rules]: ValueOf<Rules[Key]['type']> | null };

/** Values of a row that passed the checks of its cells: what is required is there. */
export type CheckedValues<Rules extends ColumnRules> = {
  readonly [Key in keyof Rules]: Rules[Key] extends { readonly required: true } ? ValueOf<Rules[Key]['type']> : ValueOf<Rules[Key]['type']> | null;
};

/** A row of which every cell was read. */
export interface RowReading<Rules extends ColumnRules> {
  readonly number: number;
  readonly row: DataRow<string>;
  readonly values: Values<Rules>;
  /** In the order of checks: REQUIRED_MISSING, DATE_INVALID, AMOUNT_INVALID, BRN_FORMAT, BRN_CHECKSUM, CRN_FORMAT, INVOICE_FORMAT; then by column. */
  readonly faults: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
  /** Where a remark about that column points. */
  at(key: keyof Rules & string): RemarkPlace;
}

/** The columns as the header finder wants them. */
export function columnSpecs(rules: ColumnRules): ColumnSpec<string>[] {
  return Object.entries(rules).map(([key, rule]) => ({ key, names: rule.names, required: rule.required === true }));
}

const CHECK_ORDER = ['REQUIRED_MISSING', 'DATE_INVALID', 'AMOUNT_INVALID', 'BRN_FORMAT', 'BRN_CHECKSUM', 'CRN_FORMAT', 'INVOICE_FORMAT'];

/** Reads every cell of a row by its column. */
export function readRow<Rules extends ColumnRules>(row: DataRow<string>, rules: Rules, columns: ReadonlyMap<string, FoundColumn>): RowReading<Rules> {
  const values: Record<string, unknown> = {};
  const faults: RowRemark[] = [];
  const warnings: RowRemark[] = [];
  for (const [key, rule] of Object.entries(rules)) {
    const place = placeOf(row, key, rule);
    const read = readCell(row, key, rule, columns);
    values[key] = read.ok ? read.value : null;
    if (!read.ok) faults.push(remark(read.code, place, read.text, read.fix));
    else if (read.value === null && rule.required === true) faults.push(requiredMissing(place, rule.names[0]));
    else warnings.push(...cellWarnings(row, key, rule, read, columns));
  }
  const rank = (fault: RowRemark): number => CHECK_ORDER.indexOf(fault.code);
  return {
    number: row.number,
    row,
    // Every key of the rules was set above, to what its type reads.
    values: values as Values<Rules>,
    faults: faults.sort((left, right) => rank(left) - rank(right)),
    warnings,
    at: (key) => placeOf(row, key, rules[key]),
  };
}

/** The values once there are no faults. */
export function checkedValues<Rules extends ColumnRules>(reading: RowReading<Rules>): CheckedValues<Rules> | null {
  return reading.faults.length === 0 ? (reading.values as CheckedValues<Rules>) : null;
}

/** The number or name under which a row stands, sound or not, in letters of usual width; null when the cell is empty. */
export const numberIn = <Rules extends ColumnRules>({ row }: RowReading<Rules>, key: keyof Rules & string): string | null => row.text(key).normalize('NFKC') || null;

/** Refuses a row of something that has not happened yet, by its first such date; comes after the checks of README. */
export function futureDate<Rules extends ColumnRules>(reading: RowReading<Rules>, rules: Rules, today: LocalDate | null): RowRemark | null {
  if (today === null) return null;
  const key = Object.keys(rules).find((each) => rules[each]?.happened === true && isAfter(reading.values[each], today));
  return key === undefined ? null : dateInFuture(reading.at(key), today);
}

export function dateInFuture(place: RemarkPlace, today: LocalDate): RowRemark {
  return remark(
    'DATE_IN_FUTURE',
    place,
    { ko: `오늘(${today}) 이후의 날짜입니다. 가져오기는 이미 일어난 일만 기록합니다.`, en: `It lies after today (${today}): an import only records what has happened.` },
    { ko: '날짜를 확인하십시오. 예정된 건이면 그날이 지난 뒤 가져오거나 프로그램에서 기록하십시오.', en: 'Check the date. What is planned is imported, or recorded in the program, once it has happened.' },
  );
}

const isAfter = (value: unknown, today: LocalDate): boolean => typeof value === 'string' && value > today;

export function requiredMissing(place: RemarkPlace, name: string): RowRemark {
  const text =
    place.value === null
      ? { ko: `필수 항목 '${name}'이(가) 비어 있습니다.`, en: `The required cell '${name}' is empty.` }
      : { ko: `필수 항목 '${name}'에 값 대신 오류(${place.value})가 있습니다.`, en: `The required cell '${name}' holds an error (${place.value}).` };
  return remark('REQUIRED_MISSING', place, text, { ko: `'${name}'을(를) 채워 다시 올리십시오.`, en: `Fill in '${name}' and upload again.` });
}

function readCell(row: DataRow<string>, key: string, rule: ColumnRule, columns: ReadonlyMap<string, FoundColumn>): CellValue<unknown> {
  const cell = row.cell(key);
  switch (rule.type) {
    case 'date':
      return dateOf(cell);
    case 'won':
      return amountOf(row, rule, columns.get(key)?.unit ?? '원', cell);
    case 'count':
      return countOf(cell);
    case 'business-number':
      return businessNumberOf(cell);
    case 'corporate-number':
      return corporateNumberOf(cell);
    case 'invoice-number':
      return invoiceNumberOf(cell);
    case 'reference':
      return { ok: true, value: textOf(cell) ?? (cell.kind === 'error' ? cell.text : null) };
    case 'text':
    case 'loose':
      return { ok: true, value: textOf(cell) };
  }
}

/** An amount in the unit of its row, or else of its column. A unit that nobody knows refuses the amount: guessing one would be off by thousands. */
function amountOf(row: DataRow<string>, rule: ColumnRule, columnUnit: WonUnit, cell: Cell): CellValue<Won> {
  const range = rule.range ?? 'not-negative';
  const stated = rule.unitFrom === undefined ? '' : squeezed(row.text(rule.unitFrom));
  if (stated === '' || cell.kind === 'empty') return wonOf(cell, columnUnit, range);
  const unit = WON_UNITS.find((each) => each === stated);
  return unit === undefined ? unknownUnit(stated) : wonOf(cell, unit, range);
}

function unknownUnit(stated: string): BadCell {
  const shown = stated.slice(0, 40);
  const units = WON_UNITS.join(', ');
  return {
    ok: false,
    code: 'AMOUNT_INVALID',
    text: { ko: `이 행의 단위 '${shown}'을(를) 알 수 없어 금액을 읽지 않았습니다.`, en: `The unit '${shown}' of this row is not known, so its amount was not read.` },
    fix: { ko: `단위를 다음 가운데 하나로 적으십시오: ${units}`, en: `Write the unit as one of: ${units}` },
  };
}

/** What a reader should know though the cell was read: another unit than won in the cell itself, an error where a text stood. */
function cellWarnings(row: DataRow<string>, key: string, rule: ColumnRule, read: CellValue<unknown>, columns: ReadonlyMap<string, FoundColumn>): RowRemark[] {
  const place = placeOf(row, key, rule);
  if (read.ok && read.unit !== undefined && read.unit !== '원' && read.unit !== (columns.get(key)?.unit ?? '원')) {
    return [remark('UNIT_CONVERTED', place, { ko: `${read.unit} 단위로 적힌 금액을 원으로 환산했습니다.`, en: `An amount in ${read.unit} was converted to won.` })];
  }
  if (read.ok && read.doubts !== undefined) return read.doubts.map((doubt) => remark(doubt.code, place, doubt.text));
  if (rule.type === 'text' && row.cell(key).kind === 'error') {
    return [valueAssumed(place, { ko: '셀에 엑셀 오류가 있어 빈칸으로 보았습니다.', en: 'The cell holds an Excel error and was taken as empty.' })];
  }
  return [];
}

function placeOf(row: DataRow<string>, key: string, rule: ColumnRule | undefined): RemarkPlace {
  const text = row.text(key);
  return { column: rule?.names[0] ?? null, value: text === '' ? null : text };
}
