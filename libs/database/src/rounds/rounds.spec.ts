import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { manualClock } from '#libs/calendar';
import { dailyRounds, Rounds } from './rounds.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('rounds', () => {
  it('come again after each pause, which begins when the turn before is over', async () => {
    let open: (() => void) | null = null;
    const work = jest.fn(() => new Promise<void>((resolve) => (open = resolve)));
    const rounds = new Rounds({ name: 'test', work, pauseMs: () => 100 });
    rounds.begin(10);
    await jest.advanceTimersByTimeAsync(9);
    expect(work).toHaveBeenCalledTimes(0);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(1);
    (open as (() => void) | null)?.();
    await jest.advanceTimersByTimeAsync(99);
    expect(work).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('go on after a turn that went wrong, and say so', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const work = jest.fn(() => Promise.reject(new Error('the press is stuck')));
    new Rounds({ name: 'test', work, pauseMs: () => 100 }).begin(0);
    await jest.advanceTimersByTimeAsync(150);
    expect(work).toHaveBeenCalledTimes(2);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('the press is stuck'));
  });

  it('end with the turn that is under way', async () => {
    let open: (() => void) | null = null;
    const work = jest.fn(() => new Promise<void>((resolve) => (open = resolve)));
    const rounds = new Rounds({ name: 'test', work, pauseMs: () => 100 });
    rounds.begin(0);
    await jest.advanceTimersByTimeAsync(1);
    let ended = false;
    const end = rounds.end().then(() => (ended = true));
    await jest.advanceTimersByTimeAsync(1);
    expect(ended).toBe(false);
    (open as (() => void) | null)?.();
    await end;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('rounds of a day', () => {
  const HOUR_MS = 3_600_000;

  it('are made once on each day, the next one at midnight in Seoul', async () => {
    const clock = manualClock('2026-06-30T23:59:00+09:00');
    const work = jest.fn(() => Promise.resolve());
    dailyRounds(clock, { name: 'test', work }).begin(0);
    await jest.advanceTimersByTimeAsync(59_000);
    expect(work).toHaveBeenCalledTimes(1);
    clock.set('2026-07-01T00:00:00+09:00');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(work).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(5 * HOUR_MS);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('are made again on the same day only where they went wrong', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const work = jest.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(undefined);
    dailyRounds(manualClock('2026-06-30T09:00:00+09:00'), { name: 'test', work }).begin(0);
    await jest.advanceTimersByTimeAsync(5 * HOUR_MS);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
