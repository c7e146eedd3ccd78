import type { Tx } from './transaction.js';

/** Who acts, and where the permission in question holds (`*`, `fund/<id>`, `programme/<id>`). */
export interface ScopedIdentity {
  readonly userId: string;
  readonly scopes: readonly string[];
}

/** The settings that row-level security reads, as a list of expressions over `scopeParameters`. */
export const SCOPE_SETTINGS = `set_config('baton.scopes', $1, true), set_config('baton.actor', $2, true)`;

export function scopeParameters(identity: ScopedIdentity): readonly [scopes: string, actor: string] {
  return [identity.scopes.join(','), identity.userId];
}

/**
 * Tells row-level security, until the transaction ends, whose eyes it looks through. Without it no row of any fund is
 * there.
 */
export async function enterScopes(tx: Tx, identity: ScopedIdentity): Promise<void> {
  await tx.query(`select ${SCOPE_SETTINGS}`, [...scopeParameters(identity)]);
}
