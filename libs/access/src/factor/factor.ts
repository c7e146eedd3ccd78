import type { ProofMethod } from '../step-up/step-up.js';

/** What somebody can prove who they are with, beside the password; an absent one was not enrolled. */
export interface EnrolledFactors {
  readonly totp: boolean;
  readonly passkeys: number;
  /** How many recovery codes are left. */
  readonly recoveryCodes: number;
}

/** True when a password alone does not do any more. */
export function hasSecondFactor({ totp, passkeys }: EnrolledFactors): boolean {
  return totp || passkeys > 0;
}

/**
 * By what somebody with these factors completes a sign-in or steps up, the strongest first. A password alone counts
 * only for people without a factor; recovery codes stand in for a lost one and are no factor by themselves.
 */
export function methodsOf(factors: EnrolledFactors): readonly ProofMethod[] {
  if (!hasSecondFactor(factors)) return ['PASSWORD'];
  return [...(factors.passkeys > 0 ? (['PASSKEY'] as const) : []), ...(factors.totp ? (['TOTP'] as const) : []), ...(factors.recoveryCodes > 0 ? (['RECOVERY_CODE'] as const) : [])];
}
