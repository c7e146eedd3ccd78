import { invariant } from '#libs/errors';

import type { Cell, Row, TableBlock, TonedCell } from '../blocks.js';
import { typefaces } from '../font/typefaces.js';
import { printable } from '../font/printable.js';
import { stretchExtent } from '../font/lines.js';

/** Widest text of a column in thousandths of the type size, in cells without and with a symbol; negative where there is none. */
interface Widest {
  plain: number;
  marked: number;
}

/** What the cells of one column measure, whatever size they are set in. */
export interface Extent {
  /** Widest line. */
  readonly whole: Widest;
  /** Widest stretch that a line break should not part, and that it should not where there is room. */
  readonly token: Widest;
  readonly word: Widest;
  /** Some cell has lines of its own. */
  broken: boolean;
}

/** The cells of an ordinary row or a subtotal; undefined for a group heading. */
export function cellsOf(row: Row): readonly Cell[] | undefined {
  if ('group' in row) return undefined;
  return 'subtotal' in row ? row.subtotal : row;
}

export function toned(cell: Cell): TonedCell {
  return typeof cell === 'string' ? { text: cell } : cell;
}

export function hasSymbol(cell: TonedCell): cell is TonedCell & { tone: 'good' | 'bad' | 'open' } {
  return cell.tone === 'good' || cell.tone === 'bad' || cell.tone === 'open';
}

/** How small a mark is beside its text, and the gap between the two in thousandths of the type size. */
export const MARK_SCALE = 0.78;
const MARK_GAP = 260;

/** Room for a mark in thousandths of the type size of its cell. */
export const markExtent = (mark: string | undefined): number => (mark === undefined ? 0 : typefaces().regular.measure(printable(mark)) * MARK_SCALE + MARK_GAP);

/** What a table measures. */
export interface Measured {
  readonly columns: readonly Extent[];
  /** Every row has a cell for each column: no headings among them. */
  readonly even: boolean;
}

/** Measures every cell of a table once, in the heavier type; sizes scale the result. Throws `pdf.glyph-missing`. */
export function measured(block: TableBlock): Measured {
  const extents = block.columns.map((): Extent => ({ whole: { plain: -1, marked: -1 }, token: { plain: -1, marked: -1 }, word: { plain: -1, marked: -1 }, broken: false }));
  const take = (cells: readonly Cell[]): void => {
    invariant(cells.length === block.columns.length, `a row of '${block.caption ?? 'table'}' does not have ${block.columns.length} cells`);
    for (let at = 0; at < cells.length; at += 1) widen(extents[at], cells[at]);
  };
  let even = true;
  for (const row of block.rows) {
    const cells = cellsOf(row);
    if (cells === undefined) even = false;
    else take(cells);
  }
  if (block.footer !== undefined) take(block.footer);
  return { columns: extents, even };
}

function widen(extent: Extent | undefined, cell: Cell | undefined): void {
  if (extent === undefined || cell === undefined) return;
  const kind = typeof cell !== 'string' && hasSymbol(cell) ? 'marked' : 'plain';
  const text = printable(typeof cell === 'string' ? cell : cell.text);
  extent.broken ||= text.includes('\n');
  const mark = typeof cell === 'string' ? 0 : markExtent(cell.mark);
  const width = widthIn(text) + mark;
  if (width > extent.whole[kind]) extent.whole[kind] = width;
  // No stretch of a text is wider than its widest line.
  if (width <= extent.token[kind]) return;
  const { token, word } = stretchExtent(text, 'semibold');
  extent.token[kind] = Math.max(extent.token[kind], token + mark);
  extent.word[kind] = Math.max(extent.word[kind], word + mark);
}

function widthIn(text: string): number {
  const face = typefaces().semibold;
  if (!text.includes('\n')) return face.measure(text);
  return Math.max(...text.split('\n').map((part) => face.measure(part)));
}
