import { printable } from './printable.js';
import type { Glyph } from './typeface.js';
import { typefaces, type Weight } from './typefaces.js';

/** How text looks. Size and leading are points, the colour is #rrggbb. */
export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/** A stretch of shaped text that fits its measure. `width` is points and leaves trailing spaces out. */
export interface Line {
  readonly glyphs: readonly Glyph[];
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

const CLOSING = new Set([...')]}〕〉》」』】,.!?:;%‰℃…·、。，．：；％）㎡㎥>'].map((character) => character.codePointAt(0) ?? 0));
const OPENING = new Set([...'([{〔〈《「『【₩$△▲※（<'].map((character) => character.codePointAt(0) ?? 0));
const SOFT_END = new Set([...'/-–~,;·)]」』_'].map((character) => character.codePointAt(0) ?? 0));

/** A line broken at a space is fine unless it would leave more than this part of the measure empty. */
const ACCEPTABLE_FILL = 0.66;

function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0x3000 || (codePoint >= 0x2000 && codePoint <= 0x200a);
}

function isSyllable(codePoint: number): boolean {
  return (
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3130 && codePoint <= 0x318f)
  );
}

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

/** How good a place to break a line is: between words, between syllables, after a thousands separator, nowhere else. */
const WORD = 3;
const SYLLABLE = 2;
const SEPARATOR = 1;
const NOWHERE = 0;

type BreakQuality = typeof WORD | typeof SYLLABLE | typeof SEPARATOR | typeof NOWHERE;

const COMMA = 0x2c;

/** Quality of a break between two neighbours. */
function breakQuality(previous: number, next: number): BreakQuality {
  if (isSpace(next)) return NOWHERE;
  if (isSpace(previous)) return WORD;
  if (CLOSING.has(next) || OPENING.has(previous)) return NOWHERE;
  if (previous === COMMA && isDigit(next)) return SEPARATOR;
  if (SOFT_END.has(previous)) return isDigit(next) ? NOWHERE : WORD;
  if (isSyllable(previous) && OPENING.has(next)) return WORD;
  return isSyllable(previous) && isSyllable(next) ? SYLLABLE : NOWHERE;
}

/** All of the glyphs as one line, if they fit; spaces at the end hang over. Nothing at all is one empty line. */
function wholeLine(glyphs: readonly Glyph[], limit: number, scale: number): Line | undefined {
  const line = lineOf(glyphs, 0, glyphs.length, scale);
  return line.width <= limit * scale || glyphs.length === 0 ? line : undefined;
}

function lineOf(glyphs: readonly Glyph[], from: number, to: number, scale: number): Line {
  let end = to;
  while (end > from && isSpace(glyphs[end - 1]?.codePoint ?? 0)) end -= 1;
  let width = 0;
  for (let at = from; at < end; at += 1) width += glyphs[at]?.advance ?? 0;
  return { glyphs, from, to, width: width * scale };
}

/** Index of the first glyph of the next line; at least one glyph stays on this one. */
function nextBreak(glyphs: readonly Glyph[], from: number, limit: number, fill: number): number {
  const last = { [WORD]: from, [SYLLABLE]: from, [SEPARATOR]: from, [NOWHERE]: from };
  let width = 0;
  let wordWidth = 0;
  for (let at = from; at < glyphs.length; at += 1) {
    const [previous, glyph] = [glyphs[at - 1], glyphs[at]];
    if (glyph === undefined) break;
    if (at > from && previous !== undefined) {
      const quality = breakQuality(previous.codePoint, glyph.codePoint);
      last[quality] = at;
      if (quality === WORD) wordWidth = width;
    }
    width += glyph.advance;
    if (at === from || width <= limit || isSpace(glyph.codePoint)) continue;
    if (last[WORD] > from && (last[SYLLABLE] <= last[WORD] || wordWidth >= limit * fill)) return last[WORD];
    return [last[SYLLABLE], last[WORD], last[SEPARATOR]].find((place) => place > from) ?? at;
  }
  return glyphs.length;
}

/**
 * Breaks text into lines no wider than `measure` points. Nothing is ever dropped: a word that is wider than the
 * measure is broken inside. Lines end between words if that fills the part `fill` of them, between syllables otherwise.
 * Throws `pdf.glyph-missing`.
 */
