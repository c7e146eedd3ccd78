import type { Holiday } from './holiday.js';
import { localDate } from './local-date.js';

const ELECTION_CLAUSE = 'Regulation on Holidays of Public Offices §2 no. 10-2; Public Official Election Act §34';
const TEMPORARY_CLAUSE = 'Regulation on Holidays of Public Offices §2 no. 11, Cabinet decision';

/**
 * Holidays that no yearly rule foretells: elections on expiry of a term, and days designated by the Cabinet.
 * Rows are complete from 2007 to 2026; later ones are added by the office as they are announced.
 */
export const extraHolidays: readonly Holiday[] = [
  election('2007-12-19', '제17대 대통령선거일', '17th presidential election'),
  election('2008-04-09', '제18대 국회의원선거일', '18th National Assembly election'),
  election('2010-06-02', '제5회 전국동시지방선거일', '5th local elections'),
  election('2012-04-11', '제19대 국회의원선거일', '19th National Assembly election'),
  election('2012-12-19', '제18대 대통령선거일', '18th presidential election'),
  election('2014-06-04', '제6회 전국동시지방선거일', '6th local elections'),
  temporary('2015-08-14', '광복 70주년 임시공휴일', 'Temporary holiday (70 years of liberation)', '2015-08-04'),
  election('2016-04-13', '제20대 국회의원선거일', '20th National Assembly election'),
  temporary('2016-05-06', '임시공휴일', 'Temporary holiday', '2016-04-28'),
  temporary('2017-05-09', '제19대 대통령선거일', '19th presidential election', '2017-03-15'),
  temporary('2017-10-02', '임시공휴일', 'Temporary holiday', '2017-09-05'),
  election('2018-06-13', '제7회 전국동시지방선거일', '7th local elections'),
  election('2020-04-15', '제21대 국회의원선거일', '21st National Assembly election'),
  temporary('2020-08-17', '임시공휴일', 'Temporary holiday', '2020-07-21'),
  election('2022-03-09', '제20대 대통령선거일', '20th presidential election'),
  election('2022-06-01', '제8회 전국동시지방선거일', '8th local elections'),
  temporary('2023-10-02', '임시공휴일', 'Temporary holiday', '2023-09-05'),
  election('2024-04-10', '제22대 국회의원선거일', '22nd National Assembly election'),
  temporary('2024-10-01', '국군의 날 임시공휴일', 'Temporary holiday (Armed Forces Day)', '2024-09-03'),
  temporary('2025-01-27', '임시공휴일', 'Temporary holiday', '2025-01-14'),
  temporary('2025-06-03', '제21대 대통령선거일', '21st presidential election', '2025-04-08'),
  election('2026-06-03', '제9회 전국동시지방선거일', '9th local elections'),
];

/** Held on expiry of a term: a public holiday by rule since 2006. */
function election(date: string, nameKo: string, nameEn: string): Holiday {
  return { date: localDate(date), nameKo, nameEn, from: localDate('2006-09-06'), source: ELECTION_CLAUSE };
}

/** Designated by the Cabinet on `decidedOn`; also elections held because an office fell vacant. */
function temporary(date: string, nameKo: string, nameEn: string, decidedOn: string): Holiday {
  return { date: localDate(date), nameKo, nameEn, from: localDate(decidedOn), source: `${TEMPORARY_CLAUSE} of ${decidedOn}` };
}
