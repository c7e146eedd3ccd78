import type { Actor } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { PERSON_SQL } from '../session/session.store.js';
import { actorOf, type Person } from './actor.js';
import { PERMISSION_CODES, type Permission } from './permissions.js';
import { scopesUnder } from './scope.js';

/**
 * Somebody as the actor of `permission`, with the roles held at this moment: for a command that was drafted earlier and
 * runs now. Throws `user.unknown` for an account that is closed or that nobody has.
 */
export async function actorOfAccount(tx: Tx, userId: string, permission: string): Promise<Actor> {
  const rows: Person[] = await tx.query(`select ${PERSON_SQL} from app_user u where u.id = $1 and u.active`, [userId]);
  const person = rows[0];
  if (person === undefined) {
    throw new DomainError('conflict', 'user.unknown', { ko: '계정이 닫혀 있어 처리할 수 없습니다.', en: 'The account is closed.' }, { details: { userId } });
  }
  const known = PERMISSION_CODES.find((code): code is Permission => code === permission);
  return { ...actorOf(person), scopes: known === undefined ? [] : scopesUnder(known, person.held) };
}
