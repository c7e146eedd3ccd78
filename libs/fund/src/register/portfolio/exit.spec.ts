import { describe, expect, it } from '@jest/globals';
import { planWith, recordedAfter, remarkOn, remarksOn, soundRows } from '../../../../../test/fixtures/register-sheets.js';

const FUND = 'FND-2021-01';
/** Deal of the sound register: INV-2021-0001, 1,000,000,000 won, paid on 2021-06-15. A conversion of it follows. */
const CONVERSION = `${FUND} | INV-2023-0009 | 전환 |  | 2023-03-31 | (주)가람솔바이오랩 | 412-81-81087 |  | 보통주 | 1000000000 |  |  |  |  |  |  | 전환 |  |  |  |  | INV-2021-0001`;
const DEALS = [...soundRows('투자현황'), CONVERSION];
const withRows = (...rows: string[]) => planWith({ 투자현황: DEALS, '회수·분배': rows });
const exit = (rest: string): string => `${FUND} | 회수 | 2024-01-31 | INV-2021-0001 | (주)가람솔바이오랩 | ${rest}`;
const SOLD = exit('장외매각 | 100 | 900000000 | 600000000 | 4500000 | 흐노온인베스트(주)');

describe('an exit or distribution is rejected by the first check that fails', () => {
  it.each([
    [`${FUND} |  | 미정 | INV-2021-0001 |  | M&A |  | 1 | 1`, 'REQUIRED_MISSING', '구분'],
    [`${FUND} | 회수 | 미정 |  |  | M&A |  | 1 | 1`, 'REQUIRED_MISSING', '투자번호'],
    [`${FUND} | 회수 | 2024-01-31 | INV-2021-0001 |  | M&A |  | 1`, 'REQUIRED_MISSING', '회수원가'],
    [`${FUND} | 분배 | 2024-01-31 |  |  | 원금 |  | 1 |  |  |  |  | 모태펀드`, 'REQUIRED_MISSING', '분배회차'],
    [`${FUND} | 회수 | 미정 | INV-2021-0001 |  | M&A |  | 없음 | 1`, 'DATE_INVALID', '일자'],
    [`${FUND} | 회수 | 2024-01-31 | INV-1 |  | M&A |  | 없음 | 1`, 'AMOUNT_INVALID', '금액'],
    [`${FUND} | 분배 | 2024-01-31 |  |  | 원금 |  | 1 |  |  |  | 0 | 모태펀드`, 'AMOUNT_INVALID', '분배회차'],
    ['FND-1 | 회수 | 2024-01-31 | INV-2021-0001 |  | M&A |  | 1 | 1', 'REFERENCE_UNKNOWN', '조합번호'],
    [`${FUND} | 환매 | 2024-01-31 | INV-2021-0001 |  | M&A |  | 1 | 1`, 'REFERENCE_UNKNOWN', '구분'],
    [exit('경매 |  | 1 | 1'), 'REFERENCE_UNKNOWN', '회수유형/분배재원'],
    [`${FUND} | 회수 | 2024-01-31 | INV-2021-0002 | (주)가람솔바이오랩 | M&A |  | 1 | 1`, 'REFERENCE_UNKNOWN', '투자번호'],
    [`${FUND} | 분배 | 2024-01-31 |  |  | 원금 |  | 1 |  |  |  | 1 | 한국모태`, 'REFERENCE_UNKNOWN', '조합원명'],
    [exit('M&A |  | 1 | 400000001'), 'COST_EXCEEDED', '회수원가'],
    [`${FUND} | 회수 | 2021-06-14 | INV-2021-0001 |  | M&A |  | 1 | 1`, 'COST_EXCEEDED', '회수원가'],
    [SOLD, 'DUPLICATE_ROW', '투자번호'],
  ])('%s: %s at %s', (row, code, column) => {
    expect(remarkOn(withRows(SOLD, row), '회수·분배', 3)).toMatchObject({ code, column });
  });

  it('an unknown number is answered with the deals of the same company', () => {
    expect(remarkOn(withRows(`${FUND} | 회수 | 2024-01-31 | INV-2021-0002 | 가람솔바이오랩 | M&A |  | 1 | 1`), '회수·분배', 2)?.fix?.ko).toContain("'INV-2021-0001'입니까?");
  });
});

describe('exits', () => {
  it('take cost until nothing is left; a write-off brings nothing', () => {
    const plan = withRows(SOLD, `${FUND} | 회수 | 2024-06-30 | INV-2021-0001 |  | 감액(대손) |  | 0 | 400000000 |  | -`);
    expect(remarksOn(plan, '회수·분배')).toEqual([]);
    expect(plan.newFacts.exits[1]).toMatchObject({ kind: 'WRITE_OFF', proceedsWon: 0n, costWon: 400_000_000n, expenseWon: 0n, counterparty: null });
  });

  it.each([
    ['M&A', 'MERGER'],
    ['IPO/장내매도', 'LISTING'],
    ['상환', 'REDEMPTION'],
    ['청산배당', 'LIQUIDATION'],
    ['투자해제', 'RESCISSION'],
  ])('%s is %s', (word, kind) => {
    expect(withRows(exit(`${word} |  | 1 | 1`)).newFacts.exits[0]?.kind).toBe(kind);
  });

  it('of a converted bond stay under its original number', () => {
    const plan = withRows(`${FUND} | 회수 | 2024-01-31 | INV-2023-0009 |  | 장외매각 |  | 1 | 1000000000`, `${FUND} | 회수 | 2024-02-01 | INV-2021-0001 |  | 장외매각 |  | 1 | 1`);
    expect(plan.newFacts.exits.map((each) => each.investment)).toEqual(['INV-2021-0001']);
    expect(remarksOn(plan, '회수·분배')).toEqual([
      [2, 'WARNED', 'VALUE_ASSUMED'],
      [3, 'REJECTED', 'COST_EXCEEDED'],
    ]);
  });

  it.each(['시험운용(주)', '시험운용 ㈜'])('to the general partner (%s) are remarked', (counterparty) => {
    expect(remarksOn(withRows(exit(`장외매각 |  | 1 | 1 |  | ${counterparty}`)), '회수·분배')).toEqual([[2, 'WARNED', 'RELATED_PARTY']]);
  });
});

describe('on record', () => {
  const distribution = `${FUND} | 분배 | 2024-03-31 |  |  | 원금 |  | 250000000 |  |  |  | 1 | 모태펀드`;
  const known = recordedAfter(withRows(SOLD, distribution));

  it('nothing is taken twice', () => {
    const plan = planWith({ 투자현황: DEALS, '회수·분배': [SOLD, distribution, distribution] }, known);
    expect(plan.newFacts.exits).toEqual([]);
    expect(plan.newFacts.distributions).toEqual([]);
    expect(remarksOn(plan, '회수·분배')).toEqual([[4, 'REJECTED', 'DUPLICATE_ROW']]);
  });

  it('what says otherwise is rejected', () => {
    const plan = planWith({ 투자현황: DEALS, '회수·분배': [SOLD.replace('4500000', '4600000'), distribution.replace('원금', '수익')] }, known);
    expect(remarksOn(plan, '회수·분배')).toEqual([
      [2, 'REJECTED', 'DIFFERS_FROM_RECORD'],
      [3, 'REJECTED', 'DIFFERS_FROM_RECORD'],
    ]);
  });
});
