import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { codeHash } from '../challenge/readable-code.js';
import { PasskeyProofService, type ShownPasskey } from '../passkey/passkey-proof.service.js';
import type { SeenAddress } from '../passkey/relying-party.js';
import { decoyHash, passwordMatches } from '../password/password.js';
import { listPasswords } from '../password/password.store.js';
import { spendRecoveryCode } from '../recovery-code/recovery-code.store.js';
import { openTotp, timeStepOf } from '../totp/totp.js';
import { findTotp, takeTimeStep } from '../totp/totp.store.js';
import type { Proof } from './proof.js';

/** Tells whether what somebody shows proves that they are the person with this account. What counts once is spent here. */
@Injectable()
export class ProofService {
  private readonly decoy: Promise<string>;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
    private readonly passkeys: PasskeyProofService,
  ) {
    this.decoy = decoyHash(keyring);
  }

  /** Each statement commits by itself: a code that was shown is spent, whatever becomes of the request. */
  async holds(userId: string, proof: Proof, address: SeenAddress): Promise<boolean> {
    switch (proof.method) {
      case 'PASSWORD':
        return this.passwordHolds(userId, proof.password);
      case 'TOTP':
        return this.totpHolds(userId, proof.code);
      case 'RECOVERY_CODE':
        return spendRecoveryCode(this.source.manager, userId, codeHash(this.keyring, 'recovery code', proof.code, userId), this.clock.now());
      case 'PASSKEY':
        return (await this.ownerOfPasskey(proof, address)) === userId;
    }
  }

  /** Whose passkey signed the challenge; null when nobody's did. */
  ownerOfPasskey(shown: ShownPasskey, address: SeenAddress): Promise<string | null> {
    return this.passkeys.ownerOf(shown, address);
  }

  /** An account without a password costs the same work as one with another. */
  async passwordHolds(userId: string, password: string): Promise<boolean> {
    const [hash] = await listPasswords(this.source.manager, userId, 1);
    return passwordMatches({ keyring: this.keyring, userId }, hash ?? (await this.decoy), password);
  }

  private async totpHolds(userId: string, code: string): Promise<boolean> {
    const [tx, now] = [this.source.manager, this.clock.now()];
    const factor = await findTotp(tx, userId);
    if (factor === null) return false;
    const secret = openTotp(this.keyring, userId, factor.secret);
    const timeStep = secret === null ? null : timeStepOf(secret, code, now);
    return timeStep !== null && (await takeTimeStep(tx, factor.id, timeStep, now));
  }
}
