import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { won } from '#libs/money';
import fc from 'fast-check';
import { dueDateLeavesTheTerm, earliestDueOn, instalmentPlan, lateSurcharge } from './collection.rules.js';
import { PLAIN, STEPPED } from './testing/terms.js';

const calendar = holidayCalendar();

describe('the due date of a notice', () => {
  it.each([
    ['an ordinary day', '2026-09-20', '2026-10-20'],
    ['a Saturday and a Sunday', '2026-09-17', '2026-10-19'],
    ['Chuseok', '2026-08-25', '2026-09-28'],
    ['new Constitution Day', '2026-06-17', '2026-07-20'],
  ])('thirty days later is %s: notice %s, due %s', (_what, noticeOn, dueOn) => {
    expect(earliestDueOn(localDate(noticeOn), STEPPED, calendar)).toBe(dueOn);
  });

  it.each([
    ['on the earliest day', '2026-10-20', 'PASS', '2026-10-20'],
    ['a day early', '2026-10-19', 'BLOCK', '2026-10-20'],
    ['on a Saturday after it', '2026-10-24', 'BLOCK', '2026-10-26'],
    ['later, on a business day', '2026-11-02', 'PASS', '2026-10-20'],
  ])('set %s, %s: %s', (_what, dueOn, result, offeredOn) => {
    expect(dueDateLeavesTheTerm(localDate(dueOn), localDate('2026-09-20'), STEPPED, calendar)).toMatchObject({ result, inputs: { offeredOn } });
  });
});

describe('late by', () => {
  it.each([
    ['nothing', '2026-10-20', 0, 0n],
    ['a day', '2026-10-21', 100, 16_248n],
    ['a week', '2026-10-27', 100, 16_248n],
    ['a week and a day', '2026-10-28', 200, 32_496n],
    ['a month', '2026-11-20', 200, 32_496n],
    ['a month and a day', '2026-11-21', 300, 48_744n],
    // 20 December 2026 is a Sunday.
    ['two months, put off to Monday', '2026-12-21', 300, 48_744n],
    ['two months and a day', '2026-12-22', 400, 64_992n],
    ['three months and a day', '2027-01-21', 500, 81_240n],
    ['two years', '2028-10-20', 500, 81_240n],
  ])('%s (paid %s): %s basis points', (_what, paidOn, rate, amount) => {
    expect(lateSurcharge(won(1_624_800n), localDate('2026-10-20'), localDate(paidOn), STEPPED, calendar)).toEqual({ rate, amountWon: amount });
  });

  it('is not made up where the regime lays nothing down', () => {
    expect(() => lateSurcharge(won(10n), localDate('2026-10-20'), localDate('2026-10-21'), PLAIN, calendar)).toThrow(expect.objectContaining({ code: 'recovery.no-surcharge-rule' }));
  });
});

describe('instalments', () => {
  it('of 1,624,800 in seven, in steps of ten won, due on business days', () => {
    const plan = instalmentPlan(won(1_624_800n), 7, localDate('2026-10-20'), STEPPED, calendar);
    expect(plan.map(({ dueOn, amountWon }) => [dueOn, amountWon])).toEqual([
      ['2026-10-20', 232_120n],
      ['2026-11-20', 232_120n],
      ['2026-12-21', 232_120n],
      ['2027-01-20', 232_110n],
      ['2027-02-22', 232_110n],
      ['2027-03-22', 232_110n],
      ['2027-04-20', 232_110n],
    ]);
  });

  it('starts on the next business day', () => {
    expect(instalmentPlan(won(100n), 1, localDate('2026-10-24'), STEPPED, calendar)).toEqual([{ dueOn: '2026-10-26', amountWon: 100n }]);
  });

  it.each([STEPPED, PLAIN])('of any total and count add up, differ by a step at most beside the won left over, and fall due in order', (terms) => {
    const step = terms.truncationWon.value ?? 1n;
    fc.assert(
      fc.property(fc.bigInt({ min: 120n, max: 10n ** 12n }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (total, count, day) => {
        const plan = instalmentPlan(won(total), count, localDate(`2026-10-${String(day).padStart(2, '0')}`), terms, calendar);
        const amounts = plan.map(({ amountWon }) => amountWon as bigint);
        expect(amounts.reduce((sum, each) => sum + each, 0n)).toBe(total);
        const even = amounts.map((each, index) => (index === 0 ? each - (total % step) : each));
        expect(even.every((each) => each > 0n && each % step === 0n)).toBe(true);
        expect((even[0] ?? 0n) - (even.at(-1) ?? 0n) <= step).toBe(true);
        expect(plan.every(({ dueOn }) => calendar.isBusinessDay(dueOn))).toBe(true);
        expect(plan.map(({ dueOn }) => dueOn)).toEqual([...plan.map(({ dueOn }) => dueOn)].sort());
      }),
    );
  });

  it.each([
    ['none', 1_000n, 0],
    ['a fraction', 1_000n, 1.5],
    ['more than the office allows', 1_000n, 13],
    ['less than a step each', 29n, 3],
  ])('refuses %s', (_what, total, count) => {
    expect(() => instalmentPlan(won(total), count, localDate('2026-10-20'), STEPPED, calendar)).toThrow(expect.objectContaining({ code: 'recovery.instalments-out-of-range' }));
  });
});
