import { describe, expect, it } from '@jest/globals';
import { latenessOf, type Lateness } from './lateness.js';

const HEAD = { number: 1 } as never;

describe('whether the seals are late', () => {
  const cases: [string, Parameters<typeof latenessOf>[0], Lateness][] = [
    ['just sealed', { head: HEAD, lagSeconds: 3, intervalSeconds: 5 }, 'ok'],
    ['a turn was missed', { head: HEAD, lagSeconds: 60, intervalSeconds: 5 }, 'ok'],
    ['it has stopped', { head: HEAD, lagSeconds: 61, intervalSeconds: 5 }, 'late'],
    ['seldom sealed', { head: HEAD, lagSeconds: 3_000, intervalSeconds: 600 }, 'ok'],
    ['sealed on demand', { head: HEAD, lagSeconds: 90_000, intervalSeconds: 0 }, 'ok'],
    ['nothing yet', { head: null, lagSeconds: 2, intervalSeconds: 5 }, 'none'],
    ['nothing ever', { head: null, lagSeconds: 600, intervalSeconds: 5 }, 'late'],
  ];
  it.each(cases)('%s', (_, status, lateness) => {
    expect(latenessOf(status)).toBe(lateness);
  });
});
