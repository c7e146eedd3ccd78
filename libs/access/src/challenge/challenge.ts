/**
 * What is offered to be answered within minutes, once. Minutes [assumption]: a code is typed at once, a new authenticator
 * takes a while to set up; a new password is chosen and written in one request.
 */
export const CHALLENGE_MINUTES = { SECOND_STEP: 10, PASSKEY: 5, PASSKEY_ENROLMENT: 5, TOTP_ENROLMENT: 15, NEW_PASSWORD: 5 } as const;

export type ChallengeKind = keyof typeof CHALLENGE_MINUTES;

export interface Challenge {
  readonly id: string;
  readonly userId: string | null;
  readonly payload: string | null;
  readonly expiresAt: Date;
}

const MINUTE = 60_000;

export function challengeEnd(kind: ChallengeKind, now: Date): Date {
  return new Date(now.getTime() + CHALLENGE_MINUTES[kind] * MINUTE);
}
