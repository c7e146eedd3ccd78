import { findToxicPair, type Role } from '../permission/role.js';
import type { Account } from './grant.store.js';
import { toxicForPerson } from './problems.js';

/** Throws `rule.roles-are-compatible` where `role` may not meet what the person holds, under whichever account. */
export function refuseForPerson(account: Account, role: Role): void {
  for (const held of account.personRoles) {
    const pair = findToxicPair([held.role, role]);
    if (pair !== null) throw toxicForPerson(pair, held.login);
  }
}
