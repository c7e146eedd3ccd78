import { describe, expect, it } from '@jest/globals';

import { seoulInstant } from './words.js';

describe('seoulInstant', () => {
  it.each([
    ['2026-07-02T06:30:00Z', '2026. 7. 2. 15:30 (KST)'],
    ['2026-12-31T15:00:00Z', '2027. 1. 1. 00:00 (KST)'],
    ['2026-02-28T14:59:59Z', '2026. 2. 28. 23:59 (KST)'],
  ])('%s', (instant, expected) => {
    expect(seoulInstant(new Date(instant))).toBe(expected);
  });
});
