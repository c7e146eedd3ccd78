import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Role } from '../permission/role.js';
import type { GrantDecision, GrantRole, PromoteUser } from './grant.js';

/** One decision about roles at a time, so that what was checked still holds when it is written. */
export async function lockRoleDecisions(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('role decisions', 0))`);
}

/** Appends a decision; a trigger makes it what the account holds. */
export async function appendRoleDecision(tx: Tx, context: CommandContext, decision: GrantDecision, { userId, role, scopes, reason }: GrantRole): Promise<void> {
  await tx.query(
    `insert into role_decision (user_id, role, decision, scopes, decided_by, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [userId, role, decision, scopes, context.actor.userId, reason, context.now, context.commandId],
  );
}

export async function appendRankDecision(tx: Tx, context: CommandContext, { userId, rank, reason }: PromoteUser): Promise<void> {
  await tx.query(`insert into rank_decision (user_id, rank, decided_by, reason, known_at, command_id) values ($1, $2, $3, $4, $5, $6)`, [
    userId,
    rank,
    context.actor.userId,
    reason,
    context.now,
    context.commandId,
  ]);
}

/** A role of a natural person, under whichever account. */
export interface PersonRole {
  readonly role: Role;
  readonly userId: string;
  readonly login: string;
}

/** An account as far as a decision about it has to know it. */
export interface Account {
  readonly login: string;
  readonly active: boolean;
  /** True when the natural person who decides is the one behind the account. */
  readonly isDecider: boolean;
  /** Of all accounts of the person. */
  readonly personRoles: readonly PersonRole[];
}

/** Null for an account that nobody has. */
export async function findAccount(tx: Tx, userId: string, deciderId: string): Promise<Account | null> {
  const rows: Account[] = await tx.query(
    `select u.login, u.active,
            exists (select 1 from app_user d where d.id = $2 and d.person_id = u.person_id) as "isDecider",
            (select coalesce(json_agg(json_build_object('role', r.role, 'userId', o.id, 'login', o.login) order by r.role, o.login), '[]')
               from app_user o join user_role r on r.user_id = o.id where o.person_id = u.person_id) as "personRoles"
       from app_user u where u.id = $1`,
    [userId, deciderId],
  );
  return rows[0] ?? null;
}

/** How many accounts that work hold the administrator's role, but for `userId`. */
export async function otherAdministrators(tx: Tx, userId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(*)::int as count from user_role r join app_user u on u.id = r.user_id where r.role = 'ADMIN' and u.active and u.id <> $1`,
    [userId],
  );
  return rows[0]?.count ?? 0;
}

/** Those of `scopes` that name nothing. */
export async function unknownScopes(tx: Tx, scopes: readonly string[]): Promise<string[]> {
  const rows: { scope: string }[] = await tx.query('select scope from unnest($1::text[]) as scope where not scope_exists(scope)', [scopes]);
  return rows.map(({ scope }) => scope);
}
