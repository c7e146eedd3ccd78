import { describe, expect, it } from '@jest/globals';
import { codeInPath, readCode } from './code.js';

describe('the code of a report', () => {
  it.each([
    ['as it is printed', 'ABCDE-12345', 'ABCDE-12345'],
    ['in small letters with blanks', ' abcde 12345 ', 'ABCDE-12345'],
    ['with letters that are taken for figures', 'OILAB-CDEFG', '011AB-CDEFG'],
    ['too short', 'ABCDE-1234', null],
    ['with a letter that there is not', 'UBCDE-12345', null],
    ['in Hangul', '가나다라마바사아자차', null],
  ])('is read %s', (_what, typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it.each([
    ['/verify/ABCDE-12345', 'ABCDE-12345'],
    ['/verify/ABCDE%2012345/', 'ABCDE 12345'],
    ['/verify/%E0%A4%A', '%E0%A4%A'],
    ['/verify', ''],
    ['/verify/', ''],
  ])('stands in %s', (path, code) => {
    expect(codeInPath(path)).toBe(code);
  });
});
