import { invariant } from '#libs/errors';

import type { CompactDocument } from './compact-document.js';
import { embedFonts } from './embedded-fonts.js';
import { circleShape, inked, number, pathShape, rectangleShape, rgb, showText } from './operators.js';
import type { Ink, Surface } from './surface.js';

interface Painter extends Pick<Surface, 'text' | 'rectangle' | 'path' | 'circle' | 'translucent'> {
  /** Paints between a marked-content operator and its end; anything painted elsewhere is a bug. */
  marked(operator: string, draw: () => void): void;
  /** To be called when a page has begun: nothing is set there yet. */
  reset(): void;
}

/** Opacity of translucent ink. */
const FAINT = 0.1;

/** Writes drawing operators. Remembers colour and font of the page, so that runs of cells do not repeat them. */
export function painter(document: CompactDocument): Painter {
  const fonts = embedFonts(document);
  const faint = document.ref({ Type: 'ExtGState', ca: FAINT, CA: FAINT });
  faint.end();
  const pen = { color: '', font: '' };
  let painting = false;
  const reset = (): void => {
    Object.assign(pen, { color: '', font: '' });
  };
  const paint = (operators: string): void => {
    invariant(painting, 'ink outside content and artifact');
    document.addContent(operators);
  };
  const shape = (ink: Ink, outline: string): void => {
    if (ink.fill !== undefined) pen.color = ink.fill;
    paint(inked(ink, outline));
  };
  return {
    reset,
    marked(operator, draw) {
      // pdfkit closes an outer artifact silently when another begins, and leaves the rest of it unmarked.
      invariant(!painting, 'marked content does not nest');
      document.addContent(operator);
      painting = true;
      draw();
      painting = false;
      document.addContent('EMC');
    },
    text(line, style, x, y, angle = 0) {
      if (line.to === line.from) return;
      const { embedded, codeOf } = fonts[style.weight];
      const font = `/${embedded.id} ${number(style.size)} Tf`;
      const radians = (angle * Math.PI) / 180;
      const turn = [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians)];
      const place = `${number(x)} ${number(document.page.height - y)}`;
      paint(
        [
          ...(pen.color === style.color ? [] : [`${rgb(style.color)} rg`]),
          'BT',
          ...(pen.font === font ? [] : [font]),
          angle === 0 ? `${place} Td` : `${turn.map(number).join(' ')} ${place} Tm`,
          showText(line, codeOf),
          'ET',
        ].join(' '),
      );
      Object.assign(pen, { color: style.color, font });
      document.page.fonts[embedded.id] ??= embedded.ref();
    },
    rectangle: (box, ink) => shape(ink, rectangleShape(box, document.page.height)),
    path: (points, ink, closed = false) => shape(ink, pathShape(points, document.page.height, closed)),
    circle: (centre, radius, ink) => shape(ink, circleShape(centre, radius, document.page.height)),
    translucent(draw) {
      document.page.ext_gstates['Faint'] = faint;
      paint('q /Faint gs');
      draw();
      paint('Q');
      reset();
    },
  };
}
