import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { RoleDecision, RoleHolder, ScopeChoice } from './grant.js';

/** The places that who asks may see (the administrator: all, by name). What they may not see is left out of what others hold, too. */
const VISIBLE_SCOPES = `
  visible as materialized (select scope from scope_choices())`;

const HOLDERS = `
  with ${VISIBLE_SCOPES}
  select u.id, u.login, u.name, u.rank, u.active, u.person_id as "personId",
         (select coalesce(json_agg(json_build_object('role', r.role, 'scopes', seen.scopes, 'grantedBy', coalesce(g.name, '시스템'), 'grantedAt', r.granted_at) order by r.role), '[]')
            from user_role r
            left join app_user g on g.id = r.granted_by
            cross join lateral (select array(select scope from unnest(r.scopes) as scope where scope in (select scope from visible) order by scope) as scopes) as seen
           where r.user_id = u.id and cardinality(seen.scopes) > 0) as roles
    from app_user u`;

/** Everybody with an account, and what they hold where. */
export async function listHolders(tx: Tx): Promise<RoleHolder[]> {
  return tx.query(`${HOLDERS} order by lower(u.login)`);
}

export async function getHolder(tx: Tx, userId: string): Promise<RoleHolder> {
  const rows: RoleHolder[] = await tx.query(`${HOLDERS} where u.id = $1`, [userId]);
  if (rows[0] === undefined) throw notFound({ ko: '사용자', en: 'user' }, userId);
  return rows[0];
}

/** What was decided about the roles of an account, newest first; decisions about places that who asks may not see are left out. */
export async function listRoleDecisions(tx: Tx, userId: string): Promise<RoleDecision[]> {
  return tx.query(
    `with ${VISIBLE_SCOPES}
     select d.id, d.role, d.decision, seen.scopes, coalesce(u.name, '시스템') as "decidedBy", d.reason, d.known_at as "knownAt"
       from role_decision d
       left join app_user u on u.id = d.decided_by
       cross join lateral (select array(select scope from unnest(d.scopes) as scope where scope in (select scope from visible) order by scope) as scopes) as seen
      where d.user_id = $1 and (cardinality(seen.scopes) > 0 or d.scopes = '{}')
      order by d.id desc`,
    [userId],
  );
}

/** Where a role can be held: names and nothing else, because the administrator who chooses sees no business data. */
export async function listScopes(tx: Tx): Promise<ScopeChoice[]> {
  return tx.query(`select scope, kind, code, name, within from scope_choices() order by array_position(array['EVERYWHERE', 'PROGRAMME', 'FUND'], kind), code`);
}
