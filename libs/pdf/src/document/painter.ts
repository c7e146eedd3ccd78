import { invariant } from '#libs/errors';

import type { CompactDocument } from './compact-document.js';
import { circleShape, inked, pathShape, rectangleShape } from './operators.js';
import { Pen } from './pen.js';
import type { Ink, LineCell, Surface } from './surface.js';

interface Painter extends Pick<Surface, 'text' | 'rectangle' | 'path' | 'circle' | 'translucent'> {
  /** Paints between a marked-content operator and its end; anything painted elsewhere is a bug. */
  marked(operator: string, draw: () => void): void;
  /** Paints a cell of one line under a mark of its own; `operator` goes up to the mark. */
  markedLine(operator: string, mark: number, cell: LineCell, y: number): void;
  /** To be called before a page ends and when the next has begun: nothing is set there yet. */
  reset(): void;
}

/** Opacity of translucent ink. */
const FAINT = 0.1;

/** Writes drawing operators. */
export function painter(document: CompactDocument): Painter {
  const pen = new Pen(document);
  const faint = document.ref({ Type: 'ExtGState', ca: FAINT, CA: FAINT });
  faint.end();
  let painting = false;
  const paint = (operators: string): void => {
    invariant(painting, 'ink outside content and artifact');
    document.content.text(operators).text('\n');
  };
  const shape = (ink: Ink, outline: string): void => {
    if (ink.fill !== undefined) pen.filledWith(ink.fill);
    paint(inked(ink, outline));
  };
  return {
    reset: () => pen.forget(),
    marked(operator, draw) {
      // pdfkit closes an outer artifact silently when another begins, and leaves the rest of it unmarked.
      invariant(!painting, 'marked content does not nest');
      pen.lift();
      document.content.text(operator).text('\n');
      painting = true;
      draw();
      painting = false;
      document.content.text('EMC\n');
    },
    markedLine(operator, mark, { line, style, x }, y) {
      invariant(!painting && line !== undefined, 'marked content does not nest, and a mark has content');
      pen.writeOn(operator, mark, line, style, x, y);
    },
    text(line, style, x, y, angle = 0) {
      invariant(painting, 'ink outside content and artifact');
      pen.write(line, style, x, y, angle);
    },
    rectangle: (box, ink) => shape(ink, rectangleShape(box, document.page.height)),
    path: (points, ink, closed = false) => shape(ink, pathShape(points, document.page.height, closed)),
    circle: (centre, radius, ink) => shape(ink, circleShape(centre, radius, document.page.height)),
    translucent(draw) {
      document.page.ext_gstates['Faint'] = faint;
      paint('q /Faint gs');
      draw();
      paint('Q');
      pen.forget();
    },
  };
}
