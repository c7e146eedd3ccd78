import type { Rank } from '../permission/rank.js';
import type { Role } from '../permission/role.js';

/** A role for an account, and where it is to be held. */
export interface GrantRole {
  readonly userId: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly reason: string;
}

export interface RevokeRole {
  readonly userId: string;
  readonly role: Role;
  readonly reason: string;
}

export interface PromoteUser {
  readonly userId: string;
  readonly rank: Rank;
  readonly reason: string;
}

/** What was decided about a role; the history of an account is a list of these. */
export type GrantDecision = 'GRANTED' | 'RESCOPED' | 'REVOKED';

/** A role that an account holds now. */
export interface RoleHolding {
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly grantedBy: string;
  readonly grantedAt: string;
}

/** Somebody with an account and all that the account holds. */
export interface RoleHolder {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly rank: Rank;
  readonly active: boolean;
  /** Two accounts of one natural person carry the same. */
  readonly personId: string;
  readonly roles: readonly RoleHolding[];
}

/** One decision about a role, with who made it and why. */
export interface RoleDecision {
  readonly id: string;
  readonly role: Role;
  readonly decision: GrantDecision;
  readonly scopes: readonly string[];
  readonly decidedBy: string;
  readonly reason: string | null;
  readonly knownAt: Date;
}

/** A place where a role can be held, as people call it. */
export interface ScopeChoice {
  readonly scope: string;
  readonly kind: 'EVERYWHERE' | 'PROGRAMME' | 'FUND';
  readonly code: string;
  readonly name: string;
  /** The programme's scope, for a fund. */
  readonly within: string | null;
}
