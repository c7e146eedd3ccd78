import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, normaliseName } from './text.js';

describe('names are compared without legal form, width and spaces', () => {
  it.each([
    ['(주)다온홀딩스', '다온홀딩스'],
    ['㈜다온홀딩스', '다온홀딩스'],
    ['주식회사 다온홀딩스', '다온홀딩스'],
    ['다온홀딩스 주식회사', '다온홀딩스'],
    ['다온홀딩스（주）', '다온홀딩스'],
    ['(유) 다온 홀딩스', '다온홀딩스'],
    ['유한회사다온홀딩스', '다온홀딩스'],
    ['\u00A0다온\u3000홀딩스 ', '다온홀딩스'],
    ['ＡＢＣ 바이오', 'ABC바이오'],
    ['abc바이오', 'ABC바이오'],
    ['다온홀딩스'.normalize('NFD'), '다온홀딩스'],
  ])('%j is compared as %s', (text, expected) => {
    expect(normaliseName(text)).toBe(expected);
  });

  it('keeps names apart that differ in more than their form', () => {
    expect(normaliseName('(주)다온 파트너스')).not.toBe(normaliseName('(주)다온홀딩스'));
  });

  it('keeps the words of a legal form inside a name, and a name that is nothing else', () => {
    expect(normaliseName('전국주식회사연합회')).toBe('전국주식회사연합회');
    expect(normaliseName('주식회사')).toBe('주식회사');
  });
});

describe('text is stored in one clean form', () => {
  it.each([
    ['  한국\u00A0\u3000연구재단 ', '한국 연구재단'],
    ['첫 줄\r\n둘째 줄', '첫 줄 둘째 줄'],
    ['영\u0000의\u0007 값', '영의 값'],
    ['보이지 \u200B 않는', '보이지 않는'],
    ['\uFEFF머리', '머리'],
    ['뒤집은\u202E글', '뒤집은글'],
    ['가족 👨‍👩‍👧', '가족 👨‍👩‍👧'],
    ['반쪽 \uD83D', '반쪽'],
    ['한글'.normalize('NFD'), '한글'],
    ['㈜는 그대로', '㈜는 그대로'],
  ])('%j is stored as %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves clean text alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
