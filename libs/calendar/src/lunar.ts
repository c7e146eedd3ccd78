import { invariant } from '#libs/errors';
import KoreanLunarCalendar from 'korean-lunar-calendar';
import { dateOf, type LocalDate } from './local-date.js';

// The package's types describe its CommonJS build; Node loads the ESM build, whose default export is the class itself.
const LunarCalendar = KoreanLunarCalendar as unknown as typeof KoreanLunarCalendar.default;

/** Last year the table of the Korea Astronomy and Space Science Institute behind the package reaches. */
export const LAST_LUNAR_YEAR = 2050;

/** The Gregorian date of a day of the Korean lunar calendar (not of a leap month), up to `LAST_LUNAR_YEAR`. */
export function solarDateOf(lunarYear: number, lunarMonth: number, lunarDay: number): LocalDate {
  const calendar = new LunarCalendar();
  const known = calendar.setLunarDate(lunarYear, lunarMonth, lunarDay, false);
  const { year, month, day } = calendar.getSolarCalendar();
  const date = known ? dateOf(year, month, day) : null;
  invariant(date !== null, `no lunar date ${lunarYear}-${lunarMonth}-${lunarDay}`);
  return date;
}
