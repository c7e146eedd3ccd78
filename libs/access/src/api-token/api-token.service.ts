import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { invariant } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import type { Permission } from '../permission/permissions.js';
import { tokenHash } from '../session/token.js';
import { API_TOKEN_POLICY, expiryOf, notGivable, readingPermissions, type ApiToken, type NewApiToken } from './api-token.js';
import { countLiveTokens, findTokenOwner, insertToken, listTokens, revokeToken, setTokenHash } from './api-token.store.js';
import { noToken, permissionsNotGivable, tokenShown, tooManyTokens } from './problems.js';
import { newTokenText } from './token-text.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey?: string | undefined;
}

interface CreatedToken {
  readonly token: ApiToken;
  /** Shown this once. */
  readonly secret: string;
}

/** Whoever gives out accounts sees and revokes everybody's tokens; everybody else their own. */
const OVER_ALL: Permission = 'user.manage';

@Injectable()
export class ApiTokenService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
    private readonly keyring: Keyring,
  ) {}

  /**
   * Makes a token of the actor's own permissions; without any named, of those that read. The secret is drawn beside the
   * command, because commands are logged; who repeats the request after it was shown gets `api-token.already-shown`.
   */
  async create(request: Request, wish: Omit<NewApiToken, 'permissions'> & { readonly permissions?: readonly string[] | undefined }): Promise<CreatedToken> {
    const permissions = [...(wish.permissions ?? readingPermissions([...request.actor.permissions]))].sort();
    const { result } = await this.runner.run(createApiToken, { ...request, input: { name: wish.name, days: wish.days, permissions } });
    const secret = newTokenText();
    if (!(await setTokenHash(this.source.manager, result.id, tokenHash(this.keyring, 'api token', secret)))) throw tokenShown();
    return { token: await this.get(request.actor, result.id), secret };
  }

  list(actor: Actor): Promise<ApiToken[]> {
    return this.reader.read(actor, (tx) => listTokens(tx, actor.permissions.has(OVER_ALL) ? null : actor.userId));
  }

  /** For good, from the next request on; revoking again changes nothing. */
  async revoke(request: Request, tokenId: string): Promise<ApiToken> {
    await this.runner.run(revokeApiToken, { ...request, input: { tokenId } });
    return this.get(request.actor, tokenId);
  }

  now(): Date {
    return this.clock.now();
  }

  private async get(actor: Actor, tokenId: string): Promise<ApiToken> {
    const token = (await this.list(actor)).find(({ id }) => id === tokenId);
    invariant(token !== undefined, `the token ${tokenId} was there a moment ago`);
    return token;
  }
}

const createApiToken: Command<NewApiToken, { readonly id: string }> = {
  name: 'api-token.create',
  execute: async (tx, { actor, now, commandId }, { name, permissions, days }) => {
    const refused = notGivable(permissions, actor.permissions);
    if (refused.length > 0 || permissions.length === 0) throw permissionsNotGivable(refused);
    const live = await countLiveTokens(tx, actor.userId, now);
    if (live >= API_TOKEN_POLICY.mostPerPerson) throw tooManyTokens(API_TOKEN_POLICY.mostPerPerson);
    const id = randomUUID();
    await insertToken(tx, { id, userId: actor.userId, name, permissions, createdAt: now, expiresAt: expiryOf(now, days), commandId });
    return { id };
  },
};

const revokeApiToken: Command<{ readonly tokenId: string }, { readonly id: string }> = {
  name: 'api-token.revoke',
  execute: async (tx, { actor, now }, { tokenId }) => {
    const owner = await findTokenOwner(tx, tokenId);
    if (owner === null || (owner !== actor.userId && !actor.permissions.has(OVER_ALL))) throw noToken(tokenId);
    await revokeToken(tx, tokenId, actor.userId, now);
    return { id: tokenId };
  },
};

/** For the catalogue: a command that waited for signatures is found by its name. */
export const API_TOKEN_COMMANDS = [createApiToken, revokeApiToken] as const;
