import type { Glyph } from '../font/typeface.js';
import { typefaces, type Weight } from '../font/typefaces.js';
import type { EmbeddedFont, PdfKitCore } from './pdfkit-core.js';

/** The subset of one weight inside one document. */
interface FontSubset {
  readonly embedded: EmbeddedFont;
  /** Character code of a glyph in this document: two bytes. */
  readonly codeOf: (glyph: Glyph) => number;
}

function subsetOf(document: PdfKitCore, weight: Weight): FontSubset {
  document.font(typefaces()[weight].font);
  const embedded = document._font;
  // pdfkit leaves the width of .notdef in font units and maps it to U+0000; both void PDF/A.
  embedded.widths[0] = (embedded.widths[0] ?? 0) * embedded.scale;
  embedded.unicode[0] = [0xfffd];
  const codes = new Map<number, number>();
  // Glyphs are shared by all texts of the process: nearly always it is the one that was last met for its character.
  const latest: ({ readonly glyph: Glyph; readonly code: number } | undefined)[] = new Array<undefined>(0x10000).fill(undefined);
  // Two characters may share a glyph (space and no-break space, Δ and ∆). Each gets a code of its own, otherwise
  // whichever came first would be what a reader copies out of the file for both.
  const codeFor = (glyph: Glyph): number => {
    const key = glyph.id * 0x200000 + glyph.codePoint;
    const known = codes.get(key);
    if (known !== undefined) return known;
    const place = embedded.subset.glyphs.length;
    embedded.subset.glyphs.push(glyph.id);
    embedded.widths[place] = glyph.width;
    embedded.unicode[place] = [glyph.codePoint];
    codes.set(key, place);
    return place;
  };
  return {
    embedded,
    codeOf(glyph) {
      const last = latest[glyph.codePoint];
      if (last?.glyph === glyph) return last.code;
      const code = codeFor(glyph);
      latest[glyph.codePoint] = { glyph, code };
      return code;
    },
  };
}

/** Prepares the three weights for a document; only weights that are used end up in the file. */
export function embedFonts(document: PdfKitCore): Readonly<Record<Weight, FontSubset>> {
  return { regular: subsetOf(document, 'regular'), semibold: subsetOf(document, 'semibold'), bold: subsetOf(document, 'bold') };
}
