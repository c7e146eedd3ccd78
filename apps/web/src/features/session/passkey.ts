import { browserSupportsWebAuthn, startAuthentication, startRegistration, type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { api, dataOf } from '../../api/client.js';

/** What a passkey signed, as the API takes it. */
export interface SignedChallenge {
  readonly challengeId: string;
  readonly response: Record<string, unknown>;
}

/** Passkeys exist only on secure pages: https, or localhost. */
export const passkeysWork = (): boolean => browserSupportsWebAuthn();

/** Lets the person choose a passkey and sign a fresh challenge with it. Throws `PasskeyCancelled` when they would rather not. */
export async function askForPasskey(): Promise<SignedChallenge> {
  const { challengeId, options } = await dataOf(api.POST('/api/passkeys/challenges'));
  const response = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }).catch(cancelled);
  return { challengeId, response: { ...response } };
}

/** Lets an authenticator make a passkey. Throws `PasskeyCancelled`. */
export async function makePasskey(): Promise<SignedChallenge> {
  const { challengeId, options } = await dataOf(api.POST('/api/passkeys/offers'));
  const response = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }).catch(cancelled);
  return { challengeId, response: { ...response } };
}

/** The person closed the browser's own dialog, or the device has nothing to offer. */
export class PasskeyCancelled extends Error {
  /** True when the device holds a passkey of this person already. */
  readonly known: boolean;

  constructor(cause: unknown) {
    super('no passkey was shown', { cause });
    this.name = 'PasskeyCancelled';
    this.known = cause instanceof Error && cause.name === 'InvalidStateError';
  }
}

function cancelled(cause: unknown): never {
  throw new PasskeyCancelled(cause);
}
