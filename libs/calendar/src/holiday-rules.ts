import { localDate, type LocalDate } from './local-date.js';

/** Where a holiday falls: a month and day of the Gregorian or the Korean lunar calendar, and days before or after it. */
export interface HolidayDay {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly offsetDays: number;
}

/** Since when, and on which weekend days, the holiday is made up for; an overlap with another holiday counts as well. */
export interface SubstituteRegime {
  readonly from: LocalDate;
  readonly weekend: 'sunday' | 'saturday-and-sunday';
}

/** A yearly public holiday, in force on dates from `from` up to and including `to`. */
export interface HolidayRule {
  readonly nameKo: string;
  readonly nameEn: string;
  readonly on: HolidayDay;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly substitute?: SubstituteRegime;
  readonly source: string;
}

/** Rules older than the table are dated from its start. */
export const TABLE_START = localDate('2007-01-01');

/** Revisions of the Regulation on Holidays of Public Offices that the table follows, by the day they took effect. */
const HANGEUL_DAY_RETURNS = localDate('2012-12-28');
const FIRST_SUBSTITUTES = localDate('2013-11-05');
const NATIONAL_DAYS_SUBSTITUTED = localDate('2021-08-04');
const RELIGIOUS_DAYS_SUBSTITUTED = localDate('2023-05-04');
const TWO_NEW_HOLIDAYS = localDate('2026-04-30');

const REGULATION = 'Regulation on Holidays of Public Offices';
const NATIONAL_DAY = `${REGULATION} §2 no. 2 (national days)`;

const afterFestival: SubstituteRegime = { from: FIRST_SUBSTITUTES, weekend: 'sunday' };
const afterChildrensDay: SubstituteRegime = { from: FIRST_SUBSTITUTES, weekend: 'saturday-and-sunday' };
const afterNationalDay: SubstituteRegime = { from: NATIONAL_DAYS_SUBSTITUTED, weekend: 'saturday-and-sunday' };
const afterReligiousDay: SubstituteRegime = { from: RELIGIOUS_DAYS_SUBSTITUTED, weekend: 'saturday-and-sunday' };
const afterNewHoliday: SubstituteRegime = { from: TWO_NEW_HOLIDAYS, weekend: 'saturday-and-sunday' };

/**
 * The yearly public holidays since 2007, except Sundays. 새해 첫날 and 현충일 have never had a substitute day.
 * 제헌절 was a holiday until 2007 and is one again since the revision of 2026, which also made 노동절 one.
 */
export const HOLIDAY_RULES: readonly HolidayRule[] = [
  { nameKo: '새해 첫날', nameEn: "New Year's Day", on: solar(1, 1), from: TABLE_START, source: `${REGULATION} §2 no. 3` },
  ...festival('설날', 'Seollal', lunar(1, 1), `${REGULATION} §2 no. 4`),
  nationalDay('3·1절', 'Independence Movement Day', solar(3, 1), TABLE_START),
  {
    nameKo: '노동절',
    nameEn: 'Labour Day',
    on: solar(5, 1),
    from: TWO_NEW_HOLIDAYS,
    substitute: afterNewHoliday,
    source: `${REGULATION} §2, as revised on 2026-04-30`,
  },
  {
    nameKo: '부처님오신날',
    nameEn: "Buddha's Birthday",
    on: lunar(4, 8),
    from: TABLE_START,
    substitute: afterReligiousDay,
    source: `${REGULATION} §2 no. 6`,
  },
  {
    nameKo: '어린이날',
    nameEn: "Children's Day",
    on: solar(5, 5),
    from: TABLE_START,
    substitute: afterChildrensDay,
    source: `${REGULATION} §2 no. 7`,
  },
  { nameKo: '현충일', nameEn: 'Memorial Day', on: solar(6, 6), from: TABLE_START, source: `${REGULATION} §2 no. 8` },
  {
    nameKo: '제헌절',
    nameEn: 'Constitution Day',
    on: solar(7, 17),
    from: TABLE_START,
    to: localDate('2007-12-31'),
    source: NATIONAL_DAY,
  },
  {
    nameKo: '제헌절',
    nameEn: 'Constitution Day',
    on: solar(7, 17),
    from: TWO_NEW_HOLIDAYS,
    substitute: afterNewHoliday,
    source: `${NATIONAL_DAY}, as revised on 2026-04-30`,
  },
  nationalDay('광복절', 'Liberation Day', solar(8, 15), TABLE_START),
  ...festival('추석', 'Chuseok', lunar(8, 15), `${REGULATION} §2 no. 9`),
  nationalDay('개천절', 'National Foundation Day', solar(10, 3), TABLE_START),
  nationalDay('한글날', 'Hangeul Day', solar(10, 9), HANGEUL_DAY_RETURNS),
  {
    nameKo: '성탄절',
    nameEn: 'Christmas Day',
    on: solar(12, 25),
    from: TABLE_START,
    substitute: afterReligiousDay,
    source: `${REGULATION} §2 no. 10`,
  },
];

function solar(month: number, day: number): HolidayDay {
  return { calendar: 'solar', month, day, offsetDays: 0 };
}

function lunar(month: number, day: number): HolidayDay {
  return { calendar: 'lunar', month, day, offsetDays: 0 };
}

function nationalDay(nameKo: string, nameEn: string, on: HolidayDay, from: LocalDate): HolidayRule {
  return { nameKo, nameEn, on, from, substitute: afterNationalDay, source: NATIONAL_DAY };
}

/** The day itself with the day before and the day after. */
function festival(nameKo: string, nameEn: string, on: HolidayDay, source: string): HolidayRule[] {
  const common = { from: TABLE_START, substitute: afterFestival, source };
  return [
    { ...common, nameKo: `${nameKo} 전날`, nameEn: `Day before ${nameEn}`, on: { ...on, offsetDays: -1 } },
    { ...common, nameKo, nameEn, on },
    { ...common, nameKo: `${nameKo} 다음 날`, nameEn: `Day after ${nameEn}`, on: { ...on, offsetDays: 1 } },
  ];
}
