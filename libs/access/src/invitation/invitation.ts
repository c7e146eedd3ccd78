import type { Keyring } from '#libs/secret';
import { codeHash, readableCode } from '../challenge/readable-code.js';

/** How long an invitation can be redeemed [assumption], and how long its code is: 20 letters of 5 bits. */
export const INVITATION_POLICY = { hours: 72, letters: 20 } as const;

const HOUR = 3_600_000;

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_POLICY.hours * HOUR);
}

export interface InvitationCode {
  /** Handed over in person. */
  readonly code: string;
  /** All that is kept. */
  readonly hash: string;
}

/**
 * The code that belongs to one intent of one administrator. It follows from the installation's key and the intent, so
 * that a repeated request gives the same answer although nothing readable is kept anywhere.
 */
export function makeInvitationCode(keyring: Keyring, actorId: string, idempotencyKey: string, userId: string): InvitationCode {
  const bytes = Buffer.from(keyring.blindIndex(`${actorId} ${idempotencyKey} ${userId}`, 'invitation code'), 'hex');
  const code = readableCode(bytes, INVITATION_POLICY.letters);
  return { code, hash: codeHash(keyring, 'invitation code', code) };
}
