import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';

/** A glyph and where it stands, in units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** What a font file says of its glyphs. */
export interface Shaper {
  /** Glyph of a code point on its own; undefined where the font has none. */
  glyphOf(codePoint: number): number | undefined;
  /** How wide a glyph is, in units of the font. */
  advanceOf(glyph: number): number;
  /** A short text from left to right, with the font's contextual rules and kerning. */
  layout(text: string): ShapedGlyph[];
}

/** No language: the font's rules for one of them must not depend on where the program runs. */
const NO_LANGUAGE = 'und';

/**
 * Reads a font with HarfBuzz, which works on the tables of the file as they lie there. fontkit, which pdfkit embeds fonts
 * with, makes objects of every kerning class first; that took longer than a letter of one page.
 */
export function createShaper(bytes: Uint8Array): Shaper {
  const font = new Font(new Face(new Blob(bytes)));
  const buffer = new Buffer();
  return {
    glyphOf: (codePoint) => font.nominalGlyph(codePoint),
    advanceOf: (glyph) => font.glyphHAdvance(glyph),
    layout(text) {
      buffer.reset();
      buffer.addText(text);
      buffer.setDirection(Direction.LTR);
      buffer.setLanguage(NO_LANGUAGE);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint: id }, at) => {
        const { xAdvance: advance = 0, xOffset: dx = 0, yOffset: dy = 0 } = positions[at] ?? {};
        return { id, advance, dx, dy };
      });
    },
  };
}
