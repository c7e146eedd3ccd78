import { createPublicKey, type KeyObject } from 'node:crypto';
import { fingerprintOf, pemOf, publicKeyOf } from './batch.js';
import type { KeyFinder } from './chain-check.js';

/** A public key as it travels with what it signed. */
export interface NamedKey {
  readonly name: string;
  readonly fingerprint: string;
  readonly publicKey: string;
}

/**
 * The keys that a file brings along, as far as they are among those that were handed over another way; without any such
 * the file is believed, and the fingerprints shown are for people to compare.
 */
export function knownKeys(brought: readonly NamedKey[], trusted: readonly KeyObject[]): KeyFinder {
  const accepted = new Set(trusted.map(fingerprintOf));
  const keys = new Map(brought.map(({ name, publicKey }) => [name, publicKeyOf(publicKey)]));
  return (name) => {
    const key = keys.get(name) ?? null;
    return key === null || (accepted.size > 0 && !accepted.has(fingerprintOf(key))) ? null : key;
  };
}

const PEM_BLOCK = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g;

/** All public keys of a PEM file; an installation that has changed its keys hands over several. */
export const publicKeysIn = (pem: string): KeyObject[] => (pem.match(PEM_BLOCK) ?? []).map((block) => createPublicKey(block));

/** Public keys as a file that people hand over: name and fingerprint above each. */
export function publicKeyLines(names: readonly string[], keyOf: KeyFinder): string[] {
  return names.flatMap((name) => {
    const key = keyOf(name);
    return key === null ? [] : [`${name} SHA-256 ${fingerprintOf(key)}`, pemOf(key).trim()];
  });
}
