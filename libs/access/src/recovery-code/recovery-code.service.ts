import { Injectable } from '@nestjs/common';
import { CommandRunner, type Command } from '#libs/command';
import { DomainError } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { hasSecondFactor } from '../factor/factor.js';
import { findFactors } from '../factor/factor.query.js';
import type { OwnRequest } from '../session/own-session.service.js';
import { makeRecoveryCodes } from './recovery-code.js';
import { replaceRecoveryCodes } from './recovery-code.store.js';

@Injectable()
export class RecoveryCodeService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keyring: Keyring,
  ) {}

  /** New codes in the place of all earlier ones. Throws `recovery-code.no-factor` for people without a second factor. */
  async renew(request: OwnRequest): Promise<readonly string[]> {
    const { codes, hashes } = makeRecoveryCodes(this.keyring, request.actor.userId, request.idempotencyKey);
    await this.runner.run(renewRecoveryCodes, { ...request, input: { hashes } });
    return codes;
  }
}

export const renewRecoveryCodes: Command<{ readonly hashes: readonly string[] }, { readonly count: number }> = {
  name: 'recovery-code.renew',
  execute: async (tx, context, { hashes }) => {
    if (!hasSecondFactor(await findFactors(tx, context.actor.userId))) throw noFactor();
    await replaceRecoveryCodes(tx, context, hashes);
    return { count: hashes.length };
  },
};

function noFactor(): DomainError {
  return new DomainError('rule_broken', 'recovery-code.no-factor', {
    ko: '복구 코드는 인증 앱이나 패스키를 잃어버렸을 때 쓰는 것입니다. 먼저 그중 하나를 등록해 주세요.',
    en: 'Recovery codes stand in for a lost authenticator or passkey. Enrol one of them first.',
  });
}
