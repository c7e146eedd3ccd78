import type { Box, Surface } from '../document/surface.js';
import { breakLines, fitted, singleLine, type Line, type TextStyle } from '../font/lines.js';
import { typefaces } from '../font/typefaces.js';

export type Align = 'left' | 'right' | 'center';

/** Text broken to a measure, ready to be painted. Height is points. */
export interface Setting {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly height: number;
}

/** Breaks text to a measure. */
export function set(text: string, style: TextStyle, measure: number): Setting {
  const lines = breakLines(text, style, measure);
  return { lines, style, height: lines.length * style.leading };
}

/** One line that is made smaller rather than broken, down to `smallest` points; below that it is broken. */
export function setFitted(text: string, style: TextStyle, measure: number, smallest: number): Setting {
  return set(text, fitted(text, style, measure, smallest), measure);
}

/**
 * For titles: as few lines as the measure allows, of about the same length, words whole wherever possible. A bracketed
 * name 「…」 begins a line of its own if that takes no more lines.
 */
export function setBalanced(text: string, style: TextStyle, measure: number): Setting {
  let best = breakLines(text, style, measure, 0);
  const count = best.length;
  const parted = text.replace(/ (?=[「『《〈])/u, '\n');
  const named = breakLines(parted, style, measure, 0);
  if (parted !== text && named.length === count) return { lines: named, style, height: count * style.leading };
  for (let narrower = measure; count > 1 && narrower > measure * 0.4; narrower -= measure / 60) {
    const attempt = breakLines(text, style, narrower, 0);
    if (attempt.length > count) break;
    best = attempt;
  }
  return { lines: best, style, height: count * style.leading };
}

/** One line for page furniture: what does not fit ends in an ellipsis (the full text stands on the cover). */
export function setShortened(text: string, style: TextStyle, measure: number): Setting {
  const line = singleLine(text, style);
  if (line.width <= measure) return { lines: [line], style, height: style.leading };
  let width = singleLine('…', style).width;
  const kept: string[] = [];
  for (const glyph of line.glyphs) {
    width += (glyph.advance * style.size) / 1000;
    if (width > measure) break;
    kept.push(String.fromCodePoint(glyph.codePoint));
  }
  return { lines: [singleLine(`${kept.join('').trimEnd()}…`, style)], style, height: style.leading };
}

/** Where the baseline lies when the capitals are centred in a line of the given leading. */
export function baseline(top: number, style: TextStyle): number {
  return top + style.leading / 2 + (typefaces()[style.weight].capHeight / 2000) * style.size;
}

/** Paints some of the lines, the first at the top of the area; the area's height does not matter. */
export function paint(
  surface: Surface,
  setting: Setting,
  area: Omit<Box, 'height'>,
  align: Align = 'left',
  from = 0,
  to = setting.lines.length,
): void {
  const { style } = setting;
  setting.lines.slice(from, to).forEach((line, at) => {
    const slack = area.width - line.width;
    const shift = align === 'left' ? 0 : align === 'right' ? slack : slack / 2;
    surface.text(line, style, area.x + shift, baseline(area.y + at * style.leading, style));
  });
}
