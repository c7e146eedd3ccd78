import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { breakLines, fitted, singleLine, stretchOf, widthOf, type Line, type TextStyle } from './lines.js';
import { printable } from './printable.js';

const style: TextStyle = { weight: 'regular', size: 10, leading: 16, color: '#000000' };
const text = (line: Line): string =>
  line.glyphs
    .slice(line.from, line.to)
    .map(({ codePoint }) => String.fromCodePoint(codePoint))
    .join('');
const lines = (source: string, measure: number): string[] => breakLines(source, style, measure).map(text);
const UNIT = fc.constantFrom(...'가나다 공공기술 0123456789,.()「」-/△₩원%abc(주)\n');

describe('breakLines', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: UNIT, maxLength: 120 }), fc.integer({ min: 5, max: 400 }), (source, measure) => {
        const paragraphs = printable(source).split('\n');
        expect(lines(source, measure).join('')).toBe(
          paragraphs.map((part, at) => (at === paragraphs.length - 1 ? part : `${part} `)).join(''),
        );
      }),
    );
  });

  it('keeps to the measure', () => {
    fc.assert(
      fc.property(fc.string({ unit: UNIT, maxLength: 120 }), fc.integer({ min: 30, max: 400 }), (source, measure) => {
        for (const line of breakLines(source, style, measure)) expect(line.width).toBeLessThanOrEqual(measure + 0.01);
      }),
    );
  });

  it('does not break figures that fit', () => {
    const amount = '△1,234,567,890원';
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'가나다 '), maxLength: 40 }),
        fc.integer({ min: 90, max: 300 }),
        (before, measure) => {
          expect(lines(`${before} ${amount} ${before}`, measure).some((line) => line.includes(amount))).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['between words', '공공기술 사업화 지원', 52, ['공공기술 ', '사업화 지원']],
    ['inside a long word, after syllables', '연구개발특구진흥재단', 36, ['연구개발', '특구진흥', '재단']],
    ['no closing mark at the start of a line', '가나다라(마)', 44, ['가나다라', '(마)']],
    ['no opening mark at the end of a line', '가나다 「라마바」', 28, ['가나다 ', '「라마', '바」']],
    ['dates stay whole', '기간 2026-06-30까지', 62, ['기간 ', '2026-06-30', '까지']],
    ['a figure wider than the measure, after its separators', '1,234,567', 30, ['1,234,', '567']],
    ['one syllable to a line if need be', '나다 라', 5, ['나', '다 ', '라']],
    ['line feeds are kept', '가\n나', 100, ['가 ', '나']],
  ])('%s', (_, source, measure, expected) => {
    expect(lines(source, measure)).toEqual(expected);
  });

  it('breaks a word without breaks rather than cut it', () => {
    const sha = '0123456789abcdef'.repeat(4);
    const broken = lines(sha, 100);
    expect(broken.length).toBeGreaterThan(2);
    expect(broken.join('')).toBe(sha);
  });

  it('sets empty text as one empty line', () => {
    expect(breakLines('', style, 100)).toEqual([expect.objectContaining({ from: 0, to: 0, width: 0 })]);
  });
});

describe('measures', () => {
  it('does not count trailing spaces', () => {
    expect(singleLine('가나  ', style).width).toBe(singleLine('가나', style).width);
  });

  it('takes the widest part of several lines', () => {
    expect(widthOf('가\n가나다', style)).toBe(widthOf('가나다', style));
  });

  it.each([
    ['계좌 123-456-789 입금', '123-456-789', '123-456-789'],
    ['공공기술사업화', '가', '가'],
    ['판정자', '가', '판정자'],
    ['해당없음', '가', '해당없음'],
    ['정부지원율', '가', '정부지원율'],
    ['사업자등록번호', '가', '가'],
    ['정다온 (책임자)', '(책', '(책임자)'],
    ['(주)새봄바이오랩', '(주)', '(주)'],
    ['', '', ''],
  ])('finds in %j what must not be parted, %j, and what should not be where there is room, %j', (text, token, word) => {
    const stretch = stretchOf(text, style);
    expect(stretch.token).toBeCloseTo(widthOf(token, style), 1);
    expect(stretch.word).toBeCloseTo(widthOf(word, style), 1);
  });

  it('makes type smaller, within limits', () => {
    const width = widthOf('80,000,000,000', style);
    expect(fitted('80,000,000,000', style, width + 1, 6)).toBe(style);
    const smaller = fitted('80,000,000,000', style, width * 0.8, 6);
    expect(smaller.size).toBeLessThan(style.size);
    expect(widthOf('80,000,000,000', smaller)).toBeLessThanOrEqual(width * 0.8);
    expect(fitted('80,000,000,000', style, width * 0.1, 6).size).toBe(6);
  });
});
