/**
 * For how long somebody who has proved who they are may sign, pay out and give out rights without proving it again.
 * Source: our own choice [assumption]; the guideline on safety measures asks for re-authentication, not for a number.
 */
export const STEP_UP_POLICY = {
  windowMinutes: 10,
} as const;

/** By what somebody proved who they are: a closed list, repeated as a CHECK on `user_session`. PROVIDER: at the institution's own sign-in. */
export const PROOF_METHODS = ['PASSWORD', 'TOTP', 'RECOVERY_CODE', 'PASSKEY', 'PROVIDER'] as const;

export type ProofMethod = (typeof PROOF_METHODS)[number];

/** When a session's person last proved who they are, and by what. Signing in is the first time. */
export interface GivenProof {
  readonly at: Date;
  readonly method: ProofMethod;
}

const MINUTE = 60_000;

/** True while the last proof is young enough for sensitive deeds. */
export function isSteppedUp(stepUp: GivenProof | null, now: Date): boolean {
  return stepUp !== null && now.getTime() - stepUp.at.getTime() < STEP_UP_POLICY.windowMinutes * MINUTE;
}

/** The moment from which another proof is asked for. */
export function stepUpEnd({ at }: GivenProof): Date {
  return new Date(at.getTime() + STEP_UP_POLICY.windowMinutes * MINUTE);
}
