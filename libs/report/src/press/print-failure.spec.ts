import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/errors';
import { nextTryAfter, reasonOf } from './print-failure.js';

describe('an issue that could not be printed', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 60],
    [5_000, 60],
  ])('is tried again after failure %i in %i minutes', (tries, minutes) => {
    const failedAt = new Date('2026-11-23T04:00:00Z');
    expect(nextTryAfter(tries, failedAt).getTime() - failedAt.getTime()).toBe(minutes * 60_000);
  });

  it('says what a refusal says, and nothing of what a bug says', () => {
    const text = { ko: '조치', en: 'Do this.' };
    expect(reasonOf(new DomainError('unavailable', 'report.no-timestamp', text))).toBe(text);
    expect(reasonOf(new TypeError('secret of the program')).en).not.toContain('secret');
  });
});
