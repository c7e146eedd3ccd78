import { addDays, endOfYear, localDate, quarterEnd, yearOf, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import type { ReportSchedule, SchedulePeriod } from './schedule.js';

/** What of a schedule decides its days. */
export type Timing = Pick<ReportSchedule, 'period' | 'daysAfter' | 'laidOn'>;

/** The last day of the period that a day lies in. */
const LAST_DAY: Readonly<Record<SchedulePeriod, (day: LocalDate) => LocalDate>> = {
  QUARTER: quarterEnd,
  HALF: (day) => (day <= midYear(day) ? midYear(day) : endOfYear(day)),
  YEAR: endOfYear,
};

const midYear = (day: LocalDate): LocalDate => localDate(`${yearOf(day)}-06-30`);

/** The working day on which the report of a period is drafted: so many days after its end, or the first working day after that. */
export function draftDay(endsOn: LocalDate, daysAfter: number, holidays: HolidayCalendar): LocalDate {
  const day = addDays(endsOn, daysAfter);
  return holidays.isBusinessDay(day) ? day : holidays.nextBusinessDay(day);
}

/** The ends of the periods whose reports are to be drafted by `today`, in order. A period that was over before the schedule was laid is none of them. */
export function duePeriods({ period, daysAfter, laidOn }: Timing, today: LocalDate, holidays: HolidayCalendar): LocalDate[] {
  const due: LocalDate[] = [];
  for (let end = LAST_DAY[period](laidOn); draftDay(end, daysAfter, holidays) <= today; end = LAST_DAY[period](addDays(end, 1))) due.push(end);
  return due;
}

/** The day of the next draft after `today`. */
export function nextDraftDay({ period, daysAfter, laidOn }: Timing, today: LocalDate, holidays: HolidayCalendar): LocalDate {
  for (let end = LAST_DAY[period](laidOn); ; end = LAST_DAY[period](addDays(end, 1))) {
    const day = draftDay(end, daysAfter, holidays);
    if (day > today) return day;
  }
}

/** Under this key a draft is made once, whichever process makes it and however often it is tried. */
export const draftKey = (scheduleId: string, subjectId: string, endsOn: LocalDate): string => `schedule-${scheduleId}-${subjectId}-${endsOn}`;
