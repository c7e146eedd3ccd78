import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandRunner, type Actor, type Command, type CommandContext, type Origin } from '#libs/command';
import { Reader, type Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { Keyring } from '#libs/secret';
import type { Permission } from '../permission/permissions.js';
import { intendedId } from '../session/intended-id.js';
import { getUser } from '../user/user.query.js';
import { OidcService } from './oidc.service.js';
import { accountLinked, providerNotConfigured, subjectTaken } from './problems.js';
import { endLink, findLink, insertLink, listLinks, lockLink } from './provider.store.js';
import { linkMac, type ProviderLink, type StoredLink } from './provider.js';

/** How a request reached us: what every command is run with. */
interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey?: string | undefined;
}


interface LinkResult {
  readonly id: string;
}

/** Whoever gives out accounts sees and ends everybody's links; everybody else their own. */
const OVER_ALL: Permission = 'user.manage';

/** Links between accounts here and at the provider are made by somebody who may, never by signing in. */
@Injectable()
export class ProviderLinkService {
  constructor(
    private readonly runner: CommandRunner,
    private readonly reader: Reader,
    private readonly oidc: OidcService,
    private readonly keyring: Keyring,
  ) {}

  list(actor: Actor): Promise<ProviderLink[]> {
    return this.reader.read(actor, (tx) => listLinks(tx, actor.permissions.has(OVER_ALL) ? null : actor.userId));
  }

  /** Links another person's account. Throws `provider.subject-taken` and `provider.account-linked`. */
  async link(request: Request, userId: string, subject: string): Promise<ProviderLink> {
    const issuer = this.oidc.provider?.issuer;
    if (issuer === undefined) throw providerNotConfigured();
    const { result } = await this.runner.run(linkProvider, { ...request, input: this.genuine(request, { userId, issuer, subject }) });
    const links = await this.reader.read(request.actor, (tx) => listLinks(tx, userId));
    const link = links.find(({ id }) => id === result.id);
    if (link === undefined) throw noLink(result.id);
    return link;
  }

  /** Links one's own account to a subject that the provider has just vouched for. */
  async linkOwn(request: Request, issuer: string, subject: string): Promise<void> {
    await this.runner.run(linkOwnProvider, { ...request, input: this.genuine(request, { userId: request.actor.userId, issuer, subject }) });
  }

  /** Names the row beforehand and vouches for it: a command that is stored for signatures is then vouched for as well. */
  private genuine({ actor, idempotencyKey }: Request, wish: Pick<StoredLink, 'userId' | 'issuer' | 'subject'>): StoredLink {
    const id = idempotencyKey === undefined ? randomUUID() : intendedId(this.keyring, 'provider link', actor.userId, idempotencyKey);
    return { ...wish, id, mac: linkMac(this.keyring, { ...wish, id }) };
  }

  async unlink(request: Request, linkId: string, reason: string): Promise<void> {
    await this.runner.run(unlinkProvider, { ...request, reason, input: { linkId } });
  }
}

const linkProvider: Command<StoredLink, LinkResult> = {
  name: 'provider.link',
  execute: async (tx, context, input) => {
    await getUser(tx, input.userId);
    return link(tx, context, input);
  },
};

const linkOwnProvider: Command<StoredLink, LinkResult> = {
  name: 'own-provider.link',
  execute: (tx, context, input) => link(tx, context, { ...input, userId: context.actor.userId }),
};

const unlinkProvider: Command<{ readonly linkId: string }, LinkResult> = {
  name: 'provider.unlink',
  execute: async (tx, { actor, now }, { linkId }) => {
    const found = await lockLink(tx, linkId);
    if (found === null || (found.userId !== actor.userId && !actor.permissions.has(OVER_ALL))) throw noLink(linkId);
    await endLink(tx, linkId, actor.userId, now);
    return { id: linkId };
  },
};

/** For the catalogue: a command that waited for signatures is found by its name. */
export const PROVIDER_COMMANDS = [linkProvider, linkOwnProvider, unlinkProvider] as const;

async function link(tx: Tx, context: CommandContext, input: StoredLink): Promise<LinkResult> {
  const written = await insertLink(tx, { ...input, linkedBy: context.actor.userId, linkedAt: context.now, commandId: context.commandId });
  if (written) return { id: input.id };
  const holder = await findLink(tx, input);
  throw holder === null || holder.userId === input.userId ? accountLinked() : subjectTaken();
}

function noLink(id: string): Error {
  return notFound({ ko: '통합로그인 연결', en: 'link to the provider' }, id);
}
