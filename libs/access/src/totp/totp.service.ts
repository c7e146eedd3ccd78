import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Command } from '#libs/command';
import { CLOCK } from '#libs/database';
import { DomainError, invalidField, notFound } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { findOffered, offerChallenge, useChallenge } from '../challenge/challenge.store.js';
import { challengeOver } from '../challenge/problems.js';
import { giveFirstCodes, takeLastCodes } from '../recovery-code/first-codes.js';
import { makeRecoveryCodes } from '../recovery-code/recovery-code.js';
import type { OwnRequest } from '../session/own-session.service.js';
import { newTotpSecret, openTotp, sealTotp, timeStepOf, totpAddress } from './totp.js';
import { findTotp, insertTotp, removeTotp, takeTimeStep } from './totp.store.js';

export interface OfferedTotp {
  readonly id: string;
  /** Shown to the person who enrols it, and to nobody afterwards. */
  readonly secret: string;
  readonly address: string;
  readonly expiresAt: Date;
}

/** The authenticator app of a person: enrolled when one of its codes was typed, removed at will. */
@Injectable()
export class TotpService {
  constructor(
    private readonly runner: CommandRunner,
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keyring: Keyring,
  ) {}

  /** A secret to be set up in an app. Nothing is enrolled yet: it waits, encrypted, for its first code. Throws `totp.enrolled`. */
  async offer({ userId, login }: Actor): Promise<OfferedTotp> {
    const tx = this.source.manager;
    if ((await findTotp(tx, userId)) !== null) throw enrolled();
    const secret = newTotpSecret();
    const payload = sealTotp(this.keyring, userId, secret);
    const { id, expiresAt } = await offerChallenge(tx, { kind: 'TOTP_ENROLMENT', userId, payload }, this.clock.now());
    return { id, secret, address: totpAddress(secret, login), expiresAt };
  }

  /** Enrols the offered secret if `code` is one of its codes; answers recovery codes to whoever has none left. */
  async confirm(request: OwnRequest, id: string, code: string): Promise<readonly string[] | null> {
    const offered = await findOffered(this.source.manager, 'TOTP_ENROLMENT', id, request.actor.userId);
    const secret = offered?.payload == null ? null : openTotp(this.keyring, request.actor.userId, offered.payload);
    if (secret === null) throw notFound({ ko: '인증 앱 등록', en: 'enrolment' }, id);
    const timeStep = timeStepOf(secret, code, this.clock.now());
    if (timeStep === null) throw wrongCode();
    const { codes, hashes } = makeRecoveryCodes(this.keyring, request.actor.userId, request.idempotencyKey);
    // The command is told of the secret by the name of its offer only: commands are kept in the log.
    const { result } = await this.runner.run(confirmTotp, { ...request, input: { challengeId: id, timeStep, hashes } });
    return result.gaveCodes ? codes : null;
  }

  /** Throws `resource.not-found` when there is none. */
  async remove(request: OwnRequest): Promise<void> {
    await this.runner.run(removeTotpFactor, { ...request, input: {} });
  }
}

interface ConfirmTotp {
  readonly challengeId: string;
  /** Of the code that was typed: it counts as used. */
  readonly timeStep: number;
  readonly hashes: readonly string[];
}

export const confirmTotp: Command<ConfirmTotp, { readonly gaveCodes: boolean }> = {
  name: 'totp.confirm',
  execute: async (tx, context, { challengeId, timeStep, hashes }) => {
    const offered = await useChallenge(tx, 'TOTP_ENROLMENT', challengeId, context.now);
    if (offered?.payload == null || offered.userId !== context.actor.userId) throw challengeOver();
    const factor = { id: randomUUID(), secret: offered.payload };
    if (!(await insertTotp(tx, context, factor))) throw enrolled();
    await takeTimeStep(tx, factor.id, timeStep, context.now);
    return { gaveCodes: await giveFirstCodes(tx, context, hashes) };
  },
};

export const removeTotpFactor: Command<object, { readonly removed: boolean }> = {
  name: 'totp.remove',
  execute: async (tx, context) => {
    if (!(await removeTotp(tx, context.actor.userId, context.now))) throw notFound({ ko: '인증 앱', en: 'authenticator' }, context.actor.login);
    await takeLastCodes(tx, context);
    return { removed: true };
  },
};

function enrolled(): DomainError {
  return new DomainError('conflict', 'totp.enrolled', {
    ko: '이미 인증 앱이 등록되어 있습니다. 다른 앱으로 바꾸려면 먼저 지금 것을 해제해 주세요.',
    en: 'An authenticator is enrolled already. Remove it before you enrol another.',
  });
}

function wrongCode(): DomainError {
  return invalidField('/code', 'totp.wrong-code', {
    ko: '코드가 맞지 않습니다. 앱에 지금 보이는 6자리를 입력해 주세요. 휴대전화의 시각이 자동으로 맞춰져 있는지도 확인해 주세요.',
    en: 'This is not its code. Type the six digits that the app shows now, and see that the phone sets its clock by itself.',
  });
}
