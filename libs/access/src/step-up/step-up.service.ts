import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { invariant } from '#libs/errors';
import { DataSource } from 'typeorm';
import { methodsOf } from '../factor/factor.js';
import { findFactors } from '../factor/factor.query.js';
import type { SeenAddress } from '../passkey/relying-party.js';
import { sessionExpired, stepUpRefused, stepUpRequired } from '../problems.js';
import type { Proof } from '../proof/proof.js';
import { ProofService } from '../proof/proof.service.js';
import type { Admission } from '../session/admission.js';
import { stepUpSession } from '../session/session.store.js';
import { LockoutService, type Knock } from '../sign-in/lockout.service.js';
import { loginKey } from '../sign-in/sign-in.js';
import { isSteppedUp, STEP_UP_POLICY, type GivenProof, type ProofMethod } from './step-up.js';

/** Asks people who are signed in to prove once more who they are, before what cannot be taken back. */
@Injectable()
export class StepUpService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly proofs: ProofService,
    private readonly lockout: LockoutService,
  ) {}

  /** Throws `step-up.required` with the ways to prove it, unless this session's last proof is young enough. */
  async require({ actor, stepUp }: Admission): Promise<void> {
    if (!isSteppedUp(stepUp, this.clock.now())) throw stepUpRequired(await this.methods(actor.userId), STEP_UP_POLICY.windowMinutes);
  }

  /** The ways in which this person can prove it now, the strongest first. */
  async methods(userId: string): Promise<readonly ProofMethod[]> {
    return methodsOf(await findFactors(this.source.manager, userId));
  }

  /** Takes a proof and notes it on the session. Throws `step-up.refused`, and `sign-in.locked` after too many failures. */
  async confirm({ actor, origin }: Admission, proof: Proof, address: SeenAddress): Promise<GivenProof> {
    const knock: Knock = { loginKey: loginKey(actor.login), userId: actor.userId, origin, method: proof.method };
    await this.lockout.requireUnlocked(knock);
    const asked = await this.methods(actor.userId);
    const holds = asked.includes(proof.method) && (await this.proofs.holds(actor.userId, proof, address));
    if (!holds) return this.lockout.refuse(knock, proof.method === 'PASSWORD' ? 'WRONG_PASSWORD' : 'WRONG_PROOF', stepUpRefused());
    return this.note(knock);
  }

  /** Notes a proof that was given elsewhere (at the institution's own sign-in). */
  async note(knock: Knock): Promise<GivenProof> {
    const { sessionId } = knock.origin;
    invariant(sessionId !== null, 'only a session can be stepped up');
    return this.lockout.admit(knock, 'STEPPED_UP', async (tx, at) => {
      const answer = { at, method: knock.method };
      if (!(await stepUpSession(tx, sessionId, answer))) throw sessionExpired();
      return { sessionId, answer };
    });
  }
}
