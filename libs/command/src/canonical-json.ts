import { createHash } from 'node:crypto';

/** What may be canonicalised: JSON plus the program's own scalars (amounts as bigint, instants as Date). */
export type Canonicalisable = string | number | boolean | bigint | Date | null | undefined | readonly Canonicalisable[] | Readonly<Record<string, unknown>>;

/**
 * The one spelling of a value: keys sorted by code unit, no white space, amounts as strings of digits, instants in
 * ISO 8601, absent members left out (RFC 8785 for what JSON knows). Equal values give equal bytes, so the hash of this
 * text can be signed and compared. Every write spells its input and its result: hence loops, and no lists in between.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'bigint':
      return `"${value.toString()}"`;
    case 'object':
      if (value === null) return 'null';
      if (value instanceof Date) return `"${value.toISOString()}"`;
      return Array.isArray(value) ? spellList(value) : spellMembers(value as Readonly<Record<string, unknown>>);
    case 'undefined':
      return 'null';
    default:
      return JSON.stringify(value);
  }
}

/** SHA-256 of the canonical spelling, in lower-case hexadecimal. */
export function canonicalHash(value: unknown): string {
  return spellingHash(canonicalJson(value));
}

/** The same, of a value that is spelled already. */
export function spellingHash(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

function spellList(list: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < list.length; at += 1) text += at === 0 ? canonicalJson(list[at]) : `,${canonicalJson(list[at])}`;
  return `${text}]`;
}

function spellMembers(members: Readonly<Record<string, unknown>>): string {
  let text = '{';
  // The order of sort() without a comparison is that of code units.
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member !== undefined) text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}
