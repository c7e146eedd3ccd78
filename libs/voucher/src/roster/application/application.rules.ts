import { addYears, civilDeadline, yearOf, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import type { ApplicationFact } from '../roster.js';

const SCORE = /^0*(\d{1,3})(?:\.(\d{1,2})0*)?점?$/u;
const SCORE_PLACES = 2;
const HIGHEST_SCORE = 100;

/** A score from 0 to 100 with at most two decimals, as an exact decimal without needless zeros; null for anything else. */
export function readScore(text: string): string | null {
  const match = SCORE.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  if (match?.[1] === undefined || Number(match[1]) + Number(`0.${match[2] ?? 0}`) > HIGHEST_SCORE) return null;
  const decimals = (match[2] ?? '').replace(/0+$/u, '');
  return decimals === '' ? match[1] : `${match[1]}.${decimals}`;
}

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

/** What decides on the place of an application. */
export type Rankable = Pick<ApplicationFact, 'number' | 'receivedOn' | 'receivedTime' | 'score' | 'held'>;

/** Applications in the order in which vouchers are due to them: higher score, earlier receipt, lower number. */
export function rankApplications<Application extends Rankable>(applications: readonly Application[]): Application[] {
  return applications.filter((application) => !application.held).toSorted(compareRank);
}

function compareRank(left: Rankable, right: Rankable): number {
  const [first, second] = [scaledScore(left.score), scaledScore(right.score)];
  if (first !== second) return first > second ? -1 : 1;
  return compareText(receipt(left), receipt(right)) || compareText(left.number, right.number);
}

/** Within a day, an application without a time comes after those with one. */
const receipt = ({ receivedOn, receivedTime }: Rankable): string => `${receivedOn} ${receivedTime ?? '24:00:00'}`;

const compareText = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);

/** No score ranks below zero. */
function scaledScore(score: string | null): bigint {
  const [whole = '', decimals = ''] = (score ?? '').split('.');
  return score === null ? -1n : BigInt(whole + decimals.padEnd(SCORE_PLACES, '0'));
}
