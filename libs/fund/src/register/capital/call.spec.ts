import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { planWith, recordedAfter, remarkOn, remarksOn, sheetOf, soundRows } from '../../../../../test/fixtures/register-sheets.js';
import { planRegister } from '../register.import.js';

const SOUND = soundRows('출자납입');
const FUND = 'FND-2021-01';
const withRows = (...rows: string[]) => planWith({ 출자납입: [...SOUND, ...rows] });
const call = (number: number, partner: string, rest: string): string => `${FUND} | ${number} | 2022-01-03 | 2022-01-31 | ${partner} | ${rest}`;

describe('a row of the calls is rejected by the first check that fails', () => {
  it.each([
    [`${FUND} |  |  | 2022-01-31 | 모태펀드 | 100`, 'REQUIRED_MISSING', '회차'],
    [`${FUND} | 2 |  |  | 모태펀드 | 없음`, 'REQUIRED_MISSING', '납입기한'],
    [`${FUND} | 2 |  | 2022-01-31 | 모태펀드 |  |  | 100`, 'REQUIRED_MISSING', '납입일'],
    [`${FUND} | 2 |  | 2022-01-31 | 모태펀드 |  | 2022-01-31`, 'REQUIRED_MISSING', '요청금액'],
    [`${FUND} | 2 |  | 1월 말 | 모태펀드 | 없음`, 'DATE_INVALID', '납입기한'],
    [`${FUND} | 2 |  | 2022-01-31 | 모르는 곳 | 없음`, 'AMOUNT_INVALID', '요청금액'],
    [`${FUND} | 0 |  | 2022-01-31 | 모태펀드 | 100`, 'AMOUNT_INVALID', '회차'],
    ['FND-2022-01 | 2 |  | 2022-01-31 | 모태펀드 | 100', 'REFERENCE_UNKNOWN', '조합번호'],
    [`${FUND} | 2 |  | 2022-01-31 | 모르는 곳 | 100`, 'REFERENCE_UNKNOWN', '조합원명'],
    [`${FUND} | 제1회 | 2021-03-05 | 2021-03-31 | (주)모태펀드 | 15억원 | 2021. 3. 31. | 1,500,000,000원`, 'DUPLICATE_ROW', '조합원명'],
  ])('%s: %s at %s', (row, code, column) => {
    expect(remarkOn(withRows(row), '출자납입', 5)).toMatchObject({ code, column });
  });
});

describe('payments', () => {
  it('that come late are remarked with their interest', () => {
    const plan = withRows(call(2, '시험운용(주)', '10000000 | 2022-02-10 | 10000000'), call(2, '새울공제회', '490000000'), call(2, '모태펀드', '500000000 | 2022-01-31 | 500000000'));
    expect(remarksOn(plan, '출자납입')).toEqual([
      [5, 'WARNED', 'LATE_PAYMENT'],
      [6, 'WARNED', 'SHORT_PAYMENT'],
    ]);
    expect(remarkOn(plan, '출자납입', 5)?.text.ko).toBe('납입기한보다 10일 늦었습니다. 연체이자(연 10%) 27,397원.');
    expect(remarkOn(plan, '출자납입', 6)?.text.ko).toContain('490,000,000원 적게');
  });

  it('that follow later make up for what was short', () => {
    const rows = [call(2, '모태펀드', '500000000 | 2022-01-31 | 400000000'), call(2, '새울공제회', '490000000 | 2022-01-31 | 490000000'), call(2, '시험운용(주)', '10000000 | 2022-01-31 | 10000000')];
    expect(remarksOn(withRows(...rows), '출자납입')).toEqual([[5, 'WARNED', 'SHORT_PAYMENT']]);
    expect(remarksOn(withRows(...rows, call(2, '모태펀드', ' | 2022-01-31 | 100000000')), '출자납입')).toEqual([]);
  });

  it('may repeat what was called, or add to it', () => {
    const others = [call(2, '새울공제회', '490000000 | 2022-01-31 | 490000000'), call(2, '시험운용(주)', '10000000 | 2022-01-31 | 10000000')];
    const repeated = withRows(...others, call(2, '모태펀드', '500000000 | 2022-01-20 | 300000000'), call(2, '모태펀드', '500000000 | 2022-01-31 | 200000000'));
    expect(remarksOn(repeated, '출자납입')).toEqual([[8, 'WARNED', 'VALUE_ASSUMED']]);
    expect(repeated.newFacts.callPayments.slice(5).map((fact) => [fact.calledWon, fact.receivedWon])).toEqual([
      [500_000_000n, 300_000_000n],
      [null, 200_000_000n],
    ]);
    const added = withRows(...others, call(2, '모태펀드', '300000000 | 2022-01-20 | 300000000'), call(2, '모태펀드', '200000000 | 2022-01-31 | 200000000'));
    expect(added.newFacts.callPayments.slice(5).map((fact) => fact.calledWon)).toEqual([500_000_000n, null]);
  });
});

