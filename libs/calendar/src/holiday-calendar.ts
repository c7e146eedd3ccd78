import { DomainError, invariant, type Bilingual } from '#libs/errors';
import { addDays, weekday } from './date-arithmetic.js';
import { extraHolidays } from './extra-holidays.js';
import { TABLE_START } from './holiday-rules.js';
import { holidaysOfYear } from './holiday-year.js';
import type { Holiday } from './holiday.js';
import { yearOf, type LocalDate } from './local-date.js';
import { LAST_LUNAR_YEAR } from './lunar.js';

/**
 * Public holidays and business days in Korea from 2007 to 2050. Every method throws `calendar.holidays-unknown` outside
 * these years: a deadline computed without its holidays would be wrong without looking wrong.
 */
export interface HolidayCalendar {
  /** A Sunday or a named public holiday; Saturdays are not public holidays. */
  isHoliday(date: LocalDate): boolean;
  /** Neither Saturday nor Sunday nor a public holiday. */
  isBusinessDay(date: LocalDate): boolean;
  /** Names of the holiday, several joined by '·', or Sunday; null for other days. */
  nameOf(date: LocalDate): Bilingual | null;
  /** Named holidays of the year by date, those that fall on weekends included; two rows where two coincide. */
  listYear(year: number): readonly Holiday[];
  /** The first business day after the date. */
  nextBusinessDay(date: LocalDate): LocalDate;
  /** The n-th business day after the date, or before it for a negative n; the date itself for 0. */
  addBusinessDays(date: LocalDate, days: number): LocalDate;
}

const FIRST_YEAR = yearOf(TABLE_START);
const SUNDAY: Bilingual = { ko: '일요일', en: 'Sunday' };

/**
 * The calendar of the built-in table, with the `extra` holidays announced since and without the dates in `removed`
 * (both kept by the office as data). Years are computed once and remembered.
 */
export function holidayCalendar(extra: readonly Holiday[] = [], removed: readonly LocalDate[] = []): HolidayCalendar {
  const allExtra = [...extraHolidays, ...extra];
  const removedDates = new Set(removed);
  const years = new Map<number, ReadonlyMap<LocalDate, readonly Holiday[]>>();

  const yearTable = (year: number): ReadonlyMap<LocalDate, readonly Holiday[]> => {
    const known = years.get(year);
    if (known !== undefined) return known;
    if (!(year >= FIRST_YEAR && year <= LAST_LUNAR_YEAR)) throw holidaysUnknown(year);
    const holidays = holidaysOfYear(year, allExtra).filter(({ date }) => !removedDates.has(date));
    const table = groupByDate(holidays);
    years.set(year, table);
    return table;
  };
  const nameOf = (date: LocalDate): Bilingual | null => {
    const named = yearTable(yearOf(date)).get(date);
    if (named !== undefined) return joinedName(named);
    return weekday(date) === 7 ? SUNDAY : null;
  };
  const isHoliday = (date: LocalDate): boolean => nameOf(date) !== null;
  const isBusinessDay = (date: LocalDate): boolean => weekday(date) !== 6 && !isHoliday(date);
  const addBusinessDays = (date: LocalDate, days: number): LocalDate => {
    invariant(Number.isSafeInteger(days), 'business days are counted in whole numbers');
    const step = Math.sign(days);
    let day = date;
    for (let left = Math.abs(days); left > 0; left -= 1) {
      do day = addDays(day, step);
      while (!isBusinessDay(day));
    }
    return day;
  };
  return {
    isHoliday,
    isBusinessDay,
    nameOf,
    listYear: (year) => [...yearTable(year).values()].flat(),
    nextBusinessDay: (date) => addBusinessDays(date, 1),
    addBusinessDays,
  };
}

function groupByDate(holidays: readonly Holiday[]): Map<LocalDate, Holiday[]> {
  const byDate = new Map<LocalDate, Holiday[]>();
  for (const holiday of holidays) byDate.set(holiday.date, [...(byDate.get(holiday.date) ?? []), holiday]);
  return byDate;
}

function joinedName(holidays: readonly Holiday[]): Bilingual {
  return {
    ko: holidays.map(({ nameKo }) => nameKo).join('·'),
    en: holidays.map(({ nameEn }) => nameEn).join(', '),
  };
}

function holidaysUnknown(year: number): DomainError {
  return new DomainError(
    'invalid',
    'calendar.holidays-unknown',
    {
      ko: `${year}년의 공휴일은 알 수 없습니다. ${FIRST_YEAR}년부터 ${LAST_LUNAR_YEAR}년 사이의 날짜를 쓰십시오.`,
      en: `The public holidays of ${year} are not known. Use a date between ${FIRST_YEAR} and ${LAST_LUNAR_YEAR}.`,
    },
    { details: { year } },
  );
}
