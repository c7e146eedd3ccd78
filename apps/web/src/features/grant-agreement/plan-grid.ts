import { parseWonInput } from '../../format/won-input.js';
import { formatWon } from '../../format/won.js';
import type { ConcludeAgreement } from './grant-agreement.requests.js';

/** A year of a stage: a column of the grid. */
export interface PlanColumn {
  readonly stage: number;
  readonly fiscalYear: number;
}

/** A source or a line in cash or in kind: a row of the grid. */
export interface PlanRow {
  readonly key: string;
  readonly block: 'SOURCE' | 'LINE';
  readonly code: string;
  readonly resource: 'CASH' | 'IN_KIND';
}

/** Amounts as they are typed, by `cellKey`. */
export type PlanCells = Readonly<Record<string, string>>;

type Sources = ConcludeAgreement['sources'];
type Lines = ConcludeAgreement['lines'];

const SOURCES = ['GOVERNMENT', 'OWN', 'LOCAL', 'OTHER'] as const;
const MOST_YEARS = 10;

export const cellKey = (row: string, { stage, fiscalYear }: PlanColumn): string => `${row}@${stage}/${fiscalYear}`;

/** Whether the years of a period are one stage, or each a stage of its own. */
export type StageManner = 'ONE' | 'BY_YEAR';

export function stagesOf(periodFrom: string, periodTo: string, manner: StageManner): { beginsOn: string; endsOn: string }[] {
  const [first, last] = [Number(periodFrom.slice(0, 4)), Number(periodTo.slice(0, 4))];
  if (manner === 'ONE' || first === last) return [{ beginsOn: periodFrom, endsOn: periodTo }];
  return years(first, last).map((year) => ({ beginsOn: year === first ? periodFrom : `${year}-01-01`, endsOn: year === last ? periodTo : `${year}-12-31` }));
}

/** The columns of a plan over these stages, in turn. */
export function columnsOf(stages: readonly { readonly beginsOn: string; readonly endsOn: string }[]): PlanColumn[] {
  return stages.flatMap(({ beginsOn, endsOn }, index) => years(Number(beginsOn.slice(0, 4)), Number(endsOn.slice(0, 4))).map((fiscalYear) => ({ stage: index + 1, fiscalYear })));
}

function years(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(MOST_YEARS, last - first + 1)) }, (_, index) => first + index);
}

/** The government brings cash only; a line takes things in kind where the call says so. */
export function rowsOf(lines: readonly { readonly code: string; readonly inKind: boolean }[]): PlanRow[] {
  const row = (block: PlanRow['block'], code: string, resource: PlanRow['resource']): PlanRow => ({ key: `${block}|${code}|${resource}`, block, code, resource });
  return [
    ...SOURCES.flatMap((code) => [row('SOURCE', code, 'CASH'), ...(code === 'GOVERNMENT' ? [] : [row('SOURCE', code, 'IN_KIND')])]),
    ...lines.flatMap(({ code, inKind }) => [row('LINE', code, 'CASH'), ...(inKind ? [row('LINE', code, 'IN_KIND')] : [])]),
  ];
}

/** Won in a cell; null where it cannot be read, zero where nothing is typed. */
export function wonIn(cells: PlanCells, key: string): bigint | null {
  const text = cells[key]?.trim() ?? '';
  if (text === '') return 0n;
  const parsed = parseWonInput(text);
  return parsed.ok ? parsed.amount : null;
}

export function sumOf(cells: PlanCells, keys: readonly string[]): bigint {
  return keys.reduce((sum, key) => sum + (wonIn(cells, key) ?? 0n), 0n);
}

export interface TypedPlan {
  readonly sources: Sources;
  readonly lines: Lines;
  /** Cells whose text is no amount. */
  readonly unread: readonly string[];
}

export function planOf(cells: PlanCells, rows: readonly PlanRow[], columns: readonly PlanColumn[]): TypedPlan {
  const typed = rows.flatMap((row) => columns.map((column) => ({ row, column, key: cellKey(row.key, column), amount: wonIn(cells, cellKey(row.key, column)) })));
  const filled = (block: PlanRow['block']) => typed.filter(({ row, amount }) => row.block === block && amount !== null && amount > 0n);
  return {
    sources: filled('SOURCE').map(({ row, column, amount }) => ({ ...column, source: row.code as Sources[number]['source'], resource: row.resource, amountWon: String(amount) })),
    lines: filled('LINE').map(({ row, column, amount }) => ({ ...column, code: row.code, resource: row.resource, amountWon: String(amount) })),
    unread: typed.filter(({ amount }) => amount === null).map(({ key }) => key),
  };
}

/** What a plan that stands looks like in the grid. */
export function cellsOf(sources: Sources, lines: readonly (Lines[number] & { readonly kind?: string })[]): PlanCells {
  const of = (key: string, column: PlanColumn, amount: string): [string, string] => [cellKey(key, column), formatWon(amount)];
  return Object.fromEntries([
    ...sources.map(({ source, resource, amountWon, ...column }) => of(`SOURCE|${source}|${resource}`, column, amountWon)),
    ...lines.filter(({ kind, amountWon }) => (kind ?? 'PLANNED') === 'PLANNED' && amountWon !== '0').map(({ code, resource, amountWon, stage, fiscalYear }) => of(`LINE|${code}|${resource}`, { stage, fiscalYear }, amountWon)),
  ]);
}

/** Cells from Excel, put in from the cell at `row` and `column` to the right and downwards; what lies outside is left out. */
export function pasteInto(cells: PlanCells, rows: readonly PlanRow[], columns: readonly PlanColumn[], at: { readonly row: number; readonly column: number }, text: string): PlanCells {
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
  const next: Record<string, string> = { ...cells };
  lines.forEach((line, down) => {
    line.split('\t').forEach((cell, right) => {
      const [row, column] = [rows[at.row + down], columns[at.column + right]];
      if (row === undefined || column === undefined) return;
      const parsed = parseWonInput(cell);
      next[cellKey(row.key, column)] = parsed.ok ? formatWon(parsed.amount) : cell.trim();
    });
  });
  return next;
}
