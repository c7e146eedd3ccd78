import { InvariantError } from '#libs/errors';
import { describe, expect, it } from '@jest/globals';
import { LAST_LUNAR_YEAR, solarDateOf } from './lunar.js';

describe('lunar holidays as the Korea Astronomy and Space Science Institute published them', () => {
  it.each([
    [2020, '2020-01-25', '2020-04-30', '2020-10-01'],
    [2021, '2021-02-12', '2021-05-19', '2021-09-21'],
    [2022, '2022-02-01', '2022-05-08', '2022-09-10'],
    [2023, '2023-01-22', '2023-05-27', '2023-09-29'],
    [2024, '2024-02-10', '2024-05-15', '2024-09-17'],
    [2025, '2025-01-29', '2025-05-05', '2025-10-06'],
    [2026, '2026-02-17', '2026-05-24', '2026-09-25'],
    [2027, '2027-02-07', '2027-05-13', '2027-09-15'],
    [2028, '2028-01-27', '2028-05-02', '2028-10-03'],
    [2029, '2029-02-13', '2029-05-20', '2029-09-22'],
    [2030, '2030-02-03', '2030-05-09', '2030-09-12'],
  ])("%p: Seollal %s, Buddha's Birthday %s, Chuseok %s", (year, seollal, buddhasBirthday, chuseok) => {
    expect([solarDateOf(year, 1, 1), solarDateOf(year, 4, 8), solarDateOf(year, 8, 15)]).toEqual([seollal, buddhasBirthday, chuseok]);
  });

  it('reaches its last year and no further', () => {
    expect(solarDateOf(LAST_LUNAR_YEAR, 8, 15)).toBe('2050-09-30');
    expect(() => solarDateOf(LAST_LUNAR_YEAR + 1, 1, 1)).toThrow(InvariantError);
  });
});
