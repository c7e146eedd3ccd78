import { describe, expect, it } from '@jest/globals';
import { toCsv, toTsv } from './delimited.js';

describe('cells for Excel', () => {
  it('puts tabs between cells and lines between rows', () => {
    expect(toTsv([['기업명', '금액'], ['(주)하늘', '5500000000']])).toBe('기업명\t금액\r\n(주)하늘\t5500000000');
  });

  it.each([
    ['a\tb', '"a\tb"'],
    ['두 줄\n비고', '"두 줄\n비고"'],
    ['12" 웨이퍼', '"12"" 웨이퍼"'],
  ])('quotes what would break the table: %j', (cell, shown) => {
    expect(toTsv([[cell]])).toBe(shown);
  });

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+82-2-123', "'+82-2-123"],
    ['@sum', "'@sum"],
    ['-1+2', "'-1+2"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', `"'\r=1+1"`],
  ])('keeps Excel from running %s', (cell, shown) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF${shown}\r\n`);
  });

  it('does so in the headers as well', () => {
    expect(toTsv([['=cmd', '금액'], ['하늘', '1']])).toBe("'=cmd\t금액\r\n하늘\t1");
  });

  it.each(['-300000000', '-1,234.5', '-'])('leaves %s as it is', (cell) => {
    expect(toTsv([[cell]])).toBe(cell);
  });

  it('begins a file with the mark by which Excel knows Korean', () => {
    expect(toCsv([['가,나']])).toBe('\uFEFF"가,나"\r\n');
  });
});
