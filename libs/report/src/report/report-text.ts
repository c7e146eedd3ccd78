import { formatOfficialDate, localDate, seoulDateOf, type LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { formatBusinessNumber } from '#libs/identifier';
import { formatWon, won } from '#libs/money';
import { NOTHING } from './report.js';

/** How official papers write amounts, dates, instants and percentages; the only place where a report formats anything. */

const MILLISECONDS_A_DAY = 86_400_000;
const SEOUL_OFFSET_MILLISECONDS = 9 * 3_600_000;

/** '1,234,567', '△1,000'. Takes text of digits or a whole amount. */
export const wonText = (amount: string | bigint): string => formatWon(won(amount));

/** '2023. 6. 30.', or a dash where there is no date. */
export const dateText = (date: LocalDate | string | null): string => (date === null ? NOTHING : formatOfficialDate(localDate(date)));

/** '19.00%' from digits that were truncated already; a dash on a base of zero. */
export const percentText = (digits: string | null): string => (digits === null ? NOTHING : `${digits}%`);

/** Basis points as the percentage they are: 5000 is '50.00%'. */
export function basisPointsText(basisPoints: number): string {
  const whole = Math.trunc(basisPoints / 100);
  return `${whole}.${String(basisPoints % 100).padStart(2, '0')}%`;
}

export const textOr = (text: string | null | undefined): string => (text === null || text === undefined || text === '' ? NOTHING : text);

export const both = (ko: string, en: string): Bilingual => ({ ko, en });

/** A fingerprint in groups of eight, as people compare it. */
export const hashText = (hexadecimal: string): string => hexadecimal.replace(/(.{8})(?=.)/g, '$1 ');

/** An instant to the second in Seoul: '2023. 7. 3. 15:30:12'. */
export function instantText(instant: Date): string {
  const face = new Date(instant.getTime() + SEOUL_OFFSET_MILLISECONDS).toISOString();
  return `${dateText(seoulDateOf(instant))} ${face.slice(11, 19)}`;
}

/**
 * The last moment that still counts under an exclusive bound: '2023. 6. 30. 24:00' where the bound is the end of a day in
 * Seoul, else the second before it.
 */
export function knownText(knownBefore: Date): string {
  const last = new Date(knownBefore.getTime() - 1);
  const endsDay = (knownBefore.getTime() + SEOUL_OFFSET_MILLISECONDS) % MILLISECONDS_A_DAY === 0;
  return endsDay ? `${dateText(seoulDateOf(last))} 24:00` : instantText(last);
}

/** '311-82-04178' from its ten digits; anything else as it stands on record. */
export function businessNumberText(digits: string | null): string {
  if (digits === null) return NOTHING;
  return /^\d{10}$/.test(digits) ? formatBusinessNumber(digits) : digits;
}

/** '1. 요약 (Summary)'; what is the same in both languages, as names of partners are, once. */
export const inBoth = ({ ko, en }: Bilingual): string => (ko.replace(/^[\d-]+\. /u, '') === en ? ko : `${ko} (${en})`);

/** What a code is called; a code without a name as it stands on record, a dash where there is none. */
export const nameIn = (names: Readonly<Record<string, Bilingual>>, code: string | null): string => (code === null ? NOTHING : (names[code]?.ko ?? code));
