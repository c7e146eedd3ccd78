import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import fc from 'fast-check';
import { icalendar, type CalendarEntry } from './ical.model.js';

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'use-report-1@baton',
  on: localDate('2026-03-03'),
  summary: '연도별 사용실적보고',
  description: 'PT-2025-001',
  categories: ['RND', '수행기관'],
  stampedAt: new Date('2026-01-02T03:04:05Z'),
  ...changes,
});

/** A reader of RFC 5545 that knows nothing of the writer: unfolds, then splits names, parameters and values. */
function read(text: string): { readonly name: string; readonly parameters: string; readonly value: string }[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const unfolded = text.replace(/\r\n[ \t]/g, '');
  return unfolded.slice(0, -2).split('\r\n').map((line) => {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]*)*):(.*)$/su.exec(line);
    if (match === null) throw new Error(`no content line: ${line}`);
    return { name: match[1] ?? '', parameters: match[2] ?? '', value: match[3] ?? '' };
  });
}

const unescape = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
const valueOf = (text: string, name: string): string | undefined => read(text).find((line) => line.name === name)?.value;

describe('a calendar', () => {
  it('is one whole day for each entry', () => {
    const lines = read(icalendar('Baton', [entry()]));
    expect(lines.map(({ name }) => name)).toEqual(
      ['BEGIN', 'VERSION', 'PRODID', 'CALSCALE', 'METHOD', 'X-WR-CALNAME', 'REFRESH-INTERVAL', 'BEGIN', 'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'CATEGORIES', 'TRANSP', 'END', 'END'],
    );
    expect(lines.filter(({ name }) => name.startsWith('DT')).map(({ parameters, value }) => parameters + value)).toEqual(['20260102T030405Z', ';VALUE=DATE20260303', ';VALUE=DATE20260304']);
    expect(lines.find(({ name }) => name === 'CATEGORIES')?.value).toBe('RND,수행기관');
  });

  it('is the same bytes for the same entries', () => {
    expect(icalendar('Baton', [entry(), entry({ uid: 'b' })])).toBe(icalendar('Baton', [entry(), entry({ uid: 'b' })]));
  });

  it('gives any text back as it was, in lines of 75 octets at most and never inside of a character', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((each) => each.replace(/\p{Cc}/gu, '').replace(/\r/g, ''));
    fc.assert(
      fc.property(text, text, (summary, tail) => {
        const description = `${summary}; ${tail}, \\ \n끝`;
        const written = icalendar('달력', [entry({ summary, description })]);
        expect(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        expect(written).toBe(Buffer.from(written).toString());
        expect(unescape(valueOf(written, 'SUMMARY') ?? '')).toBe(summary);
        expect(unescape(valueOf(written, 'DESCRIPTION') ?? '')).toBe(description);
      }),
    );
  });
});
