import { describe, expect, it } from '@jest/globals';
import { holidayCalendar, localDate } from '#libs/calendar';
import { draftDay, duePeriods, nextDraftDay, type Timing } from './schedule.rules.js';

const holidays = holidayCalendar();
const timing = (changes: Partial<Timing> = {}): Timing => ({ period: 'QUARTER', daysAfter: 5, laidOn: localDate('2025-01-01'), ...changes });

describe('the day of a draft', () => {
  it.each([
    ['2025-03-31', 10, '2025-04-10'],
    // A Saturday, then a Sunday.
    ['2025-03-31', 5, '2025-04-07'],
    // Chuseok and its substitute holiday, from the 5th to the 9th of October.
    ['2025-09-30', 5, '2025-10-10'],
    ['2025-12-31', 1, '2026-01-02'],
  ])('of the period to %s after %d days is %s', (end, days, day) => {
    expect(draftDay(localDate(end), days, holidays)).toBe(day);
  });
});

describe('the periods that are due', () => {
  it.each<[string, Partial<Timing>, string, string[]]>([
    ['on the day before the draft: none', {}, '2025-04-06', []],
    ['on the day of it: the one', {}, '2025-04-07', ['2025-03-31']],
    ['after a long silence: all that were missed', {}, '2025-10-10', ['2025-03-31', '2025-06-30', '2025-09-30']],
    ['none that was over when it was laid', { laidOn: localDate('2025-07-01') }, '2025-10-10', ['2025-09-30']],
    ['the one that ends on the very day', { laidOn: localDate('2025-06-30') }, '2025-07-07', ['2025-06-30']],
    ['of halves: June and December', { period: 'HALF' }, '2026-01-05', ['2025-06-30', '2025-12-31']],
    ['of the second half, where the first was over', { period: 'HALF', laidOn: localDate('2025-07-01') }, '2026-01-05', ['2025-12-31']],
    ['of years: the ends of years', { period: 'YEAR' }, '2027-02-01', ['2025-12-31', '2026-12-31']],
  ])('%s', (_, changes, today, due) => {
    expect(duePeriods(timing(changes), localDate(today), holidays)).toEqual(due);
  });
});

describe('the next draft', () => {
  it.each<[Partial<Timing>, string, string]>([
    [{}, '2025-04-06', '2025-04-07'],
    [{}, '2025-04-07', '2025-07-07'],
    [{ period: 'HALF', daysAfter: 20 }, '2025-03-02', '2025-07-21'],
    [{ period: 'YEAR' }, '2025-04-07', '2026-01-05'],
  ])('%j on %s: %s', (changes, today, next) => {
    expect(nextDraftDay(timing(changes), localDate(today), holidays)).toBe(next);
  });
});
