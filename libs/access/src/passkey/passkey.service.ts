import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { generateRegistrationOptions, verifyRegistrationResponse, type PublicKeyCredentialCreationOptionsJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Command } from '#libs/command';
import { CLOCK } from '#libs/database';
import { notFound } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { CHALLENGE_MINUTES } from '../challenge/challenge.js';
import { findOffered, offerChallenge, useChallenge } from '../challenge/challenge.store.js';
import { challengeOver } from '../challenge/problems.js';
import { giveFirstCodes, takeLastCodes } from '../recovery-code/first-codes.js';
import { makeRecoveryCodes } from '../recovery-code/recovery-code.js';
import type { OwnRequest } from '../session/own-session.service.js';
import { intendedId } from '../session/intended-id.js';
import { MOST_PASSKEYS, passkeyMac } from './passkey.js';
import { insertPasskey, listCredentials, removePasskey, type NewPasskey } from './passkey.store.js';
import { passkeyKnown, passkeyUnverified, tooManyPasskeys } from './problems.js';
import { relyingPartyOf, type SeenAddress } from './relying-party.js';

const PRODUCT = 'Baton';
const MINUTE = 60_000;

export interface OfferedPasskey {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

export interface ShownRegistration {
  readonly challengeId: string;
  readonly name: string;
  readonly response: RegistrationResponseJSON;
}

/** The passkeys of a person: enrolled by the device's own question for a finger or a PIN, removed at will. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly runner: CommandRunner,
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
    private readonly keyring: Keyring,
  ) {}

  /** What the browser hands to the authenticator. The passkey is to be found without a login (discoverable). */
  async offer({ userId, login, name }: Actor, address: SeenAddress): Promise<OfferedPasskey> {
    const tx = this.source.manager;
    const known = await listCredentials(tx, userId);
    if (known.length >= MOST_PASSKEYS) throw tooManyPasskeys(MOST_PASSKEYS);
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: relyingPartyOf(this.options.publicUrl, address).id,
      userID: new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex')),
      userName: login,
      userDisplayName: name,
      timeout: CHALLENGE_MINUTES.PASSKEY_ENROLMENT * MINUTE,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const { id } = await offerChallenge(tx, { kind: 'PASSKEY_ENROLMENT', userId, payload: options.challenge }, this.clock.now());
    return { challengeId: id, options };
  }

  /** Enrols what the authenticator made; answers recovery codes to whoever has none left. */
  async enrol(request: OwnRequest, shown: ShownRegistration, address: SeenAddress): Promise<readonly string[] | null> {
    const read = await this.read(request.actor.userId, shown, address);
    // The same intent is the same input: it names the row, because what says that the row is genuine covers its name.
    const id = intendedId(this.keyring, 'passkey', request.actor.userId, request.idempotencyKey);
    const input = { ...read, id, mac: passkeyMac(this.keyring, { ...read, id, userId: request.actor.userId }) };
    const { codes, hashes } = makeRecoveryCodes(this.keyring, request.actor.userId, request.idempotencyKey);
    const { result } = await this.runner.run(enrolPasskey, { ...request, input: { ...input, hashes } });
    return result.gaveCodes ? codes : null;
  }

  async remove(request: OwnRequest, passkeyId: string): Promise<void> {
    await this.runner.run(removeOwnPasskey, { ...request, input: { passkeyId } });
  }

  /** All that is kept of a passkey is public: the private key never left the device. */
  private async read(userId: string, { challengeId, name, response }: ShownRegistration, address: SeenAddress): Promise<Omit<EnrolPasskey, 'hashes' | 'id' | 'mac'>> {
    const offered = await findOffered(this.source.manager, 'PASSKEY_ENROLMENT', challengeId, userId);
    if (offered?.payload == null) throw notFound({ ko: '패스키 등록', en: 'enrolment' }, challengeId);
    const party = relyingPartyOf(this.options.publicUrl, address);
    const verified = await verifyRegistrationResponse({ response, expectedChallenge: offered.payload, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true }).catch(() => null);
    if (verified?.verified !== true) throw passkeyUnverified();
    const { credential, credentialBackedUp: backedUp } = verified.registrationInfo;
    const publicKey = Buffer.from(credential.publicKey).toString('base64url');
    return { challengeId, name, credentialId: credential.id, publicKey, counter: credential.counter, transports: credential.transports ?? [], backedUp };
  }
}

interface EnrolPasskey extends NewPasskey {
  readonly challengeId: string;
  readonly hashes: readonly string[];
}

export const enrolPasskey: Command<EnrolPasskey, { readonly passkeyId: string; readonly gaveCodes: boolean }> = {
  name: 'passkey.enrol',
  execute: async (tx, context, { challengeId, hashes, ...passkey }) => {
    const offered = await useChallenge(tx, 'PASSKEY_ENROLMENT', challengeId, context.now);
    if (offered?.userId !== context.actor.userId) throw challengeOver();
    if (!(await insertPasskey(tx, context, passkey))) throw passkeyKnown();
    return { passkeyId: passkey.id, gaveCodes: await giveFirstCodes(tx, context, hashes) };
  },
};

export const removeOwnPasskey: Command<{ readonly passkeyId: string }, { readonly removed: boolean }> = {
  name: 'passkey.remove',
  execute: async (tx, context, { passkeyId }) => {
    if (!(await removePasskey(tx, context.actor.userId, passkeyId, context.now))) throw notFound({ ko: '패스키', en: 'passkey' }, passkeyId);
    await takeLastCodes(tx, context);
    return { removed: true };
  },
};
