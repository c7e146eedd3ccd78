import { createHash } from 'node:crypto';
import type { ProofMethod } from '../step-up/step-up.js';
import { comparableLogin } from '../user/user.js';

/**
 * When guessing is stopped. Source: the standard of safety measures (개인정보의 안전성 확보조치 기준 제5조: access is limited
 * after a number of wrong passwords); the numbers are our own choice [assumption]. The lock is short, because whoever
 * knows a login can bring it about.
 */
export const SIGN_IN_POLICY = {
  /** So many wrong passwords in a row lock the login. */
  maximumFailures: 5,
  /** A lock lasts this long; failures further apart than this are not in a row. */
  lockMinutes: 15,
} as const;

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Under what failures of a login are counted: the same for every way of typing it, whether or not anybody has it. */
export function loginKey(typed: string): string {
  return createHash('sha256').update(comparableLogin(typed)).digest('hex');
}

/** What came of an attempt: a closed list, repeated as a CHECK on `sign_in_attempt`. */
export type SignInOutcome = 'SIGNED_IN' | 'SECOND_STEP' | 'STEPPED_UP' | 'UNKNOWN_LOGIN' | 'WRONG_PASSWORD' | 'WRONG_PROOF' | 'NOT_ADMITTED' | 'LOCKED';

/** A sign-in that is half open: the password was right, one of these ways has to follow. The token is no session. */
export interface SecondStep {
  readonly token: string;
  readonly methods: readonly ProofMethod[];
  readonly expiresAt: Date;
}
