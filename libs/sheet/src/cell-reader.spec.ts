import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate, readPercent, readText, readWholeNumber, readWon } from './cell-reader.js';
import type { Cell } from './workbook.js';

function cell(text: string, more: Partial<Cell> = {}): Cell {
  return { column: 2, address: 'B7', text, raw: text, kind: text === '' ? 'empty' : 'text', percent: false, ...more };
}
const number = (text: string): Cell => cell(text, { kind: 'number', raw: Number(text) });
const ratio = (text: string): Cell => cell(text, { kind: 'number', raw: Number(text), percent: true });
const error = cell('#REF!', { kind: 'error' });

describe('readText', () => {
  it.each([
    ['ＡＢＣ　１２３', 'ABC 123'],
    ['㈜다온', '(주)다온'],
    ['가  나\u00a0다', '가 나 다'],
    ['가\n나', '가\n나'],
    ['', null],
  ])('%p reads %p', (text, value) => expect(readText(cell(text))).toEqual({ ok: true, value }));

  it('refuses an Excel error', () => expect(readText(error)).toMatchObject({ ok: false, code: 'TEXT_INVALID', address: 'B7' }));
});

describe('readWholeNumber', () => {
  it.each<[Cell, bigint | null]>([
    [cell(''), null],
    [number('3'), 3n],
    [cell('1,234,567'), 1_234_567n],
    [cell('１２'), 12n],
    [cell('△5'), -5n],
    [cell('- 5'), -5n],
    [cell('5.00'), 5n],
  ])('%j', (input, value) => expect(readWholeNumber(input)).toEqual({ ok: true, value }));

  it.each([number('5.5'), cell('5개'), cell('1,23'), cell('1e3'), cell('다섯'), ratio('1'), cell('1'.repeat(61)), cell('2021-03-05', { kind: 'date' }), error])('refuses %j', (input) =>
    expect(readWholeNumber(input)).toMatchObject({ ok: false, code: 'WHOLE_NUMBER_INVALID' }),
  );
});

describe('readPercent', () => {
  it.each<[Cell, bigint, bigint]>([
    [ratio('0.02'), 1n, 50n],
    [ratio('0.333333333333333'), 333_333_333_333_333n, 1_000_000_000_000_000n],
    [ratio('1'), 1n, 1n],
    [ratio('-0.5'), -1n, 2n],
    [cell('2.0%'), 1n, 50n],
    [cell('연 2.0%'), 1n, 50n],
    [cell('２．０％'), 1n, 50n],
    [cell('연２%'), 1n, 50n],
    [cell('19.00 %'), 19n, 100n],
    [cell('1,000%'), 10n, 1n],
    [cell('△1.5%'), -3n, 200n],
    [cell('0%'), 0n, 1n],
  ])('%j is %p/%p', (input, numerator, denominator) => expect(readPercent(input)).toEqual({ ok: true, value: { numerator, denominator } }));

  it.each([number('0.02'), number('2'), cell('0.02'), cell('2퍼센트'), cell('월 2%'), cell('2%p'), cell('%'), cell('1.2.3%'), error])('refuses %j', (input) =>
    expect(readPercent(input)).toMatchObject({ ok: false, code: 'PERCENT_INVALID' }),
  );

  it('reads every percentage exactly', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(999), (whole, thousandths) => {
        const reading = readPercent(cell(`${whole}.${String(thousandths).padStart(3, '0')}%`));
        const value = reading.ok ? reading.value : null;
        expect((value?.numerator ?? 0n) * 100_000n).toBe((value?.denominator ?? 0n) * BigInt(whole * 1000 + thousandths));
      }),
    );
  });
});

describe('readWon', () => {
  it.each<[Cell, bigint, string]>([
    [number('20000000000'), 20_000_000_000n, '원'],
    [cell('１，０００원'), 1_000n, '원'],
    [cell('△1,000'), -1_000n, '원'],
    [cell('4,500천원'), 4_500_000n, '천원'],
  ])('%j', (input, amount, unit) => expect(readWon(input)).toEqual({ ok: true, value: { amount, unit } }));

  it('takes the unit of the column', () => expect(readWon(number('4500'), '천원')).toEqual({ ok: true, value: { amount: 4_500_000n, unit: '천원' } }));
  it('leaves an empty cell empty', () => expect(readWon(cell(''))).toEqual({ ok: true, value: null }));
  it.each([cell('추후 협의'), number('0.5'), ratio('100'), cell('44260', { kind: 'date' }), error])('refuses %j', (input) =>
    expect(readWon(input)).toMatchObject({ ok: false, code: 'AMOUNT_INVALID' }),
  );
});

describe('readDate', () => {
  it.each([cell('2021-03-05', { kind: 'date' }), cell('2021. 3. 5.'), cell('20210305'), number('44260'), number('20210305')])('%j', (input) =>
    expect(readDate(input)).toEqual({ ok: true, value: '2021-03-05' }),
  );
  it('leaves an empty cell empty', () => expect(readDate(cell(''))).toEqual({ ok: true, value: null }));
  it.each([cell('3월 중'), cell('2021-02-30'), number('5'), ratio('44260'), error])('refuses %j', (input) =>
    expect(readDate(input)).toMatchObject({ ok: false, code: 'DATE_INVALID', text: { ko: expect.stringContaining('B7') } }),
  );
});
