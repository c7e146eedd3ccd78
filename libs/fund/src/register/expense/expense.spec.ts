import { describe, expect, it } from '@jest/globals';
import { planWith, recordedAfter, remarkOn, remarksOn } from '../../../../../test/fixtures/register-sheets.js';

const FUND = 'FND-2021-01';
const withRows = (...rows: string[]) => planWith({ 관리보수: rows });
const fee = (from: string, to: string, days: number | string, billed: number | string, rate = '2.0%', label = '관리보수'): string =>
  `${FUND} | ${label} | ${from} | ${to} | ${days} | 20000000000 | ${rate} | ${billed} | ${to} | ${billed}`;

/** The four quarters of 2022 on 20 billion won at 2 % (TV-6 of docs/domain.md). */
const QUARTERS = [
  ['2022-01-01', '2022-03-31', 90, 98_630_136],
  ['2022-04-01', '2022-06-30', 91, 99_726_028],
  ['2022-07-01', '2022-09-30', 92, 100_821_918],
  ['2022-10-01', '2022-12-31', 92, 100_821_918],
] as const;

describe('an expense is rejected by the first check that fails', () => {
  it.each([
    [`${FUND} | 수탁보수 | 미정 |  |  |  |  |  |  | 1000000`, 'REQUIRED_MISSING', '지급일'],
    [`${FUND} | 수탁보수 | 미정 |  |  |  |  |  | 2022-01-31 | 백만원쯤`, 'DATE_INVALID', '기간 시작'],
    [`FND-1 | 수탁보수 |  |  |  |  |  |  | 2022-01-31 | 백만원쯤`, 'AMOUNT_INVALID', '지급금액'],
    [`FND-1 | 수탁보수 |  |  |  |  |  |  | 2022-01-31 | 1000000`, 'REFERENCE_UNKNOWN', '조합번호'],
    [fee('2022-03-31', '2022-01-01', 90, 1), 'DATE_INVALID', '기간 종료'],
    [`${FUND} | 회계감사비 |  |  |  |  |  |  | 2022-01-31 | １，０００，０００`, 'DUPLICATE_ROW', '구분'],
  ])('%s: %s at %s', (row, code, column) => {
    const first = `${FUND} | 회계감사비 |  |  |  |  |  |  | 2022-01-31 | 1000000`;
    expect(remarkOn(withRows(first, row), '관리보수', 3)).toMatchObject({ code, column });
  });
});

describe('fees', () => {
  it('billed on the running sum of a year are right to the won', () => {
    expect(remarksOn(withRows(...QUARTERS.map(([from, to, days, billed]) => fee(from, to, days, billed))), '관리보수')).toEqual([]);
  });

  it('floored one by one are remarked from the second on', () => {
    const naive = [98_630_136, 99_726_027, 100_821_917, 100_821_917];
    const plan = withRows(...QUARTERS.map(([from, to, days], index) => fee(from, to, days, naive[index] ?? 0)));
    expect(remarksOn(plan, '관리보수')).toEqual([3, 4, 5].map((row) => [row, 'WARNED', 'FEE_RECALC_DIFF']));
    expect(remarkOn(plan, '관리보수', 3)?.fix?.ko).toBe('99,726,028원이어야 합니다.');
  });

  it('start anew with the fiscal year and with the kind', () => {
    const rows = [fee('2022-04-01', '2022-06-30', 91, 99_726_027), fee('2023-04-01', '2023-06-30', 91, 99_726_027), fee('2022-07-01', '2022-09-30', 92, 100_821_917, '2.0%', '관리보수(투자)')];
    expect(remarksOn(withRows(...rows), '관리보수')).toEqual([]);
  });

  it.each([
    [fee('2022-01-01', '2022-03-31', 89, 98_630_136), 'DAYS_MISMATCH'],
    [fee('2022-01-01', '2022-03-31', '90일', 98_630_136, '0.02'), 'VALUE_ASSUMED'],
    [fee('2022-01-01', '2022-03-31', 90, 98_630_136, '2'), 'VALUE_ASSUMED'],
    [fee('2022-01-01', '2022-03-31', 90, 98_630_136, '협의'), 'VALUE_ASSUMED'],
    [fee('2022-01-01', '2022-03-31', 90, 98_630_136, '2.1%'), 'FEE_RECALC_DIFF'],
  ])('%s: %s', (row, code) => {
    expect(remarksOn(withRows(row), '관리보수')).toEqual([[2, 'WARNED', code]]);
  });

  it('are told from other expenses by their word', () => {
    const plan = withRows(...['관리보수(약정)', '수탁보수', '회계감사비', '법률자문비'].map((label) => `${FUND} | ${label} |  |  |  |  |  |  | 2022-01-31 | 1000000`));
    expect(plan.newFacts.expenses.map((expense) => expense.kind)).toEqual(['MANAGEMENT_FEE', 'CUSTODY', 'AUDIT', 'OTHER']);
  });

  it('on record are unchanged, or contradicted', () => {
    const row = fee('2022-01-01', '2022-03-31', 90, 98_630_136);
    const known = recordedAfter(withRows(row));
    expect(known.expenses[0]?.rate).toBe('0.02');
    expect(planWith({ 관리보수: [row] }, known).sheets.at(-1)?.rows[0]?.outcome).toBe('UNCHANGED');
    expect(remarksOn(planWith({ 관리보수: [row.replace('2.0%', '2.5%')] }, known), '관리보수')).toEqual([[2, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
  });
});
