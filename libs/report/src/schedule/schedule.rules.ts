import { addDays, endOfYear, maxDate, quarterEnd, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import type { ReportSchedule, SchedulePeriod } from './schedule.js';

/** What of a schedule decides its days. */
export type Timing = Pick<ReportSchedule, 'period' | 'daysAfter' | 'fromOn' | 'untilOn' | 'laidOn'>;

const endOf = (period: SchedulePeriod, day: LocalDate): LocalDate => (period === 'QUARTER' ? quarterEnd(day) : endOfYear(day));

/** The working day on which the report of a period is drafted: so many days after its end, or the first working day after that. */
export function draftDay(endsOn: LocalDate, daysAfter: number, holidays: HolidayCalendar): LocalDate {
  const day = addDays(endsOn, daysAfter);
  return holidays.isBusinessDay(day) ? day : holidays.nextBusinessDay(day);
}

/** The ends of the periods whose reports are to be drafted by `today`, in order. A period that was over before the schedule was laid is none of them. */
export function duePeriods(schedule: Timing, today: LocalDate, holidays: HolidayCalendar): LocalDate[] {
  const due: LocalDate[] = [];
  for (let end: LocalDate | null = firstEnd(schedule); end !== null && draftDay(end, schedule.daysAfter, holidays) <= today; end = endAfter(schedule, end)) due.push(end);
  return due;
}

/** The day of the next draft after `today`; null where none follows. */
export function nextDraftDay(schedule: Timing, today: LocalDate, holidays: HolidayCalendar): LocalDate | null {
  for (let end: LocalDate | null = firstEnd(schedule); end !== null; end = endAfter(schedule, end)) {
    const day = draftDay(end, schedule.daysAfter, holidays);
    if (day > today) return day;
  }
  return null;
}

const firstEnd = (schedule: Timing): LocalDate | null => within(schedule, endOf(schedule.period, maxDate(schedule.fromOn, schedule.laidOn)));
const endAfter = (schedule: Timing, end: LocalDate): LocalDate | null => within(schedule, endOf(schedule.period, addDays(end, 1)));
const within = ({ untilOn }: Timing, end: LocalDate): LocalDate | null => (untilOn !== null && end > untilOn ? null : end);

/** Under this key a draft is made once, whichever process makes it and however often it is tried. */
export const draftKey = (scheduleId: string, subjectId: string, endsOn: LocalDate): string => `schedule-${scheduleId}-${subjectId}-${endsOn}`;
