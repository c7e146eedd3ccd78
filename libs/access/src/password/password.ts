import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Keyring } from '#libs/secret';

/** Argon2id with the smallest of the settings that the OWASP Password Storage Cheat Sheet recommends (19 MiB, 2 passes, 1 lane). */
const ARGON2_MEMORY_KIBIBYTES = 19_456;
const ARGON2_PASSES = 2;
const ARGON2_LANES = 1;

/** Whose password, and the keys without which neither a hash is made nor one is tried. */
export interface PasswordBinding {
  readonly keyring: Keyring;
  readonly userId: string;
}

/**
 * Argon2id in PHC format, bound to the person by a secret that is not in the database: a hash that is copied to another
 * account opens nothing there. A password typed on a Mac (NFD) and on Windows (NFC) is the same password.
 */
export function hashPassword(binding: PasswordBinding, password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: ARGON2_MEMORY_KIBIBYTES, timeCost: ARGON2_PASSES, parallelism: ARGON2_LANES, secret: secretOf(binding) });
}

export function passwordMatches(binding: PasswordBinding, passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'), { secret: secretOf(binding) });
}

/** A hash that no password matches: what an unknown login is checked against, so that it costs the same work. */
export function decoyHash(keyring: Keyring): Promise<string> {
  return hashPassword({ keyring, userId: '' }, randomBytes(32).toString('base64url'));
}

function secretOf({ keyring, userId }: PasswordBinding): Buffer {
  return keyring.lastingMac('password', [userId]);
}
