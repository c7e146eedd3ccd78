import { localDate } from '#libs/calendar';
import { describe, expect, it } from '@jest/globals';
import { formatCorporateNumber, parseCorporateNumber } from './corporate-number.js';

describe('a corporate registration number is never refused for its check digit', () => {
  it.each([
    ['110111-0062432', null, []],
    ['130111-0006246', null, []],
    ['110111-0062433', null, ['CRN_CHECKDIGIT']],
    ['110111-0062432', '2020-01-02', []],
    ['110111-0062433', '2025-01-30', ['CRN_CHECKDIGIT']],
    ['110111-0062433', '2025-01-31', []],
    ['110111-0062433', '2026-06-30', []],
  ])('%s, incorporated on %s: %j', (text, incorporatedOn, codes) => {
    const read = parseCorporateNumber(text, incorporatedOn === null ? null : localDate(incorporatedOn));
    expect(read).toMatchObject({ ok: true, value: text.replace('-', '') });
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(codes);
  });
});

describe('a corporate registration number is thirteen digits in any dress', () => {
  it.each(['1101110062432', '110111 0062432', '１１０１１１－００６２４３２'])('%j is read', (text) => {
    expect(parseCorporateNumber(text)).toEqual({ ok: true, value: '1101110062432', warnings: [] });
  });

  it.each(['', '110111-006243', '110111-00624321', '110111-006243X', '000000-0000000'])('%j is not one', (text) => {
    expect(parseCorporateNumber(text)).toMatchObject({ ok: false, code: 'CRN_FORMAT' });
  });

  it('is shown with a hyphen after the sixth digit', () => {
    expect(formatCorporateNumber('1101110062432')).toBe('110111-0062432');
  });
});
