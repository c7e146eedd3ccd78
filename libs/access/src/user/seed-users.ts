import { randomUUID } from 'node:crypto';
import type { Tx } from '#libs/database';
import type { Keyring } from '#libs/secret';
import { SYSTEM_USER_ID } from '../permission/actor.js';
import { hashPassword } from '../password/password.js';
import { insertPassword } from '../password/password.store.js';
import { insertUser } from './user.store.js';
import type { CreatedUser, NewUser } from './user.js';

export interface SeedUser extends NewUser {
  /** Given where a story names the person; otherwise chosen here. */
  readonly id?: string | undefined;
  readonly password: string;
}

/**
 * The first accounts of an installation, of a story or of a test: before them nobody is there who could run
 * `user.create`. Logins that exist are left as they are, so it may run on every start. Returns those written.
 */
export async function seedUsers(tx: Tx, keyring: Keyring, users: readonly SeedUser[]): Promise<readonly CreatedUser[]> {
  const created: CreatedUser[] = [];
  for (const { password, ...user } of users) {
    const id = user.id ?? randomUUID();
    if (!(await insertUser(tx, { ...user, id, createdBy: SYSTEM_USER_ID, commandId: null }))) continue;
    await insertPassword(tx, { userId: id, passwordHash: await hashPassword({ keyring, userId: id }, password), chosenAt: null, commandId: null });
    created.push({ id, login: user.login });
  }
  return created;
}
