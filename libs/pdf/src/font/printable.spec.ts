import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { DomainError } from '#libs/errors';

import { glyphMissing, isPrintable, printable } from './printable.js';

describe('printable', () => {
  it.each([
    ['decomposed Hangul', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['decomposed Latin', 'e\u0301', 'é'],
    ['compatibility ideograph', '\uf98a', '力'],
    ['line endings', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['tab', 'a\tb', 'a b'],
    ['inkless characters', '\ufeff가\u200b나\u00ad다\u2060', '가나다'],
    ['official symbols', '㈜ ① 「」 ㎡ ※ → △ ₩', '㈜ ① 「」 ㎡ ※ → △ ₩'],
  ])('%s', (_, given, expected) => {
    expect(printable(given)).toBe(expected);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

describe('isPrintable', () => {
  it.each([
    ['letter', 0x41, true],
    ['Hangul', 0xd55c, true],
    ['Hanja', 0x91d1, true],
    ['space', 0x20, true],
    ['control', 0x07, false],
    ['right-to-left override', 0x202e, false],
    ['private use', 0xe000, false],
    ['lone surrogate', 0xd800, false],
    ['unassigned', 0x0378, false],
  ])('%s', (_, codePoint, expected) => {
    expect(isPrintable(codePoint)).toBe(expected);
  });
});

describe('glyphMissing', () => {
  it('names the character and the text', () => {
    const error = glyphMissing(0x2611, '동의 ☑');
    expect(error).toBeInstanceOf(DomainError);
    expect(error.code).toBe('pdf.glyph-missing');
    expect(error.details).toEqual({ codePoint: 'U+2611', character: '☑', text: '동의 ☑' });
    expect(error.text.ko).toContain("U+2611 '☑'");
    expect(error.text.ko).toContain('동의 ☑');
  });

  it('does not print what must not be printed', () => {
    expect(glyphMissing(0x202e, 'a').text.en).not.toContain('\u202e');
  });
});
