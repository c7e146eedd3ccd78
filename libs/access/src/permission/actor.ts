import type { Actor } from '#libs/command';
import { PERMISSION_CODES, permissionsOf } from './permissions.js';
import type { Role } from './role.js';
import { EVERYWHERE, scopesOf, type HeldRole } from './scope.js';

/** Nobody's account can have this id or this login: a CHECK on `app_user` says so. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** On whose behalf stories, imports of the past and the start of an installation act. Nobody can sign in as it. */
export const SYSTEM_ACTOR: Actor = {
  userId: SYSTEM_USER_ID,
  login: 'system',
  name: '시스템',
  roles: ['SYSTEM'],
  permissions: new Set<string>(PERMISSION_CODES),
  scopes: [EVERYWHERE],
  readOnly: false,
};

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** The roles, and where each is held. */
  readonly held: readonly HeldRole[];
}

/**
 * A person as an actor: an auditor's reads go through the database role that cannot write. The scopes are those of all
 * roles together; whoever acts under one permission is narrowed to where that one holds (`scopesUnder`).
 */
export function actorOf(person: Person): Actor {
  const roles = person.held.map(({ role }) => role);
  return {
    userId: person.id,
    login: person.login,
    name: person.name,
    roles,
    permissions: permissionsUnder(roles),
    scopes: scopesOf(person.held),
    readOnly: roles.includes('AUDITOR'),
  };
}

/** By the roles: there are few sets of them, and every request asks. */
const known = new Map<string, ReadonlySet<string>>();

function permissionsUnder(roles: readonly Role[]): ReadonlySet<string> {
  const key = roles.join();
  const permissions = known.get(key) ?? new Set<string>(permissionsOf(roles));
  known.set(key, permissions);
  return permissions;
}
