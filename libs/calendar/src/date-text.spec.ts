import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './date-arithmetic.js';
import { formatFormDate, formatOfficialDate, fromExcelSerial, parseDateText } from './date-text.js';
import { localDate } from './local-date.js';

describe('dates are read as people type them', () => {
  it.each([
    ['2021-03-05'],
    ['2021. 3. 5.'],
    ['2021. 03. 05'],
    ['2021.03.05'],
    ['2021.3.5.'],
    ['2021/03/05'],
    ['2021/3/5'],
    ['2021-3-5'],
    ['20210305'],
    [20_210_305],
    ['44260'],
    [44_260],
    [44_260.75],
    ['44260.5'],
    ['２０２１．０３．０５'],
    ['\u00A02021-03-05\u3000'],
  ])('%j is 5 March 2021', (input) => {
    expect(parseDateText(input)).toBe('2021-03-05');
  });

  it.each([
    ['18264', '1950-01-01'],
    ['73415', '2100-12-31'],
  ])('the serials that are read as dates reach to %s, %s', (serial, date) => {
    expect(parseDateText(serial)).toBe(date);
  });

  it.each([
    [''],
    ['미정'],
    ['2021-02-30'],
    ['2021-13-01'],
    ['20211301'],
    ['2021-03.05'],
    ['21-03-05'],
    ['2021-03'],
    ['03/05/2021'],
    ['2021-03-05 10:00'],
    ['#REF!'],
    ['2021'],
    [2021],
    ['18263'],
    ['73416'],
    ['99999'],
    [0],
    [-44_260],
    [Number.NaN],
    ['1899-12-31'],
  ])('%j is no date', (input) => {
    expect(parseDateText(input)).toBeNull();
  });
});

describe('Excel serials of the 1900 system', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [18_264, '1950-01-01'],
    [36_526, '2000-01-01'],
    [44_260, '2021-03-05'],
    [46_203, '2026-06-30'],
    [73_415, '2100-12-31'],
  ])('%p is %s', (serial, date) => {
    expect(fromExcelSerial(serial)).toBe(date);
  });

  it.each([0, -1, 60, 44_260.5, Number.NaN, 1e9])('%p is no date', (serial) => {
    expect(() => fromExcelSerial(serial)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'calendar.not-a-date' }));
  });
});

describe('dates are written as documents and forms want them', () => {
  it.each([
    ['2026-06-30', '2026. 6. 30.', '2026. 06. 30'],
    ['2026-12-01', '2026. 12. 1.', '2026. 12. 01'],
  ])('%s: %s, in forms %s', (date, official, form) => {
    expect(formatOfficialDate(localDate(date))).toBe(official);
    expect(formatFormDate(localDate(date))).toBe(form);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (days) => {
        const date = addDays(localDate('1900-01-01'), days);
        expect(parseDateText(formatOfficialDate(date))).toBe(date);
        expect(parseDateText(formatFormDate(date))).toBe(date);
      }),
    );
  });
});
