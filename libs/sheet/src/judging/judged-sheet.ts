import type { FieldFault } from '#libs/errors';
import { findHeader, type Table } from '../header/find-header.js';
import type { Sheet } from '../workbook.js';
import type { RowOutcome, RowRemark, RowVerdict, SheetVerdict } from './verdict.js';
import { checkedValues, columnSpecs, readRow, requiredMissing, type CheckedValues, type ColumnRules, type RowReading } from './column.js';
import { NO_PLACE, remark } from './remark.js';

/** What a sheet says about one of its rows. RECORDED: everything the row says is on record already. */
export type Judgement<Fact> =
  | { readonly state: 'REJECTED'; readonly remark: RowRemark }
  | { readonly state: 'NEW' | 'RECORDED'; readonly fact: Fact; readonly warnings: readonly RowRemark[] };

/** A row while its sheet is being judged: later passes over the whole sheet add remarks. */
export interface JudgedRow<Rules extends ColumnRules, Fact> {
  readonly reading: RowReading<Rules>;
  readonly key: string | null;
  state: 'NEW' | 'RECORDED' | 'REJECTED';
  fact: Fact | null;
  readonly remarks: RowRemark[];
}

export interface JudgedSheet<Rules extends ColumnRules, Fact> {
  readonly table: Table<string>;
  readonly rows: readonly JudgedRow<Rules, Fact>[];
  /** About the sheet as a whole. */
  readonly remarks: RowVerdict[];
}

/** How one kind of sheet judges a row whose cells are sound. */
export interface RowJudge<Rules extends ColumnRules, Fact> {
  readonly rules: Rules;
  /** Columns that a row of this kind needs though the sheet as a whole does not; works on unsound rows too. */
  needs?(reading: RowReading<Rules>): readonly (keyof Rules & string)[];
  /** What a verdict calls the row; it has to work on unsound rows too. */
  keyOf(reading: RowReading<Rules>): string | null;
  /** The order in which rows are judged, where it is not that of the sheet. */
  turn?(left: RowReading<Rules>, right: RowReading<Rules>): number;
  judge(values: CheckedValues<Rules>, reading: RowReading<Rules>): Judgement<Fact>;
}

/** Finds the header, reads every row and has each sound one judged. */
export function judgeSheet<Rules extends ColumnRules, Fact>(sheet: Sheet, how: RowJudge<Rules, Fact>): JudgedSheet<Rules, Fact> {
  const table = findHeader(sheet, columnSpecs(how.rules));
  const ambiguous = table.faults.find((fault) => fault.code === 'sheet.column-ambiguous');
  const readings = table.dataRows.map((row) => withNeeds(readRow(row, how.rules, table.columns), how));
  const inTurn = how.turn === undefined ? readings : readings.toSorted((left, right) => how.turn?.(left, right) ?? 0);
  const judged = inTurn.map((reading) => (ambiguous === undefined ? judgeRow(reading, how) : { ...rejected(reading, how), remarks: [faultRemark(ambiguous)] }));
  const rows = how.turn === undefined ? judged : judged.toSorted((left, right) => left.reading.number - right.reading.number);
  return { table, rows, remarks: [...table.faults.map((fault) => headerVerdict(table, fault)), ...unitRemarks(table, how.rules)] };
}

/** The verdict on a sheet. `headerRow` counts as the row of nothing else. */
export function sheetVerdict<Rules extends ColumnRules, Fact>(name: string, judged: JudgedSheet<Rules, Fact>): SheetVerdict {
  return {
    name,
    headerRow: judged.table.headerRow,
    dataRows: judged.rows.length,
    rows: [...judged.rows.map(rowVerdict), ...judged.remarks],
    skipped: judged.table.skipped,
  };
}

/** A remark about the sheet as a whole, or about something that has no row. */
export function sheetRemark(key: string | null, about: RowRemark): RowVerdict {
  return { row: null, outcome: 'WARNED', key, remarks: [about] };
}

