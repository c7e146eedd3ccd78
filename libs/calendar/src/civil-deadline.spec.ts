import { InvariantError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDeadline, type Period } from './civil-deadline.js';
import { addDays, addMonths, daysBetween } from './date-arithmetic.js';
import { holidayCalendar } from './holiday-calendar.js';
import { localDate } from './local-date.js';

const calendar = holidayCalendar();

function deadline(from: string, period: Period): { nominal: string; effective: string } {
  const { nominal, effective } = civilDeadline({ from: localDate(from), period }, calendar);
  return { nominal, effective };
}

describe('a period of the Civil Code ends', () => {
  it.each<[from: string, period: Period, nominal: string, effective: string, why: string]>([
    ['2025-11-30', { months: 3 }, '2026-02-28', '2026-03-03', 'Saturday, Sunday 3·1절 and its substitute day'],
    ['2025-12-31', { months: 2 }, '2026-02-28', '2026-03-03', 'the same'],
    ['2025-12-31', { months: 3 }, '2026-03-31', '2026-03-31', 'a business day'],
    ['2026-06-30', { months: 3 }, '2026-09-30', '2026-09-30', 'a business day'],
    ['2026-01-31', { months: 1 }, '2026-02-28', '2026-03-03', 'February has no 31st'],
    ['2026-04-17', { days: 14 }, '2026-05-01', '2026-05-04', 'Labour Day, then a weekend'],
    ['2026-07-03', { days: 14 }, '2026-07-17', '2026-07-20', 'Constitution Day, then a weekend'],
    ['2026-09-15', { days: 10 }, '2026-09-25', '2026-09-28', 'Chuseok, then a weekend'],
    ['2026-08-03', { days: 14 }, '2026-08-17', '2026-08-18', 'the substitute day of Liberation Day'],
  ])('TV-20: %s + %j on %s, effectively %s (%s)', (from, period, nominal, effective) => {
    expect(deadline(from, period)).toEqual({ nominal, effective });
  });

  it.each([
    ['2023-03-02', { years: 3 }, '2026-03-02', '2026-03-03'],
    ['2023-09-01', { years: 5 }, '2028-09-01', '2028-09-01'],
    ['2018-10-08', { years: 2 }, '2020-10-08', '2020-10-08'],
    ['2026-01-15', { days: 1 }, '2026-01-16', '2026-01-16'],
  ])('%s + %j on %s, effectively %s', (from, period, nominal, effective) => {
    expect(deadline(from, period)).toEqual({ nominal, effective });
  });
});

describe('§160: a period counted from the first of a month ends with a month', () => {
  it.each([
    ['2019-02-28', { months: 1 }, '2019-03-31'],
    ['2026-06-30', { months: 2 }, '2026-08-31'],
    ['2026-09-30', { months: 3 }, '2026-12-31'],
    ['2023-02-28', { years: 1 }, '2024-02-29'],
  ])('%s + %j ends on %s', (from, period, nominal) => {
    expect(deadline(from, period).nominal).toBe(nominal);
  });

  it.each([
    ['2026-01-28', { months: 1 }, '2026-02-28'],
    ['2026-01-29', { months: 1 }, '2026-02-28'],
    ['2026-01-30', { months: 1 }, '2026-02-28'],
    ['2024-02-28', { years: 1 }, '2025-02-28'],
    ['2024-02-29', { years: 1 }, '2025-02-28'],
  ])('any other ends on the corresponding day or with the month: %s + %j on %s', (from, period, nominal) => {
    expect(deadline(from, period).nominal).toBe(nominal);
  });
});

describe('every deadline', () => {
  it('is explained move by move', () => {
    const { steps } = civilDeadline({ from: localDate('2025-11-30'), period: { months: 3 } }, calendar);
    expect(steps.map(({ ko }) => ko)).toEqual([
      '2025. 12. 1.: 첫날 2025. 11. 30.을 빼고 세는 첫날(민법 제157조)',
      '2026. 2. 28.: 3개월의 마지막 날(민법 제160조)',
      '2026. 2. 28.: 토요일, 다음 날로 넘어감(민법 제161조)',
      '2026. 3. 1.: 3·1절, 다음 날로 넘어감(민법 제161조)',
      '2026. 3. 2.: 대체공휴일(3·1절), 다음 날로 넘어감(민법 제161조)',
    ]);
    expect(steps.at(-1)?.en).toBe(
      '2026-03-02: Substitute holiday (Independence Movement Day), put off to the next day (Civil Code §161)',
    );
  });

  it('ends on a business day, with a step for every day it was put off', () => {
    fc.assert(
      fc.property(knownDate, anyPeriod, (from, period) => {
        const { nominal, effective, steps } = civilDeadline({ from, period }, calendar);
        expect(calendar.isBusinessDay(effective)).toBe(true);
        expect(steps).toHaveLength(2 + daysBetween(nominal, effective));
        expect(nominal > from).toBe(true);
      }),
    );
  });

  it('of months is never earlier than the same day of the last month, and no more than three days later', () => {
    fc.assert(
      fc.property(knownDate, fc.integer({ min: 1, max: 36 }), (from, months) => {
        const { nominal } = civilDeadline({ from, period: { months } }, calendar);
        expect([0, 1, 2, 3]).toContain(daysBetween(addMonths(from, months), nominal));
      }),
    );
  });

  it.each([[{ days: 0 }], [{ months: -1 }], [{ years: 0.5 }]])('needs a length above zero: %j', (period) => {
    expect(() => deadline('2026-06-30', period)).toThrow(InvariantError);
  });

  it('is refused where the holidays are not known', () => {
    expect(() => deadline('2050-12-01', { months: 3 })).toThrow(expect.objectContaining({ code: 'calendar.holidays-unknown' }));
  });
});

const knownDate = fc.integer({ min: 0, max: 14_000 }).map((days) => addDays(localDate('2007-01-01'), days));
const anyPeriod = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 36 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 3 }).map((years) => ({ years })),
);
