import type { Role, RoleHolder, RolePair } from './grant.requests.js';

/** A role that forbids another one to the same person, and under which account it is held. */
export interface Conflict {
  readonly role: Role;
  readonly login: string;
}

/** What stands in the way of giving `role` to `holder`: roles of all accounts of the same natural person count. */
export function conflictsWith(role: Role, holder: Pick<RoleHolder, 'personId'>, holders: readonly RoleHolder[], pairs: readonly RolePair[]): Conflict[] {
  const forbidden = new Set(pairs.flatMap(({ one, other }) => (one === role ? [other] : other === role ? [one] : [])));
  return holders
    .filter(({ personId }) => personId === holder.personId)
    .flatMap(({ login, roles }) => roles.filter((held) => forbidden.has(held.role)).map((held) => ({ role: held.role, login })));
}
