import type { Tx } from '#libs/database';
import type { NewUser } from './user.js';

export interface UserRow extends NewUser {
  readonly id: string;
  readonly passwordHash: string;
  readonly createdBy: string;
}

/** Writes a person and the roles in one statement; false, and nothing written, when the login is taken. */
export async function insertUser(tx: Tx, user: UserRow): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with person as (
       insert into app_user (id, login, name, password_hash, valid_through, networks, created_by, rank)
       values ($1, $2, $3, $4, $5, $6::text[]::inet[], $7, $9)
       on conflict (lower(login)) do nothing returning id)
     , granted as (
       insert into user_role (user_id, role, granted_by) select id, unnest($8::text[]), $7 from person)
     select id from person`,
    [user.id, user.login, user.name, user.passwordHash, user.validThrough ?? null, user.networks ?? [], user.createdBy, user.roles, user.rank ?? 'STAFF'],
  );
  return rows.length === 1;
}

/** Closes an account and ends its sessions; false when there is no such account or it is closed already. */
export async function closeAccount(tx: Tx, userId: string, at: Date): Promise<boolean> {
  const closed: [unknown[], number] = await tx.query('update app_user set active = false where id = $1 and active returning id', [userId]);
  await tx.query('update user_session set revoked_at = $2 where user_id = $1 and revoked_at is null', [userId, at]);
  return closed[1] === 1;
}
