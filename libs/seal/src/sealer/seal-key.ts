import type { Keyring } from '#libs/secret';
import type { KeyFinder } from '../chain/chain-check.js';

/** The purpose under which the ring keeps the key that signs the chain. */
export const SEAL_KEY = 'seal';

/** The public keys of the installation's own ring. */
export function keyFinderOf(keyring: Keyring): KeyFinder {
  return (name) => (keyring.keyNames.includes(name) ? keyring.publicKey(SEAL_KEY, name) : null);
}
