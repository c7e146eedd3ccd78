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

/** Refused rows first, then those to look at, each in the order of the file. Rows on record already are no work. */
export function faultRows({ sheets }: Pick<RosterResult, 'sheets'>): FaultRow[] {
  const rows = sheets.flatMap(({ name, rows: judged }) =>
    judged
      .filter(({ verdict }) => verdict !== 'UNCHANGED')
      .flatMap(({ row, key, verdict, remarks }) => remarks.map((remark, index): FaultRow => ({ id: `${name}/${row ?? ''}/${remark.column ?? ''}/${index}`, sheet: name, row, key, verdict, remark }))),
  );
  return [...rows.filter(({ verdict }) => verdict === 'REJECTED'), ...rows.filter(({ verdict }) => verdict !== 'REJECTED')];
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
