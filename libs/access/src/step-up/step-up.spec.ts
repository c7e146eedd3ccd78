import { describe, expect, it } from '@jest/globals';
import { isSteppedUp } from './step-up.js';

describe('a proof given at 09:00', () => {
  it.each([
    ['09:00:00', true],
    ['09:09:59', true],
    ['09:10:00', false],
    ['12:00:00', false],
  ])('is young enough at %s: %s', (time, young) => {
    const at = new Date('2026-03-02T09:00:00+09:00');
    expect(isSteppedUp({ at, method: 'TOTP' }, new Date(`2026-03-02T${time}+09:00`))).toBe(young);
  });

  it('is none where nobody gave one', () => {
    expect(isSteppedUp(null, new Date('2026-03-02T09:00:00+09:00'))).toBe(false);
  });
});