describe('a call is split by commitments', () => {
  it('largest remainder on the cumulative calls', () => {
    // 1,000,000,001 by 50, 49 and 1 percent: the odd won goes to the largest remainder, 0.50.
    const plan = withRows(call(2, '모태펀드', '500000000 | 2022-01-31 | 500000000'), call(2, '새울공제회', '490000001 | 2022-01-31 | 490000001'), call(2, '시험운용(주)', '10000000 | 2022-01-31 | 10000000'));
    expect(remarksOn(plan, '출자납입')).toEqual([
      [5, 'WARNED', 'CALL_SPLIT_MISMATCH'],
      [6, 'WARNED', 'CALL_SPLIT_MISMATCH'],
    ]);
    expect(remarkOn(plan, '출자납입', 5)?.fix?.ko).toBe('500,000,001원이어야 합니다.');
  });

  it('knows the size of a call though one of its rows is rejected for its date', () => {
    const plan = withRows(call(2, '모태펀드', '500000000 | 1월 말 | 500000000'), call(2, '새울공제회', '490000000 | 2022-01-31 | 490000000'), call(2, '시험운용(주)', '10000000 | 2022-01-31 | 10000000'));
    expect(remarksOn(plan, '출자납입')).toEqual([[5, 'REJECTED', 'DATE_INVALID']]);
  });

  it('is not judged where an amount of the call cannot be read', () => {
    const plan = withRows(call(2, '모태펀드', '오억원'), call(2, '새울공제회', '490000000 | 2022-01-31 | 490000000'));
    expect(remarksOn(plan, '출자납입')).toEqual([[5, 'REJECTED', 'AMOUNT_INVALID']]);
  });

  it('counts a partner that is not in the list by what is lacking to the fund', () => {
    const plan = planWith({ 조합원명부: soundRows('조합원명부').slice(0, 1), 출자납입: SOUND });
    expect(remarksOn(plan, '출자납입')).toEqual([
      [3, 'REJECTED', 'REFERENCE_UNKNOWN'],
      [4, 'REJECTED', 'REFERENCE_UNKNOWN'],
    ]);
  });
});

describe('a call on record', () => {
  const recorded = recordedAfter(planWith({ 출자납입: [...SOUND, call(2, '모태펀드', '500000000'), call(2, '새울공제회', '490000000 | 2022-01-31 | 490000000'), call(2, '시험운용(주)', '10000000 | 2022-01-31 | 10000000')] }));
  const paste = (...rows: string[]) => planRegister([sheetOf('출자납입', rows)], recorded);

  it('takes the payment that was still to come', () => {
    const plan = paste(call(2, '모태펀드', '500000000 | 2022-01-31 | 500000000'));
    expect(plan.newFacts.callPayments).toMatchObject([{ call: 2, partner: '모태펀드', calledWon: null, valueOn: localDate('2022-01-31'), receivedWon: 500_000_000n }]);
    expect(plan.sheets[0]?.rows[0]?.outcome).toBe('ACCEPTED');
  });

  it('is not changed by another amount, called or paid', () => {
    expect(remarksOn(paste(call(2, '모태펀드', '400000000')), '출자납입')).toEqual([[2, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
    expect(remarksOn(paste(call(2, '새울공제회', '490000000 | 2022-01-31 | 480000000')), '출자납입')).toEqual([[2, 'REJECTED', 'DIFFERS_FROM_RECORD']]);
  });

  it('keeps its dates; rows that give others are remarked', () => {
    const plan = paste(`${FUND} | 2 |  | 2022-02-28 | 모태펀드 |  | 2022-02-28 | 500000000`);
    expect(remarksOn(plan, '출자납입')).toEqual([[2, 'WARNED', 'CALL_DATES_DIFFER']]);
    expect(plan.newFacts.callPayments[0]?.dueOn).toBe('2022-01-31');
  });
});
