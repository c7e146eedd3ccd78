import { DomainError } from '#libs/errors';
import { addDays } from './date-arithmetic.js';
import { dateOf, localDate, type LocalDate } from './local-date.js';

/** 2021-03-05 · 2021. 3. 5. · 2021.03.05 · 2021/03/05: the same separator twice. */
const SEPARATED = /^([0-9]{4})\s*([-./])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})\.?$/;
const COMPACT = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const SERIAL = /^[0-9]{5}(?:\.[0-9]+)?$/;

/** A bare number in a date column means a date only in this range; other numbers are more likely a slip. */
const FIRST_PLAUSIBLE = localDate('1950-01-01');
const LAST_PLAUSIBLE = localDate('2100-12-31');

/**
 * Reads a date as people type it in spreadsheets: 2021-03-05, 2021. 3. 5., 2021.03.05, 2021/03/05, 20210305, full-width
 * digits, or a bare Excel serial (1900 system, 1950 to 2100, any time of day dropped) as text or number. Null for anything else.
 */
export function parseDateText(input: string | number): LocalDate | null {
  const text = String(input).normalize('NFKC').trim();
  const separated = SEPARATED.exec(text);
  if (separated !== null) return dateOf(Number(separated[1]), Number(separated[3]), Number(separated[4]));
  const compact = COMPACT.exec(text);
  if (compact !== null) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (!SERIAL.test(text)) return null;
  const date = fromExcelSerial(Math.floor(Number(text)));
  return date >= FIRST_PLAUSIBLE && date <= LAST_PLAUSIBLE ? date : null;
}

/**
 * The date of a whole Excel serial of the 1900 system, where 1 is 1900-01-01 and 60 is a 29 February that never was
 * (a fault inherited from Lotus 1-2-3). Throws `calendar.not-a-date` for 60, fractions and dates beyond 1900–2200.
 */
export function fromExcelSerial(serial: number): LocalDate {
  if (!Number.isSafeInteger(serial) || serial < 1 || serial === 60) {
    throw new DomainError('invalid', 'calendar.not-a-date', {
      ko: `엑셀 일련번호 ${serial}은(는) 날짜가 아닙니다. 셀을 날짜 형식으로 바꾸거나 2026-06-30처럼 적으십시오.`,
      en: `The Excel serial ${serial} is not a date. Format the cell as a date or write it as 2026-06-30.`,
    });
  }
  return addDays(localDate('1900-01-01'), serial < 60 ? serial - 1 : serial - 2);
}

/** '2026. 6. 30.': dates in official documents, without leading zeros and with a final dot. */
export function formatOfficialDate(date: LocalDate): string {
  const [year, month, day] = partsOf(date);
  return `${year}. ${Number(month)}. ${Number(day)}.`;
}

/** '2026. 06. 30': dates in statutory forms. */
export function formatFormDate(date: LocalDate): string {
  return partsOf(date).join('. ');
}

function partsOf(date: LocalDate): [string, string, string] {
  return [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
}
