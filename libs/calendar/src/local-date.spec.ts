import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareDates, dateOf, dayOf, isLocalDate, localDate, maxDate, minDate, monthOf, yearOf } from './local-date.js';

describe('a date is strict ISO text of a day that exists', () => {
  it.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-06-30', '2200-12-31'])('%s is one', (text) => {
    expect(localDate(text)).toBe(text);
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '',
    '2026-6-30',
    '2026-06-31',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2201-01-01',
    '2026-06-30T00:00:00Z',
    '2026-06-30\n',
    ' 2026-06-30',
    '２０２６-06-30',
    '20260630',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'calendar.not-a-date' }));
  });

  it('quotes no more than forty characters of a refused text', () => {
    expect(() => localDate('9'.repeat(10_000))).toThrow(expect.objectContaining({ details: { value: `${'9'.repeat(40)}…` } }));
  });

  it('agrees with the clock of the machine about which days exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const moment = new Date(Date.UTC(year, month - 1, day));
          const exists = moment.getUTCMonth() === month - 1;
          expect(dateOf(year, month, day)).toBe(exists ? moment.toISOString().slice(0, 10) : null);
        },
      ),
    );
  });
});

describe('dates compare as text and come apart', () => {
  const [early, late] = [localDate('2025-12-31'), localDate('2026-01-01')];

  it('knows the order, the earliest and the latest', () => {
    expect([compareDates(early, late), compareDates(late, early), compareDates(early, early)]).toEqual([-1, 1, 0]);
    expect(minDate(late, early, late)).toBe(early);
    expect(maxDate(early, late, early)).toBe(late);
  });

  it('has a year, a month and a day', () => {
    expect([yearOf(early), monthOf(early), dayOf(early)]).toEqual([2025, 12, 31]);
  });
});
