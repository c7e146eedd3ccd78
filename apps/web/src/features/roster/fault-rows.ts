import type { Correction, RosterRemark, RosterResult, RosterRow } from './roster.requests.js';

/** One remark about one cell: what can be put right in place. */
export interface FaultRow {
  readonly id: string;
  readonly sheet: string;
  readonly row: number | null;
  readonly key: string | null;
  readonly verdict: RosterRow['verdict'];
  readonly remark: RosterRemark;
}

type JudgedSheet = RosterResult['sheets'][number];

/** A missing column refuses every row of its sheet; it is told once, above the rows. */
const isMissingColumn = ({ row, remarks }: RosterRow): boolean => row === null && remarks.some(({ code }) => code === 'COLUMN_MISSING');

/** Columns whose cell is wanting in every row, where the header lacks columns. */
function columnsNowhere({ rows }: JudgedSheet): ReadonlySet<string> {
  if (!rows.some(isMissingColumn)) return new Set();
  const wanting = rows.filter(({ row }) => row !== null).map(({ remarks }) => new Set(remarks.flatMap(({ code, column }) => (code === 'REQUIRED_MISSING' && column !== null ? [column] : []))));
  return new Set([...(wanting[0] ?? [])].filter((column) => wanting.every((columns) => columns.has(column))));
}

/** Missing columns first, then refused rows, then those to look at, each in the order of the file. Rows on record already are no work. */
export function faultRows({ sheets }: Pick<RosterResult, 'sheets'>): FaultRow[] {
  const rows = sheets.flatMap((sheet) => {
    const nowhere = columnsNowhere(sheet);
    return sheet.rows
      .filter(({ verdict }) => verdict !== 'UNCHANGED')
      .flatMap((judged) =>
        judged.remarks
          .map((remark, index): FaultRow => ({ id: `${sheet.name}/${judged.row ?? ''}/${remark.column ?? ''}/${index}`, sheet: sheet.name, row: judged.row, key: judged.key, verdict: isMissingColumn(judged) ? 'REJECTED' : judged.verdict, remark }))
          .filter(({ row, remark: { code, column } }) => row === null || code !== 'REQUIRED_MISSING' || column === null || !nowhere.has(column)),
      );
  });
  const rank = ({ row, verdict }: FaultRow): number => (verdict !== 'REJECTED' ? 2 : row === null ? 0 : 1);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** Whether the cell can be written anew: it is a cell of a row, and not one that is fine as it is. */
export const isCorrectable = ({ row, remark }: FaultRow): boolean => row !== null && remark.column !== null;

const sameCell = (one: Correction, other: Correction): boolean => one.sheet === other.sheet && one.row === other.row && one.column === other.column;

/** The corrections with one more; a cell is corrected once, by the value typed last. */
export function corrected(corrections: readonly Correction[], { sheet, row, remark }: FaultRow, value: string): Correction[] {
  const next: Correction = { sheet, row: row ?? 0, column: remark.column ?? '', ...(value.trim() === '' ? {} : { value: value.trim() }) };
  return [...corrections.filter((each) => !sameCell(each, next)), next];
}

/** The typed values as corrections: cells left as they are in the file are none. */
export function correctionsOf(before: readonly Correction[], faults: readonly FaultRow[], typed: Readonly<Record<string, string>>): Correction[] {
  return faults.reduce<Correction[]>((list, fault) => {
    const value = typed[fault.id];
    return value === undefined || value.trim() === (fault.remark.value ?? '') ? list : corrected(list, fault, value);
  }, [...before]);
}
