import { describe, expect, it } from '@jest/globals';
import { planWith, recordedAfter, remarkOn, remarksOn, soundRows } from '../../../../../test/fixtures/register-sheets.js';

const FUND = 'FND-2021-01';
const OTHER = `${FUND} | INV-2021-0002 | 신규 |  | 2021-08-15 | (주)미르솔센서 | 170-87-37258 |  | 보통주 | 300000000`;
const DEALS = [...soundRows('투자현황'), OTHER];
const GONE = `${FUND} | 회수 | 2022-05-31 | INV-2021-0002 |  | M&A |  | 1 | 300000000`;
const withRows = (...rows: string[]) => planWith({ 투자현황: DEALS, '회수·분배': [GONE], 평가: rows });
const at = (on: string, rest: string): string => `${FUND} | ${on} | INV-2021-0001 |  | ${rest}`;

describe('a valuation is rejected by the first check that fails', () => {
  it.each([
    [`${FUND} | 2021. 6. 31. |  |  |  | 1`, 'REQUIRED_MISSING', '투자번호'],
    [at('2021. 6. 31.', ' | #REF!'), 'DATE_INVALID', '기준일'],
    [at('2021-09-30', ' | #REF!'), 'AMOUNT_INVALID', '공정가액'],
    [at('2021-09-30', ' | -1'), 'AMOUNT_INVALID', '공정가액'],
    [`FND-1 | 2021-09-30 | INV-1 |  |  | 1`, 'REFERENCE_UNKNOWN', '조합번호'],
    [`${FUND} | 2021-09-30 | INV-1 |  |  | 1`, 'REFERENCE_UNKNOWN', '투자번호'],
    [at('2021/06/30', ' | 2'), 'DUPLICATE_ROW', '투자번호'],
    [`${FUND} | 2022-06-30 | INV-2021-0002 |  |  | 1`, 'VALUATION_AFTER_EXIT', '투자번호'],
    [`${FUND} | 2021-06-30 | INV-2021-0002 |  |  | 1`, 'VALUATION_AFTER_EXIT', '투자번호'],
  ])('%s: %s at %s', (row, code, column) => {
    expect(remarkOn(withRows(at('2021-06-30', ' | 1000000000'), row), '평가', 3)).toMatchObject({ code, column });
  });
});

describe('a valuation is taken with a warning', () => {
  it('when its cost is not what is left after exits', () => {
    const plan = withRows(at('2021-06-30', '900000000 | 1000000000'));
    expect(remarksOn(plan, '평가')).toEqual([[2, 'WARNED', 'COST_MISMATCH']]);
    expect(remarkOn(plan, '평가', 2)?.fix?.ko).toContain('1,000,000,000원이어야');
  });

  it('when its impairment is written as a negative', () => {
    const plan = withRows(at('2021-06-30', ' | 700000000 | △300,000,000'));
    expect(remarksOn(plan, '평가')).toEqual([[2, 'WARNED', 'VALUE_ASSUMED']]);
    expect(plan.newFacts.valuations[0]?.impairmentWon).toBe(300_000_000n);
  });

  it('holdings without one at a quarter-end are named; other days and empty quarters are not asked for', () => {
    expect(remarksOn(withRows(at('2021-09-30', ' | 1000000000')), '평가')).toEqual([[null, 'WARNED', 'VALUATION_MISSING']]);
    expect(remarkOn(withRows(at('2021-09-30', ' | 1000000000')), '평가', null)).toMatchObject({ value: '2021-09-30' });
    expect(remarksOn(withRows(at('2021-10-01', ' | 1000000000')), '평가')).toEqual([]);
    expect(remarksOn(withRows(at('2022-06-30', ' | 1000000000')), '평가')).toEqual([]);
  });

  it('one that was rejected is missing as well', () => {
    const plan = withRows(at('2021-09-30', ' | #REF!'), `${FUND} | 2021-09-30 | INV-2021-0002 |  | 300000000 | 300000000`);
    expect(remarksOn(plan, '평가')).toEqual([
      [2, 'REJECTED', 'AMOUNT_INVALID'],
      [null, 'WARNED', 'VALUATION_MISSING'],
    ]);
  });
});

describe('a valuation on record', () => {
  const known = recordedAfter(withRows(at('2021-06-30', ' | 1000000000 |  | 취득원가')));
  const again = (rest: string) => planWith({ 투자현황: DEALS, '회수·분배': [GONE], 평가: [at('2021-06-30', rest)] }, known);

  it('is unchanged, or contradicted', () => {
    expect(again(' | 10억원').sheets.at(-2)?.rows[0]?.outcome).toBe('UNCHANGED');
    expect(remarksOn(again(' | 1100000000'), '평가')).toEqual([[2, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
  });
});
