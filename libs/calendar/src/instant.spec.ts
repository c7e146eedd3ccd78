import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfSeoulDay, seoulDateOf, seoulTimestamp, startOfSeoulDay } from './instant.js';
import { localDate } from './local-date.js';

describe('instants are read on a clock in Seoul', () => {
  it.each([
    ['2026-06-30T06:30:00Z', '2026-06-30', '2026-06-30 15:30'],
    ['2026-06-29T15:00:00Z', '2026-06-30', '2026-06-30 00:00'],
    ['2026-06-29T14:59:59.999Z', '2026-06-29', '2026-06-29 23:59'],
    ['2025-12-31T15:00:00Z', '2026-01-01', '2026-01-01 00:00'],
  ])('%s is on %s, %s', (instant, date, timestamp) => {
    expect(seoulDateOf(new Date(instant))).toBe(date);
    expect(seoulTimestamp(new Date(instant))).toBe(timestamp);
  });

  it('has days of 24 hours from midnight to midnight', () => {
    const date = localDate('2026-06-30');
    expect(startOfSeoulDay(date).toISOString()).toBe('2026-06-29T15:00:00.000Z');
    expect(endOfSeoulDay(date).toISOString()).toBe('2026-06-30T15:00:00.000Z');
  });

  it('finds every instant inside the day it is on', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (instant) => {
        const date = seoulDateOf(instant);
        expect(startOfSeoulDay(date) <= instant && instant < endOfSeoulDay(date)).toBe(true);
      }),
    );
  });
});
