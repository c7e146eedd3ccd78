import { notFound } from '#libs/errors';
import type { Tx } from '#libs/database';
import { MoreThan } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** People with their roles by login, a page at a time: those after the login `after`. */
export function listUsers(tx: Tx, after: string, limit: number): Promise<UserEntity[]> {
  return tx.find(UserEntity, { where: { login: MoreThan(after) }, relations: { grants: true }, order: { login: 'ASC' }, take: limit });
}

export async function getUser(tx: Tx, id: string): Promise<UserEntity> {
  const user = await tx.findOne(UserEntity, { where: { id }, relations: { grants: true } });
  if (user === null) throw notFound({ ko: '사용자', en: 'user' }, id);
  return user;
}
