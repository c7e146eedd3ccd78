export { civilDeadline, type CivilDeadline, type Period } from './civil-deadline.js';
export { manualClock, systemClock, type Clock, type ManualClock } from './clock.js';
export {
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
  type Weekday,
} from './date-arithmetic.js';
export { formatFormDate, formatOfficialDate, fromExcelSerial, parseDateText } from './date-text.js';
export { extraHolidays } from './extra-holidays.js';
export { holidayCalendar, type HolidayCalendar } from './holiday-calendar.js';
export type { Holiday } from './holiday.js';
export { endOfSeoulDay, seoulDateOf, seoulTimestamp, startOfSeoulDay, type Instant } from './instant.js';
export { compareDates, isLocalDate, localDate, maxDate, minDate, yearOf, type LocalDate } from './local-date.js';
