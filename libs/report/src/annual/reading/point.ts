import type { LocalDate } from '#libs/calendar';

/** `$1` the last day that counts, `$2` known before, `$3` the first day of the fiscal year: what every statement of the annual report begins with. */
export type AnnualPoint = readonly [asOf: LocalDate, knownBefore: Date, from: LocalDate];

/** A row whose amounts came as text. */
export type Digits<T> = { readonly [Key in keyof T]: T[Key] extends bigint ? string : T[Key] extends bigint | null ? string | null : T[Key] };

/** Amounts back from text: every member whose name ends in `Won`. */
export function amounts<T>(row: Digits<T>): T {
  return Object.fromEntries(Object.entries(row as Record<string, unknown>).map(([key, value]) => [key, key.endsWith('Won') && typeof value === 'string' ? BigInt(value) : value])) as T;
}
