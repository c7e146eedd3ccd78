import { describe, expect, it } from '@jest/globals';
import { formatInstant, formatOfficialDate, parseDateInput, quarterEnds, todayInSeoul } from './date.js';

describe('dates as they are typed', () => {
  it.each(['2023-06-30', '2023.6.30', '2023. 6. 30.', '2023/6/30', '20230630', '２０２３．６．３０', ' 2023-6-30 '])('%s is 30 June 2023', (text) => {
    expect(parseDateInput(text)).toBe('2023-06-30');
  });

  it.each(['', '2023-02-29', '2023-13-01', '2023-6.30', '23-06-30', '45107', 'tomorrow', '0099-01-01'])('%s is refused', (text) => {
    expect(parseDateInput(text)).toBeNull();
  });
});

describe('dates as they are shown', () => {
  it('writes official dates without leading zeros', () => {
    expect(formatOfficialDate('2025-11-04')).toBe('2025. 11. 4.');
  });

  it('shows instants in Seoul', () => {
    expect(formatInstant('2023-06-30T15:00:00.000Z')).toBe('2023-07-01 00:00');
    expect(todayInSeoul(new Date('2023-12-31T15:30:00Z'))).toBe('2024-01-01');
  });

  it.each([
    ['2026-11-22', ['2026-09-30', '2026-06-30', '2026-03-31']],
    ['2026-06-30', ['2026-06-30', '2026-03-31', '2025-12-31']],
    ['2026-01-01', ['2025-12-31', '2025-09-30', '2025-06-30']],
  ])('on %s the last quarters ended on %s', (date, ends) => {
    expect(quarterEnds(date, 3)).toEqual(ends);
  });
});
