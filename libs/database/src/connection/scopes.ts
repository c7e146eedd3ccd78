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
 * there. Takes `locks` by the way, each once and all in one order, so that nobody waits for each other in a circle; they are
 * released with the transaction. What somebody else did under them is seen by the statements that follow.
 */
export async function enterScopes(tx: Tx, identity: ScopedIdentity, locks: readonly string[] = []): Promise<void> {
  if (locks.length === 0) {
    await tx.query(`select ${SCOPE_SETTINGS}`, [...scopeParameters(identity)]);
    return;
  }
  await tx.query(
    `select ${SCOPE_SETTINGS}, (select count(pg_advisory_xact_lock(place)) from
       (select distinct hashtextextended(name, 0) as place from unnest($3::text[]) as name order by place) as places)`,
    [...scopeParameters(identity), locks],
  );
}
