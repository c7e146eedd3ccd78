import { invariant } from '#libs/errors';

import type { Cell, Row, TableBlock, TonedCell } from '../blocks.js';
import { typefaces } from '../font/typefaces.js';
import { printable } from '../font/printable.js';
import { unbreakableExtent } from '../font/lines.js';

/** Widest text of a column in thousandths of the type size, in cells without and with a symbol; negative where there is none. */
interface Widest {
  plain: number;
  marked: number;
}

/** What the cells of one column measure, whatever size they are set in. */
export interface Extent {
  /** Widest line. */
  readonly whole: Widest;
  /** Widest stretch that a line break should not part. */
  readonly token: Widest;
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

/** Measures every cell of a table once, in the heavier type; sizes scale the result. Throws `pdf.glyph-missing`. */
export function extentsOf(block: TableBlock): Extent[] {
  const extents = block.columns.map((): Extent => ({ whole: { plain: -1, marked: -1 }, token: { plain: -1, marked: -1 }, broken: false }));
  const take = (cells: readonly Cell[]): void => {
    invariant(cells.length === block.columns.length, `a row of '${block.caption ?? 'table'}' does not have ${block.columns.length} cells`);
    for (let at = 0; at < cells.length; at += 1) widen(extents[at], cells[at]);
  };
  for (const row of block.rows) {
    const cells = cellsOf(row);
    if (cells !== undefined) take(cells);
  }
  if (block.footer !== undefined) take(block.footer);
  return extents;
}

function widen(extent: Extent | undefined, cell: Cell | undefined): void {
  if (extent === undefined || cell === undefined) return;
  const own = toned(cell);
  const kind = hasSymbol(own) ? 'marked' : 'plain';
  const text = printable(own.text);
  extent.broken ||= text.includes('\n');
  const width = widthIn(text);
  if (width > extent.whole[kind]) extent.whole[kind] = width;
  // No stretch of a text is wider than its widest line.
  if (width <= extent.token[kind]) return;
  const token = unbreakableExtent(text, 'semibold');
  if (token > extent.token[kind]) extent.token[kind] = token;
}

function widthIn(text: string): number {
  const face = typefaces().semibold;
  if (!text.includes('\n')) return face.measure(text);
  return Math.max(...text.split('\n').map((part) => face.measure(part)));
}
