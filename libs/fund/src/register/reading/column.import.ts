import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { ColumnSpec, DataRow, FoundColumn } from '#libs/sheet';
import type { RowRemark } from '../register.js';
import { businessNumberOf, countOf, dateOf, textOf, wonOf, type AmountRange, type CellValue } from './cell.import.js';
import { remark, valueAssumed, type RemarkPlace } from './remark.import.js';

/**
 * What a column holds. `reference` is text that names something else: an Excel error in it is a name that does not
 * exist. `loose` cells only serve checks; the sheet reads them itself and never refuses a row for them.
 */
export type ColumnType = 'text' | 'reference' | 'date' | 'won' | 'count' | 'business-number' | 'loose';

interface ColumnRule {
  /** The header of docs/register-format.md §3 first, then other names in use. */
  readonly names: readonly [string, ...string[]];
  readonly type: ColumnType;
  readonly required?: true;
  readonly range?: AmountRange;
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
  /** In the order of checks: REQUIRED_MISSING, DATE_INVALID, AMOUNT_INVALID, BRN_FORMAT, BRN_CHECKSUM; then by column. */
  readonly faults: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
  /** Where a remark about that column points. */
  at(key: keyof Rules & string): RemarkPlace;
}

/** The columns as the header finder wants them. */
export function columnSpecs(rules: ColumnRules): ColumnSpec<string>[] {
  return Object.entries(rules).map(([key, rule]) => ({ key, names: rule.names, required: rule.required === true }));
}

const CHECK_ORDER = ['REQUIRED_MISSING', 'DATE_INVALID', 'AMOUNT_INVALID', 'BRN_FORMAT', 'BRN_CHECKSUM'];

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
      return wonOf(cell, columns.get(key)?.unit ?? '원', rule.range ?? 'not-negative');
    case 'count':
      return countOf(cell);
    case 'business-number':
      return businessNumberOf(cell);
    case 'reference':
      return { ok: true, value: textOf(cell) ?? (cell.kind === 'error' ? cell.text : null) };
    case 'text':
    case 'loose':
      return { ok: true, value: textOf(cell) };
  }
}

/** What a reader should know though the cell was read: another unit than won in the cell itself, an error where a text stood. */
function cellWarnings(row: DataRow<string>, key: string, rule: ColumnRule, read: CellValue<unknown>, columns: ReadonlyMap<string, FoundColumn>): RowRemark[] {
  const place = placeOf(row, key, rule);
  if (read.ok && read.unit !== undefined && read.unit !== '원' && read.unit !== (columns.get(key)?.unit ?? '원')) {
    return [remark('UNIT_CONVERTED', place, { ko: `${read.unit} 단위로 적힌 금액을 원으로 환산했습니다.`, en: `An amount in ${read.unit} was converted to won.` })];
  }
  if (rule.type === 'text' && row.cell(key).kind === 'error') {
    return [valueAssumed(place, { ko: '셀에 엑셀 오류가 있어 빈칸으로 보았습니다.', en: 'The cell holds an Excel error and was taken as empty.' })];
  }
  return [];
}

function placeOf(row: DataRow<string>, key: string, rule: ColumnRule | undefined): RemarkPlace {
  const text = row.text(key);
  return { column: rule?.names[0] ?? null, value: text === '' ? null : text };
}
