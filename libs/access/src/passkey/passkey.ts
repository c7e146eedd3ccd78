import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { invalidField } from '#libs/errors';
import type { Keyring } from '#libs/secret';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: Date;
  readonly lastUsedAt: Date | null;
  /** True where the maker's account keeps a copy, so that a lost device loses nothing. */
  readonly backedUp: boolean;
}

/** A passkey as it is kept. */
export interface StoredPasskey {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  /** COSE key in base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** Of `passkeyMac`, in hexadecimal. */
  readonly mac: string;
}

/** What says that this program enrolled the key for this person: a row without it counts as absent. Hexadecimal. */
export function passkeyMac(keyring: Keyring, { id, userId, credentialId, publicKey }: Pick<StoredPasskey, 'id' | 'userId' | 'credentialId' | 'publicKey'>): string {
  return keyring.lastingMac('passkey', [id, userId, credentialId, publicKey]).toString('hex');
}

/** How many passkeys one person may have [assumption]: enough for a few devices, few enough to look through. */
export const MOST_PASSKEYS = 10;

/** What a browser hands over, as far as its shape goes; what it means is judged by the library. Throws at `pointer`. */
export function readAssertion(value: unknown, pointer: string): AuthenticationResponseJSON {
  if (isCredential(value) && areTexts(value.response, ['clientDataJSON', 'authenticatorData', 'signature'])) return value as unknown as AuthenticationResponseJSON;
  throw malformed(pointer);
}

export function readRegistration(value: unknown, pointer: string): RegistrationResponseJSON {
  if (isCredential(value) && areTexts(value.response, ['clientDataJSON', 'attestationObject'])) return value as unknown as RegistrationResponseJSON;
  throw malformed(pointer);
}

interface CredentialShape {
  readonly id: string;
  readonly rawId: string;
  readonly response: Readonly<Record<string, unknown>>;
}

const LONGEST = 20_000;

function isCredential(value: unknown): value is CredentialShape {
  return isRecord(value) && areTexts(value, ['id', 'rawId', 'type']) && isRecord(value['response']) && isRecord(value['clientExtensionResults'] ?? {});
}

function areTexts(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string' && value[name].length <= LONGEST);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(pointer: string): Error {
  return invalidField(pointer, 'passkey.malformed', {
    ko: '브라우저가 보낸 패스키 응답의 형식이 올바르지 않습니다. 화면을 새로 고친 뒤 다시 시도해 주세요.',
    en: 'What the browser sent is no answer of a passkey. Reload the page and try again.',
  });
}
