import type { Actor } from '#libs/command';
import { PERMISSION_CODES, permissionsOf } from './permissions.js';
import type { Role } from './role.js';

/** Nobody's account can have this id or this login: a CHECK on `app_user` says so. */
export const SYSTEM_USER_ID = '00000000-0000-0000-0000-000000000000';

/** On whose behalf stories, imports of the past and the start of an installation act. Nobody can sign in as it. */
export const SYSTEM_ACTOR: Actor = {
  userId: SYSTEM_USER_ID,
  login: 'system',
  name: '시스템',
  roles: ['SYSTEM'],
  permissions: new Set<string>(PERMISSION_CODES),
  scopes: ['*'],
  readOnly: false,
};

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A person as an actor: an auditor's reads go through the database role that cannot write. */
export function actorOf(person: Person): Actor {
  return {
    userId: person.id,
    login: person.login,
    name: person.name,
    roles: person.roles,
    permissions: new Set<string>(permissionsOf(person.roles)),
    scopes: ['*'],
    readOnly: person.roles.includes('AUDITOR'),
  };
}
