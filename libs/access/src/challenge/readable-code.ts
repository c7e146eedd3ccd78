import type { Keyring } from '#libs/secret';

/** Crockford's base 32: neither I, L, O nor U, so that a code read aloud or copied by hand stays the same code. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

/** The first `length` letters of `bytes`, 5 bits each, in groups of five: 'K3M9Q-7WX2A-…'. */
export function readableCode(bytes: Buffer, length: number): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  const letters: string[] = [];
  for (let index = 0; index < length; index += 1) {
    letters.push(ALPHABET.charAt(Number(bits & 31n)));
    bits >>= 5n;
  }
  const groups: string[] = [];
  for (let start = 0; start < length; start += GROUP) groups.push(letters.slice(start, start + GROUP).join(''));
  return groups.join('-');
}

/** A code as it is compared: without blanks and hyphens, capitals, and letters that look like digits read as digits. */
export function comparableCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

/** What a code is for; a hash that is moved to the other place is worth nothing there. */
export type CodeKind = 'invitation code' | 'recovery code';

/**
 * What is stored of a code. Keyed, so that nobody lays down a code by SQL that they know; `bearer` binds it to the person
 * where it is known whose it must be.
 */
export function codeHash(keyring: Keyring, kind: CodeKind, code: string, bearer = ''): string {
  return keyring.lastingMac(kind, [bearer, comparableCode(code)]).toString('hex');
}
