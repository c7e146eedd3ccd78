import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Clock } from '#libs/calendar';
import { CLOCK, inTransaction } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import type { Challenge } from '../challenge/challenge.js';
import { findChallengeByToken, offerChallenge, useChallenge } from '../challenge/challenge.store.js';
import { hasSecondFactor, methodsOf } from '../factor/factor.js';
import { findFactors } from '../factor/factor.query.js';
import { findStanding, type Standing } from '../permission/standing.query.js';
import { passkeyRefused, proofRefused, signInFailed, signInOver } from '../problems.js';
import type { Proof } from '../proof/proof.js';
import { ProofService } from '../proof/proof.service.js';
import type { StartedSession } from '../session/admission.js';
import { SessionService } from '../session/session.service.js';
import { newToken, sameSecret, tokenHash } from '../session/token.js';
import type { Arrival } from './arrival.js';
import { LockoutService, type Knock } from './lockout.service.js';
import { loginKey, type Credentials, type SecondStep } from './sign-in.js';
import { findCandidate } from './sign-in.store.js';

/** Nobody has this id: what an unknown login is checked against. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly lockout: LockoutService,
    private readonly proofs: ProofService,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Starts a session for the right password, or answers the second step that this person has to take, and ends the
   * session that was brought along. Throws `sign-in.failed` without saying what was wrong, and `sign-in.locked`.
   */
  async signIn({ login, password }: Credentials, arrival: Arrival): Promise<StartedSession | SecondStep> {
    const candidate = await findCandidate(this.source.manager, login, this.clock.today(), arrival.origin.address);
    const knock: Knock = { loginKey: loginKey(login), userId: candidate?.person.id ?? null, origin: arrival.origin, method: 'PASSWORD' };
    await this.lockout.requireUnlocked(knock);
    // Outside any transaction: this takes a while by design. An unknown login costs the same work.
    const matches = await this.proofs.passwordHolds(candidate?.person.id ?? NOBODY, password);
    if (candidate === null) return this.lockout.refuse(knock, 'UNKNOWN_LOGIN', signInFailed());
    if (!matches) return this.lockout.refuse(knock, 'WRONG_PASSWORD', signInFailed());
    if (!candidate.admitted) return this.lockout.refuse(knock, 'NOT_ADMITTED', signInFailed());
    return (await this.halfOpen(knock, candidate)) ?? this.welcome(knock, candidate, arrival);
  }

  /** Finishes a half-open sign-in with a second factor. Throws `sign-in.over` when its time is over, `sign-in.proof-refused`. */
  async complete(token: string, proof: Proof, arrival: Arrival): Promise<StartedSession> {
    const step = await this.findStep(token);
    const standing = step?.userId == null ? null : await this.standing(step.userId, arrival);
    if (step === null || standing === null) throw signInOver();
    const knock: Knock = { ...knockOf(standing, arrival), method: proof.method };
    await this.lockout.requireUnlocked(knock);
    const asked = methodsOf(await findFactors(this.source.manager, standing.person.id));
    if (!asked.includes(proof.method) || !(await this.proofs.holds(standing.person.id, proof, arrival.address))) return this.lockout.refuse(knock, 'WRONG_PROOF', proofRefused());
    return this.welcome(knock, standing, arrival, step);
  }

  /** Starts a session for whoever's passkey signed the challenge: the device itself asked for a finger or a PIN. */
  async signInByPasskey(challengeId: string, response: AuthenticationResponseJSON, arrival: Arrival): Promise<StartedSession> {
    const userId = await this.proofs.ownerOfPasskey({ challengeId, response }, arrival.address);
    const standing = userId === null ? null : await this.standing(userId, arrival);
    if (standing === null) return this.lockout.turnAway({ loginKey: loginKey(response.id), userId: null, origin: arrival.origin, method: 'PASSKEY' }, passkeyRefused());
    const knock: Knock = { ...knockOf(standing, arrival), method: 'PASSKEY' };
    await this.lockout.requireUnlocked(knock);
    return this.welcome(knock, standing, arrival);
  }

  private standing(userId: string, { origin }: Arrival): Promise<Standing | null> {
    return findStanding(this.source.manager, userId, this.clock.today(), origin.address);
  }

  /** Null for people whose password alone does. What is handed out is no session: it opens nothing but the second step. */
  private async halfOpen(knock: Knock, { person }: Standing): Promise<SecondStep | null> {
    const factors = await findFactors(this.source.manager, person.id);
    if (!hasSecondFactor(factors)) return null;
    const token = newToken();
    return inTransaction(this.source, 'READ COMMITTED', async (tx) => {
      const { expiresAt } = await offerChallenge(tx, { kind: 'SECOND_STEP', userId: person.id, tokenHash: tokenHash(this.keyring, 'half-open token', token), payload: this.stepMac(token, person.id) }, this.clock.now());
      await this.lockout.noteSecondStep(tx, knock);
      return { token, methods: methodsOf(factors), expiresAt };
    });
  }

  /** The half-open sign-in of a token, for the person whose password was right and nobody else. */
  private async findStep(token: string): Promise<Challenge | null> {
    const step = await findChallengeByToken(this.source.manager, 'SECOND_STEP', tokenHash(this.keyring, 'half-open token', token), this.clock.now());
    return step?.userId != null && sameSecret(step.payload ?? '', this.stepMac(token, step.userId)) ? step : null;
  }

  private stepMac(token: string, userId: string): string {
    return this.keyring.lastingMac('half-open sign-in', [token, userId]).toString('hex');
  }

  private async welcome(knock: Knock, { person, admitted }: Standing, { origin, earlierToken }: Arrival, step?: Challenge): Promise<StartedSession> {
    if (!admitted) return this.lockout.refuse(knock, 'NOT_ADMITTED', signInFailed());
    return this.lockout.admit(knock, 'SIGNED_IN', async (tx, now) => {
      if (step !== undefined && (await useChallenge(tx, 'SECOND_STEP', step.id, now)) === null) throw signInOver();
      if (earlierToken !== null) await this.sessions.end(tx, earlierToken, 'SIGNED_IN_ANEW');
      const answer = await this.sessions.start(tx, person, origin, knock.method);
      return { sessionId: answer.admission.origin.sessionId, answer };
    });
  }
}

function knockOf({ person }: Standing, { origin }: Arrival): Omit<Knock, 'method'> {
  return { loginKey: loginKey(person.login), userId: person.id, origin };
}
