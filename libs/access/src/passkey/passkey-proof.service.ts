import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Clock } from '#libs/calendar';
import { CLOCK, sqlState } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { CHALLENGE_MINUTES } from '../challenge/challenge.js';
import { offerChallenge, useChallenge } from '../challenge/challenge.store.js';
import { sameSecret } from '../session/token.js';
import { passkeyMac, type StoredPasskey } from './passkey.js';
import { findPasskey, usePasskey } from './passkey.store.js';
import { relyingPartyOf, type RelyingParty, type SeenAddress } from './relying-party.js';

export interface OfferedAssertion {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

export interface ShownPasskey {
  readonly challengeId: string;
  readonly response: AuthenticationResponseJSON;
}

const CHECK_VIOLATION = '23514';
const MINUTE = 60_000;

/** Passkeys as proofs: a challenge that is kept here and signed once. */
@Injectable()
export class PasskeyProofService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
    private readonly keyring: Keyring,
  ) {}

  /** Something to be signed by whichever passkey the person chooses: it names nobody, so it may be asked for by anybody. */
  async offer(address: SeenAddress): Promise<OfferedAssertion> {
    const { id: rpID } = relyingPartyOf(this.options.publicUrl, address);
    const options = await generateAuthenticationOptions({ rpID, userVerification: 'required', timeout: CHALLENGE_MINUTES.PASSKEY * MINUTE });
    const challenge = await offerChallenge(this.source.manager, { kind: 'PASSKEY', userId: null, payload: options.challenge }, this.clock.now());
    return { challengeId: challenge.id, options };
  }

  /** Whose passkey signed the challenge; null for every way in which it did not. The challenge is spent either way. */
  async ownerOf({ challengeId, response }: ShownPasskey, address: SeenAddress): Promise<string | null> {
    const [tx, now, party] = [this.source.manager, this.clock.now(), relyingPartyOf(this.options.publicUrl, address)];
    const challenge = await useChallenge(tx, 'PASSKEY', challengeId, now);
    const passkey = await findPasskey(tx, response.id);
    if (challenge?.payload == null || passkey === null || !sameSecret(passkey.mac, passkeyMac(this.keyring, passkey))) return null;
    const info = await verify(response, challenge.payload, party, passkey);
    if (info === null) return null;
    try {
      await usePasskey(tx, passkey.id, { counter: info.newCounter, backedUp: info.credentialBackedUp, at: now });
    } catch (error) {
      // Two copies of the key at work at the same moment: the database lets the counter only rise.
      if (sqlState(error) === CHECK_VIOLATION) return null;
      throw error;
    }
    return passkey.userId;
  }
}

async function verify(response: AuthenticationResponseJSON, challenge: string, party: RelyingParty, passkey: StoredPasskey): Promise<{ newCounter: number; credentialBackedUp: boolean } | null> {
  const { credentialId: id, counter, transports } = passkey;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter, transports: [...transports] },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo : null;
  } catch {
    // The library throws for whatever does not fit; to the person at the door they are all one wrong key.
    return null;
  }
}
