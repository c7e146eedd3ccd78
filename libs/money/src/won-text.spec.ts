import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_WON, won } from './won.js';
import { formatWon, formatWonPlain, parseWonText } from './won-text.js';

describe('amounts are read as people type them', () => {
  it.each([
    ['1,234,567', 1_234_567n, '원'],
    ['1234567', 1_234_567n, '원'],
    ['1 234 567', 1_234_567n, '원'],
    ['5,000,000원', 5_000_000n, '원'],
    [' 5,000,000 원 ', 5_000_000n, '원'],
    ['₩1,000', 1_000n, '원'],
    ['１，２３４，５６７', 1_234_567n, '원'],
    ['\u00A01,000\u3000', 1_000n, '원'],
    ['1\u00A0000', 1_000n, '원'],
    ['△1,000', -1_000n, '원'],
    ['△ 1,000원', -1_000n, '원'],
    ['(1,000)', -1_000n, '원'],
    ['（1,000）원', -1_000n, '원'],
    ['( 1,000원 )', -1_000n, '원'],
    ['-1,000', -1_000n, '원'],
    ['−1,000', -1_000n, '원'],
    ['-₩1,000', -1_000n, '원'],
    ['4,500천원', 4_500_000n, '천원'],
    ['62 백만원', 62_000_000n, '백만원'],
    ['800억원', 80_000_000_000n, '억원'],
    ['1.5억원', 150_000_000n, '억원'],
    ['0.001천원', 1n, '천원'],
    ['1,000.00', 1_000n, '원'],
    ['0', 0n, '원'],
    ['△0', 0n, '원'],
  ])('%j is %p won, written in %s', (text, amount, unit) => {
    expect(parseWonText(text)).toEqual({ ok: true, amount, unit });
  });

  it.each([
    ['4,500', '천원', 4_500_000n, '천원'],
    ['4.5', '백만원', 4_500_000n, '백만원'],
    ['4,500,000원', '천원', 4_500_000n, '원'],
  ] as const)('%j in a column of %s is %p won, written in %s', (text, columnUnit, amount, unit) => {
    expect(parseWonText(text, columnUnit)).toEqual({ ok: true, amount, unit });
  });

  it.each([
    '',
    '-',
    '원',
    '1,23',
    '12,34,567',
    '1,000 000',
    '1000,000',
    '1.5',
    '0.0001천원',
    '.5억원',
    '1.',
    '1e6',
    '1E+06',
    '#REF!',
    '#N/A',
    '#VALUE!',
    '5백만',
    '500만원',
    '1,000달러',
    '(△1,000)',
    '-(1,000)',
    '(1,000',
    '1,000-',
    '--1',
    '1,000원원',
    '(1,000원)원',
    '1000 1',
    'NaN',
    '약 1,000원',
    '9223372036854775808',
    '92233720369억원',
    '9'.repeat(100),
  ])('%j is refused', (text) => {
    expect(parseWonText(text)).toEqual({ ok: false });
  });
});

describe('amounts are written with commas and △', () => {
  it.each([
    [0n, '0', '0'],
    [999n, '999', '999'],
    [1_000n, '1,000', '1000'],
    [1_234_567n, '1,234,567', '1234567'],
    [-1_000n, '△1,000', '-1000'],
    [MAX_WON, '9,223,372,036,854,775,807', '9223372036854775807'],
  ])('%p is %s, for machines %s', (amount, text, plain) => {
    expect(formatWon(won(amount))).toBe(text);
    expect(formatWonPlain(won(amount))).toBe(plain);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -MAX_WON, max: MAX_WON }), (value) => {
        expect(parseWonText(formatWon(won(value)))).toEqual({ ok: true, amount: value, unit: '원' });
        expect(won(formatWonPlain(won(value)))).toBe(value);
      }),
    );
  });
});
