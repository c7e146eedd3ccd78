import { describe, expect, it } from '@jest/globals';
import { daysBetween, isDueSoon } from './due.js';

describe('how long a request has waited', () => {
  it.each([
    ['2026-11-22T14:59:00.000Z', '2026-11-22T14:59:30.000Z', 0],
    // Midnight in Seoul lies between them.
    ['2026-11-22T14:59:00.000Z', '2026-11-22T15:01:00.000Z', 1],
    ['2026-11-10T00:00:00.000Z', '2026-11-22T00:00:00.000Z', 12],
  ])('from %s to %s: %i days', (from, now, days) => {
    expect(daysBetween(from, new Date(now))).toBe(days);
  });

  it('is urgent in its last two days', () => {
    const now = new Date('2026-11-22T00:00:00Z');
    expect(isDueSoon('2026-11-23T23:59:59Z', now)).toBe(true);
    expect(isDueSoon('2026-11-24T00:00:01Z', now)).toBe(false);
  });
});
