import type { EncryptedColumn, Keyring } from '#libs/secret';
import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator app knows it; one step to either side forgives a clock that is half a minute off. */
export const TOTP_POLICY = { stepSeconds: 30, digits: 6, toleranceSeconds: 30, secretBytes: 20 } as const;

/** Under this purpose the secret is encrypted. */
const TOTP_SECRET = 'totp secret';

/** The encrypted column of this noun, for the change of keys. */
export const TOTP_COLUMNS: readonly EncryptedColumn[] = [{ table: 'totp_factor', key: 'id', column: 'secret', purpose: TOTP_SECRET }];

const ISSUER = 'Baton';
const CODE = /^[0-9]{6}$/;

/** A fresh secret in base 32, as it is typed into an authenticator by hand. */
export function newTotpSecret(): string {
  return generateSecret({ length: TOTP_POLICY.secretBytes });
}

/** The secret as it is kept: encrypted together with whose it is, which a change of keys carries over as it stands. */
export function sealTotp(keyring: Keyring, userId: string, secret: string): string {
  return keyring.encrypt(`${userId} ${secret}`, TOTP_SECRET);
}

/** The secret that was sealed for this person; null for one that was sealed for another and moved here. */
export function openTotp(keyring: Keyring, userId: string, sealed: string): string | null {
  const [owner, secret = ''] = keyring.decrypt(sealed, TOTP_SECRET).split(' ');
  return owner === userId ? secret : null;
}

/** What the QR code of an enrolment says (otpauth:). */
export function totpAddress(secret: string, login: string): string {
  return generateURI({ issuer: ISSUER, label: login, secret, digits: TOTP_POLICY.digits, period: TOTP_POLICY.stepSeconds });
}

/** The time step that a typed code belongs to; null for a code that is wrong now. Blanks between the digits do not matter. */
export function timeStepOf(secret: string, typed: string, now: Date): number | null {
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!CODE.test(token)) return null;
  const result = verifySync({
    secret,
    token,
    epoch: Math.floor(now.getTime() / 1_000),
    period: TOTP_POLICY.stepSeconds,
    digits: TOTP_POLICY.digits,
    epochTolerance: TOTP_POLICY.toleranceSeconds,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
