import { addDays, type LocalDate } from '#libs/calendar';

/** One whole-day entry of a calendar. */
export interface CalendarEntry {
  /** The same for the same thing each time the calendar is fetched. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  /** When what it tells was last known to be so. */
  readonly stampedAt: Date;
}

/** A line may be 75 octets long, its end not counted (RFC 5545 §3.1). */
const LINE_OCTETS = 75;

/** A calendar as RFC 5545 writes it: CRLF, folded lines, escaped text, whole days. Deterministic: the same entries, the same bytes. */
export function icalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Baton//Grant deadlines//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // Not of the RFC, but what calendars show as the name and how often they ask.
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(fold).join('\r\n')}\r\n`;
}

function eventLines({ uid, on, summary, description, categories, stampedAt }: CalendarEntry): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcStamp(stampedAt)}`,
    `DTSTART;VALUE=DATE:${compactDate(on)}`,
    // The end of a whole day is the next one, which it does not include (§3.6.1).
    `DTEND;VALUE=DATE:${compactDate(addDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `CATEGORIES:${categories.map(escapeText).join(',')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** TEXT (§3.3.11): backslash, semicolon, comma and line breaks are escaped; other control characters have no place in it. */
function escapeText(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const compactDate = (date: LocalDate): string => date.replaceAll('-', '');
const utcStamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Breaks a line before it gets too long, never inside of a character; what follows begins with a space. */
function fold(line: string): string[] {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part];
}
