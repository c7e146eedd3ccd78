import { invariant } from '#libs/errors';

import type { Cell, Column, Row, TableBlock, TonedCell } from '../blocks.js';
import { unbreakableWidth, widthOf, type TextStyle } from '../font/lines.js';
import { set, type Setting } from '../flow/setting.js';
import { COLOR, inColor, TONE_COLOR, TYPE } from '../flow/style.js';

/** The look of one table. Lengths are points. */
interface TableStyle {
  readonly cell: TextStyle;
  readonly strong: TextStyle;
  readonly head: TextStyle;
  readonly paddingX: number;
  readonly paddingY: number;
}

export interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

export interface TablePlan {
  readonly style: TableStyle;
  readonly columns: readonly PlacedColumn[];
}

/** Room for the symbol of a toned cell. */
export const SYMBOL_WIDTH = 10;

/** Sizes tried in turn until every figure fits its column on one line. */
const SIZES = [8.5, 8, 7.5, 7, 6.5, 6] as const;

/** From this size down the type is only made smaller to keep figures whole, not for comfort. */
const READABLE = 8;

function styleOf(size: number, dense: boolean): TableStyle {
  const scaled = (base: TextStyle): TextStyle => ({ ...base, size, leading: size * (dense ? 1.32 : 1.42) });
  const cell = scaled(TYPE.cell);
  return {
    cell,
    strong: { ...cell, weight: 'semibold', color: COLOR.ink },
    head: scaled(TYPE.cellHead),
    paddingX: size < 7.5 ? 3 : size < 8.5 ? 4 : 5,
    paddingY: dense ? 1.8 : 3.2,
  };
}

function toned(cell: Cell): TonedCell {
  return typeof cell === 'string' ? { text: cell } : cell;
}

export function hasSymbol(cell: TonedCell): cell is TonedCell & { tone: 'good' | 'bad' | 'open' } {
  return cell.tone === 'good' || cell.tone === 'bad' || cell.tone === 'open';
}

function cellStyle(cell: TonedCell, style: TableStyle, emphasised: boolean): TextStyle {
  const base = emphasised || cell.tone === 'strong' || cell.tone === 'bad' ? style.strong : style.cell;
  if (hasSymbol(cell)) return inColor(base, TONE_COLOR[cell.tone]);
  return cell.tone === 'muted' ? inColor(base, COLOR.muted) : base;
}

/** The cells of an ordinary row or a subtotal; undefined for a group heading. */
export function cellsOf(row: Row): readonly Cell[] | undefined {
  if ('group' in row) return undefined;
  return 'subtotal' in row ? row.subtotal : row;
}

/** What a cell needs beside its text. */
function extraWidth(cell: TonedCell, style: TableStyle): number {
  return 2 * style.paddingX + (hasSymbol(cell) ? SYMBOL_WIDTH : 0) + 0.1;
}

function cellWidth(cell: Cell, style: TableStyle): number {
  const own = toned(cell);
  return widthOf(own.text, style.strong) + extraWidth(own, style);
}

function tokenWidth(cell: Cell, style: TableStyle): number {
  const own = toned(cell);
  return unbreakableWidth(own.text, style.strong) + extraWidth(own, style);
}

/** How wide a column wants to be, and how narrow it may become. */
interface Demand {
  /** Width at which no cell wraps. */
  readonly natural: number;
  /** Width at which figures stay whole and words are broken only where they may be. */
  readonly least: number;
  /** A width that still reads well. */
  readonly comfortable: number;
  readonly weight: number | undefined;
}

/** A long identifier (a hash, an address) may be broken rather than squeeze all other columns. */
const LONGEST_TOKEN_SHARE = 0.3;
const COMFORTABLE = 96;

