import type { components } from '../../api/schema.js';

/** What a person shows to prove who they are. */
export type Proof = components['schemas']['ProofDto'];
export type ProofMethod = Proof['method'];

const KNOWN: ReadonlySet<string> = new Set(['PASSWORD', 'TOTP', 'RECOVERY_CODE', 'PASSKEY']);

/** Those of the ways the server names that this page can ask for. */
export function knownMethods(methods: readonly string[]): readonly ProofMethod[] {
  return methods.filter((method): method is ProofMethod => KNOWN.has(method));
}
