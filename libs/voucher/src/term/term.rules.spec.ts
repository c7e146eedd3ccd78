import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { YEAR_POLICIES } from '../year/year.policy.js';
import { termText, YEAR_TERMS } from './term.js';
import { termLooksAhead, termValue } from './term.rules.js';

const read = (key: string, text: string): unknown => {
  try {
    return termValue(key, text, '/value');
  } catch (error) {
    return error instanceof DomainError ? error.faults[0]?.pointer : error;
  }
};

describe('terms as they are typed', () => {
  it.each([
    [YEAR_POLICIES.face, ' 5000000 ', '5000000'],
    [YEAR_POLICIES.face, '05', '/value'],
    [YEAR_POLICIES.selfBurden, '10000', 10_000],
    [YEAR_POLICIES.selfBurden, '20%', '/value'],
    [YEAR_POLICIES.validityMonths, '6', 6],
    [YEAR_POLICIES.validityMonths, '-1', '/value'],
    [YEAR_POLICIES.brokerRequired, 'true', true],
    [YEAR_POLICIES.brokerRequired, 'TRUE', '/value'],
    [YEAR_POLICIES.selfBurdenChannel, 'DIRECT', 'DIRECT'],
    [YEAR_POLICIES.beyondBalance, 'WARN', 'WARN'],
    [YEAR_POLICIES.beyondBalance, 'IGNORE', '/value'],
    [YEAR_POLICIES.menu, '*', []],
    [YEAR_POLICIES.menu, 'S1 | 시제품\n\nS2\t시험·분석\tTesting', [{ code: 'S1', nameKo: '시제품', nameEn: '시제품' }, { code: 'S2', nameKo: '시험·분석', nameEn: 'Testing' }]],
    [YEAR_POLICIES.menu, 'S1 | 시제품\nS1 | 시험', '/value'],
    [YEAR_POLICIES.menu, '시제품', '/value'],
    ['voucher.colour', 'red', '/value'],
  ])('%s %j', (key, text, value) => {
    expect(read(key, text)).toEqual(value);
  });

  it('reads back what it shows', () => {
    const values: Readonly<Record<string, unknown>> = { AMOUNT: '5000000', BASIS_POINTS: 2_000, COUNT: 6, FLAG: false, CHANNEL: 'DEPOSIT', ACTION: 'BLOCK', MENU: [{ code: 'S1', nameKo: '시제품', nameEn: 'Prototype' }] };
    for (const [key, kind] of Object.entries(YEAR_TERMS)) expect(termValue(key, termText(kind, values[kind] as never), '/value')).toEqual(values[kind]);
    expect(termValue(YEAR_POLICIES.menu, termText('MENU', []), '/value')).toEqual([]);
  });

  it.each([
    ['2021-07-01', 0, 'PASS'],
    ['2021-07-01', 3, 'WARN'],
    ['2021-07-02', 3, 'PASS'],
  ])('from %s with %d vouchers issued: %s', (from, issued, result) => {
    expect(termLooksAhead(localDate(from), localDate('2021-07-02'), issued).result).toBe(result);
  });
});
