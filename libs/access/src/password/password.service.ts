import { Injectable } from '@nestjs/common';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { ProofService } from '../proof/proof.service.js';
import { LockoutService, type Knock } from '../sign-in/lockout.service.js';
import { loginKey } from '../sign-in/sign-in.js';
import { takePassword } from './new-password.js';
import { NewPasswordService } from './new-password.service.js';
import { passwordWrong } from './password.rules.js';

export interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

@Injectable()
export class PasswordService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly proofs: ProofService,
    private readonly prepared: NewPasswordService,
    private readonly lockout: LockoutService,
  ) {}

  /**
   * Changes the password of whoever is signed in and ends their other sessions; returns how many. A wrong old password
   * counts as a failed sign-in. Throws at `/oldPassword` and `/newPassword`.
   */
  async change({ actor, origin }: { readonly actor: Actor; readonly origin: Origin }, { oldPassword, newPassword }: PasswordChange): Promise<number> {
    const knock: Knock = { loginKey: loginKey(actor.login), userId: actor.userId, origin, method: 'PASSWORD' };
    await this.lockout.requireUnlocked(knock);
    if (!(await this.proofs.passwordHolds(actor.userId, oldPassword))) return this.lockout.refuse(knock, 'WRONG_PASSWORD', passwordWrong('/oldPassword'));
    const challengeId = await this.prepared.prepare({ id: actor.userId, login: actor.login, name: actor.name }, newPassword, '/newPassword');
    const { result } = await this.runner.run(changePassword, { actor, origin, input: { challengeId, exceptSessionId: origin.sessionId } });
    return result.endedSessions;
  }
}

interface ChangePassword {
  readonly challengeId: string;
  readonly exceptSessionId: string | null;
}

export const changePassword: Command<ChangePassword, { readonly endedSessions: number }> = {
  name: 'password.change',
  execute: async (tx, context, { challengeId, exceptSessionId }) => ({ endedSessions: await takePassword(tx, context, challengeId, exceptSessionId) }),
};
