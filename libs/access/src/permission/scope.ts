import { PERMISSIONS, type Permission } from './permissions.js';
import type { Role } from './role.js';

/** Where a role may be held: everywhere, in one programme with all its funds, or in one fund. Repeated as `scope_exists` in the database. */
export const EVERYWHERE = '*';
/**
 * What an administrator's "everywhere" comes to: accounts and roles, and no fund at all. Row-level security knows the word,
 * so that the administrator sees no business data whatever a route would show.
 */
const ADMINISTRATION = 'administration';
export const SCOPE_SHAPE = /^(\*|(fund|programme)\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** A role, and where it is held. */
export interface HeldRole {
  readonly role: Role;
  readonly scopes: readonly string[];
}

/** Where at least one of these roles is held; `*` swallows the rest. */
export function scopesOf(held: readonly HeldRole[]): readonly string[] {
  const scopes = new Set(held.flatMap((each) => (each.role === 'ADMIN' ? [ADMINISTRATION] : each.scopes)));
  return scopes.has(EVERYWHERE) ? [EVERYWHERE] : [...scopes].sort();
}

/** Where `permission` holds: in the scopes of those roles that give it, whatever other roles are held elsewhere. */
export function scopesUnder(permission: Permission, held: readonly HeldRole[]): readonly string[] {
  const givers: readonly Role[] = PERMISSIONS[permission];
  return scopesOf(held.filter(({ role }) => givers.includes(role)));
}
