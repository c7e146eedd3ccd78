import type { Font } from 'fontkit';

import { glyphMissing, isPrintable } from './printable.js';

/** One character as the font draws it between its neighbours. Lengths are thousandths of the type size. */
export interface Glyph {
  readonly id: number;
  readonly codePoint: number;
  /** How far the pen moves, kerning included. */
  readonly advance: number;
  /** How wide the glyph itself is, as the font file says. */
  readonly width: number;
  readonly dx: number;
  readonly dy: number;
}

/** A parsed font, shared by every document of the process. */
export interface Typeface {
  readonly font: Font;
  /** Height of a capital letter in thousandths of the type size. */
  readonly capHeight: number;
  /** One glyph per code point. Throws `pdf.glyph-missing`. */
  shape(text: string): Glyph[];
  /** Width of a single line, in thousandths of the type size. Throws `pdf.glyph-missing`. */
  measure(text: string): number;
  /** Number of remembered glyphs: never above `GLYPH_CACHE_LIMIT`. */
  remembered(): number;
}

/** Bound of the glyph memory of one typeface; a Korean ledger with Latin names needs about 3,000. */
export const GLYPH_CACHE_LIMIT = 20_000;

const NO_NEIGHBOUR = 0;

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

function isIdeograph(codePoint: number): boolean {
  return (codePoint >= 0xac00 && codePoint <= 0xd7a3) || (codePoint >= 0x3400 && codePoint <= 0x9fff);
}

/**
 * Neighbours matter only through the font's contextual rules (raised hyphen between digits, kerning of Latin pairs).
 * Digits act alike, and so do Hangul and Hanja: one stands for all, which keeps the memory small and the result
 * independent of what was printed before.
 */
function neighbour(codePoint: number | undefined): number {
  if (codePoint === undefined || codePoint > 0xffff || !isPrintable(codePoint)) return NO_NEIGHBOUR;
  if (isDigit(codePoint)) return 0x30;
  return isIdeograph(codePoint) ? 0xac00 : codePoint;
}

/** The font turns 3x4 into 3×4. In an identifier that would be a different identifier, so x never looks to its left. */
function looksLeft(codePoint: number): boolean {
  return codePoint !== 0x78 && codePoint !== 0x58;
}

/** The glyph a character has on its own: also the answer where the font would join it with a neighbour. */
function plain(font: Font, codePoint: number): Glyph {
  const glyph = font.glyphForCodePoint(codePoint);
  const width = (glyph.advanceWidth * 1000) / font.unitsPerEm;
  return { id: glyph.id, codePoint, advance: width, width, dx: 0, dy: 0 };
}

function drawn(font: Font, codePoint: number, before: number, after: number): Glyph {
  const character = String.fromCodePoint(codePoint);
  const prefix = before === NO_NEIGHBOUR ? '' : String.fromCodePoint(before);
  const suffix = after === NO_NEIGHBOUR ? '' : String.fromCodePoint(after);
  const scale = 1000 / font.unitsPerEm;
  const run = font.layout(prefix + character + suffix);
  const at = prefix.length;
  const glyph = run.glyphs[at];
  const position = run.positions[at];
  // A different count means a ligature (-> into an arrow): the plain glyph keeps text and ink the same.
  if (glyph === undefined || position === undefined || run.glyphs.length !== at + 1 + suffix.length) return plain(font, codePoint);
  return {
    id: glyph.id,
    codePoint,
    advance: position.xAdvance * scale,
    width: glyph.advanceWidth * scale,
    dx: position.xOffset * scale,
    dy: position.yOffset * scale,
  };
}

/**
 * Wraps a parsed font. Laying out whole strings is what makes PDF generation slow, because amounts, dates and
 * registration numbers never repeat; characters between two neighbours do, so those are remembered instead.
 */
export function createTypeface(font: Font): Typeface {
  const memory = new Map<number, Glyph>();

  const glyphOf = (codePoint: number, previous: number | undefined, next: number | undefined, text: string): Glyph => {
    const alone = isDigit(codePoint) || isIdeograph(codePoint);
    const before = alone || !looksLeft(codePoint) ? NO_NEIGHBOUR : neighbour(previous);
    const after = alone ? NO_NEIGHBOUR : neighbour(next);
    const key = (codePoint * 0x10000 + before) * 0x10000 + after;
    const known = memory.get(key);
    if (known !== undefined) return known;
    if (!isPrintable(codePoint) || !font.hasGlyphForCodePoint(codePoint)) throw glyphMissing(codePoint, text);
    const glyph = alone ? plain(font, codePoint) : drawn(font, codePoint, before, after);
    if (memory.size >= GLYPH_CACHE_LIMIT) memory.clear();
    memory.set(key, glyph);
    return glyph;
  };

  const walk = (text: string, visit: (glyph: Glyph) => void): void => {
    let previous: number | undefined;
    let current = text.codePointAt(0);
    for (let at = 0; current !== undefined;) {
      at += current > 0xffff ? 2 : 1;
      const next = text.codePointAt(at);
      visit(glyphOf(current, previous, next, text));
      previous = current;
      current = next;
    }
  };

  return {
    font,
    capHeight: (font.capHeight * 1000) / font.unitsPerEm,
    shape(text) {
      const glyphs: Glyph[] = [];
      walk(text, (glyph) => glyphs.push(glyph));
      return glyphs;
    },
    measure(text) {
      let total = 0;
      walk(text, (glyph) => {
        total += glyph.advance;
      });
      return total;
    },
    remembered: () => memory.size,
  };
}
