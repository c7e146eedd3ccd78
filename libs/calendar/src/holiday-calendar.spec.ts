import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, weekday } from './date-arithmetic.js';
import { extraHolidays } from './extra-holidays.js';
import { holidayCalendar } from './holiday-calendar.js';
import type { Holiday } from './holiday.js';
import { compareDates, localDate } from './local-date.js';

const calendar = holidayCalendar();

/** Holidays that fall on Monday to Friday, as MM-DD. */
function weekdayHolidays(year: number): string[] {
  const dates = calendar.listYear(year).map(({ date }) => date);
  return [...new Set(dates)].filter((date) => weekday(date) <= 5).map((date) => date.slice(5));
}

describe('weekday holidays of a year', () => {
  it.each([
    [2007, '01-01 02-19 03-01 05-24 06-06 07-17 08-15 09-24 09-25 09-26 10-03 12-19 12-25'],
    [2008, '01-01 02-06 02-07 02-08 04-09 05-05 05-12 06-06 08-15 09-15 10-03 12-25'],
    [2012, '01-23 01-24 03-01 04-11 05-28 06-06 08-15 10-01 10-03 12-19 12-25'],
    [2014, '01-01 01-30 01-31 05-05 05-06 06-04 06-06 08-15 09-08 09-09 09-10 10-03 10-09 12-25'],
    [2015, '01-01 02-18 02-19 02-20 05-05 05-25 08-14 09-28 09-29 10-09 12-25'],
    [2017, '01-27 01-30 03-01 05-03 05-05 05-09 06-06 08-15 10-02 10-03 10-04 10-05 10-06 10-09 12-25'],
    [2018, '01-01 02-15 02-16 03-01 05-07 05-22 06-06 06-13 08-15 09-24 09-25 09-26 10-03 10-09 12-25'],
    [2020, '01-01 01-24 01-27 04-15 04-30 05-05 08-17 09-30 10-01 10-02 10-09 12-25'],
    [2021, '01-01 02-11 02-12 03-01 05-05 05-19 08-16 09-20 09-21 09-22 10-04 10-11'],
    [2022, '01-31 02-01 02-02 03-01 03-09 05-05 06-01 06-06 08-15 09-09 09-12 10-03 10-10'],
    [2023, '01-23 01-24 03-01 05-05 05-29 06-06 08-15 09-28 09-29 10-02 10-03 10-09 12-25'],
    [2024, '01-01 02-09 02-12 03-01 04-10 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25'],
    [2025, '01-01 01-27 01-28 01-29 01-30 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25'],
    [2026, '01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25'],
    [2027, '01-01 02-08 02-09 03-01 05-03 05-05 05-13 07-19 08-16 09-14 09-15 09-16 10-04 10-11 12-27'],
  ])('%p: %s', (year, dates) => {
    expect(weekdayHolidays(year)).toEqual(dates.split(' '));
  });
});

describe('substitute days', () => {
  it.each([
    ['2018-05-07', '대체공휴일(어린이날)', 'a Saturday, past the Sunday'],
    ['2025-05-06', '대체공휴일(부처님오신날·어린이날)', 'two holidays on one weekday are one day lost'],
    ['2017-10-06', '대체공휴일(추석 전날)', 'the day before Chuseok on National Foundation Day, past the festival'],
    ['2026-03-02', '대체공휴일(3·1절)', 'a Sunday'],
    ['2026-10-05', '대체공휴일(개천절)', 'a Saturday'],
  ])('%s is %s: %s', (date, name) => {
    expect(calendar.nameOf(localDate(date))?.ko).toBe(name);
  });

  it('are two when two are lost: in 2036 Chuseok runs over National Foundation Day and a Sunday', () => {
    const chuseok = calendar.listYear(2036).filter(({ date }) => date >= '2036-10-01' && date <= '2036-10-08');
    expect(chuseok.map(({ date }) => date)).toEqual([
      '2036-10-03',
      '2036-10-03',
      '2036-10-04',
      '2036-10-05',
      '2036-10-06',
      '2036-10-07',
    ]);
  });

  it('move on past holidays already there, and past a whole weekend', () => {
    const taken = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((date) => announcedOn(date));
    expect(holidayCalendar(taken).nameOf(localDate('2026-03-09'))?.ko).toBe('대체공휴일(3·1절)');
  });

  it.each([
    ['2022-01-03', "New Year's Day on a Saturday"],
    ['2021-06-07', 'Memorial Day on a Sunday'],
    ['2021-12-27', 'Christmas on a Saturday, before 2023'],
    ['2021-03-02', 'Independence Movement Day on a Monday'],
    ['2020-03-02', 'Independence Movement Day on a Sunday, before 2021'],
    ['2026-09-28', 'the day after Chuseok on a Saturday'],
  ])('%s is none: %s', (date) => {
    expect(calendar.isBusinessDay(localDate(date))).toBe(true);
  });
});

