/**
 * How long a session lasts. Source: our own choice [assumption], within what ISMS-P and the standard of safety measures
 * (제6조, automatic disconnection after inactivity) leave to the operator.
 */
export const SESSION_POLICY = {
  /** Without any request for this long, the session ends. */
  idleMinutes: 30,
  /** However busy it is, it ends after this. */
  absoluteHours: 12,
  /** The last request is written down at most this often, so that reading does not become writing. */
  touchSeconds: 60,
} as const;

/** Why a session ended before its time: a closed list, repeated as a CHECK on `user_session`. */
export type RevocationCause = 'SIGNED_OUT' | 'SIGNED_IN_ANEW' | 'REVOKED' | 'PASSWORD_CHANGED' | 'DISCONNECTED' | 'DEACTIVATED';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export interface SessionTimes {
  readonly lastSeenAt: Date;
  /** The absolute end, set when the session starts. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** The moment at which a session that starts now ends for good. */
export function absoluteEnd(now: Date): Date {
  return new Date(now.getTime() + SESSION_POLICY.absoluteHours * HOUR);
}

/** Until when a session lives if nothing more is asked of it. */
export function endIfIdle(session: SessionTimes): Date {
  return new Date(Math.min(session.expiresAt.getTime(), session.lastSeenAt.getTime() + SESSION_POLICY.idleMinutes * MINUTE));
}

/** Sessions that were last seen at this moment or before have ended by `now`. */
export function idleLimit(now: Date): Date {
  return new Date(now.getTime() - SESSION_POLICY.idleMinutes * MINUTE);
}

export function isLive(session: SessionTimes, now: Date): boolean {
  return session.revokedAt === null && now.getTime() < endIfIdle(session).getTime();
}

/** True when the last request on record is old enough to be worth writing again. */
export function isWorthTouching(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= SESSION_POLICY.touchSeconds * SECOND;
}
