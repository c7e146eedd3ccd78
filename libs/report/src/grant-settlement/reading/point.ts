import type { LocalDate } from '#libs/calendar';

/** `$1` the call, `$2` as of, `$3` known before, `$4` the agreements: what every statement about grants begins with. */
export type GrantPoint = readonly [callId: string, asOf: LocalDate, knownBefore: Date, agreementIds: readonly string[]];

/** What an entry is about: entries are found by it. */
export type GrantSubject = readonly [kind: 'grant' | 'grant-call' | 'grant-budget' | 'grant-tranche' | 'grant-own-share' | 'grant-expense' | 'grant-interest' | 'grant-recovery', id: string];

/**
 * Whether a fact counts at the point: by the day and the time of knowledge of the entry that its command made for the subject,
 * else by its own. Where books were closed by then the entry lies later than the fact; what a register tells was known earlier
 * than it was told. `earliest` leaves out entries that the command made for something before it.
 */
export const counts = (alias: string, [kind, subject]: GrantSubject, factOn: string, earliest: string | null = factOn): string =>
  `(select coalesce(min(j.effective_on), ${factOn}) <= $2::date and coalesce(min(j.known_at), ${alias}.known_at) < $3::timestamptz
      from journal_entry j where j.subject_kind = '${kind}' and j.subject_id = ${subject} and j.command_id = ${alias}.command_id${earliest === null ? '' : ` and j.effective_on >= ${earliest}`})`;

/** A row whose amounts came as text. */
export type Digits<T> = { readonly [Key in keyof T]: T[Key] extends bigint ? string : T[Key] };

/** Amounts back from text: every member whose name ends in `Won`. */
export function amounts<T>(row: Digits<T>): T {
  return Object.fromEntries(Object.entries(row as Record<string, unknown>).map(([key, value]) => [key, key.endsWith('Won') && typeof value === 'string' ? BigInt(value) : value])) as T;
}
