import { invariant } from '#libs/errors';
import { dayOf, localDate, monthOf, yearOf, type LocalDate } from './local-date.js';

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MILLISECONDS_A_DAY = 86_400_000;
const MONTHS_A_YEAR = 12;

/** `days` may be negative. Throws `calendar.not-a-date` beyond 1900–2200, as everything here does. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days);
}

/** The same day `months` later (or earlier); the last day of the month where there is no such day: 01-31 + 1 is 02-28. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dayOfMonth(yearOf(date) * MONTHS_A_YEAR + monthOf(date) - 1 + months, dayOf(date));
}

/** The same day `years` later (or earlier); 02-29 becomes 02-28 where there is no leap day. */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * MONTHS_A_YEAR);
}

/** Days from `start` to `end`, the first not counted: the day after is 1; negative if `end` is earlier. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return epochDay(end) - epochDay(start);
}

/** Days from `start` to `end`, both counted: a day to itself is 1. */
export function inclusiveDays(start: LocalDate, end: LocalDate): number {
  return daysBetween(start, end) + 1;
}

export function weekday(date: LocalDate): Weekday {
  const sundayIsZero = new Date(epochDay(date) * MILLISECONDS_A_DAY).getUTCDay();
  return (sundayIsZero === 0 ? 7 : sundayIsZero) as Weekday;
}

export function startOfYear(date: LocalDate): LocalDate {
  return localDate(`${yearOf(date)}-01-01`);
}

export function endOfYear(date: LocalDate): LocalDate {
  return localDate(`${yearOf(date)}-12-31`);
}

/** The last day of the calendar quarter the date lies in. */
export function quarterEnd(date: LocalDate): LocalDate {
  const lastDays = ['03-31', '06-30', '09-30', '12-31'];
  return localDate(`${yearOf(date)}-${lastDays[Math.floor((monthOf(date) - 1) / 3)] ?? ''}`);
}

export function isQuarterEnd(date: LocalDate): boolean {
  return quarterEnd(date) === date;
}

/** Fiscal year of public money: the calendar year (National Finance Act §2). */
export function fiscalYear(date: LocalDate): number {
  return yearOf(date);
}

/** A day of the month that is `months` after January of the year 0; its last one where it has no such day. Counted by hand: a fund has a thousand companies. */
function dayOfMonth(months: number, day: number): LocalDate {
  invariant(Number.isSafeInteger(months), 'months are counted in whole numbers');
  const year = Math.floor(months / MONTHS_A_YEAR);
  const month = months - year * MONTHS_A_YEAR;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return localDate([year, month + 1, Math.min(day, last)].map((part) => String(part).padStart(2, '0')).join('-'));
}

/** Days since 1970-01-01. UTC has no clock changes, so whole days are exact, and many times cheaper than a PlainDate. */
function epochDay(date: LocalDate): number {
  return Date.parse(date) / MILLISECONDS_A_DAY;
}

function fromEpochDay(day: number): LocalDate {
  invariant(Number.isSafeInteger(day), 'days are counted in whole numbers');
  const moment = new Date(day * MILLISECONDS_A_DAY);
  return localDate(Number.isNaN(moment.getTime()) ? String(day) : moment.toISOString().slice(0, 10));
}
