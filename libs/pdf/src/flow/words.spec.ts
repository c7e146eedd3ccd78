import { describe, expect, it } from '@jest/globals';

import { seoulInstant } from './words.js';

describe('seoulInstant', () => {
  it.each([
    ['2026-07-02T06:30:00Z', 'ko-KR', '2026. 7. 2. 15:30 (KST)'],
    ['2026-12-31T15:00:00Z', 'ko-KR', '2027. 1. 1. 00:00 (KST)'],
    ['2026-02-28T14:59:59Z', 'ko-KR', '2026. 2. 28. 23:59 (KST)'],
    ['2026-12-31T15:00:00Z', 'en-US', '2027-01-01 00:00 (KST)'],
  ] as const)('%s in %s', (instant, language, expected) => {
    expect(seoulInstant(new Date(instant), language)).toBe(expected);
  });
});
