import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK, inTransaction } from '#libs/database';
import { DataSource } from 'typeorm';
import { signInFailed, signInLocked } from '../problems.js';
import type { StartedSession } from '../session/admission.js';
import { SessionService } from '../session/session.service.js';
import { decoyHash, passwordMatches } from '../user/password.js';
import { loginKey, type Credentials, type SignInOutcome } from './sign-in.js';
import { appendAttempt, countFailure, findCandidate, findLock, forgiveFailures, type Candidate } from './sign-in.store.js';

interface Knock {
  readonly loginKey: string;
  readonly userId: string | null;
  readonly origin: Origin;
}

@Injectable()
export class SignInService {
  private readonly decoy = decoyHash();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Starts a session for the right password and ends the one that `earlierToken` belongs to. Throws `sign-in.failed`
   * without saying what was wrong, and `sign-in.locked` with the time after too many failures.
   */
  async signIn(credentials: Credentials, origin: Origin, earlierToken: string | null): Promise<StartedSession> {
    const candidate = await findCandidate(this.source.manager, credentials.login, this.clock.today(), origin.address);
    const knock: Knock = { loginKey: loginKey(credentials.login), userId: candidate?.person.id ?? null, origin };
    const lockedUntil = await findLock(this.source.manager, knock.loginKey, this.clock.now());
    if (lockedUntil !== null) return this.refuseLocked(knock, lockedUntil);
    // Outside any transaction: this takes a while by design. An unknown login costs the same work.
    const matches = await passwordMatches(candidate?.passwordHash ?? (await this.decoy), credentials.password);
    if (candidate === null) return this.refuse(knock, 'UNKNOWN_LOGIN');
    if (!matches) return this.refuse(knock, 'WRONG_PASSWORD');
    if (!candidate.admitted) return this.refuse(knock, 'NOT_ADMITTED');
    return this.welcome(knock, candidate, earlierToken);
  }

  private async welcome(knock: Knock, candidate: Candidate, earlierToken: string | null): Promise<StartedSession> {
    const now = this.clock.now();
    const started = await inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      const lockedUntil = await forgiveFailures(tx, knock.loginKey, now);
      if (lockedUntil !== null) return lockedUntil;
      if (earlierToken !== null) await this.sessions.end(tx, earlierToken);
      const session = await this.sessions.start(tx, candidate.person, knock.origin);
      await appendAttempt(tx, { ...knock, outcome: 'SIGNED_IN', at: now, sessionId: session.admission.origin.sessionId }, knock.origin);
      return session;
    });
    return started instanceof Date ? this.refuseLocked(knock, started) : started;
  }

  private async refuse(knock: Knock, outcome: SignInOutcome): Promise<never> {
    const at = this.clock.now();
    const lockedUntil = await inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      await appendAttempt(tx, { ...knock, outcome, at, sessionId: null }, knock.origin);
      return countFailure(tx, knock.loginKey, at);
    });
    throw lockedUntil === null ? signInFailed() : signInLocked(lockedUntil);
  }

  private async refuseLocked(knock: Knock, until: Date): Promise<never> {
    await appendAttempt(this.source.manager, { ...knock, outcome: 'LOCKED', at: this.clock.now(), sessionId: null }, knock.origin);
    throw signInLocked(until);
  }
}
