import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, readCode, versionedNumber } from './slip.js';

describe('the code on an issued report', () => {
  it('is ten letters that are not taken for each other, and the same for the same issue', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(codeOf(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(codeOf(id)).toBe(codeOf(id));
        expect(readCode(codeOf(id).toLowerCase().replace('-', ' '))).toBe(codeOf(id));
      }),
    );
  });

  it.each([
    ['abcde-12345', 'ABCDE-12345'],
    [' ABCDE12345 ', 'ABCDE-12345'],
    ['oil00-00000', '01100-00000'],
    ['ABCDE-1234', null],
    ['ABCDE-1234U', null],
    ["'; drop --", null],
  ])('typed as %s is %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  it('stands beside number and version', () => {
    expect(versionedNumber({ number: 'RPT-A-2026-0001', version: 2 })).toBe('RPT-A-2026-0001 제2판');
  });
});
