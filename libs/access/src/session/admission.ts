import type { Actor, Origin } from '#libs/command';

/** Somebody who is signed in, for the length of one request. */
export interface Admission {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly csrfToken: string;
  /** Until when the session lives if nothing more is asked of it. */
  readonly expiresAt: Date;
}

/** A session that was just started: the only moment at which its secret is known here. */
export interface StartedSession {
  readonly token: string;
  readonly admission: Admission;
}