describe('Constitution Day and Labour Day', () => {
  it.each([
    ['2007-07-17', '제헌절'],
    ['2008-07-17', null],
    ['2025-07-17', null],
    ['2026-07-17', '제헌절'],
    ['2025-05-01', null],
    ['2026-05-01', '노동절'],
  ])('on %s the holiday is %p', (date, name) => {
    expect(calendar.nameOf(localDate(date))?.ko ?? null).toBe(name);
  });
});

describe('what a day is called', () => {
  it.each([
    ['2026-06-30', null, null],
    ['2026-06-28', '일요일', 'Sunday'],
    ['2026-06-27', null, null],
    ['2026-03-01', '3·1절', 'Independence Movement Day'],
    ['2025-05-05', '부처님오신날·어린이날', "Buddha's Birthday, Children's Day"],
    ['2026-02-16', '설날 전날', 'Day before Seollal'],
    ['2026-06-03', '제9회 전국동시지방선거일', '9th local elections'],
  ])('%s: %p', (date, ko, en) => {
    expect(calendar.nameOf(localDate(date))).toEqual(ko === null ? null : { ko, en });
  });

  it('is a business day exactly if it is neither Saturday nor named', () => {
    fc.assert(
      fc.property(knownDate, (date) => {
        expect(calendar.isHoliday(date)).toBe(calendar.nameOf(date) !== null);
        expect(calendar.isBusinessDay(date)).toBe(weekday(date) !== 6 && !calendar.isHoliday(date));
      }),
    );
  });
});

describe('the list of a year', () => {
  it('is ordered, names its source, and says since when each holiday is one', () => {
    for (const year of [2007, 2021, 2026, 2050]) {
      const holidays = calendar.listYear(year);
      expect([...holidays].sort((left, right) => compareDates(left.date, right.date))).toEqual(holidays);
      expect(holidays.every(({ from, date, source }) => from <= date && source !== '')).toBe(true);
    }
  });

  it('contains every extra holiday of the table', () => {
    for (const row of extraHolidays) expect(calendar.listYear(Number(row.date.slice(0, 4)))).toContain(row);
  });
});

describe('the office keeps the table', () => {
  const announced = announcedOn('2026-10-06');

  it('by adding a holiday', () => {
    expect(calendar.isBusinessDay(announced.date)).toBe(true);
    expect(holidayCalendar([announced]).nameOf(announced.date)?.ko).toBe('임시공휴일');
  });

  it('by taking one away', () => {
    const election = localDate('2026-06-03');
    expect(holidayCalendar([], [election]).isBusinessDay(election)).toBe(true);
    expect(holidayCalendar([], [election]).listYear(2026)).toHaveLength(calendar.listYear(2026).length - 1);
  });

  it.each(['2006-12-31', '2051-01-01'])('%s is beyond it', (date) => {
    expect(() => calendar.isBusinessDay(localDate(date))).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'calendar.holidays-unknown' }),
    );
  });
});

describe('business days are counted past weekends and holidays', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-19'],
    ['2026-02-19', -1, '2026-02-13'],
    ['2026-06-30', 10, '2026-07-14'],
    ['2026-07-10', 5, '2026-07-20'],
    ['2026-02-28', 1, '2026-03-03'],
    ['2026-02-28', 0, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-04'],
  ])('%s + %p business days is %s', (date, days, expected) => {
    expect(calendar.addBusinessDays(localDate(date), days)).toBe(expected);
  });

  it('is the next one after one', () => {
    expect(calendar.nextBusinessDay(localDate('2026-06-30'))).toBe('2026-07-01');
    expect(calendar.nextBusinessDay(localDate('2026-02-27'))).toBe('2026-03-03');
  });

  it('passes exactly as many business days as it was told', () => {
    fc.assert(
      fc.property(knownDate, fc.integer({ min: 1, max: 30 }), (date, days) => {
        let passed = 0;
        for (let day = addDays(date, 1); day <= calendar.addBusinessDays(date, days); day = addDays(day, 1)) {
          if (calendar.isBusinessDay(day)) passed += 1;
        }
        expect(passed).toBe(days);
      }),
    );
  });
});

function announcedOn(date: string): Holiday {
  const from = localDate('2026-02-01');
  return { date: localDate(date), nameKo: '임시공휴일', nameEn: 'Temporary holiday', from, source: 'Cabinet decision of 2026-02-01' };
}

const knownDate = fc.integer({ min: 0, max: 15_500 }).map((days) => addDays(localDate('2007-01-01'), days));
