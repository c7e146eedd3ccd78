import { invariant, type Bilingual } from '#libs/errors';
import { addDays, addMonths } from './date-arithmetic.js';
import { formatOfficialDate } from './date-text.js';
import type { HolidayCalendar } from './holiday-calendar.js';
import { dayOf, type LocalDate } from './local-date.js';

/** A length of time; a whole number above zero. */
export type Period = { readonly days: number } | { readonly months: number } | { readonly years: number };

export interface CivilDeadline {
  /** The last day of the period by calendar. */
  readonly nominal: LocalDate;
  /** The last day on which the act is still in time: `nominal`, or the next day that is no Saturday or public holiday. */
  readonly effective: LocalDate;
  /** How it was reached, move by move, each with its article. */
  readonly steps: readonly Bilingual[];
}

/**
 * The end of a period that an event on `from` sets going, by the Civil Code (§155: it governs every period of law or
 * contract that says nothing else). §157: the first day does not count. §160: months and years run by the calendar and
 * end on the day before the one that corresponds to the first counted day, or at the end of the month that has no such
 * day; so a period counted from the first of a month ends with a month. §161: a last day that is a Saturday or public
 * holiday is put off to the next that is not. Throws `calendar.holidays-unknown` where the calendar ends.
 */
export function civilDeadline(
  { from, period }: { readonly from: LocalDate; readonly period: Period },
  calendar: HolidayCalendar,
): CivilDeadline {
  const firstCounted = addDays(from, 1);
  const nominal = lastDayOf(firstCounted, period);
  const { effective, moves } = putOff(nominal, calendar);
  return { nominal, effective, steps: [firstDayLeftOut(from, firstCounted), periodEnds(period, nominal), ...moves] };
}

function lastDayOf(firstCounted: LocalDate, period: Period): LocalDate {
  if ('days' in period) return addDays(firstCounted, checkedLength(period.days) - 1);
  const corresponding = addMonths(firstCounted, monthsOf(period));
  return dayOf(corresponding) === dayOf(firstCounted) ? addDays(corresponding, -1) : corresponding;
}

function putOff(nominal: LocalDate, calendar: HolidayCalendar): { effective: LocalDate; moves: Bilingual[] } {
  const moves: Bilingual[] = [];
  let effective = nominal;
  while (!calendar.isBusinessDay(effective)) {
    const reason = calendar.nameOf(effective) ?? { ko: '토요일', en: 'Saturday' };
    moves.push({
      ko: `${formatOfficialDate(effective)}: ${reason.ko}, 다음 날로 넘어감(민법 제161조)`,
      en: `${effective}: ${reason.en}, put off to the next day (Civil Code §161)`,
    });
    effective = addDays(effective, 1);
  }
  return { effective, moves };
}

function firstDayLeftOut(from: LocalDate, firstCounted: LocalDate): Bilingual {
  return {
    ko: `${formatOfficialDate(firstCounted)}: 첫날 ${formatOfficialDate(from)}을 빼고 세는 첫날(민법 제157조)`,
    en: `${firstCounted}: counting starts here, the day of the event (${from}) left out (Civil Code §157)`,
  };
}

function periodEnds(period: Period, nominal: LocalDate): Bilingual {
  const { ko, en } = lengthOf(period);
  const [articleKo, articleEn] = 'days' in period ? ['제159조', '§159'] : ['제160조', '§160'];
  return {
    ko: `${formatOfficialDate(nominal)}: ${ko}의 마지막 날(민법 ${articleKo})`,
    en: `${nominal}: last day of the ${en} (Civil Code ${articleEn})`,
  };
}

function lengthOf(period: Period): Bilingual {
  if ('days' in period) return { ko: `${period.days}일`, en: `${period.days} day(s)` };
  if ('months' in period) return { ko: `${period.months}개월`, en: `${period.months} month(s)` };
  return { ko: `${period.years}년`, en: `${period.years} year(s)` };
}

function monthsOf(period: { readonly months: number } | { readonly years: number }): number {
  return 'months' in period ? checkedLength(period.months) : 12 * checkedLength(period.years);
}

function checkedLength(length: number): number {
  invariant(Number.isSafeInteger(length) && length > 0, 'a period is a whole number above zero');
  return length;
}
