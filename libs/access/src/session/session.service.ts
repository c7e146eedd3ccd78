import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK, type Tx } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { actorOf, type Person } from '../permission/actor.js';
import { sessionExpired, sessionMissing } from '../problems.js';
import type { Admission, StartedSession } from './admission.js';
import type { ProofMethod } from '../step-up/step-up.js';
import { findSession, insertSession, revokeSession, touchSession } from './session.store.js';
import { absoluteEnd, endIfIdle, isLive, isWorthTouching, type RevocationCause } from './session.js';
import { csrfTokenOf, newToken, tokenHash } from './token.js';

/**
 * Sessions live in the database, so any number of processes may answer and a closed account is out at once. They are
 * not commands: who signed in when is kept in `sign_in_attempt`.
 */
@Injectable()
export class SessionService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /** Throws `session.missing` for no or an unknown token, `session.expired` for one whose time is over. */
  async admit(token: string | null, origin: Origin): Promise<Admission> {
    if (token === null) throw sessionMissing();
    const tx = this.source.manager;
    const session = await findSession(tx, tokenHash(this.keyring, 'session token', token), this.clock.today(), origin.address);
    if (session === null) throw sessionMissing();
    const now = this.clock.now();
    if (!isLive(session, now) || !session.admitted) throw sessionExpired();
    if (isWorthTouching(session, now)) await touchSession(tx, session.sessionId, now);
    return {
      actor: actorOf(session.person),
      held: session.person.held,
      origin: { ...origin, sessionId: session.sessionId },
      csrfToken: csrfTokenOf(token),
      expiresAt: endIfIdle({ ...session, lastSeenAt: now }),
      stepUp: session.stepUp,
    };
  }

  /** Always a new secret: one that was planted before signing in is worth nothing afterwards. Counts as a step up by `method`. */
  async start(tx: Tx, person: Person, origin: Origin, method: ProofMethod): Promise<StartedSession> {
    const [token, sessionId, now] = [newToken(), randomUUID(), this.clock.now()];
    const expiresAt = absoluteEnd(now);
    await insertSession(tx, { sessionId, tokenHash: tokenHash(this.keyring, 'session token', token), userId: person.id, startedAt: now, expiresAt, method }, origin);
    return {
      token,
      admission: {
        actor: actorOf(person),
        held: person.held,
        origin: { ...origin, sessionId },
        csrfToken: csrfTokenOf(token),
        expiresAt: endIfIdle({ lastSeenAt: now, expiresAt, revokedAt: null }),
        stepUp: { at: now, method },
      },
    };
  }

  /** Ends the session of a token; an unknown or ended one is left as it is. */
  async end(tx: Tx, token: string, cause: RevocationCause): Promise<void> {
    await revokeSession(tx, tokenHash(this.keyring, 'session token', token), this.clock.now(), cause);
  }

  /** The same, in a transaction of its own. */
  async signOut(token: string | null): Promise<void> {
    if (token !== null) await this.end(this.source.manager, token, 'SIGNED_OUT');
  }
}
