import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { businessKind, formatBusinessNumber, parseBusinessNumber } from './business-number.js';

describe('a business registration number must check', () => {
  it.each(['124-81-00998', '120-81-47521', '220-81-62517', '123-45-67891', '111-11-11119', '222-22-22227'])('%s holds', (text) => {
    expect(parseBusinessNumber(text)).toEqual({ ok: true, value: text.replaceAll('-', ''), warnings: [] });
  });

  it.each(['123-45-67890', '124-81-00997', '675-88-65055'])('%s does not hold', (text) => {
    expect(parseBusinessNumber(text)).toMatchObject({ ok: false, code: 'BRN_CHECKSUM' });
  });
});

describe('a business registration number is ten digits in any dress', () => {
  it.each(['1248100998', ' 124 81 00998 ', '１２４－８１－００９９８', '124‑81‑00998', '124–81–00998\u00A0'])('%j is read', (text) => {
    expect(parseBusinessNumber(text)).toMatchObject({ ok: true, value: '1248100998' });
  });

  it.each(['', '124-81-0099', '124-81-009981', '124-81-0099A', '000-00-00000', '1248100998\n1', '124.81.00998'])('%j is not one', (text) => {
    expect(parseBusinessNumber(text)).toMatchObject({ ok: false, code: 'BRN_FORMAT' });
  });
});

describe('a refusal', () => {
  it('quotes no more than forty characters of what was typed', () => {
    const read = parseBusinessNumber('9'.repeat(10_000));
    expect(!read.ok && read.text.ko).toContain(`'${'9'.repeat(40)}…'`);
  });
});

describe('a number that does not check comes with what would', () => {
  it.each([
    ['123-45-67890', '나머지 숫자가 맞다면 마지막 숫자는 1입니다.'],
    ['142-81-00998', '나머지 숫자가 맞다면 마지막 숫자는 6입니다. 이웃한 두 숫자를 바꾸어 적었다면: 124-81-00998.'],
    ['111-11-11111', '나머지 숫자가 맞다면 마지막 숫자는 9입니다.'],
  ])('%s: %s', (text, fix) => {
    expect(fixOf(text)).toBe(fix);
  });

  it('finds every swap of different neighbours that keeps to one number', () => {
    fc.assert(
      fc.property(validNumber, fc.integer({ min: 0, max: 8 }), (digits, at) => {
        const typed = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
        const read = parseBusinessNumber(typed);
        fc.pre(!read.ok);
        expect(fixOf(typed)).toContain(formatBusinessNumber(digits));
      }),
    );
  });
});

describe('one wrong digit', () => {
  it('is always found, in whichever of the ten places', () => {
    fc.assert(
      fc.property(validNumber, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const wrong = (Number(digits.charAt(at)) + shift) % 10;
        const typed = `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`;
        expect(parseBusinessNumber(typed).ok).toBe(false);
      }),
    );
  });
});

describe('digits 4 and 5 tell the kind of holder', () => {
  it.each([
    ['1010100000', 'individual'],
    ['1017900000', 'individual'],
    ['1018000000', 'unincorporated-group'],
    ['1248100998', 'for-profit-corporation'],
    ['1018200000', 'non-profit-corporation'],
    ['1018300000', 'public-body'],
    ['1018400000', 'foreign-corporation'],
    ['1018500000', 'branch-of-corporation'],
    ['1018800000', 'for-profit-corporation'],
    ['1018900000', 'religious-body'],
    ['1019000000', 'tax-exempt-individual'],
    ['1010000000', 'unknown'],
  ] as const)('%s: %s', (digits, kind) => {
    expect(businessKind(digits)).toBe(kind);
  });
});

const validNumber = fc
  .integer({ min: 100_000_000, max: 999_999_999 })
  .map((stem) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((check) => `${stem}${check}`).find((digits) => parseBusinessNumber(digits).ok) ?? '');

function fixOf(text: string): string {
  const read = parseBusinessNumber(text);
  return read.ok ? '' : (read.fix?.ko ?? '');
}
