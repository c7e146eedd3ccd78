import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { Reader, type Tx } from '#libs/database';
import { findAccount } from '../grant/grant.store.js';
import { refuseForPerson } from '../grant/person.js';
import { ownRoles, samePersonUnknown } from '../grant/problems.js';
import { SYSTEM_ACTOR } from '../permission/actor.js';
import { findToxicPair, type Role } from '../permission/role.js';
import { loginTaken, ownAccount, toxicRoles } from '../problems.js';
import { revokeSessions } from '../session/session.store.js';
import { getUser, listUsers } from './user.query.js';
import { auditorIsBound } from './user.rules.js';
import { closeAccount, insertUser, restrictAccount } from './user.store.js';
import { comparableLogin, type CreatedUser, type NewUser, type Restriction, type User } from './user.js';

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

  /** Throws `rule.roles-are-compatible` for a toxic pair of roles, `user.login-taken` for a login in use, and for an auditor without a last day. */
  async create(request: Request, user: NewUser): Promise<User> {
    const { result } = await this.runner.run(createUser, { ...request, input: user });
    return this.reader.read(request.actor, (tx) => getUser(tx, result.id));
  }

  /** Closes an account for good and ends its sessions; closing it again changes nothing. */
  async deactivate(request: Request, userId: string, reason: string): Promise<User> {
    await this.runner.run(deactivateUser, { ...request, reason, input: { userId } });
    return this.reader.read(request.actor, (tx) => getUser(tx, userId));
  }

  /** Sets until when and from where an account works; it counts from the next request. Throws for an auditor without a last day. */
  async restrict(request: Request, userId: string, restriction: Restriction): Promise<User> {
    await this.runner.run(restrictUser, { ...request, input: { userId, ...restriction } });
    return this.reader.read(request.actor, (tx) => getUser(tx, userId));
  }

  /** Ends all sessions of a person and returns how many; the account itself stays. */
  async disconnect(request: Request, userId: string, reason: string): Promise<number> {
    const { result } = await this.runner.run(disconnectUser, { ...request, reason, input: { userId } });
    return result.ended;
  }

  list(actor: Actor, after: string, limit: number): Promise<User[]> {
    return this.reader.read(actor, (tx) => listUsers(tx, after, limit));
  }
}

export const createUser: Command<NewUser, CreatedUser> = {
  name: 'user.create',
  execute: async (tx, context, user) => {
    refuseToxicPair(user.roles);
    await refuseForSamePerson(tx, context.actor.userId, user);
    context.judge(auditorIsBound(user.roles, { validThrough: user.validThrough ?? null, networks: user.networks ?? [] }));
    if (comparableLogin(user.login) === SYSTEM_ACTOR.login) throw loginTaken(user.login);
    const id = randomUUID();
    const written = await insertUser(tx, { ...user, id, createdBy: context.actor.userId, commandId: context.commandId });
    if (!written) throw loginTaken(user.login);
    return { id, login: user.login };
  },
};

export const deactivateUser: Command<{ readonly userId: string }, { readonly changed: boolean }> = {
  name: 'user.deactivate',
  execute: async (tx, { actor, now }, { userId }) => {
    if (userId === actor.userId) throw ownAccount();
    await getUser(tx, userId);
    const changed = await closeAccount(tx, userId);
    await revokeSessions(tx, { userId, by: actor.userId, at: now, cause: 'DEACTIVATED' });
    return { changed };
  },
};

export const restrictUser: Command<Restriction & { readonly userId: string }, { readonly userId: string }> = {
  name: 'user.restrict',
  execute: async (tx, context, { userId, ...restriction }) => {
    if (userId === context.actor.userId) throw ownAccount();
    const { roles } = await getUser(tx, userId);
    context.judge(auditorIsBound(roles, restriction));
    await restrictAccount(tx, userId, restriction);
    return { userId };
  },
};

export const disconnectUser: Command<{ readonly userId: string }, { readonly ended: number }> = {
  name: 'user.disconnect',
  execute: async (tx, { actor, now }, { userId }) => {
    await getUser(tx, userId);
    return { ended: await revokeSessions(tx, { userId, by: actor.userId, at: now, cause: 'DISCONNECTED' }) };
  },
};

/** Two accounts of one natural person are one: nobody gives themselves a second one, nor half of a toxic pair. */
async function refuseForSamePerson(tx: Tx, deciderId: string, { personOf, roles }: NewUser): Promise<void> {
  if (personOf === undefined) return;
  const account = await findAccount(tx, personOf, deciderId);
  if (account === null) throw samePersonUnknown();
  if (account.isDecider) throw ownRoles();
  for (const role of roles) refuseForPerson(account, role);
}

function refuseToxicPair(roles: readonly Role[]): void {
  const pair = findToxicPair(roles);
  if (pair !== null) throw toxicRoles(pair);
}
