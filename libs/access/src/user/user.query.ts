import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { MoreThan } from 'typeorm';
import { UserEntity } from './user.entity.js';
import type { User } from './user.js';

/** People with their roles by login, a page at a time: those after the login `after`. */
export async function listUsers(tx: Tx, after: string, limit: number): Promise<User[]> {
  const rows = await tx.find(UserEntity, { where: { login: MoreThan(after) }, relations: { grants: true }, order: { login: 'ASC' }, take: limit });
  const signIns = await waysIn(tx, rows);
  return rows.map((row) => asUser(row, signIns.get(row.id)));
}

export async function getUser(tx: Tx, id: string): Promise<User> {
  const row = await tx.findOne(UserEntity, { where: { id }, relations: { grants: true } });
  if (row === null) throw notFound({ ko: '사용자', en: 'user' }, id);
  return asUser(row, (await waysIn(tx, [row])).get(id));
}

/** What an administrator sees of how somebody signs in: that there is something, not what. */
type WayIn = Pick<User, 'hasPassword' | 'hasSecondFactor' | 'invitedUntil'>;

const NO_WAY_IN: WayIn = { hasPassword: false, hasSecondFactor: false, invitedUntil: null };

async function waysIn(tx: Tx, users: readonly UserEntity[]): Promise<ReadonlyMap<string, WayIn>> {
  const rows: (WayIn & { id: string })[] = await tx.query(
    `select u.id, exists (select from user_password p where p.user_id = u.id) as "hasPassword",
            exists (select from totp_factor t where t.user_id = u.id and t.removed_at is null)
              or exists (select from passkey k where k.user_id = u.id and k.removed_at is null) as "hasSecondFactor",
            (select expires_at from invitation i where i.user_id = u.id and i.used_at is null and i.replaced_at is null and i.expires_at > now()) as "invitedUntil"
       from app_user u where u.id = any ($1)`,
    [users.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, ...wayIn }) => [id, wayIn]));
}

function asUser({ grants, ...person }: UserEntity, wayIn: WayIn | undefined): User {
  return { ...person, ...(wayIn ?? NO_WAY_IN), roles: grants.map((grant) => grant.role).sort() };
}
