import { addDays } from './date-arithmetic.js';
import { localDate, type LocalDate } from './local-date.js';

/** A moment in time (stored as timestamptz), as opposed to a business date. */
export type Instant = Date;

/** Seoul is nine hours ahead of UTC and has kept no summer time since 1988; no instant of this system is older. */
const SEOUL_OFFSET_MILLISECONDS = 9 * 3_600_000;

/** The date on a calendar in Seoul at that moment. */
export function seoulDateOf(instant: Instant): LocalDate {
  return localDate(seoulClockFace(instant).slice(0, 10));
}

/** The first instant of the day in Seoul. */
export function startOfSeoulDay(date: LocalDate): Instant {
  return new Date(Date.parse(date) - SEOUL_OFFSET_MILLISECONDS);
}

/** The first instant after the day in Seoul: an exclusive bound, "recorded before this" means "recorded by that day". */
export function endOfSeoulDay(date: LocalDate): Instant {
  return startOfSeoulDay(addDays(date, 1));
}

/** '2026-06-30 15:30' in Seoul, 24-hour clock, seconds dropped. */
export function seoulTimestamp(instant: Instant): string {
  return seoulClockFace(instant).slice(0, 16).replace('T', ' ');
}

/** What a clock in Seoul shows, as ISO text. */
function seoulClockFace(instant: Instant): string {
  return new Date(instant.getTime() + SEOUL_OFFSET_MILLISECONDS).toISOString();
}
