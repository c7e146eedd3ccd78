import { describe, expect, it } from '@jest/globals';
import { planWith, recordedAfter, remarkOn, remarksOn, soundRows } from '../../../../../test/fixtures/register-sheets.js';

const SOUND = soundRows('조합원명부');
const FUND = 'FND-2021-01';
/** The sound partners, then one more row: row 5. */
const withRow = (row: string) => planWith({ 조합원명부: [...SOUND, row] });
/** Only these partners. */
const only = (...rows: string[]) => planWith({ 조합원명부: rows, 출자납입: [] });

describe('a partner is rejected by the first check that fails', () => {
  it.each([
    [' | 가람은행 |  | 699-81-63949 | 1000000', 'REQUIRED_MISSING', '조합번호'],
    [`${FUND} | 가람은행 |  | 699-81-63949 |  |  |  | 2021-13-01`, 'REQUIRED_MISSING', '약정금액'],
    [`${FUND} | 가람은행 |  | 699-81-63949 | 추후 협의 |  |  | 2021-02-30`, 'DATE_INVALID', '약정일'],
    [`${FUND} | 가람은행 |  | 12345 | 추후 협의`, 'AMOUNT_INVALID', '약정금액'],
    [`${FUND} | 가람은행 |  | 699-81-63949 | #REF!`, 'AMOUNT_INVALID', '약정금액'],
    [`${FUND} | 가람은행 |  | 699-81-63949 | △1000000`, 'AMOUNT_INVALID', '약정금액'],
    [`${FUND} | 가람은행 |  | 699-81-63949 | 0`, 'AMOUNT_INVALID', '약정금액'],
    [`FND-2099-01 | 가람은행 |  | 699-81-6394 | 1000000`, 'BRN_FORMAT', '사업자등록번호'],
    [`FND-2099-01 | 가람은행 |  | 699-81-63948 | 1000000`, 'BRN_CHECKSUM', '사업자등록번호'],
    [`FND-2099-01 | 모태펀드 |  |  | 1000000`, 'REFERENCE_UNKNOWN', '조합번호'],
    [`${FUND} | ㈜시험운용 |  |  | 1000000`, 'DUPLICATE_ROW', '조합원명'],
    [`${FUND} | 가람은행 |  | 138-82-19493 | 1000000`, 'DUPLICATE_ROW', '사업자등록번호'],
  ])('%s: %s at %s', (row, code, column) => {
    expect(remarkOn(withRow(row), '조합원명부', 5)).toMatchObject({ code, column });
  });

  it('tells everything that is wrong with the cells of a row, in the order of checks', () => {
    expect(remarksOn(withRow(`${FUND} |  |  | 699-81-63948 | 추후 협의 |  |  | 미정`), '조합원명부')).toEqual([
      [5, 'REJECTED', 'REQUIRED_MISSING', 'DATE_INVALID', 'AMOUNT_INVALID', 'BRN_CHECKSUM'],
    ]);
  });

  it.each([
    [`${FUND} | 가람은행 |  | 699-81-63948 | 1000000`, '마지막 숫자'],
    [`${FUND} | 가람은행 |  |  | 1000000 |  |  | 2021년 3월`, '2021-03-05'],
    [`${FUND} | 모태펀드 |  |  | 1000000`, '2행만 남기고'],
    ['FND-2021-10 | 가람은행 |  |  | 1000000', "'FND-2021-01'입니까?"],
  ])('%s comes with the fix: %s', (row, fix) => {
    expect(remarkOn(withRow(row), '조합원명부', 5)?.fix?.ko).toContain(fix);
  });
});

describe('a partner is taken with a warning', () => {
  const GENERAL = `${FUND} | 시험운용(주) | 업무집행 | 781-88-04874`;

  it.each([
    [`${GENERAL} | 10000000000 | 9999 | 100%`, 'UNITS_MISMATCH', '10000좌여야 합니다.'],
    [`${GENERAL} | 10000000000 | 10000 | 99.98%`, 'SHARE_PCT_MISMATCH', '100.00%여야 합니다.'],
    [`${GENERAL} | 10000000000 | 10000 | #DIV/0!`, 'SHARE_PCT_MISMATCH', '100.00%여야 합니다.'],
    [`${FUND} | 시험운용(주) | 공동GP | 781-88-04874 | 10000000000`, 'VALUE_ASSUMED', '업무집행조합원'],
  ])('%s: %s', (row, code, fix) => {
    const plan = only(row);
    expect(remarksOn(plan, '조합원명부')).toEqual([[2, 'WARNED', code]]);
    expect(remarkOn(plan, '조합원명부', 2)?.fix?.ko).toContain(fix);
  });

  it.each([[`${GENERAL} | 10000000000 | 10000 | 99.99%`], [`${GENERAL} | 10000000000 | 10,000좌 | 1`], [`${GENERAL} | 100억원`]])('%s is sound but for a unit', (row) => {
    expect(remarksOn(only(row), '조합원명부').flat().filter((each) => each !== 'UNIT_CONVERTED' && each !== 2 && each !== 'WARNED')).toEqual([]);
  });

  it('general partners have at least one percent between them', () => {
    const short = [SOUND[0] ?? '', `${FUND} | 새울공제회 | 유한책임 |  | 4900000001`, `${FUND} | 시험운용(주) | 업무집행 |  | 99999999`];
    expect(remarksOn(planWith({ 조합원명부: short, 출자납입: [] }), '조합원명부')).toEqual([
      [3, 'WARNED', 'UNITS_MISMATCH'],
      [4, 'WARNED', 'UNITS_MISMATCH', 'GP_SHARE_BELOW_MIN'],
    ]);
    const two = [SOUND[0] ?? '', SOUND[1] ?? '', `${FUND} | 시험운용(주) | 업무집행 |  | 60000000`, `${FUND} | 둘째운용 | 업무집행 |  | 40000000`];
    expect(remarksOn(planWith({ 조합원명부: two, 출자납입: [] }), '조합원명부')).toEqual([]);
  });

  it('commitments add up to those of the fund', () => {
    const plan = planWith({ 조합원명부: [SOUND[0] ?? '', SOUND[2] ?? ''], 출자납입: [] });
    expect(remarksOn(plan, '조합원명부')).toEqual([[null, 'WARNED', 'COMMITMENT_SUM_MISMATCH']]);
    expect(remarkOn(plan, '조합원명부', null)?.text.ko).toContain('△4,900,000,000원 차이');
  });
});

describe('a partner on record', () => {
  const known = recordedAfter(planWith({}));

  it('stays as it is, and is never overwritten', () => {
    const rows = [SOUND[0]?.replaceAll('5000', '4000') ?? '', `${FUND} | 새울공제회 |  |  | 4900000000`];
    const plan = planWith({ 조합원명부: rows }, known);
    expect(remarksOn(plan, '조합원명부')).toEqual([[2, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
    expect(remarkOn(plan, '조합원명부', 2)?.text.ko).toContain('약정금액: 5,000,000,000 → 4,000,000,000; 출자좌수: 5,000 → 4,000');
    expect(plan.newFacts.partners).toEqual([]);
  });

  it('is found by its business number under another name', () => {
    const plan = planWith({ 조합원명부: [`${FUND} | 한국모태펀드 |  | 138-82-19493 | 5000000000`], 출자납입: [`${FUND} | 2 |  | 2022-01-31 | 한국모태펀드 | 100`] }, known);
    expect(plan.newFacts.partners).toEqual([]);
    expect(plan.newFacts.callPayments.map((fact) => fact.partner)).toEqual(['모태펀드']);
  });
});
