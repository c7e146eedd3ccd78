import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { offerChallenge } from '../challenge/challenge.store.js';
import { hashPassword, passwordMatches } from './password.js';
import { PASSWORD_POLICY, passwordUsedBefore, requireGoodPassword, type PasswordOwner } from './password.rules.js';
import { listPasswords } from './password.store.js';

/**
 * Judges a password that somebody chose and lays its hash ready. The command that makes it count is told of it by the
 * name of the challenge only, because commands are kept in the log; hashing, slow by design, happens before it runs.
 */
@Injectable()
export class NewPasswordService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /** Answers the name of the challenge; throws at `pointer` for a password that this person must not choose. */
  async prepare(owner: PasswordOwner & { readonly id: string }, password: string, pointer: string): Promise<string> {
    requireGoodPassword(password, owner, pointer);
    const binding = { keyring: this.keyring, userId: owner.id };
    const earlier = await listPasswords(this.source.manager, owner.id, PASSWORD_POLICY.remembered);
    const repeats = await Promise.all(earlier.map((hash) => passwordMatches(binding, hash, password)));
    if (repeats.includes(true)) throw passwordUsedBefore(pointer);
    const payload = await hashPassword(binding, password);
    const { id } = await offerChallenge(this.source.manager, { kind: 'NEW_PASSWORD', userId: owner.id, payload }, this.clock.now());
    return id;
  }
}
