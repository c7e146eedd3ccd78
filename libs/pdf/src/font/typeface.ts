import type { Font } from 'fontkit';

import { glyphMissing, isPrintable } from './printable.js';
import type { Shaper } from './shaper.js';

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
  /** Whether it stands or leaves the pen elsewhere than a glyph that is drawn on its own: whoever shows it must say so. */
  readonly moved: boolean;
}

/** Corrections smaller than this many thousandths of the type size are rounding. */
export const UNSEEN = 0.001;

/** A parsed font, shared by every document of the process. */
export interface Typeface {
  /** What pdfkit embeds. */
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

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
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

/** How the font draws single characters, in thousandths of the type size. */
class Drawing {
  private readonly scale: number;

  constructor(
    private readonly shaper: Shaper,
    unitsPerEm: number,
  ) {
    this.scale = 1000 / unitsPerEm;
  }

  /** The glyph a character has on its own: also the answer where the font would join it with a neighbour. Undefined where there is none. */
  alone(codePoint: number): Glyph | undefined {
    const id = this.shaper.glyphOf(codePoint);
    if (id === undefined) return undefined;
    const width = this.shaper.advanceOf(id) * this.scale;
    return { id, codePoint, advance: width, width, dx: 0, dy: 0, moved: false };
  }

  /** The glyph a character has between two others. Undefined where there is none. */
  between(codePoint: number, before: number, after: number): Glyph | undefined {
    const plain = this.alone(codePoint);
    if (plain === undefined) return undefined;
    const prefix = before === NO_NEIGHBOUR ? '' : String.fromCodePoint(before);
    const suffix = after === NO_NEIGHBOUR ? '' : String.fromCodePoint(after);
    const run = this.shaper.layout(prefix + String.fromCodePoint(codePoint) + suffix);
    const drawn = run[prefix.length];
    // A different count means a ligature (-> into an arrow): the plain glyph keeps text and ink the same.
    if (drawn === undefined || run.length !== prefix.length + 1 + suffix.length) return plain;
    const [advance, width, dx] = [drawn.advance * this.scale, this.shaper.advanceOf(drawn.id) * this.scale, drawn.dx * this.scale];
    return { id: drawn.id, codePoint, advance, width, dx, dy: drawn.dy * this.scale, moved: dx !== 0 || Math.abs(width - advance) > UNSEEN };
  }
}

/** How many units of a string a character takes. */
function unitsOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}

/** A place for every character of the basic plane: looking into it costs a tenth of looking into a map. */
function withoutAny(): (Glyph | undefined)[] {
  return new Array<Glyph | undefined>(0x10000).fill(undefined);
}

/** What is remembered of glyphs: those that are the same everywhere by code point, the others by code point and neighbours. */
class GlyphMemory {
  size = 0;
  private alone: (Glyph | undefined)[] = withoutAny();
  private between = new Map<number, Map<number, Glyph>>();

  /** Undefined where the glyph is not known, or depends on its neighbours. */
  anywhere(codePoint: number): Glyph | undefined {
    return this.alone[codePoint];
  }

  /** Neighbours are below 2^16, so that both make one small integer, which a map finds several times faster than a large one. */
  beside(codePoint: number, before: number, after: number): Glyph | undefined {
    return this.between.get(codePoint)?.get((before << 16) | after);
  }

  keepAnywhere(codePoint: number, glyph: Glyph): Glyph {
    this.counted(glyph);
    this.alone[codePoint] = glyph;
    return glyph;
  }

  keepBeside(codePoint: number, before: number, after: number, glyph: Glyph): Glyph {
    this.counted(glyph);
    const family = this.between.get(codePoint);
    if (family === undefined) this.between.set(codePoint, new Map([[(before << 16) | after, glyph]]));
    else family.set((before << 16) | after, glyph);
    return glyph;
  }

  private counted(glyph: Glyph): Glyph {
    if (this.size >= GLYPH_CACHE_LIMIT) {
      this.alone = withoutAny();
      this.between.clear();
      this.size = 0;
    }
    this.size += 1;
    return glyph;
  }
}

/**
 * Wraps a parsed font. Laying out whole strings is what makes PDF generation slow, because amounts, dates and
 * registration numbers never repeat; characters between two neighbours do, so those are remembered instead.
 */
export function createTypeface(font: Font, shaper: Shaper): Typeface {
  const memory = new GlyphMemory();
  const drawing = new Drawing(shaper, font.unitsPerEm);

  const glyphBetween = (codePoint: number, previous: number | undefined, next: number | undefined, text: string): Glyph => {
    const alone = isDigit(codePoint) || isIdeograph(codePoint);
    const before = alone || !looksLeft(codePoint) ? NO_NEIGHBOUR : neighbour(previous);
    const after = alone ? NO_NEIGHBOUR : neighbour(next);
    const known = alone ? undefined : memory.beside(codePoint, before, after);
    if (known !== undefined) return known;
    const glyph = !isPrintable(codePoint) ? undefined : alone ? drawing.alone(codePoint) : drawing.between(codePoint, before, after);
    if (glyph === undefined) throw glyphMissing(codePoint, text);
    return alone ? memory.keepAnywhere(codePoint, glyph) : memory.keepBeside(codePoint, before, after, glyph);
  };

  /** The glyph of the character that begins at `at`. */
  const glyphAt = (text: string, at: number, previous: number | undefined): Glyph => {
    const unit = text.charCodeAt(at);
    const known = memory.anywhere(unit);
    if (known !== undefined) return known;
    const codePoint = isSurrogate(unit) ? (text.codePointAt(at) ?? unit) : unit;
    return glyphBetween(codePoint, previous, text.codePointAt(at + unitsOf(codePoint)), text);
  };

  return {
    font,
    capHeight: (font.capHeight * 1000) / font.unitsPerEm,
    shape(text) {
      const glyphs: Glyph[] = [];
      let previous: number | undefined;
      for (let at = 0; at < text.length; at += unitsOf(previous)) {
        const glyph = glyphAt(text, at, previous);
        glyphs.push(glyph);
        previous = glyph.codePoint;
      }
      return glyphs;
    },
    measure(text) {
      let total = 0;
      let previous: number | undefined;
      for (let at = 0; at < text.length; at += unitsOf(previous)) {
        const glyph = glyphAt(text, at, previous);
        total += glyph.advance;
        previous = glyph.codePoint;
      }
      return total;
    },
    remembered: () => memory.size,
  };
}
