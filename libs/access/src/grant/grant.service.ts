import { Injectable } from '@nestjs/common';
import { CommandRunner, type Actor, type Command, type CommandContext, type Origin } from '#libs/command';
import { Reader, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { EVERYWHERE } from '../permission/scope.js';
import { getUser } from '../user/user.query.js';
import { auditorIsBound } from '../user/user.rules.js';
import type { GrantRole, PromoteUser, RevokeRole, RoleDecision, RoleHolder, ScopeChoice } from './grant.js';
import { getHolder, listHolders, listRoleDecisions, listScopes } from './grant.query.js';
import { appendRankDecision, appendRoleDecision, findAccount, lockRoleDecisions, otherAdministrators, unknownScopes, type Account } from './grant.store.js';
import { refuseForPerson } from './person.js';
import { accountClosed, administratorEverywhere, everywhereIsAlone, lastAdministrator, ownRoles, roleHeldAlready, roleNotHeld, scopeUnknown } from './problems.js';

/** How a request reached us: what every command is run with. */
interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

/** What a decision about an account answers; the account itself is read afterwards. */
interface Decided {
  readonly userId: string;
}

@Injectable()
export class GrantService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
  ) {}

  /** Runs one of the commands below and answers what the account holds then. */
  async decide<Input extends Decided & { readonly reason: string }>(command: Command<Input, Decided>, request: Request, input: Input): Promise<RoleHolder> {
    await this.runner.run(command, { ...request, reason: input.reason, input });
    return this.reader.read(request.actor, (tx) => getHolder(tx, input.userId));
  }

  holders(actor: Actor): Promise<RoleHolder[]> {
    return this.reader.read(actor, listHolders);
  }

  /** What was decided about an account so far. Throws not-found for an account that nobody has. */
  decisions(actor: Actor, userId: string): Promise<RoleDecision[]> {
    return this.reader.read(actor, async (tx) => listRoleDecisions(tx, (await getHolder(tx, userId)).id));
  }

  scopes(actor: Actor): Promise<ScopeChoice[]> {
    return this.reader.read(actor, listScopes);
  }
}

/** `role.grant`: gives an account a role in some places. It counts from the next request of that account. */
export const grantRole: Command<GrantRole, Decided> = {
  name: 'role.grant',
  execute: async (tx, context, input) => {
    const account = await accountToDecideOn(tx, context, input.userId);
    if (!account.active) throw accountClosed(account.login);
    if (account.personRoles.some(({ userId, role }) => userId === input.userId && role === input.role)) throw roleHeldAlready(input.role);
    refuseForPerson(account, input.role);
    context.judge(auditorIsBound([input.role], await getUser(tx, input.userId)));
    await appendRoleDecision(tx, context, 'GRANTED', { ...input, scopes: await settledScopes(tx, input) });
    return decided(context, input);
  },
};

/** `role.rescope`: changes where an account holds a role. */
export const rescopeRole: Command<GrantRole, Decided> = {
  name: 'role.rescope',
  execute: async (tx, context, input) => {
    requireHeld(await accountToDecideOn(tx, context, input.userId), input);
    await appendRoleDecision(tx, context, 'RESCOPED', { ...input, scopes: await settledScopes(tx, input) });
    return decided(context, input);
  },
};

/** `role.revoke`: takes a role back; the next request of that account is refused. */
export const revokeRole: Command<RevokeRole, Decided> = {
  name: 'role.revoke',
  execute: async (tx, context, input) => {
    requireHeld(await accountToDecideOn(tx, context, input.userId), input);
    if (input.role === 'ADMIN' && (await otherAdministrators(tx, input.userId)) === 0) throw lastAdministrator();
    await appendRoleDecision(tx, context, 'REVOKED', { ...input, scopes: [] });
    return decided(context, input);
  },
};

/** `user.promote`: changes a rank, and with it the amounts that its holder may approve. */
export const promoteUser: Command<PromoteUser, Decided> = {
  name: 'user.promote',
  execute: async (tx, context, input) => {
    await accountToDecideOn(tx, context, input.userId);
    await appendRankDecision(tx, context, input);
    return decided(context, input);
  },
};

/** For the catalogue: a second administrator signs these before they run. */
export const GRANT_COMMANDS = [grantRole, rescopeRole, revokeRole, promoteUser] as const;

async function accountToDecideOn(tx: Tx, context: CommandContext, userId: string): Promise<Account> {
  await lockRoleDecisions(tx);
  const account = await findAccount(tx, userId, context.actor.userId);
  if (account === null) throw notFound({ ko: '사용자', en: 'user' }, userId);
  if (account.isDecider) throw ownRoles();
  return account;
}

/** Tells whoever listens to look again: an open stream of that account is closed, and opened anew with what it holds then. */
function decided(context: CommandContext, { userId }: Decided): Decided {
  context.announce('access.changed', { userId });
  return { userId };
}

function requireHeld(account: Account, { userId, role }: RevokeRole): void {
  if (!account.personRoles.some((held) => held.userId === userId && held.role === role)) throw roleNotHeld(role);
}

/** The scopes in one order and each once. Throws at `/scopes` for what cannot be held or is not there. */
async function settledScopes(tx: Tx, { role, scopes }: GrantRole): Promise<readonly string[]> {
  const settled = [...new Set(scopes)].sort();
  if (settled.includes(EVERYWHERE) && settled.length > 1) throw everywhereIsAlone();
  if (role === 'ADMIN' && !settled.includes(EVERYWHERE)) throw administratorEverywhere();
  const [unknown] = await unknownScopes(tx, settled);
  if (unknown !== undefined) throw scopeUnknown(unknown);
  return settled;
}
