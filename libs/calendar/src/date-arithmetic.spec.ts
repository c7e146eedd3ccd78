import { InvariantError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  endOfYear,
  fiscalYear,
  inclusiveDays,
  isQuarterEnd,
  quarterEnd,
  startOfYear,
  weekday,
} from './date-arithmetic.js';
import { isLocalDate, localDate } from './local-date.js';

describe('days are added across months, years and leap days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2021-11-15', 1460, '2025-11-14'],
    ['1900-01-01', 109_937, '2200-12-31'],
    ['2026-06-30', 0, '2026-06-30'],
  ])('%s + %p is %s', (date, days, expected) => {
    expect(addDays(localDate(date), days)).toBe(expected);
    expect(daysBetween(localDate(date), localDate(expected))).toBe(days);
  });

  it.each([
    ['1900-01-01', -1],
    ['2200-12-31', 1],
    ['2026-01-01', 1e12],
  ])('%s + %p leaves the calendar', (date, days) => {
    expect(() => addDays(localDate(date), days)).toThrow(expect.objectContaining({ code: 'calendar.not-a-date' }));
  });

  it('knows no half days', () => {
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(InvariantError);
  });

  it('goes back by what it went forward', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
      }),
    );
  });
});

describe('months and years keep the day, or end with the month', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-31', 3, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-06-30', 3, '2026-09-30'],
  ])('%s + %p months is %s', (date, months, expected) => {
    expect(addMonths(localDate(date), months)).toBe(expected);
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-09-01', 5, '2028-09-01'],
    ['2026-01-01', -1, '2025-01-01'],
  ])('%s + %p years is %s', (date, years, expected) => {
    expect(addYears(localDate(date), years)).toBe(expected);
  });

  it('agrees with the calendar of the language, wherever a date is one of ours', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1_200, max: 1_200 }), (date, months) => {
        const expected = Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
        if (isLocalDate(expected)) expect(addMonths(date, months)).toBe(expected);
        else expect(() => addMonths(date, months)).toThrow(expect.objectContaining({ code: 'calendar.not-a-date' }));
      }),
    );
  });

  it('knows no half months', () => {
    expect(() => addMonths(localDate('2026-01-01'), 0.5)).toThrow(InvariantError);
  });

  it('makes a year of twelve months', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30, max: 30 }), (date, years) => {
        expect(addYears(date, years)).toBe(addMonths(date, 12 * years));
      }),
    );
  });
});

describe('days are counted with or without the first', () => {
  it.each([
    ['TV-2 pace, the whole investment period', '2021-11-15', '2025-11-14', 1460, 1461],
    ['TV-2 pace, elapsed on 2023-06-30', '2021-11-15', '2023-06-30', 592, 593],
    ['TV-6 first quarter', '2022-01-01', '2022-03-31', 89, 90],
    ['TV-8 a leap year', '2024-01-01', '2025-01-01', 366, 367],
    ['a day to itself', '2026-06-30', '2026-06-30', 0, 1],
    ['backwards', '2026-06-30', '2026-06-29', -1, 0],
  ])('%s: %s to %s is %p, inclusive %p', (_, start, end, between, inclusive) => {
    expect(daysBetween(localDate(start), localDate(end))).toBe(between);
    expect(inclusiveDays(localDate(start), localDate(end))).toBe(inclusive);
  });
});

describe('a date knows its week, quarter and year', () => {
  it.each([
    ['2026-06-29', 1],
    ['2026-06-30', 2],
    ['2026-02-28', 6],
    ['2026-03-01', 7],
    ['1900-01-01', 1],
  ])('%s is weekday %p', (date, expected) => {
    expect(weekday(localDate(date))).toBe(expected);
  });

  it.each([
    ['2026-01-01', '2026-03-31'],
    ['2026-03-31', '2026-03-31'],
    ['2026-04-01', '2026-06-30'],
    ['2026-09-30', '2026-09-30'],
    ['2026-10-01', '2026-12-31'],
  ])('the quarter of %s ends on %s', (date, end) => {
    expect(quarterEnd(localDate(date))).toBe(end);
    expect(isQuarterEnd(localDate(date))).toBe(date === end);
  });

  it('lies in a fiscal year that is the calendar year', () => {
    const date = localDate('2026-06-30');
    expect([startOfYear(date), endOfYear(date), fiscalYear(date)]).toEqual(['2026-01-01', '2026-12-31', 2026]);
  });
});

const anyDate = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays(localDate('1990-01-01'), days));
