import type { Tx } from '#libs/database';
import type { NewUser, Restriction } from './user.js';

export interface UserRow extends NewUser {
  readonly id: string;
  readonly createdBy: string;
  /** Null for the first accounts of an installation. */
  readonly commandId: string | null;
}

/** Writes a person and the roles in one statement; false, and nothing written, when the login is taken. */
export async function insertUser(tx: Tx, user: UserRow): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with person as (
       insert into app_user (id, login, name, valid_through, networks, created_by, rank, person_id)
       values ($1, $2, $3, $4, $5::text[]::inet[], $6, $8, (select person_id from app_user where id = $10))
       on conflict (lower(login)) do nothing returning id)
     , granted as (
       insert into role_decision (user_id, role, decision, scopes, decided_by, known_at, command_id)
       select id, unnest($7::text[]), 'GRANTED', '{*}', $6, clock_timestamp(), $9 from person)
     select id from person`,
    [
      ...[user.id, user.login, user.name, user.validThrough ?? null, user.networks ?? [], user.createdBy],
      ...[user.roles, user.rank ?? 'STAFF', user.commandId, user.personOf ?? null],
    ],
  );
  return rows.length === 1;
}

/** Closes an account for good; false when it is closed already. */
export async function closeAccount(tx: Tx, userId: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query('update app_user set active = false where id = $1 and active returning id', [userId]);
  return rows.length === 1;
}

/** Sets when an account ends (null: until it is deactivated) and from where it works (empty: from anywhere). */
export async function restrictAccount(tx: Tx, userId: string, { validThrough, networks }: Restriction): Promise<void> {
  await tx.query('update app_user set valid_through = $2, networks = $3::text[]::inet[] where id = $1', [userId, validThrough, networks]);
}
