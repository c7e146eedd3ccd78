import { InvariantError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import { manualClock, systemClock } from './clock.js';
import { seoulDateOf } from './instant.js';

describe('the clock of the machine', () => {
  it('tells the date in Seoul', () => {
    const before = seoulDateOf(systemClock.now());
    const today = systemClock.today();
    expect([before, seoulDateOf(systemClock.now())]).toContain(today);
  });
});

describe('a clock set by hand', () => {
  it('stands still at the beginning of the day in Seoul', () => {
    const clock = manualClock('2026-06-30');
    expect(clock.now().toISOString()).toBe('2026-06-29T15:00:00.000Z');
    expect(clock.today()).toBe('2026-06-30');
  });

  it('starts at an instant, as text or as a Date', () => {
    expect(manualClock('2026-06-30T15:30:00+09:00').now()).toEqual(new Date('2026-06-30T06:30:00Z'));
    expect(manualClock(new Date('2026-06-30T20:00:00Z')).today()).toBe('2026-07-01');
  });

  it('moves by days and is set anew', () => {
    const clock = manualClock('2026-02-28T10:00:00+09:00');
    clock.advanceDays(1);
    expect(clock.now()).toEqual(new Date('2026-03-01T01:00:00Z'));
    clock.advanceDays(-2);
    expect(clock.today()).toBe('2026-02-27');
    clock.set('2030-01-01');
    expect(clock.today()).toBe('2030-01-01');
  });

  it('is not moved by whoever holds what it told', () => {
    const clock = manualClock('2026-06-30');
    clock.now().setUTCFullYear(1999);
    expect(clock.today()).toBe('2026-06-30');
  });

  it('has to be told an instant', () => {
    expect(() => manualClock('yesterday')).toThrow(InvariantError);
  });
});
