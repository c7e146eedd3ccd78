import type { Keyring } from '#libs/secret';
import { codeHash, readableCode } from '../challenge/readable-code.js';

/** How many codes a person gets, and how long they are: 15 letters of 5 bits [practice]. */
export const RECOVERY_CODE_POLICY = { count: 10, letters: 15 } as const;

export interface RecoveryCodes {
  /** Shown once, to be printed. */
  readonly codes: readonly string[];
  /** All that is kept. */
  readonly hashes: readonly string[];
}

/**
 * The codes that belong to one intent of one person. They follow from the installation's key and the intent, so that a
 * repeated request gives the same answer although nothing readable is kept anywhere.
 */
export function makeRecoveryCodes(keyring: Keyring, userId: string, idempotencyKey: string): RecoveryCodes {
  const codes = Array.from({ length: RECOVERY_CODE_POLICY.count }, (_, index) => {
    const bytes = Buffer.from(keyring.blindIndex(`${userId} ${idempotencyKey} ${index}`, 'recovery code'), 'hex');
    return readableCode(bytes, RECOVERY_CODE_POLICY.letters);
  });
  return { codes, hashes: codes.map((code) => codeHash(keyring, 'recovery code', code, userId)) };
}
