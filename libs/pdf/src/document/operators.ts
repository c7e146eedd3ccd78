import { invariant } from '#libs/errors';

import type { Line } from '../font/lines.js';
import { UNSEEN, type Glyph } from '../font/typeface.js';
import type { ByteWriter } from './byte-writer.js';
import type { Box, Ink, Point } from './surface.js';

/** A number as PDF wants it: no exponent, three decimals at most. */
export function number(value: number): string {
  invariant(Number.isFinite(value), 'only finite numbers can be drawn');
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

const components = new Map<string, string>();

/** #rrggbb as three components between 0 and 1. */
export function rgb(color: string): string {
  let text = components.get(color);
  if (text === undefined) {
    text = [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
    components.set(color, text);
  }
  return text;
}

/** Operators that set the colours and the pen of an ink, and the one that paints with them. */
export function inked(ink: Ink, shape: string): string {
  const parts: string[] = [];
  if (ink.fill !== undefined) parts.push(`${rgb(ink.fill)} rg`);
  if (ink.stroke !== undefined) parts.push(`${rgb(ink.stroke)} RG ${number(ink.thickness ?? 0.5)} w`);
  if (ink.dash !== undefined) parts.push(`[${ink.dash.map(number).join(' ')}] 0 d`);
  const paint = ink.fill === undefined ? 'S' : ink.stroke === undefined ? 'f' : 'B';
  parts.push(shape, paint);
  if (ink.dash !== undefined) parts.push('[] 0 d');
  return parts.join(' ');
}

export function rectangleShape(box: Box, pageHeight: number): string {
  return `${number(box.x)} ${number(pageHeight - box.y - box.height)} ${number(box.width)} ${number(box.height)} re`;
}

export function pathShape(points: readonly Point[], pageHeight: number, closed: boolean): string {
  const steps = points.map(({ x, y }, at) => `${number(x)} ${number(pageHeight - y)} ${at === 0 ? 'm' : 'l'}`);
  return closed ? `${steps.join(' ')} h` : steps.join(' ');
}

/** Four cubic arcs; the factor is the usual one for quarter circles. */
export function circleShape(centre: Point, radius: number, pageHeight: number): string {
  const [x, y, k] = [centre.x, pageHeight - centre.y, radius * 0.5523];
  const curve = (...values: number[]): string => `${values.map(number).join(' ')} c`;
  return [
    `${number(x + radius)} ${number(y)} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    'h',
  ].join(' ');
}

/** The text-showing operator of a line: strings of codes, with corrections only where the pen moves unusually. */
export function showText(out: ByteWriter, line: Line, codeOf: (glyph: Glyph) => number): void {
  const { glyphs, from, to } = line;
  if (hasMoved(glyphs, from, to)) return showMoved(out, line, codeOf);
  out.text('(');
  for (let at = from; at < to; at += 1) {
    const glyph = glyphs[at];
    if (glyph !== undefined) out.pair(codeOf(glyph));
  }
  out.text(')Tj');
}

function showMoved(out: ByteWriter, { glyphs, from, to }: Line, codeOf: (glyph: Glyph) => number): void {
  let open = false;
  const correct = (thousandths: number): void => {
    if (open) out.text(')');
    open = false;
    out.text(number(thousandths));
  };
  out.text('[');
  for (const glyph of glyphs.slice(from, to)) {
    if (glyph.dx !== 0) correct(-glyph.dx);
    if (!open) out.text('(');
    open = true;
    out.pair(codeOf(glyph));
    const correction = glyph.width + glyph.dx - glyph.advance;
    if (Math.abs(correction) > UNSEEN) correct(correction);
  }
  if (open) out.text(')');
  out.text(']TJ');
}

function hasMoved(glyphs: readonly Glyph[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (glyphs[at]?.moved === true) return true;
  return false;
}
