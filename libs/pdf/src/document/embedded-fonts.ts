import type { Glyph } from '../font/typeface.js';
import { typefaces, type Weight } from '../font/typefaces.js';
import type { EmbeddedFont, PdfKitCore } from './pdfkit-core.js';

/** The subset of one weight inside one document. */
interface FontSubset {
  readonly embedded: EmbeddedFont;
  /** Character code of a glyph in this document: two bytes, as they stand in a string. */
  readonly codeOf: (glyph: Glyph) => string;
}

/** Characters that mean something in a string, and line ends, which readers may change, are written as their octal code. */
function byteInString(byte: number): string {
  const character = String.fromCharCode(byte);
  return '()\\\r\n'.includes(character) ? `\\${byte.toString(8).padStart(3, '0')}` : character;
}

function subsetOf(document: PdfKitCore, weight: Weight): FontSubset {
  document.font(typefaces()[weight].font);
  const embedded = document._font;
  // pdfkit leaves the width of .notdef in font units and maps it to U+0000; both void PDF/A.
  embedded.widths[0] = (embedded.widths[0] ?? 0) * embedded.scale;
  embedded.unicode[0] = [0xfffd];
  const codes = new Map<number, string>();
  // Glyphs are shared by all texts of the process, so that nearly always the object itself is known.
  const known = new WeakMap<Glyph, string>();
  return {
    embedded,
    // Two characters may share a glyph (space and no-break space, Δ and ∆). Each gets a code of its own, otherwise
    // whichever came first would be what a reader copies out of the file for both.
    codeOf(glyph) {
      const before = known.get(glyph);
      if (before !== undefined) return before;
      const key = glyph.id * 0x200000 + glyph.codePoint;
      let code = codes.get(key);
      if (code === undefined) {
        const place = embedded.subset.glyphs.length;
        embedded.subset.glyphs.push(glyph.id);
        embedded.widths[place] = glyph.width;
        embedded.unicode[place] = [glyph.codePoint];
        code = byteInString(place >> 8) + byteInString(place & 0xff);
        codes.set(key, code);
      }
      known.set(glyph, code);
      return code;
    },
  };
}

/** Prepares the three weights for a document; only weights that are used end up in the file. */
export function embedFonts(document: PdfKitCore): Readonly<Record<Weight, FontSubset>> {
  return { regular: subsetOf(document, 'regular'), semibold: subsetOf(document, 'semibold'), bold: subsetOf(document, 'bold') };
}
