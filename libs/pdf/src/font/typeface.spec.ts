import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createShaper, type Shaper } from './shaper.js';
import { createTypeface, GLYPH_CACHE_LIMIT } from './typeface.js';
import { fontFolder, typefaces } from './typefaces.js';

const { regular } = typefaces();
const shaper = createShaper(readFileSync(join(fontFolder(), 'PretendardGOV-Regular.ttf')));
const scale = 1000 / regular.font.unitsPerEm;

/** The alphabet of ledgers: Hangul, Hanja, digits, amounts, dates, Latin names. */
const LEDGER = [...'가나다라힣㈜株式會社0123456789,.()-:+/ %△▲₩원①「」ABCTVaeo&'];

describe('typeface', () => {
  it('draws a word, an amount or a number as fontkit lays the whole of it out', () => {
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    const words = fc.stringMatching(/^[가나다라힣株式會社㈜①]{1,10}$/);
    const token = fc.oneof(
      digits.map((value) => `△${value.replace(/\B(?=(\d{3})+$)/g, ',')}원`),
      fc.tuple(digits, digits, digits).map((parts) => parts.join('-')),
      fc.tuple(digits, digits).map((parts) => parts.join(':')),
      fc.tuple(words, digits).map(([word, value]) => `${word}(${value}%)`),
      fc.stringMatching(/^[A-WYZ]{1,8}$/),
      words,
    );
    fc.assert(
      fc.property(token, (text) => {
        const run = regular.font.layout(text);
        const glyphs = regular.shape(text);
        expect(glyphs.map(({ id }) => id)).toEqual(run.glyphs.map(({ id }) => id));
        glyphs.forEach(({ advance }, at) => expect(advance).toBeCloseTo((run.positions[at]?.xAdvance ?? 0) * scale, 6));
      }),
    );
  });

  it('does not depend on what was printed before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...LEDGER) }), { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(...LEDGER) }),
        (before, text) => {
          const [fresh, used] = [createTypeface(regular.font, shaper), createTypeface(regular.font, shaper)];
          before.forEach((earlier) => used.shape(earlier));
          expect(used.shape(text)).toEqual(fresh.shape(text));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the glyph memory bounded', () => {
    const every: Shaper = { glyphOf: () => 1, advanceOf: () => 1000, layout: (text) => [...text].map(() => ({ id: 1, advance: 1000, dx: 0, dy: 0 })) };
    const face = createTypeface(regular.font, every);
    const sizes: number[] = [];
    const latin = Array.from({ length: 94 }, (_, at) => String.fromCodePoint(0x21 + at));
    for (const a of latin) {
      for (const b of latin) face.measure(`${a}${b}${a}.${b}:${a}`);
      sizes.push(face.remembered());
    }
    expect(Math.max(...sizes)).toBeGreaterThan(GLYPH_CACHE_LIMIT / 2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(GLYPH_CACHE_LIMIT);
    expect(sizes.some((size, at) => size < (sizes[at - 1] ?? 0))).toBe(true);
  });

  it.each(['3x4', '0x3f', '12X34'])('keeps the letter x of the identifier %s', (text) => {
    const plain = new Set([...'xX'].map((letter) => regular.font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id));
    expect(regular.shape(text).some(({ id }) => plain.has(id))).toBe(true);
  });

  it.each(['a->b', 'x=>y', '<-'])('has one glyph per character even where the font would join them: %s', (text) => {
    expect(
      regular
        .shape(text)
        .map(({ codePoint }) => String.fromCodePoint(codePoint))
        .join(''),
    ).toBe(text);
  });

  it('sets digits to one width', () => {
    expect(new Set([...'0123456789'].map((digit) => regular.measure(digit))).size).toBe(1);
    expect(regular.measure('1,111,111')).toBe(regular.measure('9,888,777'));
  });

  it('measures what it shapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...LEDGER) }), (text) => {
        expect(regular.measure(text)).toBeCloseTo(
          regular.shape(text).reduce((sum, { advance }) => sum + advance, 0),
          6,
        );
      }),
    );
  });

  it.each([
    ['☑', 'U+2611'],
    ['😀', 'U+1F600'],
    ['\ue000', 'U+E000'],
    ['\u202e', 'U+202E'],
    ['\ud800', 'U+D800'],
  ])('refuses %j', (character, label) => {
    expect(() => regular.shape(`가${character}나`)).toThrow(
      expect.objectContaining({ code: 'pdf.glyph-missing', details: expect.objectContaining({ codePoint: label }) }),
    );
  });

  it.each(['regular', 'semibold', 'bold'] as const)('%s has every Hangul syllable', (weight) => {
    const { font } = typefaces()[weight];
    const missing = Array.from({ length: 11_172 }, (_, at) => 0xac00 + at).filter((codePoint) => !font.hasGlyphForCodePoint(codePoint));
    expect(missing).toEqual([]);
  });

  it('finds the fonts above compiled code too', () => {
    const project = join(fontFolder(), '..', '..', '..');
    expect(fontFolder(join(project, 'dist', 'libs', 'pdf', 'src', 'font'))).toBe(fontFolder());
    expect(() => fontFolder('/')).toThrow('no folder');
  });
});
