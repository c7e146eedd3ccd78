import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the smallest of the settings that the OWASP Password Storage Cheat Sheet recommends (19 MiB, 2 passes, 1 lane). */
const ARGON2_MEMORY_KIBIBYTES = 19_456;
const ARGON2_PASSES = 2;
const ARGON2_LANES = 1;

/** Argon2id in PHC format. A password typed on a Mac (NFD) and on Windows (NFC) is the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: ARGON2_MEMORY_KIBIBYTES, timeCost: ARGON2_PASSES, parallelism: ARGON2_LANES });
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'));
}

/** A hash that no password matches: what an unknown login is checked against, so that it costs the same work. */
export function decoyHash(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64url'));
}
