import { describe, expect, it } from '@jest/globals';
import { deputyState } from './deputy-state.js';

describe('a deputy from 1 to 5 June', () => {
  it.each([
    ['2026-05-31', null, 'coming'],
    ['2026-06-01', null, 'active'],
    ['2026-06-05', null, 'active'],
    ['2026-06-06', null, 'over'],
    ['2026-06-02', '2026-06-03', 'active'],
    ['2026-06-03', '2026-06-03', 'over'],
  ])('on %s, ended on %s: %s', (today, endedOn, state) => {
    expect(deputyState({ fromOn: '2026-06-01', toOn: '2026-06-05', endedOn }, today)).toBe(state);
  });
});
