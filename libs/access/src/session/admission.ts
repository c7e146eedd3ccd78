import type { Actor, Origin } from '#libs/command';
import type { HeldRole } from '../permission/scope.js';
import type { GivenProof } from '../step-up/step-up.js';

/** Somebody who is signed in, for the length of one request. */
export interface Admission {
  readonly actor: Actor;
  /** The roles behind the actor: the guard narrows the actor's scopes to where those hold that open the route. */
  readonly held: readonly HeldRole[];
  readonly origin: Origin;
  readonly csrfToken: string;
  /** Until when the session lives if nothing more is asked of it. */
  readonly expiresAt: Date;
  /** When and by what this person last proved who they are; null for what is no session (an integration's token). */
  readonly stepUp: GivenProof | null;
}

/** A session that was just started: the only moment at which its secret is known here. */
export interface StartedSession {
  readonly token: string;
  readonly admission: Admission;
}
