import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Command, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { codeHash } from '../challenge/readable-code.js';
import { takePassword } from '../password/new-password.js';
import { NewPasswordService } from '../password/new-password.service.js';
import { actorOf } from '../permission/actor.js';
import { findStanding } from '../permission/standing.query.js';
import { ownAccount } from '../problems.js';
import type { OwnRequest } from '../session/own-session.service.js';
import { getUser } from '../user/user.query.js';
import { makeInvitationCode } from './invitation.js';
import { findInvitation, replaceInvitation, useInvitation } from './invitation.store.js';

export interface HandedInvitation {
  readonly code: string;
  readonly expiresAt: Date;
}

/** How a person comes to a password: with a code that an administrator hands over, once. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly runner: CommandRunner,
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
    private readonly prepared: NewPasswordService,
  ) {}

  /** A code for the person with this account; an earlier one counts no more. The same request gives the same code. */
  async invite(request: OwnRequest, userId: string): Promise<HandedInvitation> {
    const { code, hash } = makeInvitationCode(this.keyring, request.actor.userId, request.idempotencyKey, userId);
    const { result } = await this.runner.run(inviteUser, { ...request, input: { userId, codeHash: hash } });
    return { code, expiresAt: new Date(result.expiresAt) };
  }

  /**
   * Sets the password of the person whose code this is, and ends their sessions; nothing else changes. Throws at `/code`
   * for one that does not count (any more, or from here), and at `/password`.
   */
  async redeem(code: string, password: string, origin: Origin): Promise<void> {
    const tx = this.source.manager;
    const invitation = await findInvitation(tx, codeHash(this.keyring, 'invitation code', code), this.clock.now());
    const standing = invitation === null ? null : await findStanding(tx, invitation.userId, this.clock.today(), origin.address);
    if (invitation === null || standing?.admitted !== true) throw codeWrong();
    const challengeId = await this.prepared.prepare(standing.person, password, '/password');
    await this.runner.run(redeemInvitation, { actor: actorOf(standing.person), origin, input: { invitationId: invitation.id, challengeId } });
  }
}

/** Lets a person choose a password: the first one, or another after it was forgotten. */
export const inviteUser: Command<{ readonly userId: string; readonly codeHash: string }, { readonly expiresAt: string }> = {
  name: 'user.invite',
  execute: async (tx, context, { userId, codeHash: hash }) => {
    if (userId === context.actor.userId) throw ownAccount();
    const { active } = await getUser(tx, userId);
    if (!active) throw closed();
    return { expiresAt: (await replaceInvitation(tx, context, userId, hash)).toISOString() };
  },
};

export const redeemInvitation: Command<{ readonly invitationId: string; readonly challengeId: string }, { readonly endedSessions: number }> = {
  name: 'invitation.redeem',
  execute: async (tx, context, { invitationId, challengeId }) => {
    if (!(await useInvitation(tx, invitationId, context.actor.userId, context.now))) throw codeWrong();
    return { endedSessions: await takePassword(tx, context, challengeId, null) };
  },
};

function codeWrong(): DomainError {
  return invalidField('/code', 'invitation.wrong-code', {
    ko: '초대 코드가 맞지 않거나, 기한이 지났거나, 이미 쓰였거나, 이곳에서 쓸 수 없는 계정입니다. 관리자에게 새 코드를 요청해 주세요.',
    en: 'This code is wrong, over or used, or the account cannot be used from here. Ask the administrator for a new one.',
  });
}

function closed(): DomainError {
  return new DomainError('conflict', 'user.inactive', { ko: '사용이 중지된 계정입니다. 새 계정을 등록해 주세요.', en: 'This account is closed. Create a new one.' });
}
