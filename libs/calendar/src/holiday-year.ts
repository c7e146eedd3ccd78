import { invariant } from '#libs/errors';
import { addDays, weekday } from './date-arithmetic.js';
import { HOLIDAY_RULES, type HolidayRule, type SubstituteRegime } from './holiday-rules.js';
import type { Holiday } from './holiday.js';
import { compareDates, dateOf, type LocalDate } from './local-date.js';
import { solarDateOf } from './lunar.js';

/** A rule falling on a date of the year. */
interface Occurrence {
  readonly date: LocalDate;
  readonly rule: HolidayRule;
}

/**
 * All named public holidays of a year, by date: those of the yearly rules, the extra ones given, and the substitute days
 * that follow from the overlaps of the former (Regulation on Holidays of Public Offices §§2–3). Sundays are not listed.
 */
export function holidaysOfYear(year: number, extra: readonly Holiday[]): Holiday[] {
  const occurrences = HOLIDAY_RULES.map((rule) => ({ date: dateOfRule(rule, year), rule })).filter(isInForce);
  const fixed = [...occurrences.map(namedHoliday), ...extra.filter(({ date }) => date.startsWith(`${year}-`))];
  const holidays = [...fixed, ...substituteDays(occurrences, new Set(fixed.map(({ date }) => date)))];
  return holidays.sort((left, right) => compareDates(left.date, right.date));
}

function dateOfRule({ on }: HolidayRule, year: number): LocalDate {
  const day = on.calendar === 'lunar' ? solarDateOf(year, on.month, on.day) : dateOf(year, on.month, on.day);
  invariant(day !== null, 'a holiday rule names a real day');
  return addDays(day, on.offsetDays);
}

function isInForce({ date, rule }: Occurrence): boolean {
  return rule.from <= date && (rule.to === undefined || date <= rule.to);
}

function namedHoliday({ date, rule }: Occurrence): Holiday {
  return { date, nameKo: rule.nameKo, nameEn: rule.nameEn, from: rule.from, source: rule.source };
}

/** `taken` are the holidays already there; a substitute day moves on past them, past weekends and past other substitutes. */
function substituteDays(occurrences: readonly Occurrence[], taken: Set<LocalDate>): Holiday[] {
  const substitutes: Holiday[] = [];
  const dates = [...new Set(occurrences.map(({ date }) => date))].sort(compareDates);
  for (const date of dates) {
    const sameDay = occurrences.filter((occurrence) => occurrence.date === date).map(({ rule }) => rule);
    for (const lost of lostDays(date, sameDay)) {
      const free = firstFreeDay(date, taken);
      taken.add(free);
      substitutes.push({ ...lost, date: free });
    }
  }
  return substitutes;
}

/**
 * The days to be made up for when these holidays fall on `date`: on a weekend one for each holiday whose regime covers
 * that day; on another day one fewer than the holidays that coincide, if any of them is made up for at all.
 */
function lostDays(date: LocalDate, rules: readonly HolidayRule[]): Omit<Holiday, 'date'>[] {
  const substitutable = rules.flatMap((rule) =>
    rule.substitute !== undefined && rule.substitute.from <= date ? [{ rule, regime: rule.substitute }] : [],
  );
  if (weekday(date) >= 6) {
    return substitutable.filter(({ regime }) => coversWeekend(regime, date)).map(({ rule, regime }) => substituteOf([rule], regime));
  }
  const [first] = substitutable;
  if (first === undefined) return [];
  const name = substituteOf(
    substitutable.map(({ rule }) => rule),
    first.regime,
  );
  return rules.slice(1).map(() => name);
}

function coversWeekend(regime: SubstituteRegime, date: LocalDate): boolean {
  return weekday(date) === 7 || regime.weekend === 'saturday-and-sunday';
}

function substituteOf(rules: readonly HolidayRule[], regime: SubstituteRegime): Omit<Holiday, 'date'> {
  return {
    nameKo: `대체공휴일(${rules.map(({ nameKo }) => nameKo).join('·')})`,
    nameEn: `Substitute holiday (${rules.map(({ nameEn }) => nameEn).join(', ')})`,
    from: regime.from,
    source: 'Regulation on Holidays of Public Offices §3',
  };
}

function firstFreeDay(date: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  let day = addDays(date, 1);
  while (weekday(day) >= 6 || taken.has(day)) day = addDays(day, 1);
  return day;
}
