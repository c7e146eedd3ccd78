import { invariant } from '#libs/errors';

import type { Cell, Column, TableBlock, TonedCell } from '../blocks.js';
import { stretchOf, widthOf, type TextStyle } from '../font/lines.js';
import { set, type Setting } from '../flow/setting.js';
import { hasSymbol, MARK_SCALE, markExtent, measured, toned, type Extent } from './extent.js';
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
  /** Every cell surely fits on one line, so that nobody needs to look for breaks. */
  readonly fits: boolean;
}

export interface TablePlan {
  readonly style: TableStyle;
  readonly columns: readonly PlacedColumn[];
  /** Every cell surely fits on one line: all rows are equally high. */
  readonly oneLine: boolean;
  /** Every row has a cell for each column: no headings among them. */
  readonly even: boolean;
}

/** Room for the symbol of a toned cell. */
export const SYMBOL_WIDTH = 10;

/** Sizes tried in turn until every figure fits its column on one line. */
const SMALLEST = 6;
const SIZES = [8.5, 8, 7.5, 7, 6.5, SMALLEST];

/** From this size down the type is only made smaller to keep figures whole, not for comfort. */
const READABLE = 8;

/** Nor below this one to keep short words whole. */
const SMALLEST_FOR_WORDS = 7.5;

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

export function cellStyle(cell: TonedCell, style: TableStyle, emphasised: boolean): TextStyle {
  const base = emphasised || cell.tone === 'strong' || cell.tone === 'bad' ? style.strong : style.cell;
  if (hasSymbol(cell)) return inColor(base, TONE_COLOR[cell.tone]);
  return cell.tone === 'muted' ? inColor(base, COLOR.muted) : base;
}

/** How a mark is set. */
export const markStyle = ({ cell }: TableStyle): TextStyle => ({ ...inColor(cell, COLOR.muted), size: cell.size * MARK_SCALE });

/** Room that a cell keeps for its mark. */
export const markRoom = ({ mark }: TonedCell, { cell }: TableStyle): number => markExtent(mark) * (cell.size / 1000);

/** The widest cell of a column at a size: its text, and what it needs beside it. */
function widest({ plain, marked }: { readonly plain: number; readonly marked: number }, style: TableStyle): number {
  const beside = 2 * style.paddingX + 0.1;
  const at = (width: number): number => width * (style.strong.size / 1000);
  return Math.max(plain < 0 ? 0 : at(plain) + beside, marked < 0 ? 0 : at(marked) + SYMBOL_WIDTH + beside);
}

/** How wide a column wants to be, and how narrow it may become. */
interface Demand {
  /** Width at which no cell wraps. */
  readonly natural: number;
  /** Width at which figures stay whole and words are broken only where they may be. */
  readonly least: number;
  /** Width at which short words stay whole too. */
  readonly whole: number;
  /** A width that still reads well. */
  readonly comfortable: number;
  readonly weight: number | undefined;
}

/** Cells are measured in the heavier type. A letter of the lighter one may be wider, a text never by more than this. */
const LIGHTER_AT_MOST = 1.06;

/** A long identifier (a hash, an address) may be broken rather than squeeze all other columns. */
const LONGEST_TOKEN_SHARE = 0.3;
const COMFORTABLE = 96;

function demands(block: TableBlock, extents: readonly Extent[], style: TableStyle, width: number): Demand[] {
  return block.columns.map((column, at) => {
    const extent = extents[at];
    invariant(extent !== undefined, 'every column was measured');
    const header = widthOf(column.header, style.head) + 2 * style.paddingX;
    const headed = (stretch: number): number => Math.min(header, 2 * style.paddingX + Math.max(stretch, style.head.size * 2.2));
    const cells = (stretch: Extent['token']): number => (column.align === 'right' ? widest(extent.whole, style) : Math.min(widest(stretch, style), width * LONGEST_TOKEN_SHARE));
    const natural = Math.max(header, widest(extent.whole, style));
    const inHead = stretchOf(column.header, style.head);
    const least = Math.max(headed(inHead.token), cells(extent.token));
    const whole = Math.max(least, headed(inHead.word), cells(extent.word));
    return { natural, least, whole, comfortable: Math.max(least, Math.min(natural, COMFORTABLE)), weight: column.weight };
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

/** Raises columns to their least width at the cost of those that have more than theirs; short words stay whole if all can be. */
function respectLeast(demands: readonly Demand[], widths: number[]): number[] {
  const roomy = total(demands.map(({ whole }) => whole)) <= total(widths);
  const columns = demands.map(({ least, whole }) => ({ least: roomy ? whole : least }));
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
  const { columns: extents, even } = measured(block);
  const wantedAt = (size: number): Demand[] => demands(block, extents, styleOf(size, dense), width);
  const fitAt = (size: number, need: 'comfortable' | 'whole' | 'least'): boolean => total(wantedAt(size).map((demand) => demand[need])) <= width;
  const size =
    sizes.find((each) => each > READABLE && fitAt(each, 'comfortable')) ??
    sizes.find((each) => each <= READABLE && each >= SMALLEST_FOR_WORDS && fitAt(each, 'whole')) ??
    sizes.find((each) => each <= READABLE && fitAt(each, 'least')) ??
    SMALLEST;
  const style = styleOf(size, dense);
  const wanted = wantedAt(size);
  const widths = widthsOf(wanted, width);
  const sum = total(widths);
  let x = left;
  const columns = block.columns.map((column, at) => {
    const own = ((widths[at] ?? 0) * width) / sum;
    const extent = extents[at];
    const placed = { column, x, width: own, fits: extent?.broken === false && widest(extent.whole, style) * LIGHTER_AT_MOST <= own };
    x += placed.width;
    return placed;
  });
  return { style, columns, oneLine: columns.every(({ fits }) => fits), even };
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

/** A cell whose height is known; it is broken into lines when it is painted, or sooner where that decides its height. */
export interface SetCell {
  readonly cell: TonedCell;
  readonly lines: number;
  readonly setting: () => Setting;
}

/** A row ready to be painted. */
export interface SetRow {
  readonly cells: readonly SetCell[];
  readonly lines: number;
  readonly emphasised: boolean;
}

export function setRow(cells: readonly Cell[], plan: TablePlan, emphasised: boolean): SetRow {
  let lines = 1;
  const ready = plan.columns.map(({ width, fits }, at): SetCell => {
    const cell = toned(cells[at] ?? '');
    const broken = (): Setting => {
      const measure = Math.max(4, width - 2 * plan.style.paddingX - (hasSymbol(cell) ? SYMBOL_WIDTH : 0) - markRoom(cell, plan.style));
      return set(cell.text, cellStyle(cell, plan.style, emphasised), measure);
    };
    if (fits) return { cell, lines: 1, setting: broken };
    const setting = broken();
    lines = Math.max(lines, setting.lines.length);
    return { cell, lines: setting.lines.length, setting: () => setting };
  });
  return { cells: ready, lines, emphasised };
}
