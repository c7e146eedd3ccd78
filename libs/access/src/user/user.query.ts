import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { MoreThan } from 'typeorm';
import { UserEntity } from './user.entity.js';
import type { User } from './user.js';

/** People with their roles by login, a page at a time: those after the login `after`. */
export async function listUsers(tx: Tx, after: string, limit: number): Promise<User[]> {
  const rows = await tx.find(UserEntity, { where: { login: MoreThan(after) }, relations: { grants: true }, order: { login: 'ASC' }, take: limit });
  return rows.map(withRoles);
}

export async function getUser(tx: Tx, id: string): Promise<User> {
  const row = await tx.findOne(UserEntity, { where: { id }, relations: { grants: true } });
  if (row === null) throw notFound({ ko: '사용자', en: 'user' }, id);
  return withRoles(row);
}

function withRoles({ grants, ...person }: UserEntity): User {
  return { ...person, roles: grants.map((grant) => grant.role).sort() };
}
