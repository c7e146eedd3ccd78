import { formatWon } from '../../format/won.js';
import { parseWonInput } from '../../format/won-input.js';
import type { Holding, RecordValuation } from './valuation.requests.js';

/** One deal of the sheet as it is typed. */
export interface SheetRow {
  readonly holding: Holding;
  readonly fairValue: string;
  readonly impairment: string;
  readonly method: string;
  readonly reasons: readonly string[];
  readonly ifrs: boolean;
  readonly followOnPaidOn: string;
  readonly followOnAmount: string;
  readonly followOnShare: string;
  readonly note: string;
  /** A new judgement, though the amounts may stay. */
  readonly touched: boolean;
}

export type SheetColumn = 'fairValue' | 'impairment';
const COLUMNS: readonly SheetColumn[] = ['fairValue', 'impairment'];

export function startingRow(holding: Holding): SheetRow {
  return {
    holding,
    fairValue: formatWon(holding.fairValueWon),
    impairment: formatWon(holding.impairmentWon),
    method: holding.method ?? '',
    reasons: holding.reasons,
    ifrs: false,
    followOnPaidOn: '',
    followOnAmount: '',
    followOnShare: '',
    note: '',
    touched: false,
  };
}

export interface Pasted {
  readonly rows: readonly SheetRow[];
  readonly filled: number;
  /** Deal numbers that the sheet does not have. */
  readonly unknown: readonly string[];
}

/**
 * Cells from Excel put into the sheet: rows that begin with a deal number go where it stands, whatever their order; others fill
 * downwards from the cell that was pasted into.
 */
export function pasteInto(rows: readonly SheetRow[], text: string, at: { readonly row: number; readonly column: SheetColumn }): Pasted {
  const lines = text.replace(/\r/g, '').split('\n').filter((line) => line.trim() !== '');
  const next = [...rows];
  const unknown: string[] = [];
  let filled = 0;
  lines.forEach((line, offset) => {
    const [first = '', ...rest] = line.split('\t').map((cell) => cell.trim());
    const named = /[^\d\s,.원-]/.test(first);
    const index = named ? rows.findIndex(({ holding }) => holding.number === first) : at.row + offset;
    const row = next[index];
    if (row === undefined) {
      if (named) unknown.push(first);
      return;
    }
    next[index] = named ? filledFrom(row, rest, 'fairValue') : filledFrom(row, [first, ...rest], at.column);
    filled += 1;
  });
  return { rows: next, filled, unknown };
}

function filledFrom(row: SheetRow, cells: readonly string[], from: SheetColumn): SheetRow {
  return COLUMNS.slice(COLUMNS.indexOf(from)).reduce((next, column, place) => {
    const cell = cells[place];
    if (cell === undefined || cell === '') return next;
    const parsed = parseWonInput(cell);
    return { ...next, [column]: parsed.ok ? formatWon(parsed.amount) : cell, touched: true };
  }, row);
}

export function isChanged(row: SheetRow): boolean {
  const [fair, impairment] = [parseWonInput(row.fairValue), parseWonInput(row.impairment === '' ? '0' : row.impairment)];
  if (!fair.ok || !impairment.ok) return true;
  return row.touched || fair.amount.toString() !== row.holding.fairValueWon || impairment.amount.toString() !== row.holding.impairmentWon;
}

/** A row as it is sent; null where an amount cannot be read. */
export function itemOf(row: SheetRow, usualMethod: string): RecordValuation['items'][number] | null {
  const [fair, impairment, followOn] = [parseWonInput(row.fairValue), parseWonInput(row.impairment === '' ? '0' : row.impairment), parseWonInput(row.followOnAmount)];
  if (!fair.ok || !impairment.ok) return null;
  const share = row.followOnShare.trim() === '' ? null : Math.round(Number(row.followOnShare) * 100);
  return {
    investmentId: row.holding.investmentId,
    fairValueWon: fair.amount.toString(),
    impairmentWon: impairment.amount.toString(),
    method: row.method.trim() === '' ? usualMethod : row.method.trim(),
    ...(row.reasons.length === 0 ? {} : { reasons: row.reasons.map((code) => ({ code: code as 'OTHER' })) }),
    ...(row.ifrs ? { ifrsConversion: true } : {}),
    ...(followOn.ok && row.followOnPaidOn !== '' ? { followOn: { paidOn: row.followOnPaidOn, amountWon: followOn.amount.toString(), ...(share === null || Number.isNaN(share) ? {} : { shareBasisPoints: share }) } } : {}),
    ...(row.note.trim() === '' ? {} : { note: row.note.trim() }),
  };
}