function demands(block: TableBlock, style: TableStyle, width: number): Demand[] {
  const rows = [...block.rows.map(cellsOf), block.footer].filter((row) => row !== undefined);
  return block.columns.map((column, at) => {
    const header = widthOf(column.header, style.head) + 2 * style.paddingX;
    let natural = header;
    let least = Math.min(header, 2 * style.paddingX + Math.max(unbreakableWidth(column.header, style.head), style.head.size * 2.2));
    for (const row of rows) {
      const cell = row[at];
      invariant(
        cell !== undefined && row.length === block.columns.length,
        `a row of '${block.caption ?? 'table'}' does not have ${block.columns.length} cells`,
      );
      const own = cellWidth(cell, style);
      natural = Math.max(natural, own);
      if (own <= least) continue;
      const whole = column.align === 'right' ? own : tokenWidth(cell, style);
      least = Math.max(least, column.align === 'right' ? whole : Math.min(whole, width * LONGEST_TOKEN_SHARE));
    }
    return { natural, least, comfortable: Math.max(least, Math.min(natural, COMFORTABLE)), weight: column.weight };
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Short columns get what they want; the long ones divide the rest, longer text more, but not in proportion. */
function settle(columns: readonly Demand[], width: number): number[] {
  const widths = columns.map(() => 0);
  let open = columns.map((_, at) => at);
  let rest = width;
  for (;;) {
    const fair = rest / open.length;
    const content = open.filter((at) => (columns[at]?.natural ?? 0) <= fair);
    if (content.length === 0 || content.length === open.length) break;
    for (const at of content) rest -= widths[at] = columns[at]?.natural ?? 0;
    open = open.filter((at) => !content.includes(at));
  }
  const share = (at: number): number => columns[at]?.weight ?? Math.sqrt(columns[at]?.natural ?? 1);
  const shares = total(open.map(share));
  for (const at of open) widths[at] = (rest * share(at)) / shares;
  return widths;
}

/** Raises columns to their least width at the cost of those that have more than theirs. */
function respectLeast(columns: readonly Demand[], widths: number[]): number[] {
  const missing = total(columns.map(({ least }, at) => Math.max(0, least - (widths[at] ?? 0))));
  const spare = total(columns.map(({ least }, at) => Math.max(0, (widths[at] ?? 0) - least)));
  if (missing === 0) return widths;
  return columns.map(({ least }, at) => {
    const own = widths[at] ?? 0;
    return own <= least ? least : own - (missing * (own - least)) / Math.max(spare, missing);
  });
}

function widthsOf(columns: readonly Demand[], width: number): number[] {
  const natural = total(columns.map((demand) => demand.natural));
  if (columns.some(({ weight }) => weight !== undefined)) {
    const weighted = columns.map((demand) => ({
      ...demand,
      natural: demand.weight === undefined ? demand.natural : Math.max(demand.natural, width),
    }));
    return respectLeast(columns, settle(weighted, width));
  }
  if (natural <= width) return columns.map((demand) => demand.natural * (width / natural));
  return respectLeast(columns, settle(columns, width));
}

function planned(block: TableBlock, left: number, width: number): TablePlan {
  invariant(block.columns.length > 0, 'a table has columns');
  const dense = block.dense === true;
  const sizes = SIZES.filter((size) => !dense || size <= 8);
  let style = styleOf(sizes[0] ?? 8, dense);
  let wanted = demands(block, style, width);
  for (const size of sizes) {
    const need = size > READABLE ? 'comfortable' : 'least';
    style = styleOf(size, dense);
    wanted = demands(block, style, width);
    if (total(wanted.map((demand) => demand[need])) <= width) break;
  }
  const widths = widthsOf(wanted, width);
  const sum = total(widths);
  let x = left;
  const columns = block.columns.map((column, at) => {
    const placed = { column, x, width: ((widths[at] ?? 0) * width) / sum };
    x += placed.width;
    return placed;
  });
  return { style, columns };
}

const plans = new WeakMap<TableBlock, { readonly left: number; readonly width: number; readonly plan: TablePlan }>();

/**
 * Chooses type size and column widths for a table. Figures keep to one line: the type becomes smaller before a figure
 * is broken, and only a table that is too wide even at 6 points gets narrower columns than its figures want.
 * Measuring a long table takes time, so the plan is kept with the block for the second pass.
 */
export function planTable(block: TableBlock, left: number, width: number): TablePlan {
  const known = plans.get(block);
  if (known !== undefined && known.left === left && known.width === width) return known.plan;
  const plan = planned(block, left, width);
  plans.set(block, { left, width, plan });
  return plan;
}

/** A row ready to be painted. */
export interface SetRow {
  readonly cells: readonly { readonly cell: TonedCell; readonly setting: Setting }[];
  readonly lines: number;
  readonly emphasised: boolean;
}

export function setRow(cells: readonly Cell[], plan: TablePlan, emphasised: boolean): SetRow {
  const set_ = plan.columns.map(({ width }, at) => {
    const cell = toned(cells[at] ?? '');
    const measure = Math.max(4, width - 2 * plan.style.paddingX - (hasSymbol(cell) ? SYMBOL_WIDTH : 0));
    return { cell, setting: set(cell.text, cellStyle(cell, plan.style, emphasised), measure) };
  });
  return { cells: set_, lines: Math.max(...set_.map(({ setting }) => setting.lines.length)), emphasised };
}
