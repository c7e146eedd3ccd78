import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK, inTransaction, type Tx } from '#libs/database';
import type { DomainError } from '#libs/errors';
import { DataSource } from 'typeorm';
import { signInLocked } from '../problems.js';
import type { ProofMethod } from '../step-up/step-up.js';
import type { SignInOutcome } from './sign-in.js';
import { appendAttempt, countFailure, findLock, forgiveFailures } from './sign-in.store.js';

/** Somebody at the door: under which login failures are counted, who it would be, and how they try. */
export interface Knock {
  readonly loginKey: string;
  readonly userId: string | null;
  readonly origin: Origin;
  readonly method: ProofMethod;
}

/** Counts what goes wrong at the door, by password, code or passkey alike, and keeps every attempt on record. */
@Injectable()
export class LockoutService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `sign-in.locked` with the time after too many failures. */
  async requireUnlocked(knock: Knock): Promise<void> {
    const until = await findLock(this.source.manager, knock.loginKey, this.clock.now());
    if (until !== null) await this.refuseLocked(knock, until);
  }

  /** Counts a failure and throws `problem`, or `sign-in.locked` when this one was too many. */
  async refuse(knock: Knock, outcome: SignInOutcome, problem: DomainError): Promise<never> {
    const at = this.clock.now();
    const lockedUntil = await inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      await appendAttempt(tx, { ...knock, outcome, at, sessionId: null }, knock.origin);
      return countFailure(tx, knock.loginKey, at);
    });
    throw lockedUntil === null ? problem : signInLocked(lockedUntil);
  }

  /** Keeps a failure on record that counts for no login, because it names none, and throws `problem`. */
  async turnAway(knock: Knock, problem: DomainError): Promise<never> {
    await appendAttempt(this.source.manager, { ...knock, outcome: 'WRONG_PROOF', at: this.clock.now(), sessionId: null }, knock.origin);
    throw problem;
  }

  /** The password was right and a second step is to follow: on record, but nothing is forgiven yet. */
  async noteSecondStep(tx: Tx, knock: Knock): Promise<void> {
    await appendAttempt(tx, { ...knock, outcome: 'SECOND_STEP', at: this.clock.now(), sessionId: null }, knock.origin);
  }

  /**
   * Forgives earlier failures and runs `enter`, which answers the session. Other guesses may have locked the login
   * meanwhile: then nobody enters.
   */
  async admit<T>(knock: Knock, outcome: 'SIGNED_IN' | 'STEPPED_UP', enter: (tx: Tx, now: Date) => Promise<{ readonly sessionId: string | null; readonly answer: T }>): Promise<T> {
    const now = this.clock.now();
    const entered = await inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      const lockedUntil = await forgiveFailures(tx, knock.loginKey, now);
      if (lockedUntil !== null) return { lockedUntil };
      const { sessionId, answer } = await enter(tx, now);
      await appendAttempt(tx, { ...knock, outcome, at: now, sessionId }, knock.origin);
      return { answer };
    });
    return 'answer' in entered ? entered.answer : this.refuseLocked(knock, entered.lockedUntil);
  }

  private async refuseLocked(knock: Knock, until: Date): Promise<never> {
    await appendAttempt(this.source.manager, { ...knock, outcome: 'LOCKED', at: this.clock.now(), sessionId: null }, knock.origin);
    throw signInLocked(until);
  }
}
