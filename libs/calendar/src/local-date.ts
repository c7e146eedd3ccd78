import { DomainError } from '#libs/errors';

declare const brand: unique symbol;

/** A business date as text 'YYYY-MM-DD', 1900-01-01 to 2200-12-31. Being text of fixed width, dates compare with < and >. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const SHAPE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

export function isLocalDate(text: string): text is LocalDate {
  const match = SHAPE.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Takes 'YYYY-MM-DD' strictly; throws `calendar.not-a-date`. For texts typed by people see `parseDateText`. */
export function localDate(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  throw new DomainError(
    'invalid',
    'calendar.not-a-date',
    {
      ko: `'${shown}'은(는) 날짜가 아닙니다. 1900년부터 2200년 사이의 날짜를 2026-06-30처럼 적으십시오.`,
      en: `'${shown}' is not a date. Write a date between 1900 and 2200 as 2026-06-30.`,
    },
    { details: { value: shown } },
  );
}

/** The date of that year, month (1–12) and day, or null if there is none. */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  return isDay(year, month, day) ? (`${year}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate) : null;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1–12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** 1–31. */
export function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

/** Negative, zero or positive, as `sort` wants it. */
export function compareDates(left: LocalDate, right: LocalDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function minDate(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first);
}

export function maxDate(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((latest, date) => (date > latest ? date : latest), first);
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return value.toString().padStart(2, '0');
}
