import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '#libs/secret';

const TOKEN_BYTES = 32;
/** What `newToken` makes; anything else is not looked up. */
export const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The secret that the cookie carries; the database knows only its hash. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What a token opens; the hash of one kind is worth nothing in the place of another. */
export type TokenKind = 'session token' | 'half-open token' | 'provider round token' | 'api token';

/** What is stored and looked up. Keyed: whoever can only write to the database cannot lay down a token that they know. */
export function tokenHash(keyring: Keyring, kind: TokenKind, token: string): string {
  return keyring.lastingMac(kind, [token]).toString('hex');
}

/**
 * The synchroniser token of a session. It follows from the session's secret, so it is stored nowhere, is the same in
 * every process, and betrays nothing of that secret to the page's script that holds it.
 */
export function csrfTokenOf(token: string): string {
  return createHmac('sha256', token).update('baton csrf token').digest('base64url');
}

/** Compares two secrets in a time that tells nothing about where they differ or how long they are. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