/** A refusal by the first check that failed. */
export function refuse(about: RowRemark): { readonly state: 'REJECTED'; readonly remark: RowRemark } {
  return { state: 'REJECTED', remark: about };
}

/** What a row lacks for its kind comes before all other faults, as REQUIRED_MISSING does. */
function withNeeds<Rules extends ColumnRules, Fact>(reading: RowReading<Rules>, how: RowJudge<Rules, Fact>): RowReading<Rules> {
  const lacking = (how.needs?.(reading) ?? []).filter((key) => reading.row.cell(key).kind === 'empty');
  if (lacking.length === 0) return reading;
  const faults = lacking.map((key) => requiredMissing(reading.at(key), reading.at(key).column ?? key));
  return { ...reading, faults: [...reading.faults.filter(isMissing), ...faults, ...reading.faults.filter((fault) => !isMissing(fault))] };
}

const isMissing = (fault: RowRemark): boolean => fault.code === 'REQUIRED_MISSING';

function judgeRow<Rules extends ColumnRules, Fact>(reading: RowReading<Rules>, how: RowJudge<Rules, Fact>): JudgedRow<Rules, Fact> {
  const values = checkedValues(reading);
  if (values === null) return { ...rejected(reading, how), remarks: [...reading.faults] };
  const judgement = how.judge(values, reading);
  if (judgement.state === 'REJECTED') return { ...rejected(reading, how), remarks: [judgement.remark] };
  return { reading, key: how.keyOf(reading), state: judgement.state, fact: judgement.fact, remarks: [...reading.warnings, ...judgement.warnings] };
}

function rejected<Rules extends ColumnRules, Fact>(reading: RowReading<Rules>, how: RowJudge<Rules, Fact>): Omit<JudgedRow<Rules, Fact>, 'remarks'> {
  return { reading, key: how.keyOf(reading), state: 'REJECTED', fact: null };
}

function rowVerdict<Rules extends ColumnRules, Fact>(row: JudgedRow<Rules, Fact>): RowVerdict {
  return { row: row.reading.number, outcome: outcomeOf(row.state, row.remarks), key: row.key, remarks: row.remarks };
}

/** An UNCHANGED row keeps its warnings: a second upload says what the first one said. */
export function outcomeOf(state: 'NEW' | 'RECORDED' | 'REJECTED', remarks: readonly RowRemark[]): RowOutcome {
  if (state === 'REJECTED') return 'REJECTED';
  if (state === 'RECORDED') return 'UNCHANGED';
  return remarks.length === 0 ? 'ACCEPTED' : 'WARNED';
}

function faultRemark(fault: FieldFault): RowRemark {
  const code = fault.code.replace('sheet.', '').replaceAll('-', '_').toUpperCase();
  return remark(code, NO_PLACE, fault.text, fault.fix ?? null);
}

/** Without a header nothing was read, so the sheet is refused; a missing column shows on the rows as well. */
function headerVerdict(table: Table<string>, fault: FieldFault): RowVerdict {
  return { row: null, outcome: table.headerRow === null ? 'REJECTED' : 'WARNED', key: null, remarks: [faultRemark(fault)] };
}

/** Says once per column that its amounts were converted, where the header or the sheet gives a unit other than won. */
function unitRemarks(table: Table<string>, rules: ColumnRules): RowVerdict[] {
  return Object.entries(rules).flatMap(([key, rule]) => {
    const unit = table.columns.get(key)?.unit ?? '원';
    if (rule.type !== 'won' || unit === '원') return [];
    const column = rule.names[0];
    const text = { ko: `'${column}' 열을 ${unit} 단위로 보고 원으로 환산했습니다.`, en: `The column '${column}' is in ${unit} and was converted to won.` };
    return [sheetRemark(null, remark('UNIT_CONVERTED', { column, value: unit }, text))];
  });
}
