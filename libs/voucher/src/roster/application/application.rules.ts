import { addYears, civilDeadline, yearOf, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';

const TIME = /^(오전|오후)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;

/** A time of day as 'HH:MM:SS'; null for anything else. */
export function readTime(text: string): string | null {
  const match = TIME.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  if (match === null) return null;
  const [, half, hours = '', minutes = '', seconds = '00'] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === '오후' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

/**
 * The day on which the window to apply closed, if it had closed before `receivedOn`; null for an application in time. The
 * window runs so many years from the day of the transfer contract, counted by the Civil Code (§157, §160, §161).
 */
export function closedWindow(contractOn: LocalDate, receivedOn: LocalDate, years: number, holidays: HolidayCalendar): LocalDate | null {
  if (yearOf(contractOn) + years > yearOf(receivedOn)) return null;
  const end = windowEnd(contractOn, years, holidays);
  return end < receivedOn ? end : null;
}

/** The last day of the window that a transfer contract opens. */
export function windowEnd(contractOn: LocalDate, years: number, holidays: HolidayCalendar): LocalDate {
  try {
    return civilDeadline({ from: contractOn, period: { years } }, holidays).effective;
  } catch (error) {
    // Before the first year of the calendar nothing can be put off by a holiday that it knows.
    if (error instanceof DomainError && error.code === 'calendar.holidays-unknown') return addYears(contractOn, years);
    throw error;
  }
}

/** Whether a person stands in a list of officers such as '대표이사 장준하, 사내이사 황나래', titles before or behind the names. */
export function isOfficer(person: string, officers: string): boolean {
  const wanted = compact(person);
  return officers.split(/[,;/\n·、]/u).some((entry) => {
    const words = entry.normalize('NFKC').split(/[\s():]+/u).filter((word) => word !== '');
    // A name may be written with a space after the family name.
    return words.some((word, index) => compact(word) === wanted || compact(word + (words[index + 1] ?? '')) === wanted);
  });
}

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
