import { describe, expect, it } from '@jest/globals';
import { waitSeconds } from './throttle.js';

const at = (time: string): Date => new Date(`2026-03-02T${time}+09:00`);
const limit = { maximumFailures: 10, windowMinutes: 15 };

describe('an address that failed', () => {
  it.each<[string, [string, number][], string, number]>([
    ['never', [], '09:00:00', 0],
    ['nine times', [['08:59', 9]], '09:00:00', 0],
    ['ten times within a minute, waits until that minute has left the window', [['08:59', 10]], '09:00:00', 14 * 60],
    ['ten times, a quarter of an hour ago', [['08:45', 10]], '09:00:00', 0],
    ['ten times in two minutes, waits for the first of them', [['08:50', 4], ['08:59', 6]], '09:00:00', 5 * 60],
    ['far more than ten times, waits for as many minutes as bring it below', [['08:50', 4], ['08:55', 30], ['08:59', 2]], '09:00:30', 10 * 60 - 30],
    ['most of it long ago', [['08:10', 500], ['08:59', 1]], '09:00:00', 0],
  ])('%s', (_what, counts, now, seconds) => {
    expect(waitSeconds(counts.map(([minute, failures]) => ({ minute: at(`${minute}:00`), failures })), limit, at(now))).toBe(seconds);
  });
});
