import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookOfFormat } from './number-format.js';
import { numberText } from './number-text.js';
import { dateOfSerial, serialOfDate, timeOfSerial } from './serial-date.js';

describe('numberText', () => {
  it.each([
    ['20000000000', '20000000000'],
    ['12345678901234567890', '12345678901234567890'],
    ['2.0E10', '20000000000'],
    ['1.5e-3', '0.0015'],
    ['1E-7', '0.0000001'],
    ['-1.25E+2', '-125'],
    ['0.28999999999999998', '0.29'],
    ['5.5E-2', '0.055'],
    ['33.333333333333336', '33.3333333333333'],
    ['19999999999.999996', '20000000000'],
    ['-0.5', '-0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['007', '7'],
    ['1e400', null],
    ['0x10', null],
    ['', null],
    ['NaN', null],
    ['1,000', null],
  ])('%s reads %s', (stored, text) => expect(numberText(stored)).toBe(text));

  it('keeps every whole number and gives every double back to 15 digits, without exponent', () => {
    fc.assert(fc.property(fc.bigInt(), (whole) => numberText(String(whole)) === String(whole)));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(String(value)) ?? '';
        expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
      }),
    );
  });
});

describe('lookOfFormat', () => {
  it.each([
    ['General', 'plain'],
    ['#,##0', 'plain'],
    ['#,##0;△#,##0', 'plain'],
    ['#,##0"원"', 'plain'],
    ['"합계: "0', 'plain'],
    ['0.00E+00', 'plain'],
    ['[Red]#,##0', 'plain'],
    ['[DBNum1][$-412]General', 'plain'],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 'plain'],
    ['@', 'plain'],
    ['0%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['0"%"', 'plain'],
    ['0\\%', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['yyyy\\-mm\\-dd;@', 'date'],
    ['yyyy"년" m"월" d"일"', 'date'],
    ['[$-412]yyyy. m. d.', 'date'],
    ['mm월', 'date'],
    ['yy-m-d h:mm', 'date'],
    ['h:mm:ss', 'time'],
    ['[h]:mm', 'time'],
    ['mm:ss', 'time'],
    ['AM/PM h:mm', 'time'],
    ['h"시" mm"분"', 'time'],
  ])('%s is %s', (code, look) => expect(lookOfFormat(code)).toBe(look));
});

describe('serial numbers', () => {
  it.each([
    [1, '1900-01-01T00:00:00'],
    [59, '1900-02-28T00:00:00'],
    [61, '1900-03-01T00:00:00'],
    [44260, '2021-03-05T00:00:00'],
    [44260.5, '2021-03-05T12:00:00'],
    [44260.99999999, '2021-03-05T23:59:59'],
    [2958465, '9999-12-31T00:00:00'],
    [60, null],
    [0, null],
    [-1, null],
    [2958466, null],
    [Number.NaN, null],
  ])('%p is %s', (serial, date) => expect(dateOfSerial(serial, false)).toBe(date));

  it('of the 1904 system are 1,462 days earlier', () => {
    expect(dateOfSerial(42798, true)).toBe('2021-03-05T00:00:00');
    expect(dateOfSerial(0, true)).toBe('1904-01-01T00:00:00');
  });

  it('below one are times of day', () => {
    expect(timeOfSerial(0.5)).toBe('12:00:00');
    expect(timeOfSerial(1.5)).toBe('36:00:00');
    expect(timeOfSerial(-0.5)).toBe(null);
  });

  it('come back from any date after February 1900, in any time zone', () => {
    const day = fc.date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(dateOfSerial(serialOfDate(iso) ?? 0, false)).toBe(`${iso}T00:00:00`);
      }),
    );
  });

  it.each(['1900-02-28', '2021-02-30', '2021-3-5', '20210305', 'soon', ''])('are not made of %p', (text) => expect(serialOfDate(text)).toBe(null));
});
