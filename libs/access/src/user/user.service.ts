import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { SYSTEM_ACTOR } from '../permission/actor.js';
import { findToxicPair, type Role } from '../permission/role.js';
import { loginTaken, ownAccount, toxicRoles } from '../problems.js';
import { hashPassword } from './password.js';
import { getUser, listUsers } from './user.query.js';
import { closeAccount, insertUser } from './user.store.js';
import { comparableLogin, type CreatedUser, type NewUser, type User } from './user.js';

/** How a request reached us: what every command is run with. */
interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey?: string | undefined;
}

@Injectable()
export class UserService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
  ) {}

  /** Throws `rule.roles-are-compatible` for a toxic pair of roles and `user.login-taken` for a login in use. */
  async create(request: Request, user: NewUser, password: string): Promise<User> {
    const passwordHash = await hashPassword(password);
    const { result } = await this.runner.run(createUser(passwordHash), { ...request, input: user });
    return this.reader.read(request.actor, (tx) => getUser(tx, result.id));
  }

  /** Closes an account for good and ends its sessions; closing it again changes nothing. */
  async deactivate(request: Request, userId: string, reason: string): Promise<User> {
    await this.runner.run(deactivateUser, { ...request, reason, input: { userId } });
    return this.reader.read(request.actor, (tx) => getUser(tx, userId));
  }

  list(actor: Actor, after: string, limit: number): Promise<User[]> {
    return this.reader.read(actor, (tx) => listUsers(tx, after, limit));
  }
}

/** The hash comes in beside the input, because the input is kept in the command log. */
function createUser(passwordHash: string): Command<NewUser, CreatedUser> {
  return {
    name: 'user.create',
    execute: async (tx, context, user) => {
      refuseToxicPair(user.roles);
      if (comparableLogin(user.login) === SYSTEM_ACTOR.login) throw loginTaken(user.login);
      const id = randomUUID();
      const written = await insertUser(tx, { ...user, id, passwordHash, createdBy: context.actor.userId });
      if (!written) throw loginTaken(user.login);
      return { id, login: user.login };
    },
  };
}

const deactivateUser: Command<{ readonly userId: string }, { readonly changed: boolean }> = {
  name: 'user.deactivate',
  execute: async (tx, context, { userId }) => {
    if (userId === context.actor.userId) throw ownAccount();
    await getUser(tx, userId);
    return { changed: await closeAccount(tx, userId, context.now) };
  },
};

function refuseToxicPair(roles: readonly Role[]): void {
  const pair = findToxicPair(roles);
  if (pair !== null) throw toxicRoles(pair);
}