export function breakLines(text: string, style: TextStyle, measure: number, fill = ACCEPTABLE_FILL): Line[] {
  const scale = style.size / 1000;
  const limit = measure / scale + 0.01;
  const face = typefaces()[style.weight];
  const final = printable(text);
  if (!final.includes('\n')) return brokenLines(face.shape(final), limit, fill, scale);
  const paragraphs = final.split('\n');
  // A space that hangs at the end of every part but the last keeps words apart when the text is copied or read out.
  return paragraphs.flatMap((paragraph, index) => brokenLines(face.shape(index === paragraphs.length - 1 ? paragraph : `${paragraph} `), limit, fill, scale));
}

function brokenLines(glyphs: readonly Glyph[], limit: number, fill: number, scale: number): Line[] {
  const whole = wholeLine(glyphs, limit, scale);
  if (whole !== undefined) return [whole];
  const lines: Line[] = [];
  for (let from = 0; from < glyphs.length;) {
    const to = nextBreak(glyphs, from, limit, fill);
    lines.push(lineOf(glyphs, from, to, scale));
    from = to;
  }
  return lines;
}

/** The text as one line, whatever its width; line feeds become spaces. */
export function singleLine(text: string, style: TextStyle): Line {
  const glyphs = typefaces()[style.weight].shape(printable(text).replaceAll('\n', ' '));
  return lineOf(glyphs, 0, glyphs.length, style.size / 1000);
}

/** Width in points of the widest line feed separated part. */
export function widthOf(text: string, style: TextStyle): number {
  const face = typefaces()[style.weight];
  return (
    Math.max(
      ...printable(text)
        .split('\n')
        .map((part) => face.measure(part)),
    ) *
    (style.size / 1000)
  );
}

/** The longest stretches of a text that a line break should not part, in points or thousandths of the type size. */
export interface Stretch {
  /** Nowhere inside: a number, a Latin word. */
  readonly token: number;
  /** Nor inside, where there is room: a Korean name or another short word, which may be broken between syllables. */
  readonly word: number;
}

/** Words of so many syllables hold together where there is room: names of persons, states, most headers. */
const SHORT_WORD = 5;

/** The stretches of a text, in points. */
export function stretchOf(text: string, style: TextStyle): Stretch {
  const { token, word } = stretchExtent(printable(text), style.weight);
  return { token: token * (style.size / 1000), word: word * (style.size / 1000) };
}

/** The same in thousandths of the type size, of text that is printable as it is. */
export function stretchExtent(text: string, weight: Weight): Stretch {
  const glyphs = typefaces()[weight].shape(text.replaceAll('\n', ' '));
  const widest = { token: 0, word: 0 };
  let [token, word, endOfShort] = [0, 0, 0];
  for (let at = 0; at < glyphs.length; at += 1) {
    const quality = breakBefore(glyphs, at);
    if (quality !== SYLLABLE && isSyllable(glyphs[at]?.codePoint ?? 0)) endOfShort = Math.max(endOfShort, endOfShortWord(glyphs, at));
    if (quality >= SYLLABLE) token = 0;
    if (quality === WORD || (quality === SYLLABLE && at >= endOfShort)) word = 0;
    const advance = isSpace(glyphs[at]?.codePoint ?? 0) ? 0 : (glyphs[at]?.advance ?? 0);
    token += advance;
    word += advance;
    if (token > widest.token) widest.token = token;
    if (word > widest.word) widest.word = word;
  }
  return widest;
}

function breakBefore(glyphs: readonly Glyph[], at: number): BreakQuality {
  const [previous, next] = [glyphs[at - 1], glyphs[at]];
  return previous === undefined || next === undefined ? NOWHERE : breakQuality(previous.codePoint, next.codePoint);
}

/** Where the run of syllables that begins at `at` ends, if it is a short word; nowhere otherwise. */
function endOfShortWord(glyphs: readonly Glyph[], at: number): number {
  let end = at;
  while (end - at <= SHORT_WORD && isSyllable(glyphs[end]?.codePoint ?? 0)) end += 1;
  return end - at <= SHORT_WORD ? end : 0;
}

/** The same style, made smaller until the text fits `measure` on one line, but never below `smallest` points. */
export function fitted(text: string, style: TextStyle, measure: number, smallest: number): TextStyle {
  const width = widthOf(text, style);
  if (width <= measure) return style;
  const size = Math.max(smallest, Math.floor(((style.size * measure) / width) * 20) / 20);
  return { ...style, size, leading: style.leading * (size / style.size) };
}
