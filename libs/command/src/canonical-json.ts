import { createHash } from 'node:crypto';

/** What may be canonicalised: JSON plus the program's own scalars (amounts as bigint, instants as Date). */
export type Canonicalisable = string | number | boolean | bigint | Date | null | undefined | readonly Canonicalisable[] | Readonly<Record<string, unknown>>;

/**
 * The one spelling of a value: keys sorted by code unit, no white space, amounts as strings of digits, instants in
 * ISO 8601, absent members left out (RFC 8785 for what JSON knows). Equal values give equal bytes, so the hash of this
 * text can be signed and compared.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** SHA-256 of the canonical spelling, in lower-case hexadecimal. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
