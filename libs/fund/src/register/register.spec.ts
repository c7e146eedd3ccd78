import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { basisPoints } from '#libs/money';
import { planWith, recordedAfter, registerWith, remarkOn, remarksOn, sheetOf, soundRows } from '../../../../test/fixtures/register-sheets.js';
import { planRegister } from './register.import.js';
import { NO_FACTS } from './register.js';

const FUND = 'FND-2021-01';

describe('a plan', () => {
  it('takes every row of a sound register, and nothing of it a second time', () => {
    const plan = planWith({});
    expect(plan.sheets.flatMap((sheet) => sheet.rows.filter((row) => row.outcome !== 'ACCEPTED'))).toEqual([]);
    expect(Object.values(plan.newFacts).map((facts) => facts.length)).toEqual([1, 3, 3, 1, 0, 0, 0, 0]);
    const again = planWith({}, recordedAfter(plan));
    expect(new Set(again.sheets.flatMap((sheet) => sheet.rows.map((row) => row.outcome)))).toEqual(new Set(['UNCHANGED']));
    expect(Object.values(again.newFacts).flat()).toEqual([]);
  });

  it('of one pasted sheet refers to what is on record', () => {
    const row = `${FUND} | 2 |  | 2022-01-31 | 모태펀드 | 100000000`;
    expect(remarkOn(planRegister([sheetOf('출자납입', [row])], NO_FACTS), '출자납입', 2)).toMatchObject({ code: 'REFERENCE_UNKNOWN', column: '조합번호' });
    const plan = planRegister([sheetOf('출자납입', [row])], recordedAfter(planWith({})));
    expect(plan.newFacts.callPayments).toHaveLength(1);
  });

  it('knows its sheets by name in any spelling, and notes the others', () => {
    const [overview] = registerWith({});
    const named = (name: string) => planRegister([{ name, hidden: false, rows: overview?.rows ?? [] }], NO_FACTS);
    for (const name of ['조합개요', ' 조합 개요 ', '조합개요'.normalize('NFD')]) expect(named(name).newFacts.funds).toHaveLength(1);
    expect(planRegister([sheetOf('회수ㆍ분배', [], '조합번호 | 구분 | 일자 | 금액')], NO_FACTS).sheets[0]?.name).toBe('회수·분배');
    const other = named('조합개요(구)');
    expect(other.sheets).toEqual([]);
    expect(other.notes).toHaveLength(2);
  });

  it('refuses a sheet without its header, and shows a missing column on every row', () => {
    const noHeader = planRegister([sheetOf('평가', ['가 | 나'], '메모 | 값')], NO_FACTS);
    expect(remarksOn(noHeader, '평가')).toEqual([[null, 'REJECTED', 'HEADER_MISSING']]);
    const noAmount = planRegister([...registerWith({ 평가: [] }), sheetOf('관리보수', [`${FUND} | 수탁보수 | 2022-01-31`], '조합번호 | 구분 | 지급일')].slice(-1), recordedAfter(planWith({})));
    expect(remarksOn(noAmount, '관리보수')).toEqual([
      [2, 'REJECTED', 'REQUIRED_MISSING'],
      [null, 'WARNED', 'COLUMN_MISSING'],
    ]);
    const twice = planRegister([sheetOf('관리보수', [`${FUND} | 수탁보수 | 2022-01-31 | 1 | 2`], '조합번호 | 구분 | 지급일 | 지급금액 | 지급금액')], recordedAfter(planWith({})));
    expect(remarksOn(twice, '관리보수')).toEqual([
      [2, 'REJECTED', 'COLUMN_AMBIGUOUS'],
      [null, 'WARNED', 'COLUMN_AMBIGUOUS'],
    ]);
  });

  it('leaves out totals, notes and repeated headers', () => {
    const [first = '', ...rest] = soundRows('조합원명부');
    const header = '조합번호 | 조합원명 | 조합원구분 | 사업자등록번호 | 약정금액';
    const plan = planWith({ 조합원명부: [first, ' | 소  계 |  |  | 5000000000', header, ...rest, '※ 약정일은 결성총회일'] });
    expect(plan.sheets.find((sheet) => sheet.name === '조합원명부')?.skipped).toEqual([
      { row: 3, why: 'TOTAL_ROW' },
      { row: 4, why: 'HEADER_ROW' },
      { row: 7, why: 'NOTE_ROW' },
    ]);
  });

  it('converts amounts by the unit of the sheet and says so once', () => {
    const sheet = sheetOf('관리보수', [`${FUND} | 수탁보수 | 2022-01-31 | 1,000`], '조합번호 | 구분 | 지급일 | 지급금액(천원)');
    const plan = planRegister([sheet], recordedAfter(planWith({})));
    expect(plan.newFacts.expenses[0]?.paidWon).toBe(1_000_000n);
    expect(remarksOn(plan, '관리보수')).toEqual([[null, 'WARNED', 'UNIT_CONVERTED']]);
  });
});

describe('limits', () => {
  it('come from the caller, one by one', () => {
    const deal = soundRows('투자현황')[0]?.replace('2019-05-11', '2017-05-11') ?? '';
    expect(remarksOn(planWith({ 투자현황: [deal] }), '투자현황')).toEqual([]);
    expect(remarksOn(planWith({ 투자현황: [deal] }, NO_FACTS, { startupYears: 3 }), '투자현황')).toEqual([[2, 'WARNED', 'STARTUP_AGE_EXCEEDED']]);
    expect(remarksOn(planWith({}, NO_FACTS, { generalPartnerShare: basisPoints(200) }), '조합원명부')).toEqual([[4, 'WARNED', 'GP_SHARE_BELOW_MIN']]);
  });

  it('reject what has not happened by the day of the import', () => {
    const until = (day: string) => planWith({ 관리보수: [`${FUND} | 수탁보수 |  |  |  |  |  |  | 2022-01-31 | 1000000`] }, NO_FACTS, { today: localDate(day) });
    expect(remarksOn(until('2022-01-31'), '관리보수')).toEqual([]);
    expect(remarksOn(until('2022-01-30'), '관리보수')).toEqual([[2, 'REJECTED', 'DATE_IN_FUTURE']]);
    expect(remarksOn(until('2021-06-14'), '투자현황')).toEqual([[2, 'REJECTED', 'DATE_IN_FUTURE']]);
    expect(remarksOn(until('2021-03-30'), '출자납입')).toEqual([[2, 'REJECTED', 'DATE_IN_FUTURE']]);
    expect(remarksOn(until('2021-03-04'), '조합개요')).toEqual([[1, 'REJECTED', 'DATE_IN_FUTURE']]);
  });
});
